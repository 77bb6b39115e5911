// What in the files of a site may tell who somebody is, with its place. Each reader of files looks
// at what it has read; whether a detail may be public is decided later, in check/.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "privacy/personal_data.h"

namespace signpost {

// `shown`: as it is written.
struct PlacedDetail {
  PersonalKind kind = PersonalKind::kPhone;
  std::string shown, value;
  Place place;
};
using PlacedDetails = std::vector<PlacedDetail>;

// A file, or the part of it that begins at `first_line`, to find places in. Views of what it is
// made of.
class FileText {
 public:
  FileText(std::string_view path, std::string_view text, std::uint32_t first_line = 1);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view path() const { return path_; }
  [[nodiscard]] std::uint32_t first_line() const { return first_line_; }
  // Returns where the line begins in the text, or the text's end.
  [[nodiscard]] std::size_t line_begin(std::uint32_t line) const;
  // Returns the place of the `size` bytes at `offset` of the text.
  [[nodiscard]] Place place(std::size_t offset, std::size_t size) const;

 private:
  std::string_view path_, text_;
  std::uint32_t first_line_;
  std::vector<std::size_t> line_begins_;
};

// Whether the value of `key` is a role, and so no name of a person. `parent`: the key above it.
using IsRole = std::function<bool(std::string_view parent, std::string_view key)>;
// The role of settings and data files: who approved that something is published.
bool is_role_of_data(std::string_view parent, std::string_view key);

// Appends what the texts and keys of a YAML tree hold. A key says what its value is.
void find_details(const YamlNode& root, const FileText& file, const IsRole& is_role,
                  PlacedDetails& details);

// Appends what a text holds that stands in the file from `line` and `column` on; `label` as in
// find_personal_data.
void find_details(std::string_view text, std::string_view label, const FileText& file,
                  std::uint32_t line, std::uint32_t column, PlacedDetails& details);

// Appends what every line of the file holds.
void find_details_in_lines(const FileText& file, PlacedDetails& details);

// Appends what the name of a file and of its folders holds.
void find_details_in_name(std::string_view path, PlacedDetails& details);

}  // namespace signpost
