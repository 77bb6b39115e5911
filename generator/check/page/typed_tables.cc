// Tables that are typed into a page: counts of people in them are not looked after.
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/introductions.h"
#include "check/page/page_checks.h"
#include "check/people_counts.h"

namespace signpost {
namespace {

// A table of a page, with the nodes of its rows by row and column.
struct TypedTable {
  WordTable words;
  std::vector<std::vector<const Node*>> nodes;
};

TypedTable read_typed_table(const Document& document, std::uint32_t table) {
  const std::vector<Node>& nodes = document.nodes;
  TypedTable typed;
  for (std::uint32_t row = nodes[table].first_child; row != kNoNode; row = nodes[row].next) {
    std::vector<std::string> words;
    std::vector<const Node*> places;
    for (std::uint32_t cell = nodes[row].first_child; cell != kNoNode; cell = nodes[cell].next) {
      // The cell begins at its stroke, its words behind it.
      const std::uint32_t first = nodes[cell].first_child;
      const bool has_place = first != kNoNode && nodes[first].column != 0;
      words.emplace_back(trimmed(plain_text(document, cell)));
      places.push_back(&nodes[has_place ? first : cell]);
    }
    if ((nodes[row].flags & kHeaderRow) != 0) {
      typed.words.heads = std::move(words);
    } else {
      typed.words.rows.push_back(std::move(words));
      typed.nodes.push_back(std::move(places));
    }
  }
  return typed;
}

}  // namespace

void check_typed_tables(const PageInput& input, Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  const DisclosureProfile profile = input.site.config->disclosure;
  const std::vector<std::uint32_t> before = blocks_before(input.document);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != NodeKind::kTable) continue;
    TypedTable table = read_typed_table(input.document, i);
    table.words.caption = introduction_of(input.document, before[i]);
    const std::optional<PeopleCount> found = find_people_count(table.words, profile);
    if (!found) continue;
    const std::string& text = table.words.rows[found->row][found->column];
    const Node& node = *table.nodes[found->row][found->column];
    const Place place{input.page.source_path, node.line, node.column,
                      static_cast<std::uint32_t>(text.size())};
    constexpr char kHelp[] =
        "put the figures into a file of content/_data, and write :::table and its name here";
    if (found->is_small) {
      // A count that names its row itself is not repeated.
      const std::string row = found->column == 0 ? "A row" : table.words.rows[found->row][0];
      diagnostics.add("table-small-count", place,
                      fmt::format("\"{}\" under \"{}\" is a count of 1 to {}, which may tell who "
                                  "the people are",
                                  row, found->head, disclosure_threshold(profile) - 1),
                      kHelp);
    } else {
      diagnostics.add("table-people", place,
                      fmt::format("\"{}\" under \"{}\" counts people in a typed table, where "
                                  "small counts are not looked after",
                                  text, found->head),
                      kHelp);
    }
  }
}

}  // namespace signpost
