#include "reach/w3c_log.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "reach/log_time.h"

namespace signpost {
namespace {

constexpr std::string_view kFieldsDirective = "#fields:";
constexpr std::string_view kDateDirective = "#date:";
constexpr std::size_t kMostFields = 200;

bool is_w3c_space(char c) { return c == ' ' || c == '\t'; }

// Takes the next value from the front of `rest`; one in quotes may hold spaces, and "" for ".
std::string_view take_value(std::string_view& rest) {
  while (!rest.empty() && is_w3c_space(rest.front())) rest.remove_prefix(1);
  std::size_t end = 0;
  if (rest.starts_with('"')) {
    for (end = 1; end < rest.size(); ++end) {
      if (rest[end] != '"') continue;
      if (end + 1 < rest.size() && rest[end + 1] == '"') {
        ++end;
        continue;
      }
      break;
    }
    const std::string_view value = rest.substr(1, std::max<std::size_t>(end, 1) - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
  }
  while (end < rest.size() && !is_w3c_space(rest[end])) ++end;
  const std::string_view value = rest.substr(0, end);
  rest.remove_prefix(end);
  return value;
}

}  // namespace

void W3cFields::read_directive(std::string_view text) {
  const std::string lower = ascii_lower(text);
  if (lower.starts_with(kDateDirective)) {
    date_ = std::string(trimmed(text.substr(kDateDirective.size())).substr(0, 10));
  }
  if (!lower.starts_with(kFieldsDirective)) return;
  are_known_ = true;
  places_ = {};
  field_count_ = 0;
  const std::pair<std::size_t*, std::string_view> known[] = {
      {&places_.date, "date"},           {&places_.time, "time"},
      {&places_.address, "c-ip"},        {&places_.host, "cs-host"},
      {&places_.host, "cs(host)"},       {&places_.method, "cs-method"},
      {&places_.stem, "cs-uri-stem"},    {&places_.target, "cs-uri"},
      {&places_.status, "sc-status"},    {&places_.agent, "cs(user-agent)"},
      {&places_.referrer, "cs(referer)"}};
  std::string_view rest = std::string_view(lower).substr(kFieldsDirective.size());
  while (!trimmed(rest).empty() && field_count_ < kMostFields) {
    const std::string_view name = take_value(rest);
    ++field_count_;
    for (const auto& [place, field] : known) {
      if (field == name && *place == 0) *place = field_count_;
    }
  }
}

std::string_view W3cFields::missing() const {
  if (places_.time == 0) return "time";
  if (places_.date == 0 && date_.empty()) return "date";
  if (places_.address == 0) return "c-ip";
  if (places_.method == 0) return "cs-method";
  if (places_.stem == 0 && places_.target == 0) return "cs-uri-stem";
  return places_.status == 0 ? "sc-status" : "";
}

bool W3cFields::split(std::string_view text) {
  values_.clear();
  while (!text.empty() && values_.size() <= field_count_) {
    values_.push_back(take_value(text));
    if (!text.empty() && trimmed(text).empty()) break;
  }
  return values_.size() == field_count_;
}

std::string_view W3cFields::value(std::size_t place) const {
  if (place == 0 || values_[place - 1] == "-") return "";
  return values_[place - 1];
}

std::optional<LogLine> W3cFields::parse(std::string_view text) {
  if (!are_known_ || !missing().empty() || !split(text)) return std::nullopt;
  LogLine line;
  moment_ = places_.date == 0 ? date_ : std::string(value(places_.date));
  moment_ += ' ';
  moment_ += value(places_.time);
  const std::optional<std::uint32_t> status = log_number(value(places_.status));
  if (!status || *status > 999 || !read_iso_moment(moment_, line)) return std::nullopt;
  line.status = *status;
  line.address = value(places_.address);
  if (!is_visitor_address(line.address)) return std::nullopt;
  line.host = value(places_.host);
  line.method = value(places_.method);
  line.target = value(places_.stem == 0 ? places_.target : places_.stem);
  line.referrer = value(places_.referrer);
  line.names_agent = places_.agent != 0;
  agent_ = value(places_.agent);
  std::replace(agent_.begin(), agent_.end(), '+', ' ');
  if (agent_.find("%20") != agent_.npos) agent_ = percent_decoded(agent_);  // Amazon CloudFront
  line.user_agent = agent_;
  return line;
}

}  // namespace signpost
