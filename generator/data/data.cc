#include "data/data.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/file_names.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/yaml.h"
#include "base/yaml_map.h"
#include "data/clear_counts.h"
#include "data/table_details.h"
#include "data/tables/checks.h"
#include "data/tables/tables.h"
#include "data/tables/withheld_table.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxDataBytes = std::uint64_t{4} << 20;
constexpr char kDataFolder[] = "content/_data";

using DataTables = std::map<std::string, DataTable, std::less<>>;  // by file name without extension

// A file of the data folder that is YAML: its path from the site's folder and its name without
// extension, by which pages call it.
struct YamlFile {
  std::string stem, path;
  YamlNode root;
};

// The files as they are, before anything is made of them.
struct DataFiles {
  std::vector<YamlFile> yaml;  // by name
  CsvFiles csv;
  PlacedDetails details;
};

// The names of the YAML and CSV files of the data folder, sorted.
std::vector<std::string> file_names(const fs::path& site_dir, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  if (inspect_path(site_dir, kDataFolder, diagnostics) != EntryKind::kFolder) return names;
  for (std::string& name : list_names(site_dir / kDataFolder, kDataFolder, diagnostics)) {
    if (name.starts_with('.')) continue;
    const std::string path = fmt::format("{}/{}", kDataFolder, name);
    const bool is_data = name.ends_with(".yaml") || name.ends_with(".csv");
    const EntryKind kind = inspect_entry(site_dir, path, diagnostics);
    if (is_data && kind == EntryKind::kFile) names.push_back(std::move(name));
  }
  return names;
}

DataFiles read_files(const fs::path& site_dir, Diagnostics& diagnostics) {
  DataFiles files;
  std::map<std::string, std::string> folded;  // by the name that Windows sees
  for (const std::string& name : file_names(site_dir, diagnostics)) {
    const std::string path = fmt::format("{}/{}", kDataFolder, name);
    const auto [same, is_new] = folded.emplace(folded_name(name), name);
    std::string mistake = windows_name_mistake(name);
    if (mistake.empty() && !is_new) {
      mistake = fmt::format("is the same name as \"{}\" on Windows", same->second);
    }
    if (!mistake.empty()) {
      diagnostics.add("name-invalid", {path, 0, 0, 0}, fmt::format("\"{}\" {}", path, mistake),
                      "give the file another name");
      continue;
    }
    const std::optional<std::string> text =
        read_file(site_dir / path, path, kMaxDataBytes, diagnostics);
    if (!text) continue;
    if (name.ends_with(".csv")) {
      const CsvFile& file =
          files.csv.emplace(name, parse_csv(*text, path, {}, diagnostics)).first->second;
      find_table_details(file, *text, files.details);
    } else {
      files.yaml.push_back(
          {name.substr(0, name.rfind('.')), path, parse_yaml(*text, path, 1, diagnostics)});
      find_details(files.yaml.back().root, {path, *text}, is_role_of_data, files.details);
    }
  }
  return files;
}

// Reads the file into what it is by its name; whether it is one of these.
bool read_named_file(const YamlFile& file, const Config& config, Date today, SiteData& data,
                     Diagnostics& diagnostics) {
  const auto& [stem, path, root] = file;
  if (stem == "glossary") {
    data.glossary = read_glossary(root, path, diagnostics);
  } else if (stem == "deadlines") {
    data.deadlines = read_deadlines(root, path, diagnostics);
  } else if (stem == "accessibility") {
    data.accessibility = read_accessibility(root, path, today, diagnostics);
  } else if (stem == "search-words") {
    data.search_words = read_search_words(root, path, diagnostics);
  } else if (stem == "law-events") {
    data.law_events = read_law_events(root, path, config, diagnostics);
  } else if (stem == "question-sets") {
    data.question_sets = read_question_sets(root, path, diagnostics);
  } else {
    return false;
  }
  return true;
}

// A CSV file that no table takes its rows from is a table itself.
void read_bare_tables(const CsvFiles& csv_files, const std::set<std::string>& used,
                      DataTables& tables, Diagnostics& diagnostics) {
  for (const auto& [name, file] : csv_files) {
    if (used.contains(name)) continue;
    const std::string stem = name.substr(0, name.rfind('.'));
    if (tables.emplace(stem, read_table(file, diagnostics)).second) continue;
    diagnostics.add("data-duplicate", {file.path, 0, 0, 0},
                    fmt::format("the table \"{}\" is also in {}.yaml", stem, stem),
                    fmt::format("rename one of them, or write rows_from: {} there", name));
  }
}

// YAML that is well-formed and no table, no results and none of the files with names of their own.
void report_unread(const YamlFile& file, Diagnostics& diagnostics) {
  if (file.root.type != YamlType::kMap) return;
  diagnostics.add(
      "data-file-unknown", {file.path, 0, 0, 0},
      fmt::format("nothing reads \"{}.yaml\": it is neither a table nor a year's results",
                  file.stem),
      "a table has columns: or rows_from:, results have question_set:");
}

// `open`: gets the table if it hides nothing, but is of a time, which another may be part of.
void protect_table(const std::string& name, DataTable table, const DisclosureRules& rules,
                   LoadedData& loaded, std::vector<WithheldTable>& open, Diagnostics& diagnostics) {
  const DataTable original = table;
  PublishedTable published = PublishedTable::protect(std::move(table), rules, diagnostics);
  const DisclosureProfile profile =
      original.disclosure.is_strict ? DisclosureProfile::kStrict : rules.profile;
  const bool hides = hides_figures(original, published);
  if (hides || original.about.period) {
    (hides ? loaded.withheld : open).push_back(withheld_table(name, original, published, profile));
  }
  loaded.data.tables.emplace(name, std::move(published));
}

// What hides nothing itself matters where a table of the same kind does.
void add_open_tables(std::vector<WithheldTable> open, std::vector<WithheldTable>& withheld) {
  const std::vector<WithheldTable>::size_type hiding = withheld.size();
  for (WithheldTable& table : open) {
    for (std::size_t i = 0; i < hiding; ++i) {
      const WithheldTable& other = withheld[i];
      const bool is_same =
          table.period && other.period && table.kind == other.kind && table.rows == other.rows;
      if (!is_same) continue;
      withheld.push_back(std::move(table));
      break;
    }
  }
}

// Small counts that pages will hide stand in the files themselves.
void check_clear_counts(const DataFiles& files, const DataTables& tables, const Config& config,
                        Diagnostics& diagnostics) {
  if (config.is_repository_private) return;
  std::map<std::string, Place, std::less<>> places;
  for (const auto& [name, table] : tables) {
    std::optional<Place> place = find_clear_count(table, config.disclosure);
    if (place) places.emplace(place->path, *place);
  }
  for (const YamlFile& file : files.yaml) {
    if (!is_evaluation(file.root)) continue;
    std::optional<Place> place = find_clear_count(file.root, file.path, config.disclosure);
    if (place) places.emplace(file.path, *place);
  }
  report_clear_counts(places, config.disclosure, diagnostics);
}

}  // namespace

LoadedData load_data(const Config& config, Date today, Diagnostics& diagnostics) {
  DataFiles files = read_files(config.site_dir, diagnostics);
  const DisclosureRules rules{config.disclosure, today};
  LoadedData loaded;
  SiteData& data = loaded.data;
  data.details = std::move(files.details);
  DataTables tables;
  std::set<std::string> used;  // CSV files with the rows of a table that YAML describes
  for (const YamlFile& file : files.yaml) {
    if (read_named_file(file, config, today, data, diagnostics)) continue;
    if (!is_table(file.root)) {
      if (!is_evaluation(file.root)) report_unread(file, diagnostics);
      continue;
    }
    for (std::string& name : row_files(file.root)) used.insert(std::move(name));
    tables.emplace(file.stem, read_table(file.root, file.path, files.csv, diagnostics));
  }
  read_bare_tables(files.csv, used, tables, diagnostics);
  for (const auto& [name, table] : tables) check_table(table, diagnostics);
  check_measures(tables, config.calendar, diagnostics);
  check_clear_counts(files, tables, config, diagnostics);

  std::vector<WithheldTable> open;
  // Beyond this point `data` holds no number that may not be published.
  for (const YamlFile& file : files.yaml) {
    if (!is_evaluation(file.root)) continue;
    std::optional<ReadEvaluation> read =
        read_evaluation(file.root, file.path, data.question_sets, rules, diagnostics);
    if (!read) continue;
    data.evaluations.emplace(file.stem, std::move(read->published));
    read->withheld.name = file.stem;
    (has_secret(read->withheld) ? loaded.withheld : open).push_back(std::move(read->withheld));
  }
  for (auto& [name, table] : tables) {
    protect_table(name, std::move(table), rules, loaded, open, diagnostics);
  }
  add_open_tables(std::move(open), loaded.withheld);
  return loaded;
}

}  // namespace signpost
