// A small set of questions, and what counting an export of answers to it tells.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "data/evaluations/responses.h"

namespace signpost {

inline QuestionSet set_of() {
  QuestionSet set;
  set.version = "two";
  set.scale = {0, 1, 2};
  set.good_from = 1;
  set.questions = {{"ease", "How easy was it?", "Hard", "Easy", "it was easy"},
                   {"helpful", "How helpful were we?", "Not", "Very", "we were helpful"}};
  set.choices = {
      {"changed", "What has changed?", {{"confident", "More confident"}, {"school", "School"}}}};
  return set;
}

inline ResponseOptions options_of(std::vector<std::string> ignored = {},
                                  std::vector<std::string> maps = {}) {
  return {{parse_date("2025-04-01").value(), parse_date("2026-03-31").value()},
          std::move(ignored),
          std::move(maps)};
}

// The counts in one line, or the problems with what to do.
inline std::string told(const Responses& responses) {
  std::string text;
  for (const ResponseProblem& problem : responses.problems) {
    text += problem.message + " => " + problem.help + "\n";
  }
  if (!text.empty()) return text;
  text = fmt::format("{} replies", responses.counts.replies);
  for (const auto& [key, counts] : responses.counts.answers) {
    text += fmt::format("; {} {}", key, fmt::join(counts, " "));
  }
  for (const auto& [key, counts] : responses.counts.choices) {
    text += fmt::format("; {} {}", key, fmt::join(counts, " "));
  }
  return text +
         fmt::format("; {} comments, {} blank", responses.comment_count, responses.blank_count);
}

inline std::string counted(std::string_view csv, const ResponseOptions& options = options_of()) {
  return told(count_responses(csv, set_of(), options));
}

// The notes, a line each.
inline std::string noted(std::string_view csv, const ResponseOptions& options = options_of()) {
  const Responses responses = count_responses(csv, set_of(), options);
  EXPECT_EQ(responses.problems, std::vector<ResponseProblem>());
  return fmt::format("{}\n", fmt::join(responses.notes, "\n"));
}

struct ExportRow {
  const char* why;
  const char* csv;
  const char* text;
};

}  // namespace signpost
