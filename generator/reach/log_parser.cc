#include "reach/log_parser.h"

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineKind LogParser::parse(std::string_view text, LogLine& line) {
  missing_ = "";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (is_broken_line(text)) return LineKind::kControl;
  if (text.starts_with('#') && may_be(LogFormat::kW3c)) {
    fields_.read_directive(text);
    return LineKind::kNote;
  }
  if (text.starts_with('{') && may_be(LogFormat::kJson)) return parse_json(text, line);
  const LineKind kind = parse_clf(text, line);
  if (kind == LineKind::kRequest || !may_be(LogFormat::kW3c)) return kind;
  return parse_w3c(text, line);
}

LineKind LogParser::parse_json(std::string_view text, LogLine& line) {
  const JsonRead read = json_.parse(text, line);
  if (read == JsonRead::kOtherEntry) return LineKind::kNote;
  if (read == JsonRead::kMalformed) {
    missing_ = json_.missing();
    return LineKind::kMalformed;
  }
  seen_ = LogFormat::kJson;
  return LineKind::kRequest;
}

LineKind LogParser::parse_w3c(std::string_view text, LogLine& line) {
  if (trimmed(text).empty()) return fields_.are_known() ? LineKind::kNote : LineKind::kMalformed;
  const std::optional<LogLine> read = fields_.parse(text);
  if (!read) {
    if (fields_.are_known()) missing_ = fields_.missing();
    return LineKind::kMalformed;
  }
  line = *read;
  seen_ = LogFormat::kW3c;
  return LineKind::kRequest;
}

LineKind LogParser::parse_clf(std::string_view text, LogLine& line) {
  LogFormat format = LogFormat::kCombined;
  const std::optional<LogLine> read = parse_clf_line(text, format);
  if (!read || !may_be(format) || (has_agents_ && !read->names_agent)) return LineKind::kMalformed;
  has_agents_ = has_agents_ || read->names_agent;
  line = *read;
  seen_ = format;
  return LineKind::kRequest;
}

}  // namespace signpost
