#include "data/evaluations/responses.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "data/evaluations/answer_table.h"
#include "unit/export_text.h"

namespace signpost {
namespace {

TEST(Responses, CountsAnswers) {
  const ExportRow rows[] = {
      {"points and names of the ends", "ease,helpful\n0,2\nEasy,\n hard ,Very\n",
       "3 replies; ease 2 0 1; helpful 0 0 2; changed 0 0; 0 comments, 0 blank"},
      {"the words of the question, another order, a byte order mark and CRLF",
       "\xEF\xBB\xBFHow helpful were we?,ease\r\n2,1\r\n2,0\r\n",
       "2 replies; ease 1 1 0; helpful 0 0 2; changed 0 0; 0 comments, 0 blank"},
      {"several choices, one of them twice",
       "ease,changed\n0,confident; School;confident\n,school\n",
       "2 replies; ease 1 0 0; helpful 0 0 0; changed 1 2; 0 comments, 0 blank"},
      {"one question alone, several choices", "changed\nconfident;school\nconfident\n",
       "2 replies; ease 0 0 0; helpful 0 0 0; changed 2 1; 0 comments, 0 blank"},
      {"semicolons, a no-break space after a question and one before an answer",
       "ease\xC2\xA0;helpful\n0;\xC2\xA0"
       "2\n",
       "1 replies; ease 1 0 0; helpful 0 0 1; changed 0 0; 0 comments, 0 blank"},
      {"tabs", "ease\thelpful\n0\t2\n",
       "1 replies; ease 1 0 0; helpful 0 0 1; changed 0 0; 0 comments, 0 blank"},
      {"comments are only counted, rows without answers left out",
       "ease,Comments\n0,\"Thank you,\nall\"\n,\n,Only words\n",
       "1 replies; ease 1 0 0; helpful 0 0 0; changed 0 0; 2 comments, 2 blank"},
      {"Windows-1252", "ease,What has changed\x85\n0,More confident\n",
       "1 replies; ease 1 0 0; helpful 0 0 0; changed 1 0; 0 comments, 0 blank"},
      {"a title above", "Feedback of 2025\n\nease,helpful\n0,2\n",
       "1 replies; ease 1 0 0; helpful 0 0 1; changed 0 0; 0 comments, 0 blank"},
      {"\"not applicable\"", "ease,helpful\n0,N/A\n,Don\xE2\x80\x99t know\n",
       "2 replies; ease 1 0 0; helpful 0 0 0; changed 0 0; 0 comments, 0 blank"},
      {"numbers beside the words", "ease,helpful\n3 - Easy,Very (3)\n1. Hard,1 (not)\n",
       "2 replies; ease 1 0 1; helpful 1 0 1; changed 0 0; 0 comments, 0 blank"},
  };
  for (const ExportRow& row : rows) EXPECT_EQ(counted(row.csv), row.text) << row.why;
  EXPECT_EQ(counted("Clock,ease\n09:00,0\n", options_of({"clock"})),
            "1 replies; ease 1 0 0; helpful 0 0 0; changed 0 0; 0 comments, 0 blank");
}

TEST(Responses, KnowsCurledApostrophesAndNoBreakSpaces) {
  QuestionSet set = set_of();
  set.choices[0].options.push_back({"calm", "I'm calmer"});
  const Responses responses = count_responses(
      "ease,changed\n0,I\xE2\x80\x99m\xC2\xA0"
      "calmer\n",
      set, options_of());
  EXPECT_EQ(responses.counts.choices[0].second, (std::vector<std::int64_t>{0, 0, 1}));
}

TEST(Responses, NeverGuessesAScale) {
  const char* unclear =
      "type --map 0..2 if people chose from 0 to 2, --map 1..3 if people chose from 1 to 3 and 3 "
      "is "
      "best, --map 3..1 if 1 is best";
  EXPECT_EQ(counted("ease,helpful\n1,2\n"),
            fmt::format("the answers are 1 to 2: they could be of a scale of 1 to 3 or of 0 to 2, "
                        "the scale of \"two\" => {}\n",
                        unclear));
  EXPECT_EQ(counted("ease\n2\n"),
            fmt::format("the answers are all 2: they could be of a scale of 1 to 3 or of 0 to 2, "
                        "the scale of \"two\" => {}\n",
                        unclear));
  EXPECT_EQ(
      counted("ease\n1\n3\n"),
      "the answers are 1 to 3, but the scale of \"two\" is 0 to 2 => type --map 1..3 if people "
      "chose from 1 to 3 and 3 is best, --map 3..1 if 1 is best\n");
  struct {
    const char* csv;
    std::vector<std::string> maps;
    const char* text;
  } const rows[] = {
      {"ease\n1\n2\n", {"0..2"}, "ease 0 1 1"},
      {"ease\n1\n2\n", {"1..3"}, "ease 1 1 0"},
      {"ease\n1\n2\n", {"3..1"}, "ease 0 1 1"},
      {"ease\n1\n2\n", {"1=2", "2="}, "ease 0 0 1"},
      {"ease\nGood\nBad\nhard\n", {"good=2", "Bad = 0"}, "ease 2 0 1"},
      {"ease\nGood;x\n", {"Good;x=1"}, "ease 0 1 0"},
  };
  for (const auto& row : rows) {
    const std::string text = counted(row.csv, options_of({}, row.maps));
    EXPECT_NE(text.find(row.text), std::string::npos) << row.csv << text;
  }
  EXPECT_NE(
      counted("ease,changed\n0,Calmer\n", options_of({}, {"Calmer=school"})).find("changed 0 1;"),
      std::string::npos);
}

TEST(Responses, TakesWordsAsTheSetSays) {
  QuestionSet set = set_of();
  set.words = {{"Disagree"}, {"Neutral"}, {"Agree", "Strongly agree"}};
  const Responses responses = count_responses(
      "ease,helpful\nAGREE,neutral\n3 - Strongly "
      "agree,disagree\nDisagree,neutral\nNeutral,neutral\n",
      set, options_of());
  EXPECT_EQ(told(responses),
            "4 replies; ease 1 1 2; helpful 1 3 0; changed 0 0; 0 comments, 0 blank");
  EXPECT_EQ(
      responses.notes[1],
      "answers taken as points of the scale: \"disagree\" as 0, \"neutral\" as 1, \"agree\" as "
      "2, \"strongly agree\" as 2");
}

TEST(Responses, NamesRowAndColumnAndNeverAnAnswer) {
  const char* scale =
      "write one of 0, 1, 2, \"Hard\" or \"Easy\", or leave the cell empty; what else an answer "
      "means, say with --map \"ANSWER=2\"";
  const std::pair<std::string, std::string> rows[] = {
      {"ease\n0\n7\n",
       fmt::format("row 3, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n1\nNaN\n0\nsecret\n",
       fmt::format("rows 3 and 5, column \"ease\": the answer is no point of the scale => {}\n",
                   scale)},
      {"ease\n-1\n",
       fmt::format("row 2, column \"ease\": the answer is no point of the scale => {}\n", scale)},
      {"ease\n1.0\n",
       "the answers are all 1: they could be of a scale of 1 to 3 or of 0 to 2, the scale of "
       "\"two\" "
       "=> type --map 0..2 if people chose from 0 to 2, --map 1..3 if people chose from 1 to 3 and "
       "3 "
       "is best, --map 3..1 if 1 is best\n"},
      {"ease\n=A1\n",
       "row 2, column \"ease\": the cell looks like a formula => write the answer itself\n"},
      {"changed\nconfident;secret\n",
       "row 2, column \"changed\": one of the choices is not known => there is: confident, school; "
       "which of them another wording is, say with --map \"CHOICE=confident\"\n"},
      {"ease,helpfull\n0,2\n",
       "column B: \"helpfull\" is no question of \"two\" => did you mean \"helpful\"?\n"},
      {"ease,How very helpful were we all?\n0,2\n",
       "column B: \"How very helpful were we all?\" is no question of \"two\" => did you mean "
       "\"helpful\"?\n"},
      {"ease,Postcode\n0,S1\n",
       "column B: \"Postcode\" is no question of \"two\" => type --ignore \"Postcode\" to leave "
       "the "
       "column out\n"},
      {"ease,secret@example.org\n0,S1\n",
       "column B is no question of \"two\" => leave the column out with --ignore and "
       "its name\n"},
      {"ease,How easy was it?\n0,2\n",
       "columns A and B are the same question => take one of them out, or leave it out with "
       "--ignore and its name\n"},
      {"secret,words\n1,2\n",
       "row 1 names no question of \"two\" => choose the set that was asked with --questions, or "
       "write the questions or their keys above the answers: ease, helpful, changed\n"},
      {"Start time,Completion time,secret\n1,2,3\n",
       "row 1 names no question of \"two\"; the file looks like an export of Microsoft Forms => "
       "choose the set that was asked with --questions, or write the questions or their keys above "
       "the answers: ease, helpful, changed; or export again: in Microsoft Forms open the form, "
       "choose Responses, then Open in Excel, and give that workbook (.xlsx)\n"},
      {"How easy was it?\nAnswer Choices,Responses\nHard,2\nHow helpful were we?\nAnswer "
       "Choices,Responses\nNot,3\n",
       "the questions stand below each other, as in a summary; the file looks like an export of "
       "SurveyMonkey => choose Analyze Results > Save As > Export file > All responses data, as "
       "CSV "
       "with condensed columns and the actual answer text\n"},
      {"ease,helpful\n0,2,secret\n",
       "line 2: this row has 3 cells, but there are 2 columns => put cells that hold a separator "
       "in "
       "quotes, and leave a cell empty rather than out\n"},
      {"ease,helpful\n0,2,secret\n1,=A1\n",
       "line 2: this row has 3 cells, but there are 2 columns => put cells that hold a separator "
       "in "
       "quotes, and leave a cell empty rather than out\n"
       "row 3, column \"helpful\": the cell looks like a formula => write the answer itself\n"},
      {"ease\n",
       "the file has no replies => put each reply on a row of its own below the questions\n"},
      {"", "the file is empty => export the answers again\n"},
      {"ease\n\"secret\n",
       "line 2: a quoted cell is never closed => close it with \" before the "
       "next cell or the end of the line\n"},
      {"PK\x03\x04",
       "the file cannot be read: its archive is damaged => export the answers again, as .xlsx or "
       "CSV\n"},
      {"\xD0\xCF\x11\xE0",
       "the file is an old workbook (.xls), or one with a password => open it in the spreadsheet "
       "and "
       "choose File > Save As > \"Excel Workbook (.xlsx)\", without a password\n"},
      {"1,,School\nease,helpful,changed\n0,2,\n",
       "row 1 stands above the names of the questions, in row 2 => move it below them if it is a "
       "reply, else delete it\n"},
      {"secret,words\nease,helpful\n0,2\n",
       "row 1 stands above the names of the questions, in row 2 => move it below them if it is a "
       "reply, else delete it\n"},
  };
  for (const auto& [csv, text] : rows) {
    EXPECT_EQ(counted(csv), text) << csv;
    EXPECT_EQ(counted(csv).find("secret"), std::string::npos);
  }
}

TEST(Responses, StopsAfterFiftyProblems) {
  std::string csv = "ease,helpful";
  for (int i = 0; i < 60; ++i) csv += fmt::format(",Postcode {}", 'A' + i);
  const Responses responses = count_responses(csv + "\n0\n", set_of(), options_of());
  ASSERT_EQ(responses.problems.size(), 51U);
  EXPECT_EQ(responses.problems.back(), (ResponseProblem{"10 more", "put these right first"}));
}

TEST(Responses, WritesADataFileThatIsReadAgain) {
  const QuestionSet set = set_of();
  const Responses responses =
      count_responses("ease,helpful,changed\n1,0,confident\n2,2,\n", set, options_of());
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
      "  helpful: [1, 0, 1]\n"
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

// What forms call the points, shipped with a set.
QuestionSet set_with_words() {
  QuestionSet set = set_of();
  set.scale = {0, 1, 2, 3, 4};
  set.questions = {{"recommend", "Would you recommend us?", "Not at all likely", "Extremely likely",
                    "they would recommend us"}};
  set.words = {{"Very unlikely"}, {"Unlikely"}, {"Neutral"}, {"Likely"}, {"Very likely"}};
  return set;
}

TEST(Responses, WordsOfTheSetNeverShiftTheScaleOfAQuestion) {
  const auto text = [](std::string_view csv, std::vector<std::string> maps = {}) {
    return told(count_responses(csv, set_with_words(), options_of({}, std::move(maps))));
  };
  constexpr std::string_view kAll =
      "recommend\nNot at all likely\nUnlikely\nLikely\nVery likely\nExtremely likely\n";
  EXPECT_EQ(text(kAll),
            "column \"recommend\": \"extremely likely\" and \"very likely\" would both be 4, and "
            "nothing would be 2 => say of each answer of the form which point it is, as in --map "
            "\"very likely=3\"\n");
  EXPECT_EQ(text(kAll, {"Very likely=3", "Likely=2", "Unlikely=1"}),
            "5 replies; recommend 1 1 1 1 1; changed 0 0; 0 comments, 0 blank");
  EXPECT_EQ(text("recommend\nVery likely\nLikely\n"),
            "column \"recommend\": \"very likely\" would be 4, but the set's own word for that is "
            "\"extremely likely\" => say which point it is: --map \"very likely=4\" if the form "
            "has no stronger answer\n");
}

TEST(Responses, NumbersAndWordsOfAnAnswerAgree) {
  EXPECT_EQ(counted("ease\n1 - Easy\n2\n3 - Hard\n", options_of({}, {"1..3"})),
            "rows 2 and 4, column \"ease\": the number and the words of the answer are different "
            "points => say what the form's numbers mean: --map 1..3 where 3 is best, --map 3..1 "
            "where 1 is\n");
  EXPECT_EQ(counted("ease\n1 - Easy\n2\n3 - Hard\n", options_of({}, {"3..1"})),
            "3 replies; ease 1 1 1; helpful 0 0 0; changed 0 0; 0 comments, 0 blank");
  EXPECT_EQ(counted("ease\n0 - Easy\n0\n2 - Hard\n"),
            "rows 2 and 4, column \"ease\": the number and the words of the answer are different "
            "points => say what the form's numbers mean: --map 1..3 where 3 is best, --map 3..1 "
            "where 1 is\n");
}

TEST(Responses, MapSaysOneThingOfAnAnswer) {
  const std::vector<std::string> contradictions[] = {
      {"agree=2", "agree=1"}, {"0..2", "2..0"}, {"1=0", "1=2"}};
  for (const std::vector<std::string>& maps : contradictions) {
    const AnswerTable table(set_of(), maps);
    EXPECT_NE(table.mistake().find("--map says two things of"), std::string::npos)
        << table.mistake();
  }
  EXPECT_EQ(AnswerTable(set_of(), std::vector<std::string>{"agree=2", "Agree=2"}).mistake(), "");
}

TEST(Responses, OptionsWithCommasStandApartWhereTheFormWritesSemicolons) {
  QuestionSet set = set_of();
  set.choices = {{"changed",
                  "What has changed?",
                  {{"a", "I am happier"}, {"b", "or calmer"}, {"c", "I am happier, or calmer"}}}};
  const auto told_of = [&](std::string_view csv) {
    return told(count_responses(csv, set, options_of()));
  };
  EXPECT_EQ(told_of("ease,changed\n0,I am happier;or calmer\n0,\"I am happier, or calmer\"\n"),
            "2 replies; ease 2 0 0; helpful 0 0 0; changed 1 1 1; 0 comments, 0 blank");
  EXPECT_EQ(told_of("ease,changed\n0,\"I am happier, or calmer\"\n"),
            "row 2, column \"changed\": the choices can be read in two ways => separate them with "
            "\";\"\n");
}

TEST(Responses, MapMaySpeakOfOneQuestion) {
  const std::string_view csv = "ease,helpful\n1,3\n2,So so\n3,1\n";
  EXPECT_EQ(counted(csv, options_of({}, {"1..3", "helpful:3..1", "helpful: So so=1"})),
            "3 replies; ease 1 1 1; helpful 1 1 1; changed 0 0; 0 comments, 0 blank");
  EXPECT_EQ(noted("ease,helpful\n1,3\n", options_of({}, {"1..3", "helpful:3..1"})),
            "no column says when a reply was given: every reply is taken to be of the period\n"
            "answers taken as points of the scale: 1 as 0, 3 of helpful as 0\n"
            "questions without a column: changed\n");
  EXPECT_EQ(counted("ease,changed\n0,Home\n", options_of({}, {"changed:Home=school"})),
            "1 replies; ease 1 0 0; helpful 0 0 0; changed 0 1; 0 comments, 0 blank");
  const std::pair<const char*, const char*> rows[] = {
      {"helpfull:1..3",
       "--map \"helpfull:1..3\": \"helpfull\" is no question of \"two\"; did you mean "
       "\"helpful\"?"},
      {"helpful:1..4",
       "--map \"helpful:1..4\" has 4 numbers, but the scale of \"two\" has 3 points, 0 to 2; say "
       "of "
       "each number which point it is: --map helpful:1=0 --map helpful:2=1"},
      {"ease:Home=school",
       "--map \"Home=school\": \"school\" is no point of the scale and no option of \"ease\"; the "
       "points are 0, 1, 2, and nothing after the = means that it is no answer"},
      {"Well: it helped=2", ""},
  };
  for (const auto& [map, mistake] : rows) {
    EXPECT_EQ(AnswerTable(set_of(), std::vector<std::string>{map}).mistake(), mistake) << map;
  }
}

}  // namespace
}  // namespace signpost
