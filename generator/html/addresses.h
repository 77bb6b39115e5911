// Escapes for addresses in HTML attributes.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Appends an address as it may be written by people: what is safe or already escaped (%20) stays,
// the rest becomes %XX; & and ' become entities (as cmark-gfm writes addresses).
void append_href(std::string& out, std::string_view address);
// Appends the address of a file: % ? and # belong to its name and are escaped too.
void append_path_href(std::string& out, std::string_view path);

// Returns the address of a file with what is not safe as %XX, for templates: & and ' stay.
std::string path_href(std::string_view path);

}  // namespace signpost
