// Documents for tests, byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace signpost {

using ArchiveParts = std::vector<std::pair<std::string, std::string>>;

// A ZIP archive whose parts are not packed (APPNOTE 4.3.7, 4.3.12, 4.3.16).
std::string archive(const ArchiveParts& parts, std::uint64_t flags = 0);

// A PDF of these objects, numbered from 1; the first is its catalogue. `more` stands in the
// trailer.
std::string pdf(const std::vector<std::string>& objects, const std::string& more = "");

// An object with data.
std::string stream(const std::string& dictionary, const std::string& data);

}  // namespace signpost
