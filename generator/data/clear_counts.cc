#include "data/clear_counts.h"

#include <fmt/format.h>

#include "data/numbers.h"
#include "data/tables/lines.h"

namespace signpost {
namespace {

// The first small number below the node.
std::optional<Place> first_small(const YamlNode& node, const std::string& path,
                                 DisclosureProfile profile) {
  if (node.type == YamlType::kScalar) {
    const std::optional<Number> number = parse_number(node.text);
    const bool is_count = number && number->decimals == 0;
    if (!is_count || !is_small_count(static_cast<std::int64_t>(number->value), profile)) {
      return std::nullopt;
    }
    return Place{path, node.line, node.column, static_cast<std::uint32_t>(node.text.size())};
  }
  for (const YamlNode& item : node.items) {
    if (std::optional<Place> place = first_small(item, path, profile)) return place;
  }
  for (const YamlEntry& entry : node.entries) {
    if (std::optional<Place> place = first_small(entry.value, path, profile)) return place;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_clear_count(const DataTable& table, DisclosureProfile profile) {
  if (!table.disclosure.protects || table.disclosure.release) return std::nullopt;
  const DisclosureProfile own = table.disclosure.is_strict ? DisclosureProfile::kStrict : profile;
  for (const TableRow& row : table.rows) {
    for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c) {
      const TableCell& cell = row.cells[c];
      if (!cell.value || cell.decimals != 0 || !is_count_column(table, c)) continue;
      if (!is_small_count(static_cast<std::int64_t>(*cell.value), own)) continue;
      return Place{row.path, cell.line, cell.column, static_cast<std::uint32_t>(cell.text.size())};
    }
  }
  return std::nullopt;
}

std::optional<Place> find_clear_count(const YamlNode& evaluation, const std::string& path,
                                      DisclosureProfile profile) {
  if (evaluation.find("release") != nullptr) return std::nullopt;
  for (const std::string_view key : {"replies", "answers", "choices"}) {
    const YamlNode* counts = evaluation.find(key);
    if (counts == nullptr) continue;
    if (std::optional<Place> place = first_small(*counts, path, profile)) return place;
  }
  return std::nullopt;
}

void report_clear_counts(const std::map<std::string, Place, std::less<>>& places,
                         DisclosureProfile profile, Diagnostics& diagnostics) {
  if (places.empty()) return;
  const auto& [path, place] = *places.begin();
  const std::size_t more = places.size() - 1;
  const std::string others =
      more == 0 ? "" : fmt::format(" and {} more {}", more, more == 1 ? "file" : "files");
  diagnostics.add(
      "data-small-counts", place,
      fmt::format("\"{}\"{} {} counts of 1 to {} that all who can read this repository can read",
                  path, others, more == 0 ? "has" : "have", disclosure_threshold(profile) - 1),
      fmt::format("run 'signpost protect {}' and commit what it writes instead; or write "
                  "repository: private in site-config.yaml, if only the service can read the files",
                  path));
}

}  // namespace signpost
