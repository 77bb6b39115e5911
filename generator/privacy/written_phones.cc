#include "privacy/written_phones.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "privacy/birth_dates.h"
#include "privacy/surroundings.h"

namespace signpost {
namespace {

constexpr std::size_t kFewestFigures = 6;      // "116 123"
constexpr std::size_t kFewestWrong = 7;        // figures of what is taken for a wrong number
constexpr std::size_t kFewestOfLabelled = 9;   // … in a column of phone numbers, or of counts
constexpr std::size_t kFewestFromAbroad = 10;  // of a number with +: "+1 000 000 people" is none
constexpr std::size_t kMostWritten = 20;       // E.164's 15 and Relay UK's 18001
constexpr std::size_t kMostJoining = 2;        // signs between two groups of figures
constexpr std::size_t kMostGroups = 12;
constexpr std::size_t kWordsToVerb = 8;  // "ring us any day from nine to five on"

constexpr auto kRingWords = std::to_array<std::string_view>(
    {"call", "calling", "childline", "dial", "freephone", "helpline", "hotline", "landline",
     "minicom", "mobile", "phone", "phoning", "ring", "ringing", "tel", "telephone", "telephoning",
     "textphone"});
constexpr auto kBesideRingWords = std::to_array<std::string_view>(
    {"a",    "advice", "and",  "at",  "council", "direct", "free", "her",   "here", "him",
     "is",   "line",   "now",  "of",  "office",  "on",     "or",   "our",   "s",    "school",
     "team", "text",   "that", "the", "their",   "them",   "this", "today", "to",   "us"});

bool is_written_figure(char c) { return c >= '0' && c <= '9'; }
bool is_written_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Figures that stand together.
struct FigureGroup {
  std::size_t begin = 0, end = 0;
};
using FigureGroups = std::span<const FigureGroup>;

// How many bytes the sign at `i` has that may stand between two groups of figures, or 0.
std::size_t joining_size(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (std::string_view(" -()[]").find(c) != std::string_view::npos) return 1;
  if (c == '.') {
    const bool is_inside = i > 0 && is_written_figure(text[i - 1]) && i + 1 < text.size() &&
                           is_written_figure(text[i + 1]);
    return is_inside ? 1 : 0;
  }
  if (text.substr(i).starts_with("\xC2\xA0")) return 2;  // no-break space
  if (!text.substr(i).starts_with("\xE2\x80") || i + 2 >= text.size()) return 0;
  const auto last = static_cast<unsigned char>(text[i + 2]);
  // U+2000 to U+200A and U+202F are spaces, U+2010 to U+2015 dashes.
  return last <= 0x8A || (last >= 0x90 && last <= 0x95) || last == 0xAF ? 3 : 0;
}

// The groups from the figure at `i` on.
std::vector<FigureGroup> read_groups(std::string_view text, std::size_t i) {
  std::vector<FigureGroup> groups;
  std::size_t joining = 1;
  while (i < text.size()) {
    if (is_written_figure(text[i])) {
      if (joining > 0 && groups.size() == kMostGroups) break;
      if (joining > 0) groups.push_back({i, i});
      groups.back().end = ++i;
      joining = 0;
      continue;
    }
    const std::size_t size = joining_size(text, i);
    if (size == 0 || ++joining > kMostJoining) break;
    i += size;
  }
  return groups;
}

std::size_t figure_count(FigureGroups groups) {
  std::size_t count = 0;
  for (const FigureGroup& group : groups) count += group.end - group.begin;
  return count;
}

// Whether figures begin as those of a number of the UK do, from its 0 on.
bool begins_with_area(std::string_view figures) {
  return figures.size() > 1 && figures[0] == '0' &&
         std::string_view("123578").find(figures[1]) != std::string_view::npos;
}

bool is_clock_time(std::string_view group) {
  return group.size() == 4 && group.substr(0, 2) < "24" && group.substr(2) < "60";
}

// Where "ext. 12", "x12" or "(extension 12)" behind `end` ends, or `end`.
std::size_t extension_end(std::string_view text, std::size_t end) {
  constexpr std::size_t kMostExtension = 7;
  std::size_t i = std::min(text.find_first_not_of(" ,;(", end), text.size());
  const bool is_in_brackets = i > end && text[i - 1] == '(';
  const std::string word = ascii_lower(text.substr(i, 9));
  std::size_t size = 0;
  for (const std::string_view name : {"x", "ext", "extn", "extension"}) {
    if (word.starts_with(name)) size = name.size();
  }
  if (size == 0) return end;
  i = std::min(text.find_first_not_of(" .:", i + size), text.size());
  std::size_t last = i;
  while (last < text.size() && is_written_figure(text[last])) ++last;
  if (last == i || last - i > kMostExtension) return end;
  return is_in_brackets && last < text.size() && text[last] == ')' ? last + 1 : last;
}

// Whether what stands before the number makes it a part of something longer: "AB-0114", "£0114".
bool is_joined_before(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const char last = text[begin - 1];
  const char other = begin > 1 ? text[begin - 2] : ' ';
  if (is_written_letter(last)) return text[begin] != '+';
  if (last == '-' || last == '.' || last == ':' || last == ',') {
    return is_written_figure(other) || (last == '-' && is_written_letter(other));
  }
  if (static_cast<unsigned char>(last) >= 0x80) {  // a dash, a quotation mark or a space is none
    const bool is_mark = begin > 2 && text.substr(begin - 3).starts_with("\xE2\x80");
    return !is_mark && !(begin > 1 && text.substr(begin - 2).starts_with("\xC2\xA0"));
  }
  return is_written_figure(last) ||
         std::string_view("/_#=@%&$\\").find(last) != std::string_view::npos;
}

bool is_joined_after(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  const char next = text[end];
  if (next == '.' || next == ',' || next == ':') {
    return end + 1 < text.size() && is_written_figure(text[end + 1]);
  }
  if (static_cast<unsigned char>(next) >= 0x80) {
    return !text.substr(end).starts_with("\xE2\x80") && !text.substr(end).starts_with("\xC2\xA0");
  }
  return is_written_letter(next) || is_written_figure(next) ||
         std::string_view("/_#=@%&$\\").find(next) != std::string_view::npos;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Whether the words lead to a phone number: "ring us on", "Tel:", "our number is".
bool leads_to_phone(std::string_view before) {
  bool is_near = true;
  bool has_on = false;
  bool has_number = false;
  std::size_t end = before.size();
  for (std::size_t count = 0; count < kWordsToVerb; ++count) {
    while (end > 0 && !is_written_letter(before[end - 1])) {
      if (is_written_figure(before[end - 1])) return false;
      --end;
    }
    std::size_t begin = end;
    while (begin > 0 && is_written_letter(before[begin - 1])) --begin;
    if (begin == end) return false;
    const std::string_view word = before.substr(begin, end - begin);
    if ((is_near || has_on) && is_one_of(word, kRingWords)) return true;
    if (has_number && is_near && (word == "our" || word == "their")) return true;
    has_on = has_on || (count == 0 && word == "on");
    has_number = has_number || word == "number" || word == "numbers";
    is_near = is_near && (has_number || is_one_of(word, kBesideRingWords));
    end = begin;
  }
  return false;
}

// Whether a label is of phone numbers, and not of how many calls there were.
bool names_phones(std::string_view label) {
  bool names_them = false;
  for (std::size_t i = 0; i < label.size();) {
    std::size_t end = i;
    while (end < label.size() && is_written_letter(label[end])) ++end;
    const std::string_view word = label.substr(i, end - i);
    if (word == "calls") return false;
    names_them = names_them || is_one_of(word, kRingWords);
    i = end + 1;
  }
  return names_them;
}

// What stands in a text around one number, looked at only where it may be one.
class PhoneContext {
 public:
  PhoneContext(std::string_view text, std::string_view label, std::size_t begin, std::size_t end)
      : around_(surroundings_of(text, begin, end)), label_(ascii_lower(label)) {}

  [[nodiscard]] bool is_led_to() const { return leads_to_phone(around_.before); }
  // Whether somebody is told to ring, with other words between: "Ring the SEND team: ".
  [[nodiscard]] bool speaks_of_ringing() const {
    return names_phones(
        std::string_view(around_.before).substr(around_.before.find_last_of("0123456789") + 1));
  }
  [[nodiscard]] bool is_labelled() const { return names_phones(label_); }
  [[nodiscard]] bool is_other() const {
    return is_other_number(around_) || is_mere_reference(around_) || is_example(around_) ||
           has_name(around_, NumberName::kNhs) || is_named_otherwise(around_.before) ||
           is_named_otherwise(label_);
  }

 private:
  // "case number 0114 273 456": the names that surroundings.h knows only beside personal numbers.
  static bool is_named_otherwise(std::string_view before) {
    static constexpr auto kNames =
        std::to_array<std::string_view>({"case", "cases", "code", "codes", "index", "key", "no",
                                         "pin", "sum", "sums", "total", "totals"});
    std::string_view rest = trimmed(before);
    while (!rest.empty() && !is_written_letter(rest.back())) {
      if (is_written_figure(rest.back())) return false;
      rest.remove_suffix(1);
    }
    if (rest.ends_with("number") || rest.ends_with(" is")) {
      rest = trimmed(rest.substr(0, rest.find_last_of(' ') + 1));
      if (rest.ends_with("number")) rest = trimmed(rest.substr(0, rest.size() - 6));
    }
    const std::string_view word = rest.substr(rest.find_last_of(' ') + 1);
    return is_one_of(word, kNames);
  }

  Surroundings around_;
  std::string label_;
};

// Finds the numbers of one text.
class PhoneFinder {
 public:
  PhoneFinder(std::string_view text, std::string_view label) : text_(text), label_(label) {}

  std::vector<WrittenPhone> find() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_written_figure(text_[i])) continue;
      const std::vector<FigureGroup> groups = read_groups(text_, i);
      find_in(groups);
      i = groups.back().end - 1;
    }
    return std::move(found_);
  }

 private:
  void find_in(FigureGroups groups) {
    for (std::size_t first = 0; first < groups.size();) {
      const std::size_t taken = take(groups.subspan(first), first == 0);
      first += std::max<std::size_t>(taken, 1);
    }
  }

  [[nodiscard]] std::string_view words_of(const FigureGroup& group) const {
    return text_.substr(group.begin, group.end - group.begin);
  }

  // Where the number begins: at its +, at the bracket around its first figures.
  [[nodiscard]] std::size_t begin_of(FigureGroups groups) const {
    std::size_t begin = groups.front().begin;
    if (begin > 0 && text_[begin - 1] == '+') --begin;
    if (begin == 0 || (text_[begin - 1] != '(' && text_[begin - 1] != '[')) return begin;
    const std::string_view number = text_.substr(begin, groups.back().end - begin);
    return number.find_first_of(")]") == number.npos ? begin : begin - 1;
  }

  // Whether a number may begin with these figures, whatever the words before it.
  [[nodiscard]] bool begins_like_phone(FigureGroups groups) const {
    const std::string_view first = words_of(groups.front());
    const std::size_t begin = groups.front().begin;
    if (begin > 0 && text_[begin - 1] == '+') return true;
    if (first.starts_with("0044") || first == "18001" || first == "18002") return true;
    if (groups.size() < 2) return first.size() == 11 && begins_with_area(first);
    const std::string_view second = words_of(groups[1]);
    if (first == "00" || first == "44") return second.size() >= 2;
    if (first == "0") {
      return text_.substr(begin, groups[1].end - begin).find_first_of("()[]") != text_.npos;
    }
    return first.size() >= 3 && first.size() <= 6 && begins_with_area(first);
  }

  // Whether the groups are no phone number: a date, times of day, the years of a report.
  [[nodiscard]] bool are_dates_or_times(FigureGroups groups) const {
    const std::string_view first = words_of(groups.front());
    const bool is_year = first.size() == 4 && (first.starts_with("19") || first.starts_with("20"));
    return is_year || date_end(text_, groups.front().begin) > 0 ||
           std::ranges::all_of(
               groups, [&](const FigureGroup& group) { return is_clock_time(words_of(group)); });
  }

  // Takes the number that begins with the first of the groups; returns how many of them it has.
  std::size_t take(FigureGroups groups, bool is_first) {
    if (figure_count(groups) < kFewestFigures) return 0;
    const std::size_t begin = begin_of(groups);
    // "123-07911 123456" is one thing
    if (!is_first && begin > 0 && text_[begin - 1] == '-') return 0;
    if (is_joined_before(text_, begin)) return 0;
    for (std::size_t count = groups.size(); count > 0; --count) {
      const std::size_t figures = figure_count(groups.first(count));
      if (figures < kFewestFigures || figures > kMostWritten) continue;
      if (take_right(groups, count, begin)) return count;
    }
    return is_first ? take_wrong(groups, begin) : 0;
  }

  // "0114 273 4567 8" at the end of a sentence has a figure too many; "… 2 days before" has not.
  [[nodiscard]] bool is_cut_short(FigureGroups groups, std::size_t count) const {
    if (count + 1 != groups.size()) return false;
    const std::size_t end = groups.back().end;
    const bool is_last = end == text_.size() || (text_[end] == '.' && !is_joined_after(text_, end));
    return is_last && words_of(groups.back()).size() <= 2 &&
           text_.substr(groups[count - 1].end, groups[count].begin - groups[count - 1].end) == " ";
  }

  bool take_right(FigureGroups groups, std::size_t count, std::size_t begin) {
    std::size_t end = groups[count - 1].end;
    if (count == groups.size()) end = extension_end(text_, end);
    if (is_joined_after(text_, end) || is_cut_short(groups, count)) return false;
    PhoneNumber number = read_phone(text_.substr(begin, end - begin));
    if (!number.mistake.empty() || number.link.empty()) return false;
    const FigureGroups own = groups.first(count);
    const PhoneContext context(text_, label_, begin, end);
    const bool is_called_phone = context.is_led_to() || context.is_labelled();
    const bool is_abroad = number.figures[0] == '+';
    const bool is_short = number.figures.size() < kFewestFromAbroad;  // "0800 1111", "116 123"
    if (is_abroad ? is_short : is_short && !is_called_phone) return false;
    if (!begins_like_phone(own) && !is_called_phone) return false;
    if ((!is_short && are_dates_or_times(own)) || context.is_other()) return false;
    found_.push_back({begin, end, std::move(number)});
    return true;
  }

  std::size_t take_wrong(FigureGroups groups, std::size_t begin) {
    const std::size_t count = figure_count(groups);
    const std::size_t end = groups.back().end;
    if (count < kFewestWrong || count > kMostWritten || is_joined_after(text_, end)) return 0;
    if (are_dates_or_times(groups)) return 0;
    PhoneNumber number = read_phone(text_.substr(begin, end - begin));
    if (number.mistake.empty()) return 0;
    const PhoneContext context(text_, label_, begin, end);
    const std::string_view first = words_of(groups.front());
    const bool is_long = count >= kFewestOfLabelled && begins_with_area(first);
    const bool is_called_phone = (context.is_led_to() && first.size() >= 3) ||
                                 (is_long && context.speaks_of_ringing()) ||
                                 (context.is_labelled() && count >= kFewestOfLabelled);
    if ((!is_called_phone && !looks_like_wrong_phone(groups)) || context.is_other()) return 0;
    found_.push_back({begin, end, std::move(number)});
    return groups.size();
  }

  // Whether figures of this shape are meant to be rung, though no word says so.
  [[nodiscard]] bool looks_like_wrong_phone(FigureGroups groups) const {
    if (!begins_like_phone(groups)) return false;
    const std::string_view first = words_of(groups.front());
    const std::size_t count = figure_count(groups);
    constexpr std::size_t kMostFromArea = 13;
    const bool has_plus = groups.front().begin > 0 && text_[groups.front().begin - 1] == '+';
    if (has_plus) return first.starts_with("44") && count >= kFewestFromAbroad;
    if (first.starts_with("0044")) return count >= kFewestFromAbroad;
    if (first == "00") return words_of(groups[1]).starts_with("44") && count >= kFewestFromAbroad;
    if (first == "44") return count == 12 && looks_like_home(groups.subspan(1));
    if (groups.size() < 2) return false;
    const bool is_service = first.starts_with("03") || first.starts_with("08");
    const bool is_short_service = is_service && first.size() == 4;
    return first[0] == '0' && first.size() >= 3 && count >= (is_short_service ? 7U : 9U) &&
           count <= kMostFromArea;
  }

  // Whether the groups are a number of the UK without its 0.
  [[nodiscard]] bool looks_like_home(FigureGroups groups) const {
    std::string digits = "0";
    for (const FigureGroup& group : groups) digits += words_of(group);
    return read_phone(digits).mistake.empty();
  }

  std::string_view text_, label_;
  std::vector<WrittenPhone> found_;
};

}  // namespace

std::vector<WrittenPhone> find_written_phones(std::string_view text, std::string_view label) {
  return PhoneFinder(text, label).find();
}

}  // namespace signpost
