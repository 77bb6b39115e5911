#include "markdown/facts.h"

#include <vector>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::string_view kDeadlineWord = "deadline";

template <typename Map>
std::string nearest_key(std::string_view word, const Map& map) {
  std::vector<std::string_view> names;
  names.reserve(map.size());
  for (const auto& [name, value] : map) names.push_back(name);
  return did_you_mean(word, names);
}

bool is_deadline(std::string_view name) {
  return name.starts_with(kDeadlineWord) &&
         (name.size() == kDeadlineWord.size() || name[kDeadlineWord.size()] == ' ');
}

// Appends what `name` (between the braces) stands for, or says in `mistake` why nothing does.
bool append_fact(std::string_view name, const Site& site, const SiteData& data, std::string& out,
                 FactMistake& mistake) {
  if (name.empty()) {
    mistake.message = "\"{{ }}\" names no fact";
    mistake.help = "write a name such as {{ service.phone }}";
    mistake.is_syntax = true;
    return false;
  }
  if (is_deadline(name)) {
    const std::string_view id = trimmed(name.substr(kDeadlineWord.size()));
    const auto found = data.deadlines.find(id);
    if (found != data.deadlines.end()) {
      out += found->second.limit;
      return true;
    }
    mistake.message = "no time limit \"" + std::string(id) + "\" in content/_data/deadlines.yaml";
    mistake.help = nearest_key(id, data.deadlines);
    return false;
  }
  const auto found = site.config->facts.find(name);
  if (found != site.config->facts.end()) {
    out += found->second;
    return true;
  }
  mistake.message = "no fact \"" + std::string(name) + "\"";
  mistake.help = nearest_key(name, site.config->facts);
  if (mistake.help.empty()) mistake.help = "the facts are the values of site-config.yaml";
  return false;
}

}  // namespace

ExpandedText expand_facts(std::string_view text, const Site& site, const SiteData& data) {
  ExpandedText expanded;
  std::size_t done = 0;
  for (std::size_t begin = text.find("{{"); begin != std::string_view::npos;
       begin = text.find("{{", done)) {
    expanded.text += text.substr(done, begin - done);
    const std::size_t end = text.find("}}", begin);
    FactMistake mistake;
    if (end == std::string_view::npos) {
      mistake.written = text.substr(begin);
      mistake.message = "\"{{\" without \"}}\" on the same line";
      mistake.help = "write a name such as {{ service.phone }}";
      mistake.is_syntax = true;
      expanded.text += mistake.written;
      done = text.size();
      expanded.mistakes.push_back(std::move(mistake));
      break;
    }
    mistake.written = text.substr(begin, end + 2 - begin);
    const std::string_view name = trimmed(text.substr(begin + 2, end - begin - 2));
    if (!append_fact(name, site, data, expanded.text, mistake)) {
      expanded.text += mistake.written;
      expanded.mistakes.push_back(std::move(mistake));
    }
    done = end + 2;
  }
  expanded.text += text.substr(done);
  return expanded;
}

}  // namespace signpost
