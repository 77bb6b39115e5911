#include "words/marks.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/text.h"

namespace signpost {
namespace {

// U+FDD0 to U+FDD2 are noncharacters, which Unicode keeps for use inside a program (section 23.7).
constexpr std::string_view kLanguageMark = "\xEF\xB7\x90";  // then "en ltr"
constexpr std::string_view kWordsMark = "\xEF\xB7\x91";     // then the text
constexpr std::string_view kLanguageEndMark = "\xEF\xB7\x92";
constexpr std::string_view kIsolateMark = "\xE2\x81\xA8";     // U+2068 first strong isolate
constexpr std::string_view kIsolateEndMark = "\xE2\x81\xA9";  // U+2069 pop directional isolate

// Of a language's tag and direction: a tag has 35 at the most (BCP 47, section 4.4.1).
constexpr std::size_t kMaxLanguageBytes = 40;

enum class MarkKind : std::uint8_t { kLanguage, kLanguageEnd, kIsolate, kIsolateEnd };

// `size`: of the whole mark, with the name of the language.
struct Mark {
  MarkKind kind = MarkKind::kIsolate;
  std::size_t begin = 0, size = 0;
  std::string_view language = {};
  bool is_paired = false;
};

// Returns the language's name between its two marks at the start of `text`; "" where it is none: a
// mark that came from content must not swallow words.
std::string_view language_after_mark(std::string_view text) {
  const std::string_view rest = text.substr(kLanguageMark.size());
  const std::size_t end = rest.find(kWordsMark);
  if (end == std::string_view::npos || end > kMaxLanguageBytes) return "";
  const std::string_view language = rest.substr(0, end);
  const bool is_ascii =
      std::ranges::all_of(language, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii ? language : std::string_view();
}

std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(kIsolateMark)) return Mark{MarkKind::kIsolate, at, kIsolateMark.size()};
  if (rest.starts_with(kIsolateEndMark))
    return Mark{MarkKind::kIsolateEnd, at, kIsolateEndMark.size()};
  if (rest.starts_with(kLanguageEndMark))
    return Mark{MarkKind::kLanguageEnd, at, kLanguageEndMark.size()};
  if (rest.starts_with(kWordsMark)) return Mark{MarkKind::kLanguage, at, kWordsMark.size()};
  if (!rest.starts_with(kLanguageMark)) return std::nullopt;
  const std::string_view language = language_after_mark(rest);
  if (language.empty()) return Mark{MarkKind::kLanguage, at, kLanguageMark.size()};
  return Mark{MarkKind::kLanguage, at, kLanguageMark.size() + language.size() + kWordsMark.size(),
              language};
}

std::vector<Mark> marks_in(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t i = text.find_first_of("\xE2\xEF"); i != std::string_view::npos;
       i = text.find_first_of("\xE2\xEF", i)) {
    const std::optional<Mark> mark = mark_at(text, i);
    if (mark) marks.push_back(*mark);
    i += mark ? mark->size : 1;
  }
  return marks;
}

// Says of each mark whether it has its other half.
void pair_up(std::vector<Mark>& marks) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].kind == MarkKind::kLanguage && marks[i].language.empty()) continue;
    const bool is_start =
        marks[i].kind == MarkKind::kLanguage || marks[i].kind == MarkKind::kIsolate;
    if (is_start) {
      open.push_back(i);
      continue;
    }
    const MarkKind wanted =
        marks[i].kind == MarkKind::kLanguageEnd ? MarkKind::kLanguage : MarkKind::kIsolate;
    while (!open.empty() && marks[open.back()].kind != wanted) open.pop_back();
    if (open.empty()) continue;
    marks[i].is_paired = marks[open.back()].is_paired = true;
    open.pop_back();
  }
}

std::string element_of(const Mark& mark) {
  switch (mark.kind) {
    case MarkKind::kIsolate:
      return "<bdi>";
    case MarkKind::kIsolateEnd:
      return "</bdi>";
    case MarkKind::kLanguageEnd:
      return "</span>";
    case MarkKind::kLanguage:
      break;
  }
  const std::size_t space = mark.language.find(' ');
  const std::string dir =
      space == mark.language.npos ? "ltr" : html_escaped(mark.language.substr(space + 1));
  return "<span lang=\"" + html_escaped(mark.language.substr(0, space)) + "\" dir=\"" + dir + "\">";
}

enum class Markup : std::uint8_t { kElements, kNone };

void append_run(std::string_view text, Markup markup, std::string& out) {
  std::vector<Mark> marks = marks_in(text);
  if (markup == Markup::kElements) pair_up(marks);
  std::size_t done = 0;
  for (const Mark& mark : marks) {
    out += text.substr(done, mark.begin - done);
    if (mark.is_paired) out += element_of(mark);
    done = mark.begin + mark.size;
  }
  out += text.substr(done);
}

// Looks for the first bytes of both sorts of marks only: every page is looked through.
bool may_have_marks(std::string_view text) {
  return text.find(kLanguageMark.substr(0, 2)) != text.npos ||
         text.find(kIsolateMark.substr(0, 2)) != text.npos;
}

// Returns where the tag at `begin` ends: after the > that is in no quoted value.
std::size_t tag_end(std::string_view html, std::size_t begin) {
  char quote = '\0';
  for (std::size_t i = begin; i < html.size(); ++i) {
    if (quote != '\0') {
      if (html[i] == quote) quote = '\0';
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return html.size();
}

// Returns where what begins with the tag at `begin` and can hold no elements ends.
std::size_t plain_end(std::string_view html, std::size_t begin) {
  for (const std::string_view name : {"title", "script", "style", "textarea"}) {
    if (!html.substr(begin + 1).starts_with(name)) continue;
    const std::size_t end = html.find("</" + std::string(name), begin);
    return end == html.npos ? html.size() : end;
  }
  return tag_end(html, begin);
}

}  // namespace

std::string in_language(std::string_view text, std::string_view tag, std::string_view dir) {
  if (text.empty()) return "";
  std::string marked(kLanguageMark);
  marked.append(tag).append(" ").append(dir).append(kWordsMark);
  return marked.append(text).append(kLanguageEndMark);
}

std::string set_apart(std::string_view text) {
  if (text.empty()) return "";
  return std::string(kIsolateMark).append(text).append(kIsolateEndMark);
}

std::string without_marks(std::string text) {
  if (!may_have_marks(text)) return text;
  std::string plain;
  append_run(text, Markup::kNone, plain);
  return plain;
}

std::string mark_up(std::string html) {
  if (!may_have_marks(html)) return html;
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  const std::string_view text = html;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t tag = std::min(text.find('<', i), text.size());
    append_run(text.substr(i, tag - i), Markup::kElements, out);
    if (tag == text.size()) break;
    i = plain_end(text, tag);
    append_run(text.substr(tag, i - tag), Markup::kNone, out);
  }
  return out;
}

}  // namespace signpost
