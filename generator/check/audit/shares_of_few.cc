#include "check/audit/shares_of_few.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "check/audit/number_runs.h"
#include "data/numbers.h"

namespace signpost {
namespace {

constexpr double kFewRoom = 1e-9;

// Returns the whole number that is `percent` of `base`, rounded, or nothing where none or several
// are.
std::optional<std::int64_t> count_of_share(double percent, int decimals, double base) {
  const double half = 0.5 * std::pow(10, -decimals);
  const auto least = static_cast<std::int64_t>(std::ceil((percent - half) * base / 100 - kFewRoom));
  const auto most = static_cast<std::int64_t>(std::floor((percent + half) * base / 100 + kFewRoom));
  if (least != most) return std::nullopt;
  return least;
}

class FewSearch {
 public:
  FewSearch(const PrintedNumbers& printed, DisclosureProfile profile, Diagnostics& diagnostics)
      : printed_(printed), profile_(profile), diagnostics_(diagnostics) {}

  void search() {
    const std::vector<PrintedNumber>& numbers = printed_.numbers;
    for (const NumberRun& run : runs_by_context(numbers)) {
      const bool is_cell = printed_.contexts[numbers[run.first].context].is_cell;
      if (!is_cell) search_sentence(run.first, run.last);
    }
  }

 private:
  static bool is_number_of_people(const SentenceNumber& number) {
    return number.kind == QuantityKind::kCount && number.decimals == 0 && !number.is_measure &&
           number.bound == NumberBound::kNone && number.value > 1;
  }

  void search_sentence(std::size_t first, std::size_t last) {
    for (std::size_t n = first; n < last; ++n) {
      const PrintedNumber& base = printed_.numbers[n];
      if (!is_number_of_people(base.number)) continue;
      if (base.number.is_of_people && base.number.value < kLeastPercentageBase) {
        for (std::size_t m = first; m < last; ++m) search_share(base.number.value, m);
      }
      search_tables(base);
    }
  }

  // "Of our 12 families 75% won."
  void search_share(double base, std::size_t index) {
    const PrintedNumber& share = printed_.numbers[index];
    if (share.number.kind != QuantityKind::kPercent || share.number.value >= 100) return;
    const std::optional<std::int64_t> count =
        count_of_share(share.number.value, share.number.decimals, base);
    const auto rest = static_cast<std::int64_t>(base) - count.value_or(0);
    if (!count || !(is_small_count(*count, profile_) || is_small_count(rest, profile_))) return;
    diagnostics_.add(
        "disclosure-percentage", share.place,
        fmt::format("\"{}%\" of \"{}\" tells that {} are a count of 1 to {}",
                    number_text(share.number.value, share.number.decimals), number_text(base, 0),
                    is_small_count(*count, profile_) ? "they" : "the others",
                    disclosure_threshold(profile_) - 1),
        "leave one of the two numbers out, or write \"most\" or \"a few\"");
  }

  // "We helped with 12 appeals" beside shares of all appeals.
  void search_tables(const PrintedNumber& base) {
    const PrintedContext& context = printed_.contexts[base.context];
    for (const PrintedTable& table : printed_.tables) {
      const bool is_near = std::ranges::find(table.pages, context.page) != table.pages.end();
      if (!is_near || table.own != kNowhere || !counts_base(base.number, *table.table)) continue;
      for (std::size_t c = 1; c < table.table->columns().size(); ++c) {
        const TableColumn& column = table.table->columns()[c];
        if (column.percent == PercentKind::kShare && column.base_key.empty()) {
          search_column(base, *table.table, c);
        }
      }
    }
  }

  // Whether what follows the number is what the table says that its shares are of.
  static bool counts_base(const SentenceNumber& number, const PublishedTable& table) {
    const std::string& base = table.about().base;
    if (base.find_first_of("0123456789") != std::string::npos) return false;
    const std::vector<WordKey> words = read_sentence_numbers(base).words;
    return std::ranges::any_of(number.following, [&](WordKey word) {
      return word != 0 && std::ranges::binary_search(words, word);
    });
  }

  void search_column(const PrintedNumber& base, const PublishedTable& table, std::size_t c) {
    const TableRow* small = nullptr;
    for (const TableRow& row : table.rows()) {
      if (c >= row.cells.size() || !row.cells[c].value) continue;
      const std::optional<std::int64_t> count =
          count_of_share(*row.cells[c].value, row.cells[c].decimals, base.number.value);
      if (!count) return;
      if (small == nullptr && is_small_count(*count, profile_)) small = &row;
    }
    if (small == nullptr) return;
    diagnostics_.add(
        "disclosure-percentage", base.place,
        fmt::format("\"{}\" says of how many the percentages of \"{}\" are, so that \"{}\" in "
                    "\"{}\" is a count of 1 to {}",
                    number_text(base.number.value, 0), table.about().caption,
                    small->cells.front().text, table.columns()[c].title,
                    disclosure_threshold(profile_) - 1),
        "take the number out here, or write it after base: in the table, which then leaves small "
        "shares out");
  }

  const PrintedNumbers& printed_;
  DisclosureProfile profile_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_shares_of_few(const PrintedNumbers& printed, DisclosureProfile profile,
                          Diagnostics& diagnostics) {
  FewSearch(printed, profile, diagnostics).search();
}

}  // namespace signpost
