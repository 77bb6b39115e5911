#include "base/text.h"
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

}  // namespace

void inspect_rich_text(std::string_view bytes, Told& told) {
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
