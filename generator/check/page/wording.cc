#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"
#include "check/page/syllables.h"
#include "content/parts.h"

namespace signpost {
namespace {

constexpr std::uint32_t kMaxSentenceWords = 25;
constexpr std::uint32_t kMaxParagraphWords = 60;
constexpr std::uint32_t kMaxParagraphSentences = 3;
constexpr std::uint32_t kMinWordsToRate = 100;  // the formula says nothing about less
constexpr double kMaxAge = 11.0;
constexpr double kHighAge = 14.0;
constexpr std::uint32_t kWorthShortening = 15;  // words of a sentence that the advice names
constexpr std::size_t kNamedSentences = 3;

void check_sentences(const PageInput& input, Diagnostics& diagnostics) {
  for (const Sentence& sentence : input.text.sentences) {
    if (sentence.word_count <= kMaxSentenceWords) continue;
    diagnostics.add("sentence-long",
                    input.text.place(input.page.source_path, sentence.begin, sentence.end),
                    fmt::format("the sentence has {} words, more than {}", sentence.word_count,
                                kMaxSentenceWords),
                    "split it in two, or use a list");
  }
}

void check_paragraphs(const PageInput& input, Diagnostics& diagnostics) {
  for (const TextBlock& block : input.text.blocks) {
    if (block.sentence_count == 0) continue;
    std::uint32_t words = 0;
    for (std::uint32_t i = 0; i < block.sentence_count; ++i) {
      words += input.text.sentences[block.first_sentence + i].word_count;
    }
    const auto add = [&](std::string_view rule, std::uint32_t n, std::string_view unit,
                         std::uint32_t most) {
      diagnostics.add(rule, input.text.place(input.page.source_path, block.begin, block.begin),
                      fmt::format("the paragraph has {} {}, more than {}", n, unit, most),
                      "split it, or use a list");
    };
    if (words > kMaxParagraphWords) {
      add("paragraph-long", words, "words", kMaxParagraphWords);
    } else if (block.sentence_count > kMaxParagraphSentences) {
      add("paragraph-sentences", block.sentence_count, "sentences", kMaxParagraphSentences);
    }
  }
}

// The longest sentences, in the order of the page.
std::vector<const Sentence*> sentences_to_shorten(const PageText& text) {
  std::vector<const Sentence*> worst;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.word_count > kWorthShortening) worst.push_back(&sentence);
  }
  const auto longer = [](const Sentence* a, const Sentence* b) {
    return a->word_count != b->word_count ? a->word_count > b->word_count : a->begin < b->begin;
  };
  std::ranges::sort(worst, longer);
  if (worst.size() > kNamedSentences) worst.resize(kNamedSentences);
  std::ranges::sort(worst, {}, &Sentence::begin);
  return worst;
}

std::string reading_advice(const PageInput& input, std::span<const Sentence* const> worst) {
  if (worst.empty()) return "use shorter, more common words";
  std::string advice = "shorten the sentences on ";
  for (std::size_t i = 0; i < worst.size(); ++i) {
    const Place place = input.text.place("", worst[i]->begin, worst[i]->end);
    if (i > 0) advice += i + 1 == worst.size() ? " and " : ", ";
    advice += fmt::format("line {} ({} words)", place.line, worst[i]->word_count);
  }
  return advice + ", and use everyday words";
}

void check_reading_age(const PageInput& input, Diagnostics& diagnostics) {
  std::uint32_t words = 0;
  std::uint32_t syllables = 0;
  for (const Sentence& sentence : input.text.sentences) {
    words += sentence.word_count;
    syllables += sentence.syllable_count;
  }
  if (words < kMinWordsToRate) return;
  const auto sentences = static_cast<std::uint32_t>(input.text.sentences.size());
  const double age = reading_age(words, sentences, syllables);
  if (age <= kMaxAge) return;
  const std::vector<const Sentence*> worst = sentences_to_shorten(input.text);
  const bool high = age > kHighAge;
  const Sentence& first = worst.empty() ? input.text.sentences.front() : *worst.front();
  diagnostics.add(high ? "reading-age-high" : "reading-age",
                  input.text.place(input.page.source_path, first.begin, first.begin),
                  fmt::format("the page has a reading age of {:.1f}, above {:.0f}", age,
                              high ? kHighAge : kMaxAge),
                  reading_advice(input, worst));
}

// Short forms that are words of their own to most people.
bool is_everyday_acronym(std::string_view word) {
  static constexpr std::string_view kKnown[] = {"AM", "BBC", "CD", "DVD", "EU",  "GP",  "HTML",
                                                "ID", "NHS", "OK", "PC",  "PDF", "PM",  "QR",
                                                "TV", "UK",  "US", "USA", "USB", "WCAG"};
  return std::ranges::find(kKnown, word) != std::end(kKnown);
}

// What the rule "placeholder" reports.
bool is_placeholder_word(std::string_view word) {
  return word == "TODO" || word == "TBC" || word == "TBD" || word == "FIXME" ||
         word.find_first_not_of('X') == word.npos;
}

bool is_glossary_word(const SiteData& data, std::string_view word) {
  return std::ranges::any_of(data.glossary, [&](const GlossaryEntry& entry) {
    return entry.short_form == word || std::ranges::find(entry.also, word) != entry.also.end();
  });
}

// Words in capitals with only spaces between them: [first, last] of PageText::capital_words.
struct CapitalRun {
  std::size_t first = 0, last = 0;
};

std::vector<CapitalRun> capital_runs(const PageText& page) {
  std::vector<CapitalRun> runs;
  const auto& words = page.capital_words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view gap = i == 0 ? "."
                                        : std::string_view(page.text).substr(
                                              words[i - 1].end, words[i].begin - words[i - 1].end);
    const bool continues = gap.size() <= 3 && std::ranges::all_of(gap, [](char c) {
                             return c == ' ' || c == ',' || (c >= 'A' && c <= 'Z');
                           });
    if (continues && !runs.empty()) {
      runs.back().last = i;
    } else {
      runs.push_back({i, i});
    }
  }
  return runs;
}

// Two words or more that are shouted, or one long one; not a row of short forms.
bool is_shouted(const PageInput& input, const CapitalRun& run) {
  std::size_t words = 0;
  std::size_t longest = 0;
  for (std::size_t i = run.first; i <= run.last; ++i) {
    const CapitalWord& word = input.text.capital_words[i];
    const std::string_view text =
        std::string_view(input.text.text).substr(word.begin, word.end - word.begin);
    if (is_glossary_word(input.data, text) || is_everyday_acronym(text)) continue;
    ++words;
    longest = std::max(longest, text.size());
  }
  return (words >= 3 && longest >= 4) || (words >= 2 && longest >= 6) || longest >= 9;
}

std::string_view text_of(const PageText& page, const CapitalWord& word) {
  return std::string_view(page.text).substr(word.begin, word.end - word.begin);
}

std::set<std::string_view> words_of(const PageText& page, std::span<const CapitalRun> runs) {
  std::set<std::string_view> words;
  for (const CapitalRun& run : runs) {
    for (std::size_t i = run.first; i <= run.last; ++i) {
      words.insert(text_of(page, page.capital_words[i]));
    }
  }
  return words;
}

std::vector<CapitalRun> check_capitals(const PageInput& input, Diagnostics& diagnostics) {
  std::vector<CapitalRun> shouted;
  for (const CapitalRun& run : capital_runs(input.text)) {
    if (!is_shouted(input, run)) continue;
    shouted.push_back(run);
    const std::uint32_t begin = input.text.capital_words[run.first].begin;
    const std::uint32_t end = input.text.capital_words[run.last].end;
    diagnostics.add("text-all-caps", input.text.place(input.page.source_path, begin, end),
                    fmt::format("\"{}\" is all in capitals",
                                std::string_view(input.text.text).substr(begin, end - begin)),
                    "use small letters; to stress a word write **word**");
  }
  return shouted;
}

// "IMG_2041", "map.PNG".
bool is_in_file_name(std::string_view text, const CapitalWord& word) {
  const bool joins_before =
      word.begin > 0 && (text[word.begin - 1] == '.' || text[word.begin - 1] == '_');
  return joins_before || text.substr(word.end).starts_with('_');
}

using FirstUses = std::map<std::string_view, const CapitalWord*>;

FirstUses first_uses(const PageText& page) {
  FirstUses uses;
  for (const CapitalWord& word : page.capital_words) uses.emplace(text_of(page, word), &word);
  return uses;
}

// "special educational needs co-ordinator (SENCO)" explains itself at its first use.
bool is_explained_in_text(std::string_view text, const FirstUses& uses, std::string_view acronym) {
  const auto found = uses.find(acronym);
  if (found == uses.end()) return false;
  const CapitalWord& word = *found->second;
  if (is_in_file_name(text, word)) return true;
  const bool opens = word.begin > 0 && text[word.begin - 1] == '(';
  const bool opens_after = text.substr(word.end).starts_with(" (");
  return (opens && text.substr(word.end).starts_with(")")) || opens_after;
}

void check_acronyms(const PageInput& input, std::span<const CapitalRun> shouted,
                    Diagnostics& diagnostics) {
  if (input.document.unknown_acronyms.empty()) return;
  const FirstUses uses = first_uses(input.text);
  const std::set<std::string_view> shouted_words = words_of(input.text, shouted);
  for (const Acronym& acronym : input.document.unknown_acronyms) {
    if (is_everyday_acronym(acronym.text) || is_placeholder_word(acronym.text) ||
        is_explained_in_text(input.text.text, uses, acronym.text) ||
        shouted_words.contains(acronym.text)) {
      continue;
    }
    diagnostics.add("acronym-unknown",
                    {input.page.source_path, acronym.line, acronym.column,
                     static_cast<std::uint32_t>(acronym.text.size())},
                    fmt::format("nothing explains \"{}\"", acronym.text),
                    "write it in full, or add it to content/_data/glossary.yaml");
  }
}

// What stands at the start of a word where a page names its law.
bool starts_law(std::string_view text) {
  const auto starts = [&](std::string_view sign) { return text.starts_with(sign); };
  switch (text.front()) {
    case 'A':
      return starts("Act ") || starts("Act,") || starts("Act.");
    case 'C':
    case 'c':
      text.remove_prefix(1);
      return starts("ode of practice") || starts("ode of Practice");
    case 'R':
    case 'r':
      return text.substr(1).starts_with("egulation");
    case 'S':
    case 's':
      return text.substr(1).starts_with("ection ");
    case 'b':
      return starts("by law");
    case 'l':
      return starts("legal duty");
    case 't':
      return starts("the law");
    default:
      return false;
  }
}

struct MustAndLaw {
  std::size_t must = std::string_view::npos;  // the first "must"
  bool names_law = false;
};

MustAndLaw find_must_and_law(std::string_view text) {
  MustAndLaw found;
  bool at_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (at_start && text[i] == 'm' && found.must == text.npos &&
        text.substr(i).starts_with("must ")) {
      found.must = i;
    } else if (at_start && starts_law(text.substr(i))) {
      found.names_law = true;
      return found;
    }
    at_start = text[i] == ' ' || text[i] == '\n' || text[i] == '(';
  }
  return found;
}

// "must" says that a law demands it (GOV.UK style); only the first one of a page is reported.
void check_must(const PageInput& input, Diagnostics& diagnostics) {
  if (!input.page.list("law").empty()) return;
  const MustAndLaw found = find_must_and_law(input.text.text);
  if (found.names_law || found.must == std::string::npos) return;
  const bool has_deadline = std::ranges::any_of(input.document.directives, [](const Directive& d) {
    return d.rule->names == ArgumentNames::kDeadline || d.rule->names == ArgumentNames::kDeadlines;
  });
  if (has_deadline) return;
  const auto begin = static_cast<std::uint32_t>(found.must);
  diagnostics.add("must-without-law", input.text.place(input.page.source_path, begin, begin + 4),
                  "the page says \"must\" but names no law",
                  "name the law, or say \"should\" or \"need to\"");
}

void check_page_length(const PageInput& input, Diagnostics& diagnostics) {
  if (input.text.word_count <= kMaxPageWords || input.page.is_split()) return;
  diagnostics.add(
      "page-long", field_place(input.page, "title"),
      fmt::format("the page has {} words, more than {}", input.text.word_count, kMaxPageWords),
      can_be_split(input.page) ? "name under parts: the headings at which it is to be split"
                               : "split it into shorter pages");
}

}  // namespace

void check_wording(const PageInput& input, Diagnostics& diagnostics) {
  check_sentences(input, diagnostics);
  check_paragraphs(input, diagnostics);
  check_reading_age(input, diagnostics);
  const std::vector<CapitalRun> shouted = check_capitals(input, diagnostics);
  check_acronyms(input, shouted, diagnostics);
  check_must(input, diagnostics);
  check_page_length(input, diagnostics);
}

}  // namespace signpost
