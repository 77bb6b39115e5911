#include "disclosure/share_base.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "disclosure/disclosure.h"

namespace signpost {
namespace {

constexpr std::int64_t kFewestPeople = 5;
constexpr std::int64_t kMostPeople = 1000;
// More rows than this say no more, but take longer.
constexpr std::size_t kMostShares = 24;
constexpr double kRoom = 1e-9;  // of what a double cannot hold

struct CountRange {
  std::int64_t low = 0, high = 0;
};

// The counts of `people` that are printed as the share; low > high where there is none.
CountRange counts_of_share(const PrintedShare& share, std::int64_t people) {
  const double half = 0.5 * std::pow(10, -share.decimals);
  const double base = static_cast<double>(people) / 100;
  CountRange range{static_cast<std::int64_t>(std::ceil((share.percent - half) * base - kRoom)),
                   static_cast<std::int64_t>(std::floor((share.percent + half) * base + kRoom))};
  range.low = std::max<std::int64_t>(range.low, share.percent > 0 ? 1 : 0);
  range.high = std::min(range.high, people);
  return range;
}

// Returns in how many ways counts from the ranges add up to `people`, or to no more.
double ways_to_divide(std::span<const CountRange> ranges, std::int64_t people, bool is_closed) {
  std::int64_t least = 0;
  for (const CountRange& range : ranges) least += range.low;
  std::vector<double> ways = {1};  // by what is above the least
  for (const CountRange& range : ranges) {
    const auto room = static_cast<std::size_t>(range.high - range.low);
    std::vector<double> next(ways.size() + room);
    for (std::size_t i = 0; i < ways.size(); ++i) {
      for (std::size_t j = 0; j <= room; ++j) next[i + j] += ways[i];
    }
    ways = std::move(next);
  }
  double found = 0;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::int64_t sum = least + static_cast<std::int64_t>(i);
    if (is_closed ? sum == people : sum <= people) found += ways[i];
  }
  return found;
}

// How likely it is that the shares are of `people`, but for a factor.
double weight_of(std::span<const CountRange> ranges, std::int64_t people, bool is_whole,
                 bool is_closed) {
  const double prior = 1 / static_cast<double>(people);
  double weight = 1;
  if (!is_whole) {  // each for itself: 0 to `people`
    for (const CountRange& range : ranges) {
      weight *= static_cast<double>(range.high - range.low + 1) / static_cast<double>(people + 1);
    }
    return prior * weight;
  }
  weight = ways_to_divide(ranges, people, is_closed);
  // All ways: people + parts - 1 over parts - 1.
  const std::size_t parts = ranges.size() + (is_closed ? 0 : 1);
  for (std::size_t i = 1; i < parts; ++i) {
    weight *= static_cast<double>(i) / static_cast<double>(people + static_cast<std::int64_t>(i));
  }
  return prior * weight;
}

bool are_closed(std::span<const PrintedShare> shares) {
  double rest = 100, room = kRoom;
  for (const PrintedShare& share : shares) {
    rest -= share.percent;
    room += 0.5 * std::pow(10, -share.decimals);
  }
  return std::abs(rest) <= room;
}

}  // namespace

std::optional<std::size_t> find_telling_share(std::span<const PrintedShare> shares, bool is_whole,
                                              std::int64_t threshold) {
  shares = shares.first(std::min(shares.size(), kMostShares));
  const bool is_closed = is_whole && are_closed(shares);
  double all = 0;
  // By share, then by count from 0.
  std::vector<std::vector<double>> small(shares.size(),
                                         std::vector<double>(static_cast<std::size_t>(threshold)));
  std::vector<CountRange> ranges(shares.size());
  for (std::int64_t people = kFewestPeople; people <= kMostPeople; ++people) {
    bool fits = true;
    for (std::size_t i = 0; i < shares.size() && fits; ++i) {
      ranges[i] = counts_of_share(shares[i], people);
      fits = ranges[i].low <= ranges[i].high;
    }
    if (!fits) continue;
    const double weight = weight_of(ranges, people, is_whole, is_closed);
    all += weight;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const double each = weight / static_cast<double>(ranges[i].high - ranges[i].low + 1);
      for (std::int64_t count = ranges[i].low; count <= std::min(ranges[i].high, threshold - 1);
           ++count) {
        small[i][static_cast<std::size_t>(count)] += each;
      }
    }
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    small[i][0] = 0;
    std::sort(small[i].begin(), small[i].end(), std::greater<>());
    if (all > 0 && 2 * (small[i][0] + small[i][1]) >= all) return i;
  }
  return std::nullopt;
}

}  // namespace signpost
