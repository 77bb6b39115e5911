#include "reach/json_log.h"

#include <cmath>
#include <cstdlib>
#include <span>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "reach/log_time.h"

namespace signpost {
namespace {

using LogJson = nlohmann::json;

constexpr std::string_view kAddressKeys[] = {"client_ip",  "remote_ip", "remote_addr", "clientip",
                                             "ClientHost", "client",    "ip"};
constexpr std::string_view kHostKeys[] = {"host", "http_host", "server_name", "vhost",
                                          "RequestHost"};
constexpr std::string_view kMethodKeys[] = {"method", "request_method", "RequestMethod", "verb"};
constexpr std::string_view kTargetKeys[] = {"request_uri", "uri", "RequestPath", "url", "path"};
constexpr std::string_view kStatusKeys[] = {"status", "status_code", "DownstreamStatus",
                                            "response"};
constexpr std::string_view kAgentKeys[] = {"http_user_agent", "user_agent",         "agent",
                                           "userAgent",       "request_User-Agent", "User-Agent"};
constexpr std::string_view kReferrerKeys[] = {"http_referer", "http_referrer",   "referer",
                                              "referrer",     "request_Referer", "Referer"};
constexpr std::string_view kTimeKeys[] = {"ts",         "time_iso8601", "@timestamp", "timestamp",
                                          "time_local", "msec",         "time",       "StartUTC"};

// Returns the first of the names that the object has, or nullptr.
const LogJson* find_any(const LogJson& object, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

// Returns the text of a value; of a list, as Caddy writes headers, the first; "" of others.
std::string text_of(const LogJson* value) {
  if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
  if (value == nullptr || !value->is_string()) return "";
  const auto& text = value->get_ref<const std::string&>();
  return text == "-" ? "" : text;
}

// Returns a header as Go's servers name it; letter case does not matter (RFC 9110, section 5.1).
std::string header_of(const LogJson& headers, std::string_view name) {
  if (!headers.is_object()) return "";
  for (const auto& [key, value] : headers.items()) {
    if (ascii_lower(key) == name) return text_of(&value);
  }
  return "";
}

// Seconds from 1970, or a thousand, a million or a thousand million times as many.
bool read_number_moment(double number, LogLine& line) {
  if (!(number >= 0)) return false;
  while (number > 1e11) number /= 1000;
  return read_utc_moment(static_cast<std::int64_t>(std::floor(number)), line);
}

bool read_json_moment(const LogJson* value, LogLine& line) {
  if (value == nullptr) return false;
  if (value->is_number()) return read_number_moment(value->get<double>(), line);
  std::string text = text_of(value);
  if (text.empty()) return false;
  if (text.find_first_not_of("0123456789.") == text.npos) {
    return read_number_moment(std::strtod(text.c_str(), nullptr), line);
  }
  if (text.size() > 10 && text[4] == '/' && text[7] == '/')
    text[4] = text[7] = '-';  // Caddy "wall"
  return read_iso_moment(text, line) || read_clf_moment(text, line);
}

std::optional<std::uint32_t> read_json_status(const LogJson* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_string()) return log_number(value->get_ref<const std::string&>());
  if (!value->is_number()) return std::nullopt;
  const double number = value->get<double>();
  if (!(number >= 0 && number <= 999)) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

// Returns the host of "www.example.org:443", "[2001:db8::1]:443" or an address without brackets.
std::string without_port(std::string host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  const std::size_t colon = host.rfind(':');
  const bool is_ipv6 = colon != host.npos && host.find(':') != colon;
  if (colon != host.npos && !is_ipv6) host.resize(colon);
  return host;
}

// Whether Caddy writes about itself: its loggers of requests are "http.log.access…".
bool is_about_server(const LogJson& entry, bool has_request) {
  const auto found = entry.find("logger");
  const std::string logger = found == entry.end() ? "" : text_of(&*found);
  if (logger.empty() || logger.find("access") != logger.npos) return false;
  return !has_request || logger.find("error") != logger.npos;
}

}  // namespace

void JsonLogReader::read_names(const LogJson& asked) {
  address_ = without_port(text_of(find_any(asked, kAddressKeys)));
  host_ = without_port(text_of(find_any(asked, kHostKeys)));
  method_ = text_of(find_any(asked, kMethodKeys));
  target_ = text_of(find_any(asked, kTargetKeys));
}

// Caddy: the request is an object, with its headers in another.
bool JsonLogReader::read_nested(const LogJson& request) {
  read_names(request);
  const auto headers = request.find("headers");
  const bool has_headers = headers != request.end();
  agent_ = has_headers ? header_of(*headers, "user-agent") : "";
  referrer_ = has_headers ? header_of(*headers, "referer") : "";
  return has_headers;
}

// nginx: all names stand beside each other, the request may be "GET / HTTP/1.1".
bool JsonLogReader::read_flat(const LogJson& entry) {
  read_names(entry);
  const LogJson* agent = find_any(entry, kAgentKeys);
  agent_ = text_of(agent);
  referrer_ = text_of(find_any(entry, kReferrerKeys));
  const auto request = entry.find("request");
  const std::string whole = request == entry.end() ? "" : text_of(&*request);
  const std::size_t first = whole.find(' ');
  const std::size_t last = whole.rfind(' ');
  if (first != whole.npos && last > first) {
    method_ = whole.substr(0, first);
    target_ = whole.substr(first + 1, last - first - 1);
  }
  is_request_known_ = request != entry.end() || !method_.empty();
  return agent != nullptr;
}

JsonRead JsonLogReader::parse(std::string_view text, LogLine& line) {
  missing_ = "";
  const LogJson entry = LogJson::parse(text, nullptr, false);
  if (!entry.is_object()) return JsonRead::kMalformed;
  line = {};
  const auto request = entry.find("request");
  const bool is_nested = request != entry.end() && request->is_object();
  if (is_about_server(entry, is_nested)) return JsonRead::kOtherEntry;
  is_request_known_ = true;
  line.names_agent = is_nested ? read_nested(*request) : read_flat(entry);
  const std::optional<std::uint32_t> status = read_json_status(find_any(entry, kStatusKeys));
  const LogJson* moment = find_any(entry, kTimeKeys);
  if (moment == nullptr) {
    missing_ = "time_iso8601";
  } else if (!is_visitor_address(address_)) {
    missing_ = "remote_addr";
  } else if (!status) {
    missing_ = "status";
  } else if (!is_request_known_) {
    missing_ = "request";
  }
  if (!missing_.empty() || !read_json_moment(moment, line)) return JsonRead::kMalformed;
  line.address = address_;
  line.host = host_;
  line.method = method_;
  line.target = target_;
  line.referrer = referrer_;
  line.user_agent = agent_;
  line.status = *status;
  return JsonRead::kRequest;
}

}  // namespace signpost
