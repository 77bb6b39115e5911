#include "data/evaluations/answer_wordings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "data/evaluations/export_words.h"

namespace signpost {
namespace {

// Whether `end` says the same as `word`, but with a stronger first word: "extremely likely" for
// "very likely".
bool is_stronger(std::string_view end, std::string_view word) {
  constexpr auto kStronger = std::to_array<std::string_view>(
      {"absolutely ", "completely ", "entirely ", "exceptionally ", "extremely ", "totally "});
  constexpr std::string_view kVery = "very ";
  if (!word.starts_with(kVery)) return false;
  return std::ranges::any_of(kStronger, [&](std::string_view first) {
    return end.starts_with(first) && end.substr(first.size()) == word.substr(kVery.size());
  });
}

}  // namespace

std::vector<ResponseProblem> wording_problems(const QuestionSet& set, std::size_t question,
                                              const PointWordings& wordings,
                                              std::span<const std::int64_t> counts) {
  std::vector<ResponseProblem> problems;
  const ScaleQuestion& asked = set.questions[question];
  const auto empty = std::ranges::find(counts, 0);
  for (const auto& [point, words] : wordings) {
    std::vector<std::string> open;  // not said by --map
    std::string of_set;
    for (const auto& [word, origin] : words) {
      if (origin != WordingOrigin::kSaid) open.push_back(word);
      if (origin == WordingOrigin::kSet) of_set = word;
    }
    if (open.size() > 1 && empty != counts.end()) {
      const std::int64_t none = set.scale[static_cast<std::size_t>(empty - counts.begin())];
      problems.push_back(
          {fmt::format("column \"{}\": \"{}\" and \"{}\" would both be {}, and nothing would be {}",
                       asked.key, open[0], open[1], set.scale[point], none),
           fmt::format("say of each answer of the form which point it is, as in --map \"{}={}\"",
                       of_set, set.scale[point == 0 ? 1 : point - 1])});
      continue;
    }
    const std::string end = plain_answer(point == 0 ? asked.low : asked.high);
    const bool is_end = point == 0 || point + 1 == set.scale.size();
    for (const auto& [word, origin] : words) {
      if (!is_end || origin != WordingOrigin::kSet || !is_stronger(end, word)) continue;
      problems.push_back(
          {fmt::format("column \"{}\": \"{}\" would be {}, but the set's own word for that is "
                       "\"{}\"",
                       asked.key, word, set.scale[point], end),
           fmt::format("say which point it is: --map \"{}={}\" if the form has no stronger answer",
                       word, set.scale[point])});
    }
  }
  return problems;
}

}  // namespace signpost
