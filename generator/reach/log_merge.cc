#include "reach/log_merge.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace signpost {

LogMerge::LogMerge(const std::vector<std::string>& paths, std::optional<LogFormat> format)
    : format_(format) {
  sources_.resize(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Source& source = sources_[i];
    source.counts.name = paths[i];
    open(source);
    if (advance(source)) source.first = source.line.time;
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

void LogMerge::open(Source& source) const {
  source.file.emplace(source.counts.name);
  source.parser.emplace(format_);
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
    const LineKind kind =
        read == LogRead::kLine ? source.parser->parse(text, source.line) : LineKind::kMalformed;
    if (kind == LineKind::kNote) continue;
    if (kind == LineKind::kRequest) {
      ++counts.requests;
      counts.format = source.parser->format();
      return true;
    }
    ++counts.malformed;
    if (kind == LineKind::kControl) ++counts.controls;
    if (counts.first_malformed != 0) continue;
    counts.first_malformed = counts.lines;
    counts.likeness = log_likeness(read == LogRead::kLine ? text : "", source.parser->missing());
  }
}

bool LogMerge::choose_next() {
  const auto is_earlier = [&](std::size_t a, std::size_t b) {
    return std::pair(sources_[a].line.time, a) < std::pair(sources_[b].line.time, b);
  };
  for (;;) {
    const auto earliest = std::min_element(open_.begin(), open_.end(), is_earlier);
    const bool is_next_due =
        !waiting_.empty() && (earliest == open_.end() ||
                              *sources_[waiting_.back()].first <= sources_[*earliest].line.time);
    if (!is_next_due) {
      if (earliest == open_.end()) return false;
      given_ = *earliest;
      has_given_ = true;
      return true;
    }
    const std::size_t index = waiting_.back();
    waiting_.pop_back();
    open(sources_[index]);
    if (advance(sources_[index])) open_.push_back(index);
  }
}

// Lines are remembered only while two logs are open at a time, and for a while after that.
bool LogMerge::is_repeated() {
  if (open_.size() < 2 && repeats_.is_empty()) return false;
  Source& source = sources_[given_];
  const std::optional<std::size_t> other =
      repeats_.seen_before(source.line, given_, open_.size() > 1);
  if (!other) return false;
  if (source.counts.repeated++ == 0) source.counts.repeats = *other;
  return true;
}

const LogLine* LogMerge::next() {
  for (;;) {
    if (has_given_ && !advance(sources_[given_])) {
      open_.erase(std::find(open_.begin(), open_.end(), given_));
    }
    has_given_ = false;
    if (!choose_next()) return nullptr;
    if (!is_repeated()) return &sources_[given_].line;
  }
}

std::vector<LogCounts> LogMerge::counts() const {
  std::vector<LogCounts> all;
  for (const Source& source : sources_) all.push_back(source.counts);
  return all;
}

}  // namespace signpost
