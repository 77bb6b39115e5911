// Evaluation pages: their results, and what their comments may tell about a family.
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

struct Detail {
  std::string_view word, what;
};

// Words after or before which a family is easily known; a person decides.
constexpr auto kDetails = std::to_array<Detail>({
    {"mr", "a name"},
    {"mrs", "a name"},
    {"miss", "a name"},
    {"ms", "a name"},
    {"dr", "a name"},
    {"aged", "an age"},
    {"year-old", "an age"},
    {"school", "a school"},
    {"academy", "a school"},
    {"college", "a school"},
    {"nursery", "a school"},
    {"january", "a date"},
    {"february", "a date"},
    {"april", "a date"},
    {"june", "a date"},
    {"july", "a date"},
    {"august", "a date"},
    {"september", "a date"},
    {"october", "a date"},
    {"november", "a date"},
    {"december", "a date"},
    {"adhd", "a condition"},
    {"autism", "a condition"},
    {"autistic", "a condition"},
    {"deaf", "a condition"},
    {"blind", "a condition"},
    {"down", "a condition"},
    {"downs", "a condition"},
    {"dyslexia", "a condition"},
    {"dyslexic", "a condition"},
    {"dyspraxia", "a condition"},
    {"epilepsy", "a condition"},
    {"epileptic", "a condition"},
    {"cerebral", "a condition"},
    {"tourette", "a condition"},
});

// The words of the text with their letters, digits and hyphens.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_inside =
        i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 ||
                            text[i] == '-' || static_cast<unsigned char>(text[i]) >= 0x80);
    if (is_inside) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

bool is_capital(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

// "school" by itself is no detail; "Hill School" is. So with "Down syndrome", and months, whose
// names are words too.
bool tells(const std::vector<std::string_view>& words, std::size_t i, const Detail& detail) {
  if (detail.what == "a school") {
    return is_capital(words[i]) && i > 0 && is_capital(words[i - 1]);
  }
  const bool needs_capital = detail.what == "a date" || detail.word.starts_with("down");
  if (needs_capital && !is_capital(words[i])) return false;
  if (detail.word.starts_with("down")) {
    return i + 1 < words.size() && ascii_lower(words[i + 1]).starts_with("syndrome");
  }
  return true;
}

void check_comment(const Comment& comment, Diagnostics& diagnostics) {
  const std::vector<std::string_view> words = words_of(comment.text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string lower = ascii_lower(words[i]);
    for (const Detail& detail : kDetails) {
      const bool is_it =
          lower == detail.word || (detail.word == "year-old" && lower.ends_with("year-old"));
      if (!is_it || !tells(words, i, detail)) continue;
      diagnostics.add("evaluation-comment-detail", comment.place,
                      fmt::format("\"{}\" in a comment may be {} that tells who said it", words[i],
                                  detail.what),
                      "take it out, or write it in general words such as \"my child\"");
    }
  }
}

}  // namespace

void check_evaluation(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  if (!is_kind(page, "evaluation")) return;
  const std::string name = page.text("results");
  if (name.empty()) return;
  const auto found = input.data.evaluations.find(name);
  if (found == input.data.evaluations.end()) {
    std::vector<std::string_view> known;
    for (const auto& [each, evaluation] : input.data.evaluations) known.push_back(each);
    std::string help = did_you_mean_or(
        name, known,
        fmt::format("write content/_data/{}.yaml, or leave results: out until there are results",
                    name));
    diagnostics.add("evaluation-results", field_place(page, "results"),
                    fmt::format("there are no results \"{}\" in content/_data", name),
                    std::move(help));
    return;
  }
  const Evaluation& evaluation = found->second;
  const std::optional<Period> period = page.period();
  if (period && evaluation.period && *period != *evaluation.period) {
    diagnostics.add("evaluation-results", field_place(page, "period"),
                    fmt::format("the page is about {}, but its results about {}",
                                period_text(*period), period_text(*evaluation.period)),
                    fmt::format("correct period: here or in {}", evaluation.path));
  }
  for (const Comment& comment : evaluation.comments) {
    check_placeholders(comment.text, comment.place, diagnostics);
    check_comment(comment, diagnostics);
  }
}

}  // namespace signpost
