#include "base/characters.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace signpost {
namespace {

// UAX 9, section 2.
constexpr std::uint32_t kFirstIsolate = 0x2066;
constexpr std::uint32_t kLastIsolate = 0x2068;
constexpr std::uint32_t kPopIsolate = 0x2069;
// UTS 51, ED-14a: a flag of England, Scotland or Wales is a black flag, tags and a last tag.
constexpr std::uint32_t kBlackFlag = 0x1F3F4;
constexpr std::uint32_t kCancelTag = 0xE007F;

bool is_tag(std::uint32_t c) { return c >= 0xE0020 && c <= kCancelTag; }
bool is_between(std::uint32_t c, std::uint32_t first, std::uint32_t last) {
  return c >= first && c <= last;
}

// Forbidden wherever it stands; isolates, tags and variants depend on what is around them.
bool is_forbidden(std::uint32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c < 0x7F) return false;
  if (c <= 0x9F) return true;
  if (c < 0x115F) return false;
  return is_between(c, 0x202A, 0x202E) || c == 0x2028 || c == 0x2029 ||     // direction, line ends
         is_between(c, 0x2061, 0x2065) || is_between(c, 0x206A, 0x206F) ||  // invisible, deprecated
         c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 ||        // blank letters
         c == 0x180E || c == 0xFEFF || is_between(c, 0xFFF9, 0xFFFD) ||
         is_between(c, 0xFDD0, 0xFDEF) || (c & 0xFFFEU) == 0xFFFE ||  // noncharacters
         is_between(c, 0xE000, 0xF8FF) || c >= 0xF0000 ||             // private use
         is_between(c, 0xE0000, 0xE001F);
}

// Whether a byte of this value can begin a character that is looked at.
bool may_begin_one(unsigned char byte) {
  if (byte < 0x80) return byte < 0x20 || byte == 0x7F;
  return byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte >= 0xEE;
}

// Of one text; it is broken in any case, and more would say nothing new.
constexpr std::size_t kMaxReported = 20;

// Goes through a text once; knows what of it is still open on the line.
class Search {
 public:
  explicit Search(std::string_view text) : text_(text) {}

  std::vector<ForbiddenCharacter> run() {
    for (std::size_t i = 0; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte == '\n') end_line();
      if (!may_begin_one(byte)) {
        ++i;
        continue;
      }
      const auto [c, size] = decode_utf8(text_, i);
      if (size > 0) visit({c, i, size});
      i += std::max<std::size_t>(size, 1);
    }
    end_line();
    if (is_sorted_) return std::move(found_);
    std::ranges::sort(found_, {}, &ForbiddenCharacter::offset);
    return std::move(found_);
  }

 private:
  void visit(const ForbiddenCharacter& each) {
    const std::uint32_t c = each.code_point;
    if (c >= kFirstIsolate && c <= kLastIsolate) {
      open_.push_back(each);
    } else if (c == kPopIsolate && !open_.empty()) {
      open_.pop_back();
    } else if (c == kPopIsolate || is_forbidden(c) || (is_tag(c) && !is_in_flag(each.offset)) ||
               (c >= 0xE0100 && c <= 0xE01EF && !follows_ideograph(each.offset))) {
      found_.push_back(each);
    } else if (c == kBlackFlag) {
      flag_end_ = end_of_flag(each.offset + each.size);
    }
  }

  void end_line() {
    is_sorted_ = is_sorted_ && open_.empty();
    found_.insert(found_.end(), open_.begin(), open_.end());
    open_.clear();
  }

  [[nodiscard]] bool is_in_flag(std::size_t offset) const { return offset < flag_end_; }

  // Returns where the tags from `i` end, 0 where no last tag closes them.
  [[nodiscard]] std::size_t end_of_flag(std::size_t i) const {
    for (int count = 0; i < text_.size() && count < 8; ++count) {
      const auto [c, size] = decode_utf8(text_, i);
      i += size;
      if (c == kCancelTag) return i;
      if (!is_tag(c)) return 0;
    }
    return 0;
  }

  // Variants of a sign (U+E0100 and after) exist of ideographs alone (UTS 37).
  [[nodiscard]] bool follows_ideograph(std::size_t offset) const {
    std::size_t at = offset;
    while (at > 0 && (static_cast<unsigned char>(text_[--at]) & 0xC0U) == 0x80U) {
    }
    if (at == offset) return false;
    const auto c = static_cast<UChar32>(decode_utf8(text_, at).value);
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
  }

  std::string_view text_;
  std::vector<ForbiddenCharacter> found_, open_;
  bool is_sorted_ = true;
  std::size_t flag_end_ = 0;
};

// The controls have no names of their own: these are Unicode's aliases (NameAliases.txt).
constexpr auto kControls = std::to_array<std::string_view>({"NULL",
                                                            "START OF HEADING",
                                                            "START OF TEXT",
                                                            "END OF TEXT",
                                                            "END OF TRANSMISSION",
                                                            "ENQUIRY",
                                                            "ACKNOWLEDGE",
                                                            "ALERT",
                                                            "BACKSPACE",
                                                            "CHARACTER TABULATION",
                                                            "LINE FEED",
                                                            "LINE TABULATION",
                                                            "FORM FEED",
                                                            "CARRIAGE RETURN",
                                                            "SHIFT OUT",
                                                            "SHIFT IN",
                                                            "DATA LINK ESCAPE",
                                                            "DEVICE CONTROL ONE",
                                                            "DEVICE CONTROL TWO",
                                                            "DEVICE CONTROL THREE",
                                                            "DEVICE CONTROL FOUR",
                                                            "NEGATIVE ACKNOWLEDGE",
                                                            "SYNCHRONOUS IDLE",
                                                            "END OF TRANSMISSION BLOCK",
                                                            "CANCEL",
                                                            "END OF MEDIUM",
                                                            "SUBSTITUTE",
                                                            "ESCAPE",
                                                            "INFORMATION SEPARATOR FOUR",
                                                            "INFORMATION SEPARATOR THREE",
                                                            "INFORMATION SEPARATOR TWO",
                                                            "INFORMATION SEPARATOR ONE"});

std::string unicode_name(std::uint32_t c) {
  if (c < kControls.size()) return std::string(kControls[c]);
  if (c == 0x7F) return "DELETE";
  std::array<char, 128> name{};
  UErrorCode error = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name.data(), name.size(), &error);
  if (U_FAILURE(error)) return "character";
  std::string_view shown = name.data();  // "<noncharacter-FFFF>" where it has no name
  if (shown.starts_with('<')) shown = shown.substr(1, shown.rfind('-') - 1);
  return std::string(shown);
}

std::string_view help_for(std::uint32_t c) {
  if (c == 0xFFFD || is_between(c, 0x80, 0x9F)) {
    return "type the letter that was here: it was lost when the text was copied or saved";
  }
  if (is_between(c, 0xE000, 0xF8FF) || c >= 0xF0000) {
    return "type what it stands for, such as \"- \" for a bullet: it is a sign of one font alone";
  }
  if (c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) return "start a new line instead";
  if (is_between(c, kFirstIsolate, kPopIsolate)) {
    return "delete it (it may be invisible), or close it on the same line with U+2069";
  }
  return "delete it (it may be invisible)";
}

// The first of each character, in the order of the text, with how often it is there.
struct Occurrence {
  ForbiddenCharacter first;
  std::size_t count = 0;
};

std::vector<Occurrence> count_each(const std::vector<ForbiddenCharacter>& found) {
  std::vector<Occurrence> counted;
  std::map<std::uint32_t, std::size_t> known;
  for (const ForbiddenCharacter& each : found) {
    const auto [at, is_new] = known.emplace(each.code_point, counted.size());
    if (is_new) counted.push_back({each, 0});
    ++counted[at->second].count;
  }
  return counted;
}

// Whether `mark`, the beginning of a line up to a no-break space, is one of Markdown or YAML.
bool is_line_mark(std::string_view mark) {
  if (mark.empty()) return true;
  if (mark == "-" || mark == "*" || mark == "+" || mark == ">" || mark == "|") return true;
  if (mark.find_first_not_of('#') == std::string_view::npos) return mark.size() <= 6;
  const std::string_view start = mark.substr(0, mark.size() - 1);
  if (mark.ends_with('.') || mark.ends_with(')')) {
    return !start.empty() && start.size() <= 9 &&
           start.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return mark.ends_with(':') && start.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") ==
                                    std::string_view::npos;
}

constexpr auto kHints =
    std::to_array<std::string_view>({"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x81\xA0"});

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Marks that make the words behind them strong, where no space follows.
bool is_emphasis(std::string_view mark) { return mark == "**" || mark == "__" || mark == "***"; }

// Whether the beginning of a line is nothing but marks, each followed by blanks: "> - ", "- **".
bool are_line_marks(std::string_view beginning) {
  while (true) {
    beginning.remove_prefix(std::min(beginning.find_first_not_of(" \t"), beginning.size()));
    const std::size_t end = std::min(beginning.find_first_of(" \t"), beginning.size());
    const std::string_view mark = beginning.substr(0, end);
    const bool is_last = end == beginning.size();
    if (!is_line_mark(mark) && !(is_last && is_emphasis(mark))) return false;
    if (is_last) return true;
    beginning.remove_prefix(end);
  }
}

// Appends a line with its marks made plain. Behind a mark that makes words strong, no space at all
// is meant.
void append_plain_line(std::string_view line, std::string& out) {
  while (!line.empty()) {
    const std::size_t end = line.find(kNoBreakSpace);
    const std::string_view before = line.substr(0, end);
    if (end == std::string_view::npos || !are_line_marks(before)) break;
    out.append(before);
    line.remove_prefix(end + kNoBreakSpace.size());
    if (is_emphasis(before.substr(before.find_last_of(" \t") + 1))) {
      while (line.starts_with(kNoBreakSpace)) line.remove_prefix(kNoBreakSpace.size());
      break;
    }
    out.push_back(' ');
  }
  out.append(line);
}

}  // namespace

std::vector<ForbiddenCharacter> find_forbidden_characters(std::string_view text) {
  return Search(text).run();
}

std::string character_name(std::uint32_t code_point) {
  return fmt::format("\"{}\" (U+{:04X})", unicode_name(code_point), code_point);
}

void report_forbidden_character(std::uint32_t code_point, Place place, std::size_t count,
                                Diagnostics& diagnostics) {
  const std::string often = count > 1 ? fmt::format(", which is here {} times,", count) : "";
  diagnostics.add(
      "character-forbidden", std::move(place),
      fmt::format("the character {}{} has no place in a text", character_name(code_point), often),
      std::string(help_for(code_point)));
}

std::string without_forbidden_characters(std::string text, std::string_view path,
                                         std::uint32_t first_line, Diagnostics& diagnostics) {
  const std::vector<ForbiddenCharacter> found = find_forbidden_characters(text);
  if (found.empty()) return text;
  std::vector<Occurrence> counted = count_each(found);
  counted.resize(std::min(counted.size(), kMaxReported));
  std::uint32_t line = first_line;
  std::size_t line_begin = 0;
  for (const auto& [each, count] : counted) {
    const std::string_view before =
        std::string_view(text).substr(line_begin, each.offset - line_begin);
    line += static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    line_begin += before.rfind('\n') + 1;
    const auto column = static_cast<std::uint32_t>(each.offset - line_begin) + 1;
    report_forbidden_character(
        each.code_point, {std::string(path), line, column, static_cast<std::uint32_t>(each.size)},
        count, diagnostics);
  }
  for (const ForbiddenCharacter& each : found) text.replace(each.offset, each.size, each.size, ' ');
  return text;
}

bool has_break_hints(std::string_view text) {
  return std::ranges::any_of(kHints,
                             [&](std::string_view hint) { return text.find(hint) != text.npos; });
}

std::string without_break_hints(std::string text) {
  if (!has_break_hints(text)) return text;
  const auto hint_at = [&](std::size_t i) {
    const std::string_view rest = std::string_view(text).substr(i);
    const auto* const hint =
        std::ranges::find_if(kHints, [&](std::string_view each) { return rest.starts_with(each); });
    return hint == std::end(kHints) ? std::size_t{0} : hint->size();
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t hint = byte == 0xC2 || byte == 0xE2 ? hint_at(i) : 0;
    if (hint == 0) text[kept++] = text[i];
    i += std::max<std::size_t>(hint, 1);
  }
  text.resize(kept);
  return text;
}

std::string with_plain_marks(std::string text) {
  if (text.find(kNoBreakSpace) == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    append_plain_line(std::string_view(text).substr(begin, end - begin), out);
    begin = end;
  }
  return out;
}

}  // namespace signpost
