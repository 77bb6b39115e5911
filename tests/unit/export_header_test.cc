#include "data/evaluations/export_header.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/export_text.h"

namespace signpost {
namespace {

TEST(ExportHeader, KnowsQuestionsHoweverFormsWriteThem) {
  const char* names[] = {"1. How easy was it?",
                         "1) How easy was it?",
                         "Q1. How easy was it?",
                         "Q1) How easy was it?",
                         "(1) How easy was it?",
                         "Question 1: How easy was it?",
                         "How easy was it? *",
                         "* How easy was it?",
                         "How  easy\xC2\xA0was it?\xC2\xA0",
                         "How easy was it:",
                         "how easy was it",
                         "<p><strong>How easy</strong>&nbsp;was it?</p>",
                         "Our service [How easy was it?]",
                         "Our service - How easy was it?",
                         "How easy was it? (1 = hard)",
                         "3 \xE2\x80\x93 How easy was it?"};
  for (const std::string name : names) {
    EXPECT_EQ(counted(name + "\n0\n"),
              "1 replies; ease 1 0 0; helpful 0 0 0; changed 0 0; 0 comments, 0 blank")
        << name;
  }
}

TEST(ExportHeader, ReadsTwoRowsOfNames) {
  const char* counts = "2 replies; ease 1 0 1; helpful 0 1 1; changed 1 1; 0 comments, 0 blank";
  const ExportRow rows[] = {
      {"a matrix",
       "Respondent ID,Collector ID,How were we?,,changed\n,,How easy was it?,How helpful were "
       "we?,Response\n1,7,0,1,School\n2,7,2,2,confident\n",
       counts},
      {"a matrix whose title is repeated",
       "How were we?,How were we?,changed\nHow easy was it?,How helpful were "
       "we?,Response\n0,1,School\n2,2,confident\n",
       counts},
      {"an empty second row",
       "Respondent ID,ease,helpful,changed\n,,,\n1,0,1,School\n2,2,2,confident\n", counts},
      {"a column for each answer",
       "Respondent ID,ease,,helpful,,What has changed?,\n,Hard,Easy,1 - Not,Very,More "
       "confident,School\n1,Hard,,,,,School\n2,,Easy,,Very,More confident,\n",
       "2 replies; ease 1 0 1; helpful 0 0 1; changed 1 1; 0 comments, 0 blank"},
      {"a column for each answer, with yes and no",
       "ease [Hard],ease [Easy],helpful,changed [confident],changed "
       "[School]\nYes,No,0,0,1\nNo,Yes,,1,0\n",
       "2 replies; ease 1 0 1; helpful 1 0 0; changed 1 1; 0 comments, 0 blank"},
      {"a free text beside the choices",
       "Respondent ID,ease,changed,\n,Response,Response,Other (please specify)\n1,0,School,a "
       "secret\n",
       "1 replies; ease 1 0 0; helpful 0 0 0; changed 0 1; 1 comments, 0 blank"},
      {"an answer that the question does not have",
       "ease,,helpful\nHard,Simple,Response\nHard,,0\n",
       "column B: \"ease: Simple\" is no point of \"ease\" => say which it is with --map and its "
       "name, as in --map \"NAME=2\", or leave the column out with --ignore and its name\n"},
      {"two points", "ease [Hard],ease [Easy],helpful\nHard,Easy,0\n",
       "row 2, column \"ease\": two points are chosen => leave one of them\n"},
      {"another answer than the column's", "ease [Hard],ease [Easy],helpful\nEasy,,0\n",
       "row 2, column \"ease\": the cell is another answer than its column => export the answers "
       "again, with one column for the question\n"},
  };
  for (const ExportRow& row : rows) EXPECT_EQ(counted(row.csv), row.text) << row.why;
}

TEST(ExportHeader, AnAnswerIsNoQuestion) {
  QuestionSet set = set_of();
  set.questions[1].key = "neutral";
  set.words = {{}, {"Neutral"}, {}};
  const auto names_none = [&](std::string_view csv) {
    return count_responses(csv, set, options_of({}, {})).names_no_question;
  };
  EXPECT_TRUE(names_none("How was it?,Were we fair?\nNeutral,Neutral\nNeutral,Hard\n"));
  EXPECT_FALSE(names_none("ease,Were we fair?\nNeutral,Neutral\n"));
  EXPECT_FALSE(names_none("neutral\nNeutral\n"));
}

TEST(ExportHeader, LeavesOutWhatToolsAdd) {
  EXPECT_EQ(
      noted("ID,Start time,Completion time,Email,Name,Last modified time,Total points,Quiz "
            "feedback,How easy was it?,Points - How easy was it?,Feedback - How easy was "
            "it?,helpful,changed,Age,Anything else?,a@example.org\n"
            "1,5/12/25 9:00,5/12/25 9:05,anonymous,,,,,0,,,2,school;,7,secret,\n"
            "2,5/13/25 9:00,5/13/25 9:05,anonymous,,,,,2,,,2,,7,,\n"),
      "dates of \"Completion time\" have the month first, as row 3 shows\n"
      "replies outside the period by \"Completion time\", left out: 0\n"
      "columns left out, added by Microsoft Forms: \"ID\", \"Start time\", \"Completion time\", "
      "\"Email\", \"Name\", \"Last modified time\", \"Total points\", \"Quiz feedback\", \"Points "
      "- "
      "How easy was it?\", \"Feedback - How easy was it?\"\n"
      "columns left out, in people's own words: \"Anything else?\"\n"
      "columns left out, no question of \"two\": \"Age\", column P\n");
}

}  // namespace
}  // namespace signpost
