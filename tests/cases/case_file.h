// A case: a small site and what `signpost check` says of it, in one text file
// (tests/cases/README.md describes the format).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct CaseSection {
  std::string name;  // "content/index.md"
  std::string mode;  // "", "bytes", "link", "folder" or "times N"
  std::string text;
};

struct CaseFile {
  std::string comment;  // what stands before the first section
  std::map<std::string, std::string> options;
  std::vector<CaseSection> files;
  std::string expected;
};

CaseFile parse_case(std::string_view text);
// Returns the text of the case with `expected` in place of what it expects.
std::string with_expected(std::string_view text, std::string_view expected);
// Writes the case's files below `root`, and a small configuration and home page where it has none.
void write_case_files(const CaseFile& file, const std::filesystem::path& root);
// Returns what `signpost check` prints for the site in `root`; sections below public/ are checked
// as built pages.
std::string check_case(const CaseFile& file, const std::filesystem::path& root);

}  // namespace signpost
