#include "privacy/placed_details.h"

#include <algorithm>

#include "base/text.h"
#include "privacy/person_names.h"

namespace signpost {
namespace {

// Where `shown` stands in the file, not before `from`; where it is written in another way, such as
// with an escape, `line` and `column`. `from` is moved behind it.
Place place_of_shown(std::string_view shown, const FileText& file, std::uint32_t line,
                     std::uint32_t column, std::size_t most, std::size_t& from) {
  from = std::min(from, file.text().size());
  const std::size_t at = file.text().substr(from, most + shown.size()).find(shown);
  if (at == std::string_view::npos) return {std::string(file.path()), line, column, 0};
  const std::size_t begin = from + at;
  from = begin + shown.size();
  return file.place(begin, shown.size());
}

// "2026-10-12": a day, which is nobody's unless its key says so.
bool is_plain_day(std::string_view text, std::string_view key) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && key.find("birth") == key.npos &&
         key.find("dob") == key.npos && key.find("born") == key.npos;
}

class TreeWalk {
 public:
  TreeWalk(const FileText& file, const IsRole& is_role, PlacedDetails& details)
      : file_(file), is_role_(is_role), details_(details) {}

  // YAML is of bounded depth (yaml-too-deep), so this may recurse.
  void walk(const YamlNode& node, std::string_view parent, std::string_view key) {
    if (node.type == YamlType::kScalar) return look_at(node, parent, key);
    for (const YamlNode& item : node.items) walk(item, parent, key);
    for (const YamlEntry& entry : node.entries) {
      if (entry.key == "allow") continue;  // says why a finding is set aside
      find_details(entry.key, "", file_, entry.line, entry.column, details_);
      walk(entry.value, key, entry.key);
    }
  }

 private:
  void look_at(const YamlNode& node, std::string_view parent, std::string_view key) {
    if (!is_plain_day(node.text, key)) {
      find_details(node.text, key, file_, node.line, node.column, details_);
    }
    if (!is_role_(parent, key) || !looks_like_person(node.text, {})) return;
    std::size_t from = file_.line_begin(node.line);
    Place place =
        place_of_shown(node.text, file_, node.line, node.column, 2 * node.text.size() + 200, from);
    details_.push_back({PersonalKind::kPersonName, node.text, node.text, std::move(place)});
  }

  const FileText& file_;
  const IsRole& is_role_;
  PlacedDetails& details_;
};

}  // namespace

FileText::FileText(std::string_view path, std::string_view text, std::uint32_t first_line)
    : path_(path), text_(text), first_line_(first_line), line_begins_{0} {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
    line_begins_.push_back(end + 1);
  }
}

std::size_t FileText::line_begin(std::uint32_t line) const {
  const std::size_t i = line > first_line_ ? line - first_line_ : 0;
  return i < line_begins_.size() ? line_begins_[i] : text_.size();
}

Place FileText::place(std::size_t offset, std::size_t size) const {
  const auto after = std::ranges::upper_bound(line_begins_, offset);
  const auto line = static_cast<std::uint32_t>(after - line_begins_.begin() - 1);
  return {std::string(path_), first_line_ + line,
          static_cast<std::uint32_t>(offset - line_begins_[line] + 1),
          static_cast<std::uint32_t>(size)};
}

void find_details(std::string_view text, std::string_view label, const FileText& file,
                  std::uint32_t line, std::uint32_t column, PlacedDetails& details) {
  std::vector<PersonalMatch> matches;
  find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches, label);
  if (matches.empty()) return;
  std::size_t from = file.line_begin(line) + (column > 0 ? column - 1 : 0);
  for (PersonalMatch& match : matches) {
    std::string shown(text.substr(match.begin, match.end - match.begin));
    Place place = place_of_shown(shown, file, line, column, 4 * text.size() + 200, from);
    details.push_back({match.kind, std::move(shown), std::move(match.value), std::move(place)});
  }
}

bool is_role_of_data(std::string_view /*parent*/, std::string_view key) {
  return key == "approved_by";
}

void find_details(const YamlNode& root, const FileText& file, const IsRole& is_role,
                  PlacedDetails& details) {
  TreeWalk(file, is_role, details).walk(root, "", "");
}

void find_details_in_lines(const FileText& file, PlacedDetails& details) {
  std::uint32_t line = file.first_line();
  for (const std::string_view text : split(file.text(), '\n')) {
    find_details(text, "", file, line++, 1, details);
  }
}

void find_details_in_name(std::string_view path, PlacedDetails& details) {
  std::string words = percent_decoded(path);
  std::ranges::replace(words, '_', ' ');
  std::ranges::replace(words, '/', ' ');
  find_details(words, "", {path, words, 1}, 0, 0, details);
  for (PlacedDetail& detail : details) {
    if (detail.place.path == path) detail.place = {std::string(path), 0, 0, 0};
  }
}

}  // namespace signpost
