// Tables that are typed into a page: counts of people in them are not looked after.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "disclosure/disclosure.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestCount = 6;  // figures

// Words that people are counted by, and what is counted one a person.
bool is_people_word(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"adults",     "appeals",     "appeal",     "assessments",  "attendees", "babies",
       "boys",       "callers",     "carers",     "cases",        "casework",  "children",
       "clients",    "complaints",  "ehcps",      "enquirers",    "enquiries", "exclusions",
       "families",   "fathers",     "girls",      "grandparents", "hearings",  "households",
       "learners",   "mothers",     "parents",    "participants", "patients",  "people",
       "plans",      "pupils",      "referrals",  "respondents",  "responses", "siblings",
       "students",   "suspensions", "teenagers",  "tribunals",    "users",     "volunteers",
       "women",      "men",         "mediations", "reviews",      "requests",  "attended",
       "attendance", "child",       "family",     "parent",       "pupil",     "person",
       "persons",    "replies",     "clients'",   "supported",    "helped",    "claims"});
  return std::ranges::find(kWords, word) != kWords.end();
}

// What else figures can be, although people are named beside them.
bool is_measure_word(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"age",     "aged",       "ages",  "budget",   "bus",       "capacity",  "cost",     "costs",
       "date",    "day",        "days",  "deadline", "distance",  "fee",       "fees",     "fits",
       "floor",   "from",       "hour",  "hours",    "items",     "length",    "limit",    "max",
       "maximum", "mile",       "miles", "minimum",  "minutes",   "mins",      "money",    "month",
       "months",  "most",       "order", "page",     "pages",     "paragraph", "pay",      "per",
       "percent", "percentage", "phone", "places",   "price",     "ratio",     "room",     "rooms",
       "route",   "score",      "seats", "section",  "sections",  "sessions",  "share",    "size",
       "stage",   "step",       "steps", "tel",      "telephone", "term",      "terms",    "time",
       "times",   "to",         "wait",  "week",     "weeks",     "when",      "width",    "year",
       "years",   "zone",       "rate",  "staff",    "needed",    "questions", "question", "mark",
       "marks",   "points",     "level", "version",  "part",      "chapter",   "spaces",   "stop"});
  return std::ranges::find(kWords, word) != kWords.end();
}

// Heads that say that the column counts, not what.
bool is_bare_head(std::string_view head) {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"", "number", "numbers", "count", "total", "how many", "no.", "no", "n", "#", "all",
       "figure", "figures", "in total", "this year", "last year", "so far"});
  if (std::ranges::find(kHeads, head) != kHeads.end()) return true;
  // A year, a quarter or a month: "2024-25", "Q1", "April 2026".
  const std::size_t digits = static_cast<std::size_t>(
      std::ranges::count_if(head, [](char c) { return c >= '0' && c <= '9'; }));
  return digits > 0 && (digits >= 4 || head.starts_with('q'));
}

std::vector<std::string> words_in_small_letters(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : ascii_lower(text)) {
    if ((c >= 'a' && c <= 'z') || c == '\'') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool names_people(std::string_view text) {
  return std::ranges::any_of(words_in_small_letters(text), is_people_word);
}
bool names_measure(std::string_view text) {
  return text.find_first_of("%\xC2") != text.npos ||  // "£" begins with C2
         std::ranges::any_of(words_in_small_letters(text), is_measure_word);
}

struct TypedCell {
  std::string text;
  const Node* node = nullptr;
};
using TypedRow = std::vector<TypedCell>;

// The count in a cell: "1,240", "3 families".
struct TypedCount {
  std::int64_t value = 0;
  bool says_people = false;
};

std::optional<TypedCount> count_in(std::string_view text) {
  TypedCount count;
  std::size_t digits = 0;
  std::size_t i = 0;
  for (; i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == ','); ++i) {
    if (text[i] == ',') continue;
    if (++digits > kLongestCount) return std::nullopt;
    count.value = count.value * 10 + (text[i] - '0');
  }
  if (digits == 0 || (text[0] == '0' && digits > 1)) return std::nullopt;
  const std::string_view rest = trimmed(text.substr(i));
  if (rest.empty()) return count;
  const std::vector<std::string> words = words_in_small_letters(rest);
  count.says_people = words.size() <= 2 && !words.empty() && text[i] == ' ' &&
                      is_people_word(words.back()) && !names_measure(rest);
  return count.says_people ? std::optional(count) : std::nullopt;
}

// 1, 2, 3 …, or nothing but years.
bool is_numbering(const std::vector<TypedRow>& rows, std::size_t column) {
  std::int64_t next = 1;
  bool is_sequence = true;
  bool are_years = true;
  for (const TypedRow& row : rows) {
    const std::optional<TypedCount> count =
        column < row.size() ? count_in(row[column].text) : std::nullopt;
    if (!count) return false;
    is_sequence = is_sequence && count->value == next++;
    are_years = are_years && count->value >= 1900 && count->value <= 2100;
  }
  return (is_sequence && column == 0) || are_years;
}

class TypedTable {
 public:
  TypedTable(const Document& document, std::uint32_t table) {
    const std::vector<Node>& nodes = document.nodes;
    for (std::uint32_t row = nodes[table].first_child; row != kNoNode; row = nodes[row].next) {
      TypedRow cells;
      for (std::uint32_t cell = nodes[row].first_child; cell != kNoNode; cell = nodes[cell].next) {
        // The cell begins at its stroke, its words behind it.
        const std::uint32_t first = nodes[cell].first_child;
        const bool has_place = first != kNoNode && nodes[first].column != 0;
        cells.push_back(
            {std::string(trimmed(plain_text(document, cell))), &nodes[has_place ? first : cell]});
      }
      const bool is_header = (nodes[row].flags & kHeaderRow) != 0;
      (is_header ? heads_ : rows_.emplace_back()) = std::move(cells);
    }
  }

  // The first count of people, or the first small one where there is one.
  struct Finding {
    const TypedCell* cell = nullptr;
    std::string column;
    bool is_small = false;
  };
  [[nodiscard]] Finding find(std::string_view caption, DisclosureProfile profile) const {
    Finding first;
    for (std::size_t c = 0; c < heads_.size(); ++c) {
      if (is_numbering(rows_, c)) continue;
      for (const TypedRow& row : rows_) {
        if (c >= row.size() || !is_count_of_people(row, c, caption)) continue;
        const bool is_small = is_small_count(count_in(row[c].text)->value, profile);
        if (first.cell == nullptr || (is_small && !first.is_small)) {
          first = {&row[c], heads_[c].text.empty() ? row[0].text : heads_[c].text, is_small};
        }
      }
    }
    return first;
  }

 private:
  [[nodiscard]] bool is_count_of_people(const TypedRow& row, std::size_t column,
                                        std::string_view caption) const {
    const std::optional<TypedCount> count = count_in(row[column].text);
    if (!count) return false;
    if (count->says_people) return true;
    const std::string head = ascii_lower(heads_[column].text);
    const bool is_year = head == "this year" || head == "last year";
    if (!is_year && names_measure(head)) return false;
    if (names_people(head)) return true;
    if (column == 0 || !is_bare_head(head) || names_measure(row[0].text)) return false;
    return names_people(row[0].text) || names_people(heads_[0].text) || names_people(caption);
  }

  TypedRow heads_;
  std::vector<TypedRow> rows_;
};

// The words before a table that introduce it: the paragraph before it that ends with a colon.
std::string caption_of(const Document& document, std::uint32_t before) {
  if (before == kNoNode || document.nodes[before].kind != NodeKind::kParagraph) return "";
  std::string words = plain_text(document, before);
  return trimmed(words).ends_with(':') ? words : "";
}

}  // namespace

void check_typed_tables(const PageInput& input, Diagnostics& diagnostics) {
  const std::vector<Node>& nodes = input.document.nodes;
  const DisclosureProfile profile = input.site.config->disclosure;
  for (const Node& parent : nodes) {
    std::uint32_t before = kNoNode;
    for (std::uint32_t i = parent.first_child; i != kNoNode; before = i, i = nodes[i].next) {
      if (nodes[i].kind != NodeKind::kTable) continue;
      const TypedTable table(input.document, i);
      const TypedTable::Finding found = table.find(caption_of(input.document, before), profile);
      if (found.cell == nullptr) continue;
      const Place place{input.page.source_path, found.cell->node->line, found.cell->node->column,
                        static_cast<std::uint32_t>(found.cell->text.size())};
      constexpr char kHelp[] =
          "put the figures into a file of content/_data, and write :::table and its name here";
      if (found.is_small) {
        diagnostics.add(
            "table-small-count", place,
            fmt::format("\"{}\" under \"{}\" is a count of 1 to {}, which may tell who "
                        "the people are",
                        found.cell->text, found.column, disclosure_threshold(profile) - 1),
            kHelp);
      } else {
        diagnostics.add("table-people", place,
                        fmt::format("\"{}\" under \"{}\" counts people in a typed table, where "
                                    "small counts are not looked after",
                                    found.cell->text, found.column),
                        kHelp);
      }
    }
  }
}

}  // namespace signpost
