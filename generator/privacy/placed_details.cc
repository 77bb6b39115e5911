#include "privacy/placed_details.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"
#include "privacy/person_names.h"

namespace signpost {
namespace {

// Where the line begins in the file's text, or its end.
std::size_t line_offset(const FileText& file, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t i = file.first_line; i < line; ++i) {
    const std::size_t end = file.text.find('\n', at);
    if (end == file.text.npos) return file.text.size();
    at = end + 1;
  }
  return at;
}

// Where `shown` stands in the file, not before `from`; where it is written in another way, such as
// with an escape, `line` and `column`. `from` is moved behind it.
Place place_of_shown(std::string_view shown, const FileText& file, std::uint32_t line,
                     std::uint32_t column, std::size_t most, std::size_t& from) {
  const std::size_t at = file.text.find(shown, from);
  if (at == file.text.npos || at - from > most) return {std::string(file.path), line, column, 0};
  const std::string_view before = file.text.substr(0, at);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  from = at + shown.size();
  return {std::string(file.path), file.first_line + lines,
          static_cast<std::uint32_t>(at - begin + 1), static_cast<std::uint32_t>(shown.size())};
}

constexpr std::string_view kAttendanceGroup = "attendance_group";

// Fields whose value is a role by the rules of the service.
bool is_role_key(std::string_view key) {
  static constexpr auto kKeys = std::to_array<std::string_view>(
      {"owner",         "author",         "authors",   "chair",       "chairperson", "vice_chair",
       "minutes_taker", "minute_taker",   "secretary", "clerk",       "facilitator", "presenter",
       "speaker",       "trainer",        "host",      "lead",        "editor",      "approver",
       "reviewer",      "contact_person", "organiser", "interpreter", "translator",  "responsible",
       "signatory",     "manager",        "adviser",   "advisor"});
  return std::ranges::find(kKeys, key) != kKeys.end() || key == kAttendanceGroup ||
         (key.ends_with("_by") && key != "replaced_by");
}

// "2026-10-12": a day, which is nobody's unless its key says so.
bool is_plain_day(std::string_view text, std::string_view key) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && key.find("birth") == key.npos &&
         key.find("dob") == key.npos && key.find("born") == key.npos;
}

class TreeWalk {
 public:
  TreeWalk(const FileText& file, PlacedDetails& details) : file_(file), details_(details) {}

  // YAML is of bounded depth (yaml-too-deep), so this may recurse.
  void walk(const YamlNode& node, std::string_view key) {
    if (node.type == YamlType::kScalar) return look_at(node, key);
    for (const YamlNode& item : node.items) walk(item, key);
    for (const YamlEntry& entry : node.entries) {
      if (entry.key == "allow") continue;  // says why a finding is set aside
      find_details(entry.key, "", file_, entry.line, entry.column, details_);
      // Who came to a meeting is said by groups; other groups are of ages, of origin …
      const bool is_attendance = key == "attendance" && entry.key == "group";
      walk(entry.value, is_attendance ? kAttendanceGroup : std::string_view(entry.key));
    }
  }

 private:
  void look_at(const YamlNode& node, std::string_view key) {
    if (!is_plain_day(node.text, key)) {
      find_details(node.text, key, file_, node.line, node.column, details_);
    }
    if (!is_role_key(key) || !looks_like_person(node.text, {})) return;
    std::size_t from = line_offset(file_, node.line);
    Place place =
        place_of_shown(node.text, file_, node.line, node.column, 2 * node.text.size() + 200, from);
    details_.push_back({PersonalKind::kPersonName, node.text, node.text, std::move(place)});
  }

  const FileText& file_;
  PlacedDetails& details_;
};

}  // namespace

void find_details(std::string_view text, std::string_view label, const FileText& file,
                  std::uint32_t line, std::uint32_t column, PlacedDetails& details) {
  std::vector<PersonalMatch> matches;
  find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches, label);
  if (matches.empty()) return;
  std::size_t from = line_offset(file, line) + (column > 0 ? column - 1 : 0);
  for (PersonalMatch& match : matches) {
    std::string shown(text.substr(match.begin, match.end - match.begin));
    Place place = place_of_shown(shown, file, line, column, 4 * text.size() + 200, from);
    details.push_back({match.kind, std::move(shown), std::move(match.value), std::move(place)});
  }
}

void find_details(const YamlNode& root, const FileText& file, PlacedDetails& details) {
  TreeWalk(file, details).walk(root, "");
}

void find_details_in_lines(const FileText& file, PlacedDetails& details) {
  std::uint32_t line = file.first_line;
  for (const std::string_view text : split(file.text, '\n')) {
    const FileText alone{file.path, text, line};
    find_details(text, "", alone, line, 1, details);
    ++line;
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
