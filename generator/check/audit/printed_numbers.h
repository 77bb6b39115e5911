// Every number that the site publishes, with what it stands beside: cells of tables, captions and
// notes, sentences, alternative texts, front matter, the glossary, results of evaluations. Internal
// to this room.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "check/audit/sentence_numbers.h"
#include "check/checks.h"

namespace signpost {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// A sentence, a cell of a table of data, or a row of a table that is typed (`is_row`). `own`: the
// withheld table that it belongs to or describes, `row` and `column` its cell there; else kNowhere.
// `is_translated`: not in the site's own language, whose words the tables have.
struct PrintedContext {
  SentenceNumbers said;  // but for `numbers`
  std::size_t page = kNowhere;
  std::size_t own = kNowhere, row = kNowhere, column = kNowhere;
  std::string_view measure = {};  // of a cell's row
  bool is_total = false;          // of a cell that may be the sum of others
  std::string_view added = {};    // the column whose cells somebody may add up to the number
  bool is_cell = false, is_row = false, is_translated = false;
  bool is_name = false;  // of a row
};

struct PrintedNumber {
  SentenceNumber number;
  std::size_t context = 0;
  Place place;
};

// A table that `pages` show; `own`: the withheld one that it is, or kNowhere.
struct PrintedTable {
  const PublishedTable* table = nullptr;
  std::size_t own = kNowhere;
  std::vector<std::size_t> pages = {};
};

struct PrintedNumbers {
  std::vector<PrintedContext> contexts;
  std::vector<PrintedNumber> numbers;                   // those of a context follow each other
  std::set<std::pair<std::size_t, std::size_t>> shows;  // a page and a withheld table on it
  std::vector<PrintedTable> tables;
  bool is_complete = true;  // else there are more than can be looked at
};

// Returns the numbers of the site. `withheld`: the tables whose counts are looked for, by index.
PrintedNumbers collect_printed_numbers(const SiteInput& input,
                                       std::span<const WithheldTable> withheld);

}  // namespace signpost
