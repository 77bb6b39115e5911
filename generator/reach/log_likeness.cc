#include "reach/log_likeness.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "reach/json_log.h"
#include "reach/log_format.h"
#include "reach/log_line.h"

namespace signpost {
namespace {

constexpr std::string_view kAnyFormat =
    "have the web server write one of: combined, vhost_combined, common, W3C (IIS), JSON (Caddy)";

// Whether the line has the shape, in which '0' stands for a figure and all else for itself.
bool has_shape(std::string_view line, std::string_view shape) {
  return line.size() >= shape.size() &&
         std::equal(shape.begin(), shape.end(), line.begin(), [](char wanted, char c) {
           return wanted == '0' ? c >= '0' && c <= '9' : wanted == c;
         });
}

bool holds(std::string_view line, std::string_view part) { return line.find(part) != line.npos; }

// What is packed, or no text at all (the first bytes of such files).
LogLikeness likeness_of_bytes(std::string_view line) {
  using namespace std::string_view_literals;
  if (line.starts_with("PK\x03\x04"sv)) {
    return {"a ZIP archive", "unpack it, and name the log that is in it"};
  }
  for (const auto& [start, name, command] :
       {std::tuple{"\xFD"
                   "7zXZ"sv,
                   "xz"sv, "xz -d"sv},
        std::tuple{"BZh"sv, "bzip2"sv, "bzip2 -d"sv},
        std::tuple{"\x28\xB5\x2F\xFD"sv, "zstd"sv, "zstd -d"sv}}) {
    if (!line.starts_with(start)) continue;
    return {fmt::format("a file packed with {}", name),
            fmt::format("unpack it first: {}", command)};
  }
  if (line.starts_with("\xFF\xFE"sv) || line.starts_with("\xFE\xFF"sv) || holds(line, "\0"sv)) {
    return {"a file that is not plain text, or text in UTF-16", "save it as plain text in UTF-8"};
  }
  if (line.starts_with("%PDF")) return {"a PDF", "name the web server's own log"};
  return {};
}

// Other logs of web servers and of what stands before them.
LogLikeness likeness_of_server(std::string_view line) {
  if (has_shape(line, "0000/00/00 00:00:00 [")) {
    return {"nginx's error log", "name its access log, such as access.log"};
  }
  if (line.starts_with("[") && (holds(line, "] [client ") || holds(line, ":error]") ||
                                holds(line, ":notice]") || holds(line, "] [error]"))) {
    return {"Apache's error log", "name its access log, such as access.log"};
  }
  if (has_shape(line, "0000-00-00 00:00:00 ")) {
    return {"a log of IIS without its #Fields: line",
            "give the whole file, with the lines at its top that begin with #"};
  }
  if (holds(line, ", W3SVC")) {
    return {"IIS's own format", "choose W3C under Logging, Format in IIS Manager"};
  }
  if (holds(line, " haproxy[")) {
    return {"HAProxy's log", "name the log of the web server behind it"};
  }
  if (holds(line, "TCP_MISS") || holds(line, "TCP_HIT") || holds(line, "TCP_MEM_HIT")) {
    return {"Squid's log", "set \"logformat combined\" in Squid"};
  }
  if (holds(line, " app/") && holds(line, "Z ")) {
    return {"a log of Amazon's load balancer", "name the log of the web server behind it"};
  }
  const std::size_t quoted = line.find("] \"");
  if (quoted != line.npos && holds(line.substr(0, quoted), ": ")) {
    return {"an access log behind the stamps of syslog or journald",
            "cut off what stands before the visitor's address: sed 's/^.*\\]: //'"};
  }
  return {};
}

// One that could be counted, if another had not been asked for.
LogLikeness other_format(LogFormat format) {
  return {fmt::format("the {} format", log_format_name(format)),
          "leave out --log-format, or name this one"};
}

LogLikeness likeness_of_json(std::string_view line, std::string_view missing) {
  if (holds(line, "\"stream\":")) {
    return {"a log of Docker", "take the lines out of it: docker logs NAME > access.log"};
  }
  JsonLogReader reader;
  LogLine request;
  if (missing.empty() && reader.parse(line, request) == JsonRead::kRequest) {
    return other_format(LogFormat::kJson);
  }
  if (missing.empty()) return {"JSON that is not whole on each line", std::string(kAnyFormat)};
  return {fmt::format("JSON without {}", missing),
          fmt::format("have the web server write \"{}\" too", missing)};
}

}  // namespace

LogLikeness log_likeness(std::string_view line, std::string_view missing) {
  LogLikeness likeness = likeness_of_bytes(line);
  if (!likeness.what.empty()) return likeness;
  if (line.starts_with('{')) return likeness_of_json(line, missing);
  if (!missing.empty()) {
    return {fmt::format("the W3C format without the field {}", missing),
            fmt::format("choose {} too under Logging, Select Fields in IIS Manager", missing)};
  }
  likeness = likeness_of_server(line);
  if (!likeness.what.empty()) return likeness;
  const std::string_view plain = trimmed(line);
  if (plain.starts_with('<')) return {"a web page", "name the web server's own log"};
  if (is_broken_line(line)) {
    return {"a line with control or hidden characters", "get the log again: it may be damaged"};
  }
  LogFormat format = LogFormat::kCombined;
  if (parse_clf_line(line, format)) {
    return other_format(format);
  }
  if (line.starts_with("#Fields:") || line.starts_with("#Software:")) {
    return other_format(LogFormat::kW3c);
  }
  if (holds(line, "] \"")) {
    return {"a format of the server's own, near to combined", std::string(kAnyFormat)};
  }
  if (std::count(line.begin(), line.end(), ',') > 1 || holds(line, "\t")) {
    return {"a table, such as one saved by Google Analytics or Matomo",
            "name the web server's own log"};
  }
  return {"no access log of a web server", std::string(kAnyFormat)};
}

}  // namespace signpost
