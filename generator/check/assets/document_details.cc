#include "check/assets/document_details.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/assets/line_tables.h"
#include "check/people_counts.h"
#include "privacy/child_names.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxDetails = 20;  // of one file
constexpr std::size_t kMaxLabelBytes = 80;
constexpr std::size_t kMaxGrid = 2'000'000;  // cells of a block of a sheet, empty ones too

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The start of the text, in whole characters.
std::string_view label_of(std::string_view text) {
  text = trimmed(text);
  std::size_t end = std::min(text.size(), kMaxLabelBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

class DetailReport {
 public:
  DetailReport(const PublishedDocument& document, const PublicContacts& contacts,
               Diagnostics& diagnostics)
      : document_(document), contacts_(contacts), diagnostics_(diagnostics) {}

  void look_at(std::string_view text, std::string_view label, const auto& place_of) {
    std::vector<PersonalMatch> matches;
    find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches, label);
    for (PersonalMatch& match : matches) {
      if (is_public(contacts_, nullptr, match.kind, match.value)) continue;
      if (!seen_.emplace(match.kind, std::move(match.value)).second) continue;
      if (seen_.size() > kMaxDetails) {
        last_ = match.kind;
        continue;
      }
      report_detail_of_document(match.kind, text.substr(match.begin, match.end - match.begin),
                                fmt::format("{} of \"{}\"", place_of(), document_.name),
                                document_.place, diagnostics_);
    }
  }

  void add(PersonalKind kind, std::string_view shown, const std::string& place) {
    if (!seen_.emplace(kind, std::string(shown)).second) return;
    if (seen_.size() > kMaxDetails) {
      last_ = kind;
      return;
    }
    report_detail_of_document(kind, shown, fmt::format("{} of \"{}\"", place, document_.name),
                              document_.place, diagnostics_);
  }

  void finish() {
    if (seen_.size() <= kMaxDetails) return;
    report_detail_of_document(last_, "…",
                              fmt::format("and {} more such details are in \"{}\"",
                                          seen_.size() - kMaxDetails, document_.name),
                              document_.place, diagnostics_);
  }

 private:
  const PublishedDocument& document_;
  const PublicContacts& contacts_;
  Diagnostics& diagnostics_;
  std::set<std::pair<PersonalKind, std::string>> seen_;
  PersonalKind last_ = PersonalKind::kPhone;
};

// Whom the cells of each row tell together; the first row of several words has the heads.
void look_at_rows(const DocumentTable& table, DetailReport& report) {
  std::map<std::size_t, std::string> heads;
  for (std::size_t begin = 0, end = 0; begin < table.cells.size(); begin = end) {
    while (end < table.cells.size() && table.cells[end].row == table.cells[begin].row) ++end;
    std::vector<NamedCell> row;
    for (std::size_t i = begin; i < end; ++i) {
      row.push_back({heads[table.cells[i].column], table.cells[i].text});
    }
    if (const std::optional<std::size_t> child = find_child_in_row(row)) {
      const DocumentCell& cell = table.cells[begin + *child];
      report.add(PersonalKind::kInitials, trimmed(cell.text), table.place_of(cell));
    } else if (row.size() > 1 &&
               std::ranges::all_of(heads, [](const auto& head) { return head.second.empty(); })) {
      const bool is_head = std::none_of(row.begin(), row.end(),
                                        [](const NamedCell& cell) { return has_digit(cell.text); });
      for (std::size_t i = begin; is_head && i < end; ++i) {
        heads[table.cells[i].column] = label_of(table.cells[i].text);
      }
    }
  }
}

// A cell is called what stands in words above it, and at the beginning of its row.
void look_at_table(const DocumentTable& table, DetailReport& report) {
  std::map<std::size_t, std::string> heads;  // by column
  std::string row_name, label;
  const DocumentCell* first = nullptr;
  for (const DocumentCell& cell : table.cells) {
    const bool is_first = first == nullptr || first->row != cell.row;
    if (is_first) {
      first = &cell;
      row_name = has_digit(cell.text) ? "" : label_of(cell.text);
    }
    const auto head = heads.find(cell.column);
    label = head == heads.end() ? "" : head->second;
    if (!is_first && !row_name.empty()) label += " " + row_name;
    report.look_at(cell.text, label, [&] { return table.place_of(cell); });
    if (!has_digit(cell.text)) heads[cell.column] = label_of(cell.text);
  }
}

// The rows of a sheet between two empty ones, as lists of its cells.
using SheetBlock = std::vector<std::vector<const DocumentCell*>>;

std::vector<SheetBlock> blocks_of(const DocumentTable& table) {
  std::vector<SheetBlock> blocks;
  std::size_t last_row = 0;
  for (const DocumentCell& cell : table.cells) {
    const bool is_new = blocks.empty() || cell.row > last_row + 1;
    if (is_new) blocks.emplace_back();
    if (is_new || cell.row != last_row) blocks.back().emplace_back();
    blocks.back().back().push_back(&cell);
    last_row = cell.row;
  }
  return blocks;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

// Whether a row has names of columns: no figures but years.
bool is_head(const std::vector<const DocumentCell*>& row) {
  return std::ranges::none_of(row, [](const DocumentCell* cell) {
    return is_word_count(trimmed(cell->text)) && !is_year(trimmed(cell->text));
  });
}

// The block as a table of words, with its columns numbered anew; nothing where it is too large.
// Rows of a single cell before the head are its caption.
struct BlockTable {
  WordTable words;
  std::size_t first_row = 0;  // of the block, which is the first of `words`
  std::vector<std::size_t> columns;
};
std::optional<BlockTable> read_block(const SheetBlock& block, std::string& caption) {
  BlockTable table;
  std::set<std::size_t> columns;
  for (const auto& row : block) {
    for (const DocumentCell* cell : row) columns.insert(cell->column);
  }
  table.columns.assign(columns.begin(), columns.end());
  if (block.size() * table.columns.size() > kMaxGrid) return std::nullopt;
  const auto words_of = [&](const std::vector<const DocumentCell*>& row) {
    std::vector<std::string> words(table.columns.size());
    for (const DocumentCell* cell : row) {
      const auto at = std::ranges::lower_bound(table.columns, cell->column);
      words[static_cast<std::size_t>(at - table.columns.begin())] = trimmed(cell->text);
    }
    return words;
  };
  std::size_t next = 0;
  for (; next < block.size() && block[next].size() == 1; ++next) {
    if (is_word_count(trimmed(block[next][0]->text))) break;
    caption = label_of(block[next][0]->text);
  }
  table.words.caption = caption;
  if (next < block.size() && is_head(block[next])) table.words.heads = words_of(block[next++]);
  table.first_row = next;
  for (; next < block.size(); ++next) table.words.rows.push_back(words_of(block[next]));
  return table;
}

// The cell that counts people, and what its column is called.
struct FoundCount {
  const DocumentCell* cell = nullptr;
  std::string head;
  bool is_small = false;
};

std::optional<FoundCount> find_count(const DocumentTable& table, DisclosureProfile profile) {
  std::optional<FoundCount> first;
  std::string caption = table.is_sheet ? table.name : "";
  for (const SheetBlock& block : blocks_of(table)) {
    const std::optional<BlockTable> words = read_block(block, caption);
    if (!words) continue;
    const std::optional<PeopleCount> found = find_people_count(words->words, profile);
    if (!found || (first && (first->is_small || !found->is_small))) continue;
    const auto& row = block[words->first_row + found->row];
    const auto cell = std::ranges::find(row, words->columns[found->column], &DocumentCell::column);
    first = FoundCount{*cell, found->head, found->is_small};
  }
  return first;
}

}  // namespace

void check_document_details(const PublishedDocument& document, const PublicContacts& contacts,
                            Diagnostics& diagnostics) {
  DetailReport report(document, contacts, diagnostics);
  for (const DocumentPiece& piece : document.text.pieces) {
    report.look_at(piece.text, "", [&] { return piece.place; });
  }
  for (const DocumentTable& table : document.text.tables) {
    look_at_table(table, report);
    look_at_rows(table, report);
  }
  for (const DocumentPiece& piece : document.text.unseen) {
    report.look_at(piece.text, "", [&] { return piece.place; });
  }
  report.finish();
  if (document.text.unread.empty()) return;
  diagnostics.add("asset-unread", document.place,
                  fmt::format("\"{}\" {}, so nothing looks at what it says", document.name,
                              document.text.unread),
                  "make it anew from the document that it was made of, or read it through "
                  "yourself and say so in allow:");
}

void check_document_counts(const PublishedDocument& document, DisclosureProfile profile,
                           Diagnostics& diagnostics) {
  constexpr char kHelp[] =
      "put the figures into content/_data and show them with :::table, whose own download has no "
      "small counts; or say in allow: who decided to publish them, and why";
  std::vector<DocumentTable> tables = tables_of_lines(document.text);
  tables.insert(tables.begin(), document.text.tables.begin(), document.text.tables.end());
  for (const DocumentTable& table : tables) {
    const std::optional<FoundCount> found = find_count(table, profile);
    if (!found) continue;
    // No figure: messages have more readers than the file.
    const std::string shown =
        fmt::format("the figure under \"{}\" {} of \"{}\"", label_of(found->head),
                    table.place_of(*found->cell), document.name);
    if (found->is_small) {
      diagnostics.add("asset-small-counts", document.place,
                      fmt::format("{} is a count of 1 to {}, which may tell who the people are",
                                  shown, disclosure_threshold(profile) - 1),
                      kHelp);
    } else {
      diagnostics.add("asset-people-counts", document.place,
                      fmt::format("{} counts people in a file, where small counts are not looked "
                                  "after",
                                  shown),
                      kHelp);
    }
  }
}

}  // namespace signpost
