#include "reach/log_line.h"

#include <algorithm>
#include <array>
#include <string>

#include <arpa/inet.h>

#include "base/characters.h"
#include "base/text.h"
#include "reach/log_time.h"

namespace signpost {
namespace {

constexpr std::size_t kStampLength = 26;  // 30/Sep/2026:23:59:59 +0100

// Sets the moment and returns what follows "[...] ", or nothing. The user's name before it is the
// visitor's to choose and may hold brackets, too: the first that hold a moment count.
std::optional<std::string_view> after_stamp(std::string_view text, LogLine& line) {
  for (std::size_t open = text.find('['); open != text.npos; open = text.find('[', open + 1)) {
    const std::string_view rest = text.substr(open + 1);
    if (rest.size() < kStampLength + 2) return std::nullopt;
    if (rest[kStampLength] == ']' && rest[kStampLength + 1] == ' ' &&
        read_clf_moment(rest.substr(0, kStampLength), line)) {
      return rest.substr(kStampLength + 2);
    }
  }
  return std::nullopt;
}

// Takes a field in quotes from the front of `rest`: a quote after a backslash does not end it.
std::optional<std::string_view> take_quoted(std::string_view& rest) {
  if (rest.empty() || rest.front() != '"') return std::nullopt;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '"') {
      const std::string_view field = rest.substr(1, i - 1);
      rest.remove_prefix(i + 1);
      return field;
    }
  }
  return std::nullopt;
}

// Takes " 200 5316" and a space, if one follows, from the front of `rest`; the size is "-" where
// nothing was sent.
bool take_status(std::string_view& rest, LogLine& line) {
  if (rest.size() < 6 || rest[0] != ' ' || rest[4] != ' ') return false;
  const std::optional<std::uint32_t> status = log_number(rest.substr(1, 3));
  const std::size_t end = std::min(rest.find(' ', 5), rest.size());
  if (!status || end == 5) return false;
  const std::string_view size = rest.substr(5, end - 5);
  if (size != "-" && size.find_first_not_of("0123456789") != size.npos) return false;
  line.status = *status;
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return true;
}

void split_request(std::string_view request, LogLine& line) {
  const std::size_t first = request.find(' ');
  const std::size_t last = request.rfind(' ');
  if (first == request.npos || last == first || !request.substr(last + 1).starts_with("HTTP/")) {
    return;
  }
  line.method = request.substr(0, first);
  line.target = request.substr(first + 1, last - first - 1);
}

// Takes "www.example.org:80 " from the front where a visitor's address follows it. What stands in
// that place else is the identity: "-", a name, or a proxy's address after the visitor's.
bool take_host(std::string_view& text, LogLine& line) {
  const std::size_t end = text.find(' ');
  if (end == text.npos) return false;
  const std::string_view rest = text.substr(end + 1);
  const std::string_view address = rest.substr(0, rest.find(' '));
  if (address.find_first_of(".:") == address.npos || !is_visitor_address(address)) return false;
  if (text.substr(0, end).find_first_not_of("0123456789.") == text.npos) return false;
  std::string_view host = text.substr(0, end);
  if (const std::size_t colon = host.rfind(':'); colon != host.npos) {
    const std::string_view port = host.substr(colon + 1);
    if (!port.empty() && port.find_first_not_of("0123456789") == port.npos) {
      host = host.substr(0, colon);
    }
  }
  if (!host.starts_with('[') && host.find(':') != host.npos) return false;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (!is_visitor_address(host)) return false;
  line.host = host;
  text = rest;
  return true;
}

}  // namespace

std::optional<std::uint32_t> log_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

bool is_broken_line(std::string_view text) {
  unsigned controls = 0;  // all bytes are looked at, which compilers do 16 at a time
  unsigned others = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    controls |= static_cast<unsigned>(byte < 0x20 && byte != '\t' && byte != '\r') |
                static_cast<unsigned>(byte == 0x7F);
    others |= byte;
  }
  if (controls != 0) return true;
  // Bytes of older character sets, as in "\xE9" for an e, are of the visitor's browser.
  if (others < 0x80 || find_invalid_utf8(text)) return false;
  return !find_forbidden_characters(text).empty();
}

bool is_visitor_address(std::string_view text) {
  if (text.find(':') != text.npos) {
    const std::string plain(text.substr(0, text.find('%')));  // fe80::1%eth0
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return ::inet_pton(AF_INET6, plain.c_str(), bytes.data()) == 1;
  }
  const auto is_host_character = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  };
  return !text.empty() && text != "-" && std::all_of(text.begin(), text.end(), is_host_character);
}

std::optional<LogLine> parse_clf_line(std::string_view text, LogFormat& format) {
  LogLine line;
  format = take_host(text, line) ? LogFormat::kVhost : LogFormat::kCombined;
  line.address = text.substr(0, text.find(' '));
  if (line.address.size() == text.size() || !is_visitor_address(line.address)) return std::nullopt;
  std::optional<std::string_view> rest = after_stamp(text.substr(line.address.size()), line);
  if (!rest) return std::nullopt;
  const std::optional<std::string_view> request = take_quoted(*rest);
  if (!request || !take_status(*rest, line)) return std::nullopt;
  split_request(*request, line);
  if (rest->empty()) {  // no referrer, no agent
    if (format == LogFormat::kCombined) format = LogFormat::kCommon;
    line.names_agent = false;
    return line;
  }
  const std::optional<std::string_view> referrer = take_quoted(*rest);
  if (!referrer || !rest->starts_with(' ')) return std::nullopt;
  rest->remove_prefix(1);
  const std::optional<std::string_view> agent = take_quoted(*rest);
  if (!agent) return std::nullopt;
  line.referrer = *referrer;
  line.user_agent = *agent;
  return line;
}

std::optional<LogLine> parse_log_line(std::string_view text) {
  LogFormat format = LogFormat::kCombined;
  if (is_broken_line(text)) return std::nullopt;
  const std::optional<LogLine> line = parse_clf_line(text, format);
  return format == LogFormat::kCombined ? line : std::nullopt;
}

}  // namespace signpost
