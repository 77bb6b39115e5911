#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "files/documents/inspectors.h"

namespace signpost {
namespace {

// The text of a group such as {\author Anna}, without the control words in it.
std::string group_text(std::string_view rtf, std::size_t at) {
  std::string text;
  while (at < rtf.size() && rtf[at] != '}' && text.size() < 200) {
    if (rtf[at] == '\\') {
      while (++at < rtf.size() && rtf[at] != ' ' && rtf[at] != '}' && rtf[at] != '\\') continue;
    } else {
      text.push_back(rtf[at]);
      ++at;
      continue;
    }
    if (at < rtf.size() && rtf[at] == ' ') ++at;
  }
  return text;
}

// Whether the control word is there as a whole: "\v" is not in "\viewkind".
bool has_word(std::string_view rtf, std::string_view word) {
  for (std::size_t at = rtf.find(word); at != rtf.npos; at = rtf.find(word, at + 1)) {
    const char next = at + word.size() < rtf.size() ? rtf[at + word.size()] : ' ';
    const bool is_more = (next >= 'a' && next <= 'z') || next == '0';
    if (!is_more) return true;
  }
  return false;
}

// Groups of which nothing is shown where they stand (Rich Text Format 1.9.1, "destinations"); so is
// each that begins with "\\*".
bool is_unshown(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "fonttbl",      "colortbl",  "stylesheet", "info",      "pict",      "objdata",
      "listtable",    "themedata", "revtbl",     "rsidtbl",   "generator", "xmlnstbl",
      "latentstyles", "fldinst",   "datastore",  "nonshppict"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

// Reads the paragraphs. A control word is letters and a number, and takes one space behind it.
class RichTextReader {
 public:
  RichTextReader(std::string_view rtf, DocumentText& text) : rtf_(rtf), text_(text) {}

  void read() {
    while (at_ < rtf_.size()) {
      const char c = rtf_[at_++];
      if (c == '{') {
        if (unshown_ > 0 || rtf_.substr(at_).starts_with("\\*")) ++unshown_;
      } else if (c == '}') {
        if (unshown_ > 0) --unshown_;
      } else if (c == '\\') {
        read_control();
      } else if (c != '\r' && c != '\n') {
        show(std::string_view(&c, 1));
      }
    }
    end_paragraph();
  }

 private:
  void show(std::string_view words) {
    if (unshown_ == 0) words_ += words;
  }

  void show_character(std::uint32_t c) {
    std::string character;
    if (c >= 0x20 && c < 0xD800) append_utf8(character, c);
    show(character);
  }

  void end_paragraph() {
    if (trimmed(words_).empty()) return;
    text_.add(fmt::format("in paragraph {}", ++paragraph_count_), std::exchange(words_, ""));
  }

  void read_control() {
    if (at_ >= rtf_.size()) return;
    if (!is_letter(rtf_[at_])) return read_symbol(rtf_[at_++]);
    const std::size_t begin = at_;
    while (at_ < rtf_.size() && is_letter(rtf_[at_])) ++at_;
    const std::string_view word = rtf_.substr(begin, at_ - begin);
    int number = 0;
    const char* const first = rtf_.data() + at_;
    const auto [stop, error] = std::from_chars(first, rtf_.data() + rtf_.size(), number);
    if (error == std::errc{}) at_ += static_cast<std::size_t>(stop - first);
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
    if (is_unshown(word) && unshown_ == 0) ++unshown_;
    if (word == "u") {
      show_character(static_cast<std::uint32_t>(number < 0 ? number + 65536 : number));
      if (at_ < rtf_.size() && rtf_[at_] != '\\' && rtf_[at_] != '{' && rtf_[at_] != '}') ++at_;
    }
    if (word == "tab" || word == "cell" || word == "line") show(" ");
    if (word == "par" || word == "row" || word == "page") end_paragraph();
  }

  void read_symbol(char c) {
    unsigned code = 0;
    if (c == '\'' && at_ + 2 <= rtf_.size()) {
      std::from_chars(rtf_.data() + at_, rtf_.data() + at_ + 2, code, 16);
      at_ += 2;
      show_character(code);
    } else if (c == '~') {
      show(" ");
    } else if (c == '_') {
      show("-");
    } else if (c == '\\' || c == '{' || c == '}') {
      show(std::string_view(&c, 1));
    }
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view rtf_;
  DocumentText& text_;
  std::string words_;
  std::size_t at_ = 0, paragraph_count_ = 0, unshown_ = 0;
};

}  // namespace

void inspect_rich_text(std::string_view bytes, Told& told, DocumentText& text) {
  RichTextReader(bytes, text).read();
  constexpr std::pair<std::string_view, std::string_view> kGroups[] = {
      {"{\\author", "its author"},      {"{\\operator", "who saved it last,"},
      {"{\\manager", "its manager"},    {"{\\company", "its company"},
      {"{\\*\\manager", "its manager"}, {"{\\*\\company", "its company"},
      {"{\\doccomm", "its comment"}};
  for (const auto& [group, label] : kGroups) {
    const std::size_t at = bytes.find(group);
    if (at != bytes.npos) told.add_name(label, group_text(bytes, at + group.size()));
  }
  if (has_word(bytes, "\\revised") || has_word(bytes, "\\deleted")) told.add("tracked changes");
  if (has_word(bytes, "\\annotation")) told.add("comments");
  if (has_word(bytes, "\\v")) told.add("hidden text");
  if (has_word(bytes, "\\objdata")) told.add("an embedded file");
}

}  // namespace signpost
