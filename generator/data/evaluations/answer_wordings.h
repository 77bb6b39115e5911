// Answers in words that a set's words may have shifted on the scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "data/evaluations/evaluations.h"
#include "data/evaluations/responses.h"

namespace signpost {

// kEnd: the question's own name of an end of the scale. kSet: words of the set. kSaid: --map.
enum class WordingOrigin : std::uint8_t { kEnd, kSet, kSaid };

// Of each point of the scale the plain words that were taken for it.
using PointWordings = std::map<std::size_t, std::map<std::string, WordingOrigin>>;

// Returns what is wrong: two wordings are one point while another point has none, or the question's
// own end is stronger than a word that was taken for it. `counts`: of each point.
std::vector<ResponseProblem> wording_problems(const QuestionSet& set, std::size_t question,
                                              const PointWordings& wordings,
                                              std::span<const std::int64_t> counts);

}  // namespace signpost
