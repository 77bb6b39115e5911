#include "markdown/facts.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/deadlines.h"
#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

template <typename Map>
std::string nearest_key(std::string_view word, const Map& map) {
  std::vector<std::string_view> names;
  names.reserve(map.size());
  for (const auto& [name, value] : map) names.push_back(name);
  return did_you_mean(word, names);
}

// Returns what stands behind `word` in a name of two parts ("deadline plan.final").
std::optional<std::string_view> behind(std::string_view name, std::string_view word) {
  if (!name.starts_with(word)) return std::nullopt;
  if (name.size() == word.size()) return std::string_view();
  return name[word.size()] == ' ' ? std::optional(trimmed(name.substr(word.size()))) : std::nullopt;
}

struct FactSource {
  const Facts& facts;
  const Site& site;
  const SiteData& data;
  const Words& words;
  const Page& page;
};

// A fact, or in `mistake` why there is none.
using FoundFact = std::optional<std::string>;

FoundFact deadline_fact(std::string_view id, const FactSource& source, FactMistake& mistake) {
  const auto found = source.data.deadlines.find(id);
  if (found != source.data.deadlines.end()) return limit_text(source.words, found->second);
  mistake.message = "no time limit \"" + std::string(id) + "\" in content/_data/deadlines.yaml";
  mistake.help = nearest_key(id, source.data.deadlines);
  return std::nullopt;
}

FoundFact law_event_fact(std::string_view id, const FactSource& source, FactMistake& mistake) {
  std::vector<std::string_view> ids;
  for (const LawEvent& event : source.data.law_events) {
    if (event.id.empty()) continue;
    if (event.id == id) return date_text(source.words, event.date);
    ids.push_back(event.id);
  }
  mistake.message = "no change of the law with the id \"" + std::string(id) +
                    "\" in content/_data/law-events.yaml";
  mistake.help = ids.empty() ? "give the change an id there: \"id: " + slugify(id) + "\""
                             : did_you_mean_one_of(id, ids);
  return std::nullopt;
}

// "due annual-report.md": of the page in that file, as seen from this page; "due": of this page.
FoundFact page_fact(std::string_view name, const FactSource& source, FactMistake& mistake) {
  const std::size_t space = std::min(name.find(' '), name.size());
  const std::string_view file = trimmed(name.substr(space));
  const Page* page = &source.page;
  if (!file.empty()) {
    const std::filesystem::path folder =
        std::filesystem::path(source.page.source_path).parent_path();
    const auto found =
        source.site.page_by_source.find((folder / file).lexically_normal().generic_string());
    if (found == source.site.page_by_source.end()) {
      mistake.message = "no page \"" + std::string(file) + "\"";
      mistake.help = "write the path of a .md file, from this page's folder";
      return std::nullopt;
    }
    page = &source.site.pages[found->second];
  }
  const std::string_view field = name.substr(0, space);
  std::vector<PageDay> days = days_of(*page);
  for (const PageDay& day : days) {
    if (day.field == field) return date_text(source.words, day.date);
  }
  const std::optional<Period> period = page->period();
  if (field == "period" && period) return period_text(source.words, period->from, period->to);
  mistake.message =
      file.empty() ? "this page has no day \"" : "\"" + std::string(file) + "\" has no day \"";
  mistake.message += std::string(field) + "\" at its top";
  std::vector<std::string_view> fields;
  fields.reserve(days.size() + 1);
  for (const PageDay& day : days) fields.push_back(day.field);
  if (period) fields.emplace_back("period");
  mistake.help = fields.empty() ? "write it there: \"" + std::string(field) + ": 2026-09-30\""
                                : did_you_mean_one_of(field, fields);
  return std::nullopt;
}

// Returns what `name` (between the braces) stands for, or says in `mistake` why nothing does.
FoundFact find_fact(std::string_view name, const FactSource& source, FactMistake& mistake) {
  if (name.empty()) {
    mistake.message = "\"{{ }}\" names no fact";
    mistake.help = "write a name such as {{ service.phone }}";
    mistake.is_syntax = true;
    return std::nullopt;
  }
  if (const auto id = behind(name, "deadline")) return deadline_fact(*id, source, mistake);
  if (const auto id = behind(name, "law_event")) return law_event_fact(*id, source, mistake);
  constexpr std::string_view kPage = "page.";
  if (name.starts_with(kPage)) return page_fact(name.substr(kPage.size()), source, mistake);
  const auto found = source.facts.find(name);
  if (found != source.facts.end()) return found->second;
  mistake.message = "no fact \"" + std::string(name) + "\"";
  mistake.help = nearest_key(name, source.facts);
  if (mistake.help.empty()) mistake.help = "the facts are the values of site-config.yaml";
  return std::nullopt;
}

}  // namespace

ExpandedText expand_facts(std::string_view text, FactUse use, const Site& site,
                          const SiteData& data, const Page& page) {
  static const Facts kNoFacts;
  const auto facts = site.facts.find(page.language);
  const FactSource source{facts == site.facts.end() ? kNoFacts : facts->second, site, data,
                          site.words_of(page), page};
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
    if (FoundFact fact = find_fact(name, source, mistake)) {
      const std::size_t at = expanded.text.size();
      expanded.text += use == FactUse::kWords ? source.words.fact(std::move(*fact))
                                              : without_marks(std::move(*fact));
      expanded.places.push_back({static_cast<std::uint32_t>(at),
                                 static_cast<std::uint32_t>(expanded.text.size()),
                                 static_cast<std::uint32_t>(mistake.written.size()), name});
    } else {
      expanded.text += mistake.written;
      expanded.mistakes.push_back(std::move(mistake));
    }
    done = end + 2;
  }
  expanded.text += text.substr(done);
  return expanded;
}

}  // namespace signpost
