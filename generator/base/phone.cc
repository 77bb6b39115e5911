#include "base/phone.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestWritten = 80;  // bytes
constexpr std::size_t kMostFigures = 15;     // ITU-T E.164, section 6.1
constexpr std::size_t kFewestAbroad = 7;     // with the country's code: Niue, Saint Helena
constexpr std::string_view kExample = "write figures and spaces, such as \"01632 960 001\"";

bool is_phone_figure(char c) { return c >= '0' && c <= '9'; }
bool is_phone_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_unseen(std::uint32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}
bool is_any_space(std::uint32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}
bool is_any_dash(std::uint32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// Returns the text with single spaces, plain hyphens and nothing that cannot be seen.
std::string plain_phone_text(std::string_view written) {
  std::string plain;
  for (std::size_t i = 0; i < written.size();) {
    const CodePoint c = decode_utf8(written, i);
    const std::size_t size = std::max<std::size_t>(c.size, 1);
    if (c.size > 0 && is_any_space(c.value)) {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else if (c.size > 0 && is_any_dash(c.value)) {
      plain += '-';
    } else if (c.size == 0 || !is_unseen(c.value)) {
      plain += written.substr(i, size);
    }
    i += size;
  }
  return std::string(trimmed(plain));
}

// The parts of what is written, each a part of one text.
struct PhoneParts {
  std::string_view label;      // "textphone "; "" where it says nothing
  std::string_view number;     // "+44 (0)1709 382121"
  std::string_view extension;  // its figures
  bool is_for_texts = false;
  bool has_words = false;  // that are none of these
};

// Takes the word that such numbers have in front: "Tel: ", "textphone ".
void take_label(std::string_view& rest, PhoneParts& parts) {
  struct Label {
    std::string_view word;
    bool is_shown;
  };
  static constexpr Label kLabels[] = {
      {"telephone", false}, {"textphone", true}, {"text phone", true}, {"freephone", false},
      {"minicom", true},    {"phone", false},    {"text", true},       {"sms", true},
      {"tel", false},       {"call", false},     {"ring", false}};
  for (const Label& label : kLabels) {
    if (ascii_lower(rest.substr(0, label.word.size())) != label.word) continue;
    const std::size_t end = rest.find_first_not_of(" .:", label.word.size());
    if (end == rest.npos || is_phone_letter(rest[end])) return;
    parts.is_for_texts = label.word == "text" || label.word == "sms";
    if (label.is_shown) parts.label = rest.substr(0, end);
    rest.remove_prefix(end);
    return;
  }
}

// Returns the figures of "ext. 12", "x12", "(extension 12)", ";ext=12", or nothing.
std::optional<std::string_view> extension_of(std::string_view tail) {
  const std::string lower = ascii_lower(tail);
  for (const std::string_view word : {"extension", "extn", "ext", "x", "#"}) {
    if (!lower.starts_with(word)) continue;
    std::string_view figures = tail.substr(word.size());
    figures.remove_prefix(std::min(figures.find_first_not_of(" .:="), figures.size()));
    if (figures.ends_with(')')) figures.remove_suffix(1);
    const bool is_it = !figures.empty() && figures.size() <= 7 &&
                       std::all_of(figures.begin(), figures.end(), is_phone_figure);
    return is_it ? std::optional(figures) : std::nullopt;
  }
  return std::nullopt;
}

PhoneParts parts_of(std::string_view plain) {
  PhoneParts parts;
  std::string_view rest = plain;
  take_label(rest, parts);
  const auto is_word = [](char c) { return is_phone_letter(c) || c == '#'; };
  const auto word =
      static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_word) - rest.begin());
  parts.number = rest.substr(0, word);
  if (word < rest.size()) {
    const std::optional<std::string_view> extension = extension_of(rest.substr(word));
    parts.has_words = !extension;
    parts.extension = extension.value_or("");
    const std::size_t last = parts.number.find_last_not_of(" ,;(");
    parts.number = parts.number.substr(0, last == parts.number.npos ? 0 : last + 1);
  }
  return parts;
}

PhoneNumber wrong_phone(std::string mistake, std::string help = std::string(kExample)) {
  PhoneNumber number;
  number.mistake = std::move(mistake);
  number.help = std::move(help);
  return number;
}

PhoneNumber would_not_connect(std::string_view plain, std::string_view why,
                              std::string help = std::string(kExample)) {
  return wrong_phone(fmt::format("\"{}\" would not connect: {}", plain, why), std::move(help));
}

bool has_fewer_figures(std::string_view national) {
  // Areas where numbers of 5 figures are left, of 4 in Brampton (016977), and 0800 with 6.
  static constexpr std::string_view kShortAreas[] = {
      "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384",
      "01386", "01404", "01420", "01460", "01461", "01480", "01488", "01524", "01527",
      "01562", "01566", "01606", "01629", "01635", "01647", "01659", "01695", "01697",
      "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905",
      "01935", "01946", "01949", "01963", "01995"};
  return national.starts_with("0800") ||
         std::binary_search(std::begin(kShortAreas), std::end(kShortAreas), national.substr(0, 5));
}

// Returns why a number of the UK, from its 0 on, would not connect, or "".
std::string uk_mistake(std::string_view national) {
  static constexpr std::string_view kInUse[] = {"01",  "020", "023", "024", "028", "029",
                                                "03",  "055", "056", "07",  "080", "084",
                                                "087", "090", "091", "098"};
  const bool is_in_use = std::any_of(std::begin(kInUse), std::end(kInUse), [&](auto beginning) {
    return national.starts_with(beginning);
  });
  if (!is_in_use) {
    return fmt::format("no number in the UK begins with {}", national.substr(0, 3));
  }
  if (national == "08001111") return "";  // Childline
  const bool may_be_short = has_fewer_figures(national);
  if (national.size() == 11 || (may_be_short && national.size() == 10)) return "";
  const bool is_short_code =
      national.starts_with("011") || national.starts_with("03") || national.starts_with("08");
  const std::size_t shown = national.starts_with("02") ? 3 : is_short_code ? 4 : 5;
  return fmt::format("a number that begins with {} has {} figures, this one has {}",
                     national.substr(0, shown), may_be_short ? "10 or 11" : "11", national.size());
}

// Whether it is dialled as it is: 999, 111, 1571, 18000, 116 123, 118 500 (part A1 of the plan).
bool is_short_number(std::string_view figures) {
  if (figures == "999" || figures == "18000") return true;
  if (figures.size() == 3) return figures[0] == '1';
  if (figures.size() == 4) return figures.starts_with("14") || figures.starts_with("15");
  return figures.size() == 6 && (figures.starts_with("116") || figures.starts_with("118"));
}

struct PhoneFigures {
  std::string digits;                        // without "(0)" after a country's code
  bool is_abroad = false;                    // begins with + or 00
  bool is_several = false;                   // holds what stands between two numbers
  std::size_t zero_begin = 0, zero_end = 0;  // of "(0)" in the text
};

PhoneFigures figures_of(std::string_view number) {
  PhoneFigures figures;
  const std::size_t first = number.find_first_of("+0123456789");
  if (first == number.npos) return figures;
  const bool has_plus = number[first] == '+';
  for (std::size_t i = first; i < number.size(); ++i) {
    if (i > first && number.substr(i, 3) == "(0)" && !figures.digits.empty()) {
      figures.zero_begin = i;
      figures.zero_end = i + 3;
      i += 2;
    } else if (is_phone_figure(number[i])) {
      figures.digits += number[i];
    } else if (i > first && std::string_view(" -.()[]").find(number[i]) == std::string_view::npos) {
      figures.is_several = true;
    }
  }
  const bool has_zeros = figures.digits.starts_with("00") && !has_plus;
  if (has_zeros) figures.digits.erase(0, 2);
  figures.is_abroad = has_plus || has_zeros;
  if (!figures.is_abroad && figures.zero_end > 0) {  // "(0)114 …" after other figures: their own
    figures.digits.clear();
    std::copy_if(number.begin(), number.end(), std::back_inserter(figures.digits), is_phone_figure);
    figures.zero_end = 0;
  }
  return figures;
}

// What to type instead of a number that is known by its mistake.
std::string uk_help(std::string_view national) {
  if (national == "0800111" || national == "080011111") return "Childline is \"0800 1111\"";
  if (national == "08454647") return "the NHS is \"111\" since 2014";
  return std::string(kExample);
}

PhoneNumber uk_phone(std::string_view plain, std::string national, std::string_view relay) {
  if (std::string why = uk_mistake(national); !why.empty()) {
    return would_not_connect(plain, why, uk_help(national));
  }
  PhoneNumber number;
  number.link = relay.empty() ? "+44" + national.substr(1) : std::string(relay) + national;
  number.figures = std::move(national);
  return number;
}

PhoneNumber phone_with_country(std::string_view plain, const PhoneFigures& figures) {
  const std::string& digits = figures.digits;
  if (!digits.starts_with("44")) {
    if (digits.size() < kFewestAbroad || digits.size() > kMostFigures || digits[0] == '0') {
      return would_not_connect(
          plain, fmt::format("a number abroad has {} to {} figures with its country's code",
                             kFewestAbroad, kMostFigures));
    }
    PhoneNumber number;
    number.link = number.figures = "+" + digits;
    return number;
  }
  const std::string rest = digits.substr(2);
  if (rest.starts_with('0')) {
    return would_not_connect(plain, "after +44 the 0 is left out",
                             fmt::format("write \"+44{}\", or \"{}\"", rest.substr(1), rest));
  }
  return uk_phone(plain, "0" + rest, "");
}

PhoneNumber phone_at_home(std::string_view plain, const std::string& digits) {
  const bool has_relay =
      digits.size() > 7 && (digits.starts_with("18001") || digits.starts_with("18002"));
  const std::string own = has_relay ? digits.substr(5) : digits;
  const std::string relay = has_relay ? digits.substr(0, 5) : "";
  if (own.starts_with('0')) return uk_phone(plain, own, relay);
  if (is_short_number(own)) {
    PhoneNumber number;
    number.link = relay + own;
    number.figures = own;
    return number;
  }
  if (own.starts_with("44") && uk_mistake("0" + own.substr(2)).empty()) {
    return would_not_connect(plain, "44 has no + in front of it",
                             fmt::format("write \"+{}\", or \"0{}\"", own, own.substr(2)));
  }
  if (uk_mistake("0" + own).empty()) {
    return would_not_connect(plain, "its first 0 is missing", fmt::format("write \"0{}\"", own));
  }
  return would_not_connect(plain, "no number in the UK begins like this or is as long",
                           "write all of it from the 0 on, such as \"01632 960 001\"");
}

PhoneNumber number_for_texts(std::string_view plain, const std::string& digits) {
  // Mobile short codes have 5 figures, a few 6 or 7 (Code of Practice for Common Short Codes).
  const bool is_code = digits.size() >= 5 && digits.size() <= 7 && digits[0] >= '6';
  const bool is_mobile = digits.starts_with("07") && digits.size() == 11;
  if (!is_code && !is_mobile) {
    return would_not_connect(plain,
                             "texts go to a mobile, or to 5 figures that begin with 6, 7 or 8",
                             "write it like \"text 85258\"");
  }
  PhoneNumber number;
  number.figures = digits;
  return number;
}

// As it is shown: single spaces between figures, as they were grouped.
std::string shown_phone(const PhoneParts& parts, const PhoneFigures& figures,
                        std::string_view extension) {
  std::string number;
  for (std::size_t i = 0; i < parts.number.size(); ++i) {
    const bool is_zero = figures.zero_end > 0 && i >= figures.zero_begin && i < figures.zero_end;
    const char c = parts.number[i];
    if (is_zero || c == ' ' || c == '-' || c == '.') {
      if (!number.empty() && number.back() != ' ' && number.back() != '(') number += ' ';
    } else {
      number += c;
    }
  }
  std::string text = std::string(parts.label) + std::string(trimmed(number));
  if (!extension.empty()) text += fmt::format(" ext. {}", extension);
  return text;
}

}  // namespace

PhoneNumber read_phone(std::string_view written) {
  std::string plain = plain_phone_text(written);
  if (const std::size_t context = plain.find(";phone-context="); context != plain.npos) {
    plain.resize(context);
  }
  if (plain.size() > kLongestWritten) {
    return wrong_phone(fmt::format("a text of {} bytes is not a phone number", plain.size()));
  }
  const PhoneParts parts = parts_of(plain);
  const PhoneFigures figures = figures_of(parts.number);
  const std::string words = ascii_lower(plain);
  const bool is_joined = words.find(" or ") != words.npos || words.find(" and ") != words.npos;
  const bool is_too_long = figures.digits.size() > kMostFigures + 1 + 5;
  if (!figures.digits.empty() && (figures.is_several || is_joined || is_too_long)) {
    return wrong_phone(fmt::format("\"{}\" is more than one phone number", plain),
                       "write one number here, and the others in a note or in the text");
  }
  if (parts.has_words || figures.digits.empty()) {
    return wrong_phone(fmt::format("\"{}\" is not a phone number{}", plain,
                                   figures.digits.empty() ? "" : ": there are words in it"));
  }
  PhoneNumber number = parts.is_for_texts  ? number_for_texts(plain, figures.digits)
                       : figures.is_abroad ? phone_with_country(plain, figures)
                                           : phone_at_home(plain, figures.digits);
  if (!number.mistake.empty()) return number;
  if (!parts.extension.empty()) number.link += fmt::format(";ext={}", parts.extension);
  number.text = shown_phone(parts, figures, parts.extension);
  return number;
}

std::string phone_link(std::string_view phone) { return read_phone(phone).link; }

std::string international_phone(std::string_view written) {
  const std::string link = phone_link(written);
  return link.empty() ? std::string(written) : link.substr(0, link.find(';'));
}

}  // namespace signpost
