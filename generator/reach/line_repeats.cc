#include "reach/line_repeats.h"

#include <algorithm>
#include <functional>
#include <string>

#include <fmt/format.h>

namespace signpost {
namespace {

// Within a log lines are out of order by as long as an answer takes.
constexpr std::chrono::minutes kRemembered{5};

std::string text_of_line(const LogLine& line) {
  return fmt::format("{}\n{}\n{}\n{}\n{}", line.time.time_since_epoch().count(), line.address,
                     line.method, line.target, line.status);
}

}  // namespace

void LineRepeats::forget_old() {
  while (!order_.empty() && order_.front().first + kRemembered < newest_) {
    lines_.erase(order_.front().second);
    bare_lines_.erase(order_.front().second);
    order_.pop_front();
  }
}

std::optional<std::size_t> LineRepeats::seen_before(const LogLine& line, std::size_t source,
                                                    bool remembers) {
  newest_ = std::max(newest_, line.time);
  forget_old();
  const std::string text = text_of_line(line);
  const std::uint64_t hash = std::hash<std::string>{}(fmt::format("{}\n{}", text, line.user_agent));
  const std::uint64_t bare_hash = std::hash<std::string>{}(text);
  auto found = lines_.find(hash);
  if (found == lines_.end()) {
    // The same line may have come with an agent, or without one.
    if (!remembers) return seen_bare(line.names_agent, bare_hash, source, false);
    found = lines_.emplace(hash, Seen{source, {}, 0}).first;
    order_.emplace_back(newest_, hash);
  }
  Seen& seen = found->second;
  auto own = std::find_if(seen.counts.begin(), seen.counts.end(),
                          [&](const auto& count) { return count.first == source; });
  if (own == seen.counts.end()) own = seen.counts.insert(own, {source, 0});
  if (++own->second <= seen.given) return seen.first_source;
  seen.given = own->second;
  return seen_bare(line.names_agent, bare_hash, source, remembers);
}

std::optional<std::size_t> LineRepeats::seen_bare(bool names_agent, std::uint64_t hash,
                                                  std::size_t source, bool remembers) {
  auto found = bare_lines_.find(hash);
  if (found == bare_lines_.end()) {
    if (!remembers) return std::nullopt;
    found = bare_lines_.emplace(hash, Bare{source, 0, 0}).first;
    order_.emplace_back(newest_, hash);
  }
  Bare& seen = found->second;
  std::uint32_t& own = names_agent ? seen.named : seen.nameless;
  const std::uint32_t other = names_agent ? seen.nameless : seen.named;
  return ++own <= other ? std::optional(seen.first_source) : std::nullopt;
}

}  // namespace signpost
