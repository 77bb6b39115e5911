#include "data/evaluations/responses.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

QuestionSet set_of() {
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

// The counts in one line, or the problems with what to do.
std::string counted(std::string_view csv, std::vector<std::string> ignored = {}) {
  const Responses responses = count_responses(csv, set_of(), ignored);
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

struct Row {
  const char* why;
  const char* csv;
  const char* text;
};

TEST(Responses, CountsAnswers) {
  const Row rows[] = {
      {"points and names of the ends", "ease,helpful\n0,2\nEasy,\n hard ,Very\n",
       "3 replies; ease 2 0 1; helpful 0 0 2; changed 0 0; 0 comments, 0 blank"},
      {"the words of the question, another order, a byte order mark and CRLF",
       "\xEF\xBB\xBFHow helpful were we?,ease\r\n2,1\r\n2,1\r\n",
       "2 replies; ease 0 2 0; helpful 0 0 2; changed 0 0; 0 comments, 0 blank"},
      {"several choices, one of them twice",
       "ease,changed\n1,confident; School;confident\n,school\n",
       "2 replies; ease 0 1 0; helpful 0 0 0; changed 1 2; 0 comments, 0 blank"},
      {"semicolons, a no-break space after a question and one before an answer",
       "ease\xC2\xA0;helpful\n0;\xC2\xA0"
       "2\n",
       "1 replies; ease 1 0 0; helpful 0 0 1; changed 0 0; 0 comments, 0 blank"},
      {"comments are only counted, rows without answers left out",
       "ease,Comments\n1,\"Thank you,\nall\"\n,\n,Only words\n",
       "1 replies; ease 0 1 0; helpful 0 0 0; changed 0 0; 2 comments, 2 blank"},
  };
  for (const Row& row : rows) EXPECT_EQ(counted(row.csv), row.text) << row.why;
  EXPECT_EQ(counted("Time,ease\n09:00,1\n", {"time"}),
            "1 replies; ease 0 1 0; helpful 0 0 0; changed 0 0; 0 comments, 0 blank");
}

TEST(Responses, KnowsCurledApostrophesAndNoBreakSpaces) {
  QuestionSet set = set_of();
  set.choices[0].options.push_back({"calm", "I'm calmer"});
  const Responses responses = count_responses(
      "ease,changed\n1,I\xE2\x80\x99m\xC2\xA0"
      "calmer\n",
      set, {});
  EXPECT_EQ(responses.counts.choices[0].second, (std::vector<std::int64_t>{0, 0, 1}));
}

TEST(Responses, NamesRowAndColumnAndNeverAnAnswer) {
  const char* scale = "write one of 0, 1, 2, \"Hard\" or \"Easy\", or leave the cell empty";
  const std::pair<std::string, std::string> rows[] = {
      {"ease\n3\n",
       fmt::format("row 2, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n1\nNaN\n",
       fmt::format("row 3, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n-1\n",
       fmt::format("row 2, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n1.0\n",
       fmt::format("row 2, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n=A1\n",
       "row 2, column \"ease\": the cell looks like a formula => write the answer itself\n"},
      {"changed\nconfident;secret\n",
       "row 2, column \"changed\": one of the choices is not known => separate choices with \";\"; "
       "there is: confident, school\n"},
      {"ease,helpfull\n1,2\n",
       "column 2: \"helpfull\" is no question of \"two\" => did you mean \"helpful\"?\n"},
      {"ease,Postcode\n1,S1\n",
       "column 2: \"Postcode\" is no question of \"two\" => leave the column out with --ignore and "
       "its name\n"},
      {"ease,How easy was it?\n1,2\n",
       "columns 1 and 2 are the same question => take one of them out\n"},
      {"secret,words\n1,2\n",
       "row 1 names no question of \"two\" => write the names above the answers: ease, helpful, "
       "changed, comments\n"},
      {"ease,helpful\n1,2,secret\n",
       "line 2: this row has 3 cells, but the first line names 2 columns => put cells that hold a "
       "separator in quotes, and leave a cell empty rather than out\n"},
      {"ease,helpful\n1,2,secret\n1,=A1\n",
       "line 2: this row has 3 cells, but the first line names 2 columns => put cells that hold a "
       "separator in quotes, and leave a cell empty rather than out\n"
       "row 3, column \"helpful\": the cell looks like a formula => write the answer itself\n"},
      {"ease\n",
       "the file has no replies => put each reply on a row of its own below the questions\n"},
      {"", "the table has no columns => write the names of the columns in the first line\n"},
      {"ease\n\xFF\n",
       "line 2: a character here is not UTF-8; a spreadsheet's plain \"CSV\" is in an old encoding "
       "such as Windows-1252 => open it in the spreadsheet and choose File > Save As > \"CSV UTF-8 "
       "(Comma delimited)\"\n"},
      {"PK\x03\x04",
       "the file is a spreadsheet (xlsx or ods), not CSV => open it in the spreadsheet and choose "
       "File > Save As > \"CSV UTF-8 (Comma delimited)\"\n"},
      {"secret\nease,helpful\n1,2\n",
       "line 1: row 1 stands above the names of the columns => delete the row; its words can go "
       "under caption: in a YAML file beside the table\n"},
      {"ease,secret,secret\n1,2,2\n",
       "line 1: columns 2 and 3 have the same name => give each column a name of its own\n"},
      {"How were we?,,\nease,helpful,changed\n1,2,secret\n",
       "line 1: row 1 stands above the names of the columns => delete the row; its words can go "
       "under caption: in a YAML file beside the table\n"},
  };
  for (const auto& [csv, text] : rows) {
    EXPECT_EQ(counted(csv), text) << csv;
    EXPECT_EQ(counted(csv).find("secret"), std::string::npos);
  }
}

TEST(Responses, StopsAfterFiftyProblems) {
  std::string csv = "ease\n";
  for (int i = 0; i < 60; ++i) csv += "9\n";
  const Responses responses = count_responses(csv, set_of(), {});
  ASSERT_EQ(responses.problems.size(), 51U);
  EXPECT_EQ(responses.problems.back(), (ResponseProblem{"10 more", "put these right first"}));
}

TEST(Responses, WritesADataFileThatIsReadAgain) {
  const QuestionSet set = set_of();
  const Responses responses =
      count_responses("ease,helpful,changed\n1,2,confident\n2,2,\n", set, {});
  const Period period{parse_date("2025-04-01").value(), parse_date("2026-03-31").value()};
  const std::string yaml = results_yaml(responses.counts, set, period);
  EXPECT_EQ(
      yaml,
      "# Made by signpost evaluate. Counts only: it holds no answers of single people and no\n"
      "# comments. Small counts are left out when the site is made.\n"
      "question_set: two\n"
      "period: {from: 2025-04-01, to: 2026-03-31}\n"
      "replies: 2\n"
      "answers:\n"
      "  ease: [0, 1, 1]\n"
      "  helpful: [0, 0, 2]\n"
      "choices:\n"
      "  changed:\n"
      "    confident: 1\n"
      "    school: 0\n");
  Diagnostics diagnostics;
  const QuestionSets sets = {{"two", set}};
  const auto read = read_evaluation(parse_yaml(yaml, "e.yaml", 1, diagnostics), "e.yaml", sets,
                                    {DisclosureProfile::kStandard, period.to}, diagnostics);
  EXPECT_EQ(diagnostics.all(), std::vector<Diagnostic>());
  EXPECT_TRUE(read.has_value());
}

}  // namespace
}  // namespace signpost
