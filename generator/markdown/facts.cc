#include "markdown/facts.h"

#include <vector>

#include "base/text.h"
#include "data/deadlines.h"
#include "words/marks.h"

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

struct FactSource {
  const Facts& facts;
  const SiteData& data;
  const Words& words;
};

// Appends what `name` (between the braces) stands for, or says in `mistake` why nothing does.
bool append_fact(std::string_view name, FactUse use, const FactSource& source, std::string& out,
                 FactMistake& mistake) {
  const auto append = [&](std::string fact) {
    out += use == FactUse::kWords ? source.words.fact(std::move(fact))
                                  : without_marks(std::move(fact));
    return true;
  };
  if (name.empty()) {
    mistake.message = "\"{{ }}\" names no fact";
    mistake.help = "write a name such as {{ service.phone }}";
    mistake.is_syntax = true;
    return false;
  }
  if (is_deadline(name)) {
    const std::string_view id = trimmed(name.substr(kDeadlineWord.size()));
    const auto found = source.data.deadlines.find(id);
    if (found != source.data.deadlines.end()) {
      return append(limit_text(source.words, found->second));
    }
    mistake.message = "no time limit \"" + std::string(id) + "\" in content/_data/deadlines.yaml";
    mistake.help = nearest_key(id, source.data.deadlines);
    return false;
  }
  const auto found = source.facts.find(name);
  if (found != source.facts.end()) return append(found->second);
  mistake.message = "no fact \"" + std::string(name) + "\"";
  mistake.help = nearest_key(name, source.facts);
  if (mistake.help.empty()) mistake.help = "the facts are the values of site-config.yaml";
  return false;
}

}  // namespace

ExpandedText expand_facts(std::string_view text, FactUse use, const Site& site,
                          const SiteData& data, const Page& page) {
  static const Facts kNoFacts;
  const auto facts = site.facts.find(page.language);
  const FactSource source{facts == site.facts.end() ? kNoFacts : facts->second, data,
                          site.words_of(page)};
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
    if (!append_fact(name, use, source, expanded.text, mistake)) {
      expanded.text += mistake.written;
      expanded.mistakes.push_back(std::move(mistake));
    }
    done = end + 2;
  }
  expanded.text += text.substr(done);
  return expanded;
}

}  // namespace signpost
