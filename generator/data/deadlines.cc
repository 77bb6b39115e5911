#include "data/deadlines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/yaml_map.h"

namespace signpost {
namespace {

constexpr std::string_view kHelp = "see content/README.md for the form of this file";
constexpr std::string_view kUnits[] = {"days", "school_days", "working_days", "weeks", "months"};

// Reads the limit from whichever key the entry has.
void read_limit(const YamlMap& reader, Deadline& deadline) {
  for (const std::string_view unit : kUnits) {
    const std::string number = reader.number(unit);
    if (number.empty() || !deadline.unit.empty()) continue;
    deadline.unit = unit;
    deadline.number = static_cast<std::uint32_t>(std::stoul(number));
  }
  for (const std::string_view key : {"fixed_date", "rule"}) {
    std::string text = reader.text(key);
    if (deadline.unit.empty() && deadline.limit.empty()) deadline.limit = std::move(text);
  }
}

std::optional<Deadline> read_deadline(const YamlNode& item, const std::string& group,
                                      const std::string& path, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "id",    "who",    "what",       "trigger", "days", "school_days", "working_days",
      "weeks", "months", "fixed_date", "rule",    "law",  "verified",    "source"};
  YamlMap reader(item, "a time limit", YamlMapSource{path, kDataRules, kHelp}, kKeys, diagnostics);
  const std::string id = reader.required_text("id");
  Deadline deadline;
  deadline.id = group + "." + id;
  deadline.line = item.line;
  deadline.who = reader.text("who");
  deadline.what = reader.text("what");
  deadline.trigger = reader.text("trigger");
  deadline.law = reader.required_text("law");
  deadline.source = reader.text("source");
  deadline.verified = reader.yes_or_no("verified");
  read_limit(reader, deadline);
  const bool has_limit = !deadline.unit.empty() || !deadline.limit.empty();
  if (!has_limit && item.type == YamlType::kMap) {
    diagnostics.add("data-missing-key", {path, item.line, item.column, 0},
                    fmt::format("the time limit \"{}\" does not say how long it is", deadline.id),
                    "add one of: days, school_days, working_days, weeks, months, fixed_date, rule");
  }
  if (id.empty() || !has_limit) return std::nullopt;
  return deadline;
}

}  // namespace

Deadlines read_deadlines(const YamlNode& root, const std::string& path, Diagnostics& diagnostics) {
  Deadlines deadlines;
  for (const YamlEntry& group : root.entries) {
    if (group.value.type != YamlType::kList) {
      diagnostics.add("data-type", {path, group.line, group.column, 0},
                      fmt::format("the group \"{}\" must be a list of time limits", group.key),
                      "start each time limit with \"- id: \"");
      continue;
    }
    for (const YamlNode& item : group.value.items) {
      std::optional<Deadline> deadline = read_deadline(item, group.key, path, diagnostics);
      if (!deadline) continue;
      const std::string id = deadline->id;
      if (deadlines.emplace(id, std::move(*deadline)).second) continue;
      diagnostics.add("data-duplicate", {path, item.line, item.column, 0},
                      fmt::format("the time limit \"{}\" is there twice", id),
                      "keep one of the two");
    }
  }
  return deadlines;
}

std::map<std::string, DeadlineGroup, std::less<>> deadline_groups(const Deadlines& deadlines) {
  std::map<std::string, DeadlineGroup, std::less<>> groups;
  for (const auto& [id, deadline] : deadlines) {
    groups[id.substr(0, id.find('.'))].push_back(&deadline);
  }
  for (auto& [name, group] : groups) {
    std::ranges::sort(group, {}, [](const Deadline* deadline) { return deadline->line; });
  }
  return groups;
}

std::string limit_text(const Words& words, const Deadline& deadline) {
  if (deadline.unit.empty()) return deadline.limit;
  return words.count("unit_" + deadline.unit, deadline.number);
}

}  // namespace signpost
