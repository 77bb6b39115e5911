// Laws, bodies and editions that have been replaced.
#include <algorithm>
#include <cctype>
#include <string>

#include <fmt/format.h>

#include "base/english.h"
#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

struct OldName {
  std::string_view name;  // in small letters
  std::string_view now;
};

// The Equality Act 2010 replaced the Disability Discrimination Acts on 1 October 2010; the Health
// and Care Act 2022 replaced clinical commissioning groups on 1 July 2022.
constexpr OldName kOldNames[] = {
    {"clinical commissioning group", "integrated care board"},
    {"disability discrimination act", "Equality Act 2010"},
    {"equalities act", "Equality Act 2010"},
};

// Words that say that a sentence is about the past on purpose.
constexpr std::string_view kPast[] = {"used to",    "formerly",    "old name", "replaced",
                                      "was called", "were called", "until ",   "before 20"};

bool is_about_the_past(std::string_view lower_sentence) {
  return std::ranges::any_of(kPast, [&](std::string_view words) {
    return lower_sentence.find(words) != std::string_view::npos;
  });
}

bool is_ascii_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

struct Finding {
  std::size_t begin = 0, size = 0;
  std::string message, help;
};

// Reports the whole words of a sentence that are old names.
void find_names(std::string_view sentence, std::string_view lower, std::vector<Finding>& found) {
  for (const OldName& old : kOldNames) {
    const std::size_t at = lower.find(old.name);
    if (at == std::string_view::npos || (at > 0 && is_ascii_letter(lower[at - 1]))) continue;
    found.push_back({at, old.name.size(),
                     fmt::format("\"{}\" has been replaced", sentence.substr(at, old.name.size())),
                     fmt::format("write \"{}\"", old.now)});
  }
}

// Short forms that the glossary says are old, with what stands for them now.
void find_short_forms(const SiteData& data, std::string_view sentence,
                      std::vector<Finding>& found) {
  for (const GlossaryEntry& entry : data.glossary) {
    if (entry.status != "old" || entry.replaced_by.empty()) continue;
    const std::size_t at = sentence.find(entry.short_form);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + entry.short_form.size();
    const bool is_word =
        (at == 0 || !is_ascii_letter(sentence[at - 1])) &&
        (end >= sentence.size() || !is_ascii_letter(sentence[end]) || sentence[end] == 's');
    if (!is_word) continue;
    found.push_back({at, entry.short_form.size(),
                     fmt::format("\"{}\" is an old name, says the glossary", entry.short_form),
                     fmt::format("write \"{}\"", entry.replaced_by)});
  }
}

// "code of practice (April 2015)": the edition in force is of January 2015. Only a date that
// stands right behind the name is one of an edition.
void find_edition(std::string_view sentence, std::string_view lower, std::vector<Finding>& found) {
  constexpr std::string_view kName = "code of practice";
  const std::size_t at = lower.find(kName);
  if (at == std::string_view::npos) return;
  if (lower.substr(0, at).find("mental") != std::string_view::npos) return;
  std::size_t i = at + kName.size();
  const auto skip = [&](std::string_view word) {
    if (lower.substr(i).starts_with(word)) i += word.size();
  };
  for (const std::string_view word :
       {":", ",", " ", "0 to 25 years", ",", " ", "(", "of ", "dated ", "from ", "published in "}) {
    skip(word);
  }
  std::string_view month;
  for (const std::string_view each : kEnglishMonths) {
    if (lower.substr(i).starts_with(each)) month = each;
  }
  std::size_t year_at = i + month.size();
  if (!month.empty() && year_at < lower.size() && lower[year_at] == ' ') ++year_at;
  const std::string_view year = lower.substr(std::min(year_at, lower.size()), 4);
  const bool is_year = year.size() == 4 && year.starts_with("20") &&
                       year.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_year) return;
  if (year == "2015" && (month.empty() || month == "january")) return;
  const std::size_t end = year_at + year.size();
  found.push_back({at, end - at,
                   fmt::format("\"{}\" is not the edition in force", sentence.substr(at, end - at)),
                   "the SEND code of practice in force is that of January 2015"});
}

}  // namespace

void check_outdated(const PageInput& input, Diagnostics& diagnostics) {
  const auto check = [&](std::uint32_t begin, std::uint32_t end) {
    const std::string_view sentence = std::string_view(input.text.text).substr(begin, end - begin);
    const std::string lower = ascii_lower(sentence);
    if (is_about_the_past(lower)) return;
    std::vector<Finding> found;
    find_names(sentence, lower, found);
    find_short_forms(input.data, sentence, found);
    find_edition(sentence, lower, found);
    for (Finding& each : found) {
      const auto at = static_cast<std::uint32_t>(begin + each.begin);
      diagnostics.add(
          "term-outdated",
          input.text.place(input.page.source_path, at, at + static_cast<std::uint32_t>(each.size)),
          std::move(each.message), std::move(each.help));
    }
  };
  for (const TextBlock& block : input.text.blocks) {
    if (block.kind == BlockKind::kCode) continue;
    if (block.sentence_count == 0) check(block.begin, block.end);
    for (std::uint32_t i = 0; i < block.sentence_count; ++i) {
      const Sentence& sentence = input.text.sentences[block.first_sentence + i];
      check(sentence.begin, sentence.end);
    }
  }
}

}  // namespace signpost
