#include "data/evaluations/evaluations.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using enum DisclosureProfile;

constexpr std::string_view kSets = R"(- version: scale
  title: Two questions
  scale: [0, 1, 2, 3, 4]
  good_from: 3
  questions:
    - {key: ease, text: "How easy was it?", low: Hard, high: Easy, said: it was easy}
    - {key: helpful, text: "How helpful were we?", low: Not, high: Very, said: we were helpful}
  choices:
    - key: changed
      text: What has changed?
      options:
        - {key: confident, text: I am more confident}
        - {key: school, text: I get on better with the school}
- version: none
  title: No scale
)";

std::string text_of(const std::optional<std::int64_t>& count) {
  return count ? std::to_string(*count) : "c";
}

std::string text_of(const ShownCount& shown) {
  return text_of(shown.count()) + (shown.percent() ? fmt::format(" ({}%)", *shown.percent()) : "");
}

std::string text_of(const Headline& headline) {
  const char* kinds[] = {"none", "most", "tenths", "over", "under", "everyone", "nobody"};
  return fmt::format("{} {}", kinds[static_cast<int>(headline.kind)], headline.tenths);
}

std::string text_of(const Evaluation& evaluation) {
  std::string text = fmt::format("replies {}{}\n", text_of(evaluation.replies),
                                 evaluation.too_few ? ", too few" : "");
  for (const QuestionResult& question : evaluation.questions) {
    text += question.key + ":";
    for (const ShownCount& point : question.points) text += " " + text_of(point);
    text += fmt::format(" | {} good {} | {}\n", text_of(question.answered), text_of(question.good),
                        text_of(question.headline));
  }
  for (const ChoiceResult& choice : evaluation.choices) {
    text += choice.key + ":";
    for (const ShownCount& option : choice.options) text += " " + text_of(option);
    text += "\n";
  }
  return text;
}

struct Read {
  std::optional<Evaluation> evaluation;
  std::vector<std::string> messages;
};

Read read(const std::string& yaml, DisclosureProfile profile = kStandard) {
  Read result;
  Diagnostics diagnostics;
  const QuestionSets sets =
      read_question_sets(parse_yaml(kSets, "q.yaml", 1, diagnostics), "q.yaml", diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const YamlNode root = parse_yaml(yaml, "e.yaml", 1, diagnostics);
  std::optional<ReadEvaluation> evaluation = read_evaluation(
      root, "e.yaml", sets, {profile, parse_date("2026-11-23").value()}, diagnostics);
  if (evaluation) result.evaluation = std::move(evaluation->published);
  for (const Diagnostic& each : diagnostics.all()) {
    result.messages.push_back(
        fmt::format("{}:{}: {} [{}]", each.place.line, each.place.column, each.message, each.rule));
  }
  return result;
}

std::string results(int replies, const std::string& ease, const std::string& more = "") {
  return fmt::format(
      "question_set: scale\nperiod: {{from: 2025-04-01, to: 2026-03-31}}\nreplies: {}\n"
      "answers: {{ease: [{}]}}\n{}",
      replies, ease, more);
}

struct Row {
  const char* why;
  std::string yaml;
  DisclosureProfile profile;
  const char* text;
};

TEST(Evaluations, ShowsOnlyWhatGivesNobodyAway) {
  const Row rows[] = {
      {"16 families: no percentages, no sentence, and what is left tells nothing",
       results(16, "0, 0, 1, 1, 12", "choices: {changed: {confident: 7, school: 4}}\n"), kStandard,
       "replies 16, too few\nease: 0 0 c c c | 14 good c | none 0\nchanged: 7 c\n"},
      {"nothing small", results(100, "0, 5, 10, 35, 50", "sent: 300\n"), kStandard,
       "replies 100 (33%)\nease: 0 (0%) 5 (5%) 10 (10%) 35 (35%) 50 (50%) | 100 good 85 (85%) | "
       "tenths 9\n"},
      {"two of 40 were unhappy", results(40, "1, 0, 1, 8, 30"), kStandard,
       "replies 40\nease: c 0 (0%) c c 30 (75%) | 40 good c | tenths 9\n"},
      {"two of 100 were unhappy", results(100, "1, 0, 1, 8, 90"), kStandard,
       "replies 100\nease: c 0 (0%) c c 90 (90%) | 100 good c | tenths 9\n"},
      {"two of 25 were unhappy", results(25, "1, 0, 1, 8, 15"), kStandard,
       "replies 25\nease: c 0 (0%) c c 15 (60%) | 25 good c | most 0\n"},
      {"everybody, nobody", results(30, "0, 0, 0, 0, 30"), kStandard,
       "replies 30\nease: 0 (0%) 0 (0%) 0 (0%) 0 (0%) 30 (100%) | 30 good 30 (100%) | everyone "
       "10\n"},
      {"nobody", results(30, "30, 0, 0, 0, 0"), kStandard,
       "replies 30\nease: 30 (100%) 0 (0%) 0 (0%) 0 (0%) 0 (0%) | 30 good 0 (0%) | nobody 0\n"},
      {"strict", results(103, "0, 5, 12, 36, 50"), kStrict,
       "replies 105\nease: 0 (0%) c 10 (10%) 35 (33%) 50 (48%) | 105 good 85 (81%) | tenths 8\n"},
      {"three replies", results(3, "0, 0, 1, 1, 1"), kStandard,
       "replies c, too few\nease: c c c c c | c good c | none 0\n"},
      {"released",
       results(25, "1, 0, 1, 8, 15",
               "release: {reason: All agreed, approved_by: Head of Service, date: 2026-11-01}\n"),
       kStandard,
       "replies 25\nease: 1 (4%) 0 (0%) 1 (4%) 8 (32%) 15 (60%) | 25 good 23 (92%) | tenths 9\n"},
  };
  for (const Row& row : rows) {
    const Read found = read(row.yaml, row.profile);
    EXPECT_EQ(found.messages, std::vector<std::string>()) << row.why;
    ASSERT_TRUE(found.evaluation) << row.why;
    EXPECT_EQ(text_of(*found.evaluation), row.text) << row.why;
  }
}

TEST(Evaluations, SaysSharesInTenths) {
  struct Share {
    std::int64_t good, answered;
    bool is_shown;
    const char* text;
  };
  const Share rows[] = {
      {18, 19, true, "none 0"},    {18, 20, true, "tenths 9"},    {90, 100, true, "tenths 9"},
      {84, 100, true, "tenths 8"}, {85, 100, true, "tenths 9"},   {95, 100, true, "tenths 9"},
      {96, 100, true, "tenths 9"}, {195, 200, true, "over 9"},    {5, 200, true, "under 1"},
      {10, 200, true, "tenths 1"}, {30, 30, true, "everyone 10"}, {0, 30, true, "nobody 0"},
      {28, 30, false, "most 0"},   {2, 30, false, "none 0"},      {38, 40, false, "tenths 9"},
      {2, 40, false, "tenths 1"},
  };
  for (const Share& row : rows) {
    EXPECT_EQ(text_of(headline_of(row.good, row.answered, row.is_shown, kStandard)), row.text)
        << row.good << " of " << row.answered;
  }
}

TEST(Evaluations, KeepsCommentsThatMayBePublished) {
  const Read found = read(results(
      100, "0, 5, 10, 35, 50",
      "comments:\n"
      "  - {text: They listened., consent: true, approved_by: Manager, approved: 2026-10-01}\n"
      "  - {text: No consent., approved_by: Manager, approved: 2026-10-01}\n"
      "  - {text: Too early., consent: true, approved_by: Manager, approved: 2026-12-01}\n"
      "  - {text: Nobody looked., consent: true}\n"));
  ASSERT_TRUE(found.evaluation);
  ASSERT_EQ(found.evaluation->comments.size(), 1U);
  EXPECT_EQ(found.evaluation->comments[0].text, "They listened.");
  EXPECT_EQ(found.messages,
            (std::vector<std::string>{
                "7:5: the person did not agree that this comment is published [evaluation-comment]",
                "8:71: the comment was approved on 1 December 2026, which is to come "
                "[evaluation-comment]",
                "9:5: a comment lacks the key \"approved_by\" [data-missing-key]",
                "9:5: a comment lacks the key \"approved\" [data-missing-key]"}));
}

TEST(Evaluations, WordsOfPointsAreThoseOfOneEach) {
  const auto read_words = [](const std::string& words) {
    std::string yaml(kSets);
    yaml.insert(yaml.find("  questions:"), "  words: " + words + "\n");
    Diagnostics diagnostics;
    const QuestionSets sets =
        read_question_sets(parse_yaml(yaml, "q.yaml", 1, diagnostics), "q.yaml", diagnostics);
    std::string text;
    for (const std::vector<std::string>& point : sets.find("scale")->second.words) {
      text += fmt::format("[{}]", fmt::join(point, ", "));
    }
    for (const Diagnostic& each : diagnostics.all()) {
      text += fmt::format(" {} => {} [{}]", each.message, each.help, each.rule);
    }
    return text;
  };
  EXPECT_EQ(read_words("{3: [Agree], 4: [Strongly agree, Very good]}"),
            "[][][][Agree][Strongly agree, Very good]");
  EXPECT_EQ(
      read_words("{3: [Agree], 4: [agree]}"),
      "[][][][Agree][agree] \"agree\" is another point of the scale, too => write each answer "
      "below one point [data-type]");
  EXPECT_EQ(read_words("{3: [Very]}"),
            "[][][][Very][] \"Very\" is another point of the scale, too => write each answer below "
            "one point [data-type]");
  EXPECT_EQ(read_words("{5: [Agree]}"),
            "[][][][][] words has no key \"5\" => words has: 0, 1, 2, 3, 4 [data-unknown-key]");
}

}  // namespace
}  // namespace signpost
