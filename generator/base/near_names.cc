#include "base/near_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMaxCompared = 500;
constexpr std::size_t kMinShared = 2;  // letters at the beginning or end

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

using Row = std::array<std::uint8_t, kLongestName + 1>;

// Returns the optimal string alignment distance (Damerau-Levenshtein without moved pairs being
// edited again), ignoring ASCII case, or `limit` where it is that or more. Both words are at most
// kLongestName bytes.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) >= limit) return limit;
  Row before_last{};
  Row last{};
  Row current{};
  std::iota(last.begin(), last.end(), std::uint8_t{0});
  std::size_t last_least = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<std::uint8_t>(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      const std::size_t kept = last[j - 1] + (same ? 0U : 1U);
      std::size_t best =
          std::min({last[j] + std::size_t{1}, current[j - 1] + std::size_t{1}, kept});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1])) {
        best = std::min<std::size_t>(best, before_last[j - 2] + 1);
      }
      current[j] = static_cast<std::uint8_t>(best);
      least = std::min(least, best);
    }
    if (least >= limit && last_least >= limit) return limit;
    last_least = least;
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return std::min<std::size_t>(last[b.size()], limit);
}

// The nearest so far of the candidates that are shown to it, the first of those that are as near.
class Nearest {
 public:
  explicit Nearest(std::string_view word)
      : word_(word), distance_(std::max<std::size_t>(word.size() / 3, 1) + 1) {}

  void try_name(std::string_view name, std::size_t index) {
    if (word_.size() > kLongestName || name.size() > kLongestName) return;
    // A one-letter word is near to everything of one letter: it must be the same.
    const std::size_t limit = word_.size() < 2 ? 1 : distance_;
    const std::size_t distance = edit_distance(word_, name, std::min(limit, distance_));
    if (distance >= std::min(limit, distance_)) return;
    distance_ = distance;
    index_ = index;
  }
  [[nodiscard]] std::size_t index_or(std::size_t otherwise) const {
    return index_ == kNone ? otherwise : index_;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view word_;
  std::size_t distance_;
  std::size_t index_ = kNone;
};

bool is_less(std::string_view a, std::string_view b) {
  return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

bool is_less_backwards(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend(),
                                      [](char x, char y) { return lower(x) < lower(y); });
}

bool shares_beginning(std::string_view a, std::string_view b) {
  return a.size() >= kMinShared && b.size() >= kMinShared &&
         std::equal(a.begin(), a.begin() + kMinShared, b.begin(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool shares_end(std::string_view a, std::string_view b) {
  return a.size() >= kMinShared && b.size() >= kMinShared &&
         std::equal(a.rbegin(), a.rbegin() + kMinShared, b.rbegin(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// Calls `visit` with the indices around `at` in `order`, nearest first, as long as `shares` says
// that they may be meant.
template <typename Shares, typename Visit>
void visit_around(std::span<const std::size_t> order, std::size_t at, Shares shares, Visit visit) {
  std::size_t count = 0;
  for (std::size_t i = at; i < order.size() && count < kMaxCompared / 2 && shares(order[i]); ++i) {
    visit(order[i]);
    ++count;
  }
  for (std::size_t i = at; i > 0 && count < kMaxCompared && shares(order[i - 1]); --i) {
    visit(order[i - 1]);
    ++count;
  }
}

}  // namespace

NearNames::NearNames(std::vector<std::string_view> names) : names_(std::move(names)) {
  if (names_.size() <= kMaxCompared) return;
  by_beginning_.resize(names_.size());
  std::iota(by_beginning_.begin(), by_beginning_.end(), std::size_t{0});
  by_end_ = by_beginning_;
  std::ranges::stable_sort(by_beginning_, is_less, [&](std::size_t i) { return names_[i]; });
  std::ranges::stable_sort(by_end_, is_less_backwards, [&](std::size_t i) { return names_[i]; });
}

std::size_t NearNames::find(std::string_view word) const {
  Nearest nearest(word);
  if (by_beginning_.empty()) {
    for (std::size_t i = 0; i < names_.size(); ++i) nearest.try_name(names_[i], i);
    return nearest.index_or(names_.size());
  }
  const auto name_of = [&](std::size_t i) { return names_[i]; };
  const auto visit = [&](std::size_t i) { nearest.try_name(names_[i], i); };
  const auto beginning = std::ranges::lower_bound(by_beginning_, word, is_less, name_of);
  visit_around(
      by_beginning_, static_cast<std::size_t>(beginning - by_beginning_.begin()),
      [&](std::size_t i) { return shares_beginning(names_[i], word); }, visit);
  const auto end = std::ranges::lower_bound(by_end_, word, is_less_backwards, name_of);
  visit_around(
      by_end_, static_cast<std::size_t>(end - by_end_.begin()),
      [&](std::size_t i) { return shares_end(names_[i], word); }, visit);
  return nearest.index_or(names_.size());
}

std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates) {
  Nearest nearest(word);
  for (std::size_t i = 0; i < candidates.size(); ++i) nearest.try_name(candidates[i], i);
  const std::size_t found = nearest.index_or(candidates.size());
  return found == candidates.size() ? "" : std::string(candidates[found]);
}

}  // namespace signpost
