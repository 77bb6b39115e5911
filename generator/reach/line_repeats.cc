#include "reach/line_repeats.h"

#include <algorithm>
#include <functional>
#include <string>

#include <fmt/format.h>

namespace signpost {
namespace {

// Within a log lines are out of order by as long as an answer takes.
constexpr std::chrono::minutes kRemembered{5};

std::uint64_t hash_of_line(const LogLine& line) {
  const std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}", line.time.time_since_epoch().count(), line.address,
                  line.method, line.target, line.status, line.user_agent);
  return std::hash<std::string>{}(text);
}

}  // namespace

void LineRepeats::forget_old() {
  while (!order_.empty() && order_.front().first + kRemembered < newest_) {
    lines_.erase(order_.front().second);
    order_.pop_front();
  }
}

std::optional<std::size_t> LineRepeats::seen_before(const LogLine& line, std::size_t source,
                                                    bool remembers) {
  newest_ = std::max(newest_, line.time);
  forget_old();
  const std::uint64_t hash = hash_of_line(line);
  auto found = lines_.find(hash);
  if (found == lines_.end()) {
    if (!remembers) return std::nullopt;
    found = lines_.emplace(hash, Seen{source, {}, 0}).first;
    order_.emplace_back(newest_, hash);
  }
  Seen& seen = found->second;
  auto own = std::find_if(seen.counts.begin(), seen.counts.end(),
                          [&](const auto& count) { return count.first == source; });
  if (own == seen.counts.end()) own = seen.counts.insert(own, {source, 0});
  if (++own->second <= seen.given) return seen.first_source;
  seen.given = own->second;
  return std::nullopt;
}

}  // namespace signpost
