#include "reach/log_merge.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace signpost {

LogMerge::LogMerge(const std::vector<std::string>& paths) {
  sources_.resize(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Source& source = sources_[i];
    source.counts.name = paths[i];
    look_ahead(source);
    const bool is_input = paths[i] == "-";  // cannot be opened again
    if (source.first) {
      (is_input ? open_ : waiting_).push_back(i);
    }
    if (source.first && !is_input) {
      source.file.reset();
      source.counts = {};
      source.counts.name = paths[i];
    }
  }
  std::sort(waiting_.begin(), waiting_.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(*sources_[a].first, a) > std::pair(*sources_[b].first, b);
  });
}

void LogMerge::look_ahead(Source& source) {
  source.file.emplace(source.counts.name);
  if (advance(source)) source.first = source.line.time;
}

bool LogMerge::advance(Source& source) {
  LogCounts& counts = source.counts;
  for (;;) {
    std::string_view text;
    const LogRead read = source.file->next(text);
    if (read != LogRead::kLine && read != LogRead::kTooLong) {
      counts.end = read;
      source.file.reset();
      return false;
    }
    ++counts.lines;
    const std::optional<LogLine> line =
        read == LogRead::kLine ? parse_log_line(text) : std::nullopt;
    if (line) {
      source.line = *line;
      return true;
    }
    ++counts.malformed;
    if (counts.first_malformed == 0) counts.first_malformed = counts.lines;
  }
}

const LogLine* LogMerge::next() {
  if (has_given_ && !advance(sources_[given_])) {
    open_.erase(std::find(open_.begin(), open_.end(), given_));
  }
  has_given_ = false;
  const auto is_earlier = [&](std::size_t a, std::size_t b) {
    return std::pair(sources_[a].line.time, a) < std::pair(sources_[b].line.time, b);
  };
  for (;;) {
    const auto earliest = std::min_element(open_.begin(), open_.end(), is_earlier);
    const bool is_next_due =
        !waiting_.empty() && (earliest == open_.end() ||
                              *sources_[waiting_.back()].first <= sources_[*earliest].line.time);
    if (!is_next_due) {
      if (earliest == open_.end()) return nullptr;
      given_ = *earliest;
      has_given_ = true;
      return &sources_[given_].line;
    }
    const std::size_t index = waiting_.back();
    waiting_.pop_back();
    Source& source = sources_[index];
    source.file.emplace(source.counts.name);
    if (advance(source)) open_.push_back(index);
  }
}

std::vector<LogCounts> LogMerge::counts() const {
  std::vector<LogCounts> all;
  for (const Source& source : sources_) all.push_back(source.counts);
  return all;
}

}  // namespace signpost
