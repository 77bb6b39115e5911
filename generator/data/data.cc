#include "data/data.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "base/yaml_map.h"
#include "data/tables/checks.h"
#include "data/tables/protection.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxDataBytes = std::uint64_t{4} << 20;
constexpr char kDataFolder[] = "content/_data";

YamlMapSource source_of(std::string_view path) {
  return {path, kDataRules, "see content/README.md for the form of this file"};
}

std::vector<GlossaryEntry> read_glossary(const YamlNode& root, const std::string& path,
                                         Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"short",   "long",   "also",
                                               "meaning", "status", "replaced_by"};
  std::vector<GlossaryEntry> glossary;
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    diagnostics.add("data-type", {path, root.line, root.column, 0},
                    "the glossary must be a list of entries",
                    "start each entry with \"- short: \"");
    return glossary;
  }
  for (const YamlNode& item : root.items) {
    YamlMap reader(item, "a glossary entry", source_of(path), kKeys, diagnostics);
    GlossaryEntry entry;
    entry.short_form = reader.required_text("short");
    entry.long_form = reader.required_text("long");
    entry.meaning = reader.text("meaning");
    entry.status = reader.text("status");
    entry.replaced_by = reader.text("replaced_by");
    entry.also = reader.texts("also");
    const auto same = [&](const GlossaryEntry& other) {
      return other.short_form == entry.short_form;
    };
    if (std::any_of(glossary.begin(), glossary.end(), same)) {
      diagnostics.add("data-duplicate", {path, item.line, item.column, 0},
                      fmt::format("the glossary explains \"{}\" twice", entry.short_form),
                      "keep one of the two entries");
      continue;
    }
    if (!entry.short_form.empty() && !entry.long_form.empty()) glossary.push_back(std::move(entry));
  }
  return glossary;
}

// A list of groups, each a list of two or more words or phrases.
std::vector<std::vector<std::string>> read_search_words(const YamlNode& root,
                                                        const std::string& path,
                                                        Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> groups;
  const auto refuse = [&](const YamlNode& node, const char* message) {
    diagnostics.add("data-type", {path, node.line, node.column, 0}, message,
                    "write a group on a line: - [lawyer, solicitor]");
  };
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    refuse(root, "the words of the search must be a list of groups");
    return groups;
  }
  for (const YamlNode& item : root.items) {
    std::vector<std::string> group;
    for (const YamlNode& word : item.items) {
      if (word.type == YamlType::kScalar) group.emplace_back(trimmed(word.text));
    }
    std::erase(group, "");
    if (group.size() < 2 || group.size() != item.items.size()) {
      refuse(item, "a group of words must be a list of two or more");
    } else {
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

// Returns "1 week", "20 weeks".
std::string count_of(std::string_view number, std::string_view unit) {
  return fmt::format("{} {}{}", number, unit, number == "1" ? "" : "s");
}

// The limit in words, from whichever key the entry has.
std::string limit_in_words(const YamlMap& reader) {
  struct Unit {
    std::string_view key, word;
  };
  static constexpr Unit kUnits[] = {{"days", "day"},
                                    {"school_days", "school day"},
                                    {"working_days", "working day"},
                                    {"weeks", "week"},
                                    {"months", "month"}};
  std::string words;
  for (const Unit& unit : kUnits) {
    const std::string number = reader.number(unit.key);
    if (words.empty() && !number.empty()) words = count_of(number, unit.word);
  }
  for (const std::string_view key : {"fixed_date", "rule"}) {
    std::string text = reader.text(key);
    if (words.empty()) words = std::move(text);
  }
  return words;
}

std::optional<Deadline> read_deadline(const YamlNode& item, const std::string& group,
                                      const std::string& path, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "id",     "who",        "trigger", "days", "school_days", "working_days", "weeks",
      "months", "fixed_date", "rule",    "law",  "verified",    "source"};
  YamlMap reader(item, "a time limit", source_of(path), kKeys, diagnostics);
  const std::string id = reader.required_text("id");
  Deadline deadline;
  deadline.id = group + "." + id;
  deadline.who = reader.text("who");
  deadline.trigger = reader.text("trigger");
  deadline.law = reader.required_text("law");
  deadline.source = reader.text("source");
  deadline.verified = reader.yes_or_no("verified");
  deadline.limit = limit_in_words(reader);
  if (deadline.limit.empty() && item.type == YamlType::kMap) {
    diagnostics.add("data-missing-key", {path, item.line, item.column, 0},
                    fmt::format("the time limit \"{}\" does not say how long it is", deadline.id),
                    "add one of: days, school_days, working_days, weeks, months, fixed_date, rule");
  }
  if (id.empty() || deadline.limit.empty()) return std::nullopt;
  return deadline;
}

std::map<std::string, Deadline, std::less<>> read_deadlines(const YamlNode& root,
                                                            const std::string& path,
                                                            Diagnostics& diagnostics) {
  std::map<std::string, Deadline, std::less<>> deadlines;
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

// The YAML and CSV files of the data folder, sorted by name.
std::vector<std::string> data_files(const fs::path& folder, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool is_data = name.ends_with(".yaml") || name.ends_with(".csv");
    std::error_code ignored;
    if (is_data && entry->is_regular_file(ignored)) names.push_back(name);
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    diagnostics.add("io-read", {kDataFolder, 0, 0, 0},
                    fmt::format("cannot read the folder: {}", error.message()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

// A CSV file that no table takes its rows from is a table itself.
void read_bare_tables(const CsvFiles& csv_files, const std::set<std::string>& used, SiteData& data,
                      Diagnostics& diagnostics) {
  for (const auto& [name, file] : csv_files) {
    if (used.contains(name)) continue;
    const std::string stem = name.substr(0, name.rfind('.'));
    if (data.tables.emplace(stem, read_table(file, diagnostics)).second) continue;
    diagnostics.add("data-duplicate", {file.path, 0, 0, 0},
                    fmt::format("the table \"{}\" is also in {}.yaml", stem, stem),
                    fmt::format("rename one of them, or write rows_from: {} there", name));
  }
}

}  // namespace

SiteData load_data(const Config& config, Date today, Diagnostics& diagnostics) {
  SiteData data;
  const fs::path folder = config.site_dir / kDataFolder;
  CsvFiles csv_files;
  std::vector<std::pair<std::string, YamlNode>> yaml_files;
  std::set<std::string> used;  // CSV files with the rows of a table that YAML describes
  for (const std::string& name : data_files(folder, diagnostics)) {
    const std::string path = fmt::format("{}/{}", kDataFolder, name);
    const std::optional<std::string> text =
        read_file(folder / name, path, kMaxDataBytes, diagnostics);
    if (!text) continue;
    if (name.ends_with(".csv")) {
      csv_files.emplace(name, parse_csv(*text, path, diagnostics));
    } else {
      yaml_files.emplace_back(name, parse_yaml(*text, path, 1, diagnostics));
    }
  }
  for (const auto& [name, root] : yaml_files) {
    const std::string stem = name.substr(0, name.rfind('.'));
    const std::string path = fmt::format("{}/{}", kDataFolder, name);
    if (stem == "glossary") {
      data.glossary = read_glossary(root, path, diagnostics);
    } else if (stem == "deadlines") {
      data.deadlines = read_deadlines(root, path, diagnostics);
    } else if (stem == "search-words") {
      data.search_words = read_search_words(root, path, diagnostics);
    } else if (stem == "law-events") {
      data.law_events = read_law_events(root, path, config, diagnostics);
    } else if (stem == "question-sets") {
      data.question_sets = read_question_sets(root, path, diagnostics);
    } else if (is_table(root)) {
      for (std::string& file : row_files(root)) used.insert(std::move(file));
      data.tables.emplace(stem, read_table(root, path, csv_files, diagnostics));
    }
  }
  read_bare_tables(csv_files, used, data, diagnostics);
  for (const auto& [name, table] : data.tables) check_table(table, diagnostics);
  check_measures(data.tables, config.calendar, diagnostics);
  for (const auto& [name, root] : yaml_files) {
    if (!is_evaluation(root)) continue;
    std::optional<Evaluation> evaluation =
        read_evaluation(root, fmt::format("{}/{}", kDataFolder, name), data.question_sets,
                        {config.disclosure, today}, diagnostics);
    if (evaluation) {
      data.evaluations.emplace(name.substr(0, name.rfind('.')), std::move(*evaluation));
    }
  }

  // Beyond this point no table holds a number that may not be published.
  for (auto& [name, table] : data.tables) {
    protect_table(table, config.disclosure, today, diagnostics);
  }
  return data;
}

}  // namespace signpost
