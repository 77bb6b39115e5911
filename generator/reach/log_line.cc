#include "reach/log_line.h"

#include <algorithm>
#include <array>
#include <string>

#include <arpa/inet.h>

#include "base/characters.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kStampLength = 26;  // 30/Sep/2026:23:59:59 +0100
constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Returns the number that all of `digits` is, or nothing.
std::optional<std::uint32_t> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

std::optional<Date> log_date(std::string_view text) {
  if (text[2] != '/' || text[6] != '/') return std::nullopt;
  const std::optional<std::uint32_t> day = number(text.substr(0, 2));
  const auto month = std::find(std::begin(kMonths), std::end(kMonths), text.substr(3, 3));
  const std::optional<std::uint32_t> year = number(text.substr(7, 4));
  if (!day || !year || month == std::end(kMonths) || *year < 1970) return std::nullopt;
  const Date date(std::chrono::year(static_cast<int>(*year)),
                  std::chrono::month(static_cast<unsigned>(month - std::begin(kMonths)) + 1),
                  std::chrono::day(*day));
  if (!date.ok()) return std::nullopt;
  return date;
}

// Returns the seconds since midnight of "23:59:59"; a leap second (60) counts as the one before.
std::optional<std::chrono::seconds> log_time(std::string_view text) {
  if (text[2] != ':' || text[5] != ':') return std::nullopt;
  const std::optional<std::uint32_t> hours = number(text.substr(0, 2));
  const std::optional<std::uint32_t> minutes = number(text.substr(3, 2));
  const std::optional<std::uint32_t> seconds = number(text.substr(6, 2));
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) {
    return std::nullopt;
  }
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(std::min(*seconds, 59U));
}

// Returns how far "+0100" is ahead of UTC; at most 14 hours (tz database: Pacific/Kiritimati).
std::optional<std::chrono::minutes> log_offset(std::string_view text) {
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  const std::optional<std::uint32_t> hours = number(text.substr(1, 2));
  const std::optional<std::uint32_t> minutes = number(text.substr(3, 2));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::chrono::minutes ahead = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return text[0] == '-' ? -ahead : ahead;
}

// Sets the moment of a stamp; false where it is none.
bool read_stamp(std::string_view stamp, LogLine& line) {
  if (stamp[11] != ':' || stamp[20] != ' ') return false;
  const std::optional<Date> day = log_date(stamp.substr(0, 11));
  const std::optional<std::chrono::seconds> time = log_time(stamp.substr(12, 8));
  const std::optional<std::chrono::minutes> offset = log_offset(stamp.substr(21, 5));
  if (!day || !time || !offset) return false;
  line.day = *day;
  line.second_of_day = *time;
  line.time = std::chrono::sys_days(*day) + *time - *offset;
  return true;
}

// Sets the moment and returns what follows "[...] ", or nothing. The user's name before it is the
// visitor's to choose and may hold brackets, too: the first that hold a moment count.
std::optional<std::string_view> after_stamp(std::string_view text, LogLine& line) {
  for (std::size_t open = text.find('['); open != text.npos; open = text.find('[', open + 1)) {
    const std::string_view rest = text.substr(open + 1);
    if (rest.size() < kStampLength + 2) return std::nullopt;
    if (rest[kStampLength] == ']' && rest[kStampLength + 1] == ' ' &&
        read_stamp(rest.substr(0, kStampLength), line)) {
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

// Takes " 200 5316 " from the front of `rest`; the size is "-" where nothing was sent.
bool take_status(std::string_view& rest, LogLine& line) {
  if (rest.size() < 7 || rest[0] != ' ' || rest[4] != ' ') return false;
  const std::optional<std::uint32_t> status = number(rest.substr(1, 3));
  const std::size_t end = rest.find(' ', 5);
  if (!status || end == rest.npos || end == 5) return false;
  const std::string_view size = rest.substr(5, end - 5);
  if (size != "-" && size.find_first_not_of("0123456789") != size.npos) return false;
  line.status = *status;
  rest.remove_prefix(end + 1);
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

// Whether the line has what no server writes into its log: controls, bytes that are not UTF-8,
// characters that hide or turn letters round. Servers write such bytes as \x1b.
bool is_broken(std::string_view text) {
  bool has_other = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t' && c != '\r') || byte == 0x7F) return true;
    has_other = has_other || byte >= 0x80;
  }
  return has_other && (find_invalid_utf8(text) || !find_forbidden_characters(text).empty());
}

bool is_address(std::string_view text) {
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

}  // namespace

std::optional<LogLine> parse_log_line(std::string_view text) {
  LogLine line;
  if (is_broken(text)) return std::nullopt;
  line.address = text.substr(0, text.find(' '));
  if (line.address.size() == text.size() || !is_address(line.address)) return std::nullopt;
  std::optional<std::string_view> rest = after_stamp(text.substr(line.address.size()), line);
  if (!rest) return std::nullopt;
  const std::optional<std::string_view> request = take_quoted(*rest);
  if (!request || !take_status(*rest, line)) return std::nullopt;
  const std::optional<std::string_view> referrer = take_quoted(*rest);
  if (!referrer || !rest->starts_with(' ')) return std::nullopt;
  rest->remove_prefix(1);
  const std::optional<std::string_view> agent = take_quoted(*rest);
  if (!agent) return std::nullopt;
  split_request(*request, line);
  line.referrer = *referrer;
  line.user_agent = *agent;
  return line;
}

}  // namespace signpost
