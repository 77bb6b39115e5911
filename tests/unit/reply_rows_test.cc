#include "data/evaluations/reply_rows.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/export_text.h"

namespace signpost {
namespace {

TEST(ReplyRows, LeavesOtherDaysOut) {
  struct {
    const char* dates[3];
    const char* text;
  } const rows[] = {
      {{"2025-05-12", "2024-05-12", "2026-04-01"}, "outside the period by \"Date\", left out: 2"},
      {{"2026-03-31 23:59:59", "2026/03/31 11:59:59 pm GMT+1", "2025-03-31T23:30:00Z"}, ": 0"},
      {{"31/03/2026", "01/04/2026", "02/02/2026"},
       "day first, as row 2 shows\nreplies outside the "
       "period by \"Date\", left out: 1"},
      {{"3/31/26 10:01", "4/1/26", "2/2/26"},
       "month first, as row 2 shows\nreplies outside the "
       "period by \"Date\", left out: 1"},
      {{"01/02/2026", "02/01/2026", "03/03/2026"}, "outside the period by \"Date\", left out: 0"},
      {{"12 May 2025", "May 12th, 2025 9:05 AM", "Mon 12-May-24"}, ": 1"},
  };
  for (const auto& row : rows) {
    const std::string csv = fmt::format("Date,ease\n\"{}\",0\n\"{}\",1\n\"{}\",1\n", row.dates[0],
                                        row.dates[1], row.dates[2]);
    EXPECT_NE(noted(csv).find(row.text), std::string::npos) << csv << noted(csv);
  }
  const ExportRow wrong[] = {
      {"either way", "Date,ease\n03/04/2025,0\n",
       "column \"Date\": it is not clear whether the day or the month is first, as in 03/04/2026, "
       "and replies near the ends of the period depend on it => type --dates day-first "
       "(31/12/2025) "
       "or --dates month-first (12/31/2025)\n"},
      {"both ways", "Date,ease\n13/04/2025,0\n05/06/2025,0\n04/13/2025,0\n",
       "column \"Date\": the dates are in two orders: row 2 has the day first and row 4 the month "
       "=> export the answers again, with all dates in one order\n"},
      {"no date", "Date,ease\n2025-05-12,0\nsecret,0\n,0\n",
       "rows 3 and 4, column \"Date\": the date cannot be read => write it as 2025-05-12, or count "
       "every row, whatever its date, with --ignore and the name of the column\n"},
      {"a number", "Date,ease\n45789.42,0\n",
       "row 2, column \"Date\": the day is a spreadsheet's number of it => show the column as "
       "dates "
       "before you save it as CSV, or give the workbook (.xlsx)\n"},
      {"none of the period", "Date,ease\n2024-05-12,0\n2024-06-12,0\n",
       "none of the 2 replies is of the period 1 April 2025 to 31 March 2026: by \"Date\" they are "
       "of 12 May 2024 to 12 June 2024 => type the period of the answers after --period\n"},
      {"ignored", "Date,ease\nsecret,0\n", ""},
  };
  for (const ExportRow& row : wrong) {
    if (std::string_view(row.why) == "ignored") {
      EXPECT_NE(noted(row.csv, options_of({"date"})).find("no column says when a reply was given"),
                std::string::npos);
    } else {
      EXPECT_EQ(counted(row.csv), row.text) << row.why;
    }
  }
  ResponseOptions said = options_of();
  said.date_order = DateOrder::kMonthFirst;
  EXPECT_NE(counted("Date,ease\n03/04/2025,0\n", said).find("none of the 1 replies"),
            std::string::npos);
  said.date_order = DateOrder::kDayFirst;
  EXPECT_NE(counted("Date,ease\n03/04/2025,0\n", said).find("1 replies;"), std::string::npos);
  EXPECT_EQ(counted("Date,ease\n04/13/2025,0\n", said),
            "column \"Date\": --dates says that the day is first, but in row 2 it is not => type "
            "--dates month-first\n");
}

TEST(ReplyRows, TellsRowsThatAreThereTwice) {
  EXPECT_NE(
      noted("ease,helpful\n0,2\n0,1\n0,2\n")
          .find("rows that are the same as an earlier one, counted; delete those that are one "
                "reply: 1 (row 4)"),
      std::string::npos);
  const char* ids =
      "ID,ease,Comments\n1,0,\n2,1,\n1,0,\n2,2,\n3,1,they listened to us well\n"
      "4,1,they listened to us well\n";
  EXPECT_EQ(counted(ids), "5 replies; ease 1 3 1; helpful 0 0 0; changed 0 0; 2 comments, 0 blank");
  const std::string notes = noted(ids);
  for (const char* note :
       {"rows that repeat an earlier one, ID and all, left out: 1 (row 4)",
        "rows with the ID of an earlier one but other answers, counted: 1 (row 5)",
        "rows with the answers and the comment of an earlier one, counted: 1 (row 7)"}) {
    EXPECT_NE(notes.find(note), std::string::npos) << notes;
  }
}

TEST(ReplyRows, AreNoSums) {
  EXPECT_EQ(counted("ID,ease\n1,0\n2,2\nAverage,1\n"),
            "row 4: a sum of the others, and no reply => delete it\n");
  EXPECT_NE(counted("ID,ease\n1,0\n2,2\n3,1\n").find("3 replies"), std::string::npos);
  for (const char* label : {"Averages",
                            "Avg.",
                            "Mean score",
                            "Average score",
                            "Mode",
                            "Min",
                            "Max",
                            "Std dev",
                            "n",
                            "n=",
                            "Overall",
                            "All",
                            "Score",
                            "Responses",
                            "Number of replies",
                            "Total replies",
                            "Total (14)",
                            "%",
                            "Median score",
                            "Grand total",
                            "Promedio"}) {
    EXPECT_EQ(counted(fmt::format("ID,ease\n1,0\n2,2\n3,1\n{},1\n", label)),
              "row 5: a sum of the others, and no reply => delete it\n")
        << label;
  }
  // Words of replies.
  EXPECT_NE(counted("Call me back,ease,helpful,changed\ny,0,,\nn,2,,\ny,1,,\n").find("3 replies"),
            std::string::npos);
  EXPECT_NE(
      counted("Age,ease,helpful,changed\n12,0,,\n13,2,,\n14,1,,\nnot said,1,,\n").find("4 replies"),
      std::string::npos);
}

TEST(ReplyRows, TakesNoOtherTableForReplies) {
  EXPECT_EQ(counted("ID,ease\n1,0\n2,2\n,\n,1\n"),
            "row 5: an empty row stands above, so that this may be another table => delete what is "
            "no reply, or the empty row\n");
  EXPECT_EQ(counted("ID,ease\n1,0\n2,2\n,\nSummary,\n0,1\n1,2\n"),
            "rows 6 and 7: an empty row stands above, so that this may be another table => delete "
            "what is no reply, or the empty row\n");
  EXPECT_NE(counted("Date,ease\n2025-05-01,0\n,\n2025-06-01,2\n").find("2 replies"),
            std::string::npos);
}

// An export with columns before those of the questions: `names`, and rows of their cells.
std::string with_columns(const std::string& names, const std::vector<std::string>& rows) {
  std::string csv = names + ",ease,helpful,changed\n";
  for (const std::string& row : rows) csv += row + ",0,,\n";
  return csv;
}

TEST(ReplyRows, FindsTheDayWhateverItsNameIs) {
  for (const char* name : {"When", "Completed on", "Submission time", "Date of response",
                           "Response Date", "Date of contact", "Date received", "Submitted Date",
                           "Created", "Last modified", "Start", "Finish"}) {
    const std::string text =
        noted(with_columns(name, {"2025-05-12", "2026-04-01", "2025-06-01 10:00"}));
    const std::string note = fmt::format("replies outside the period by \"{}\", left out: 1", name);
    EXPECT_NE(text.find(note), std::string::npos) << text;
  }
  EXPECT_NE(noted(with_columns("Month", {"May 2025", "April 2026"}))
                .find("replies outside the period by \"Month\", left out: 1"),
            std::string::npos);
  EXPECT_NE(noted(with_columns("Date of birth", {"2011-05-12", "2012-04-01"}))
                .find("no column says when a reply was given"),
            std::string::npos);
  EXPECT_EQ(counted(with_columns("Year", {"2025", "2026"})),
            "rows 2 and 3, column \"Year\": only a part of what it names is in the period => if "
            "all of them are of the period, leave the column out with --ignore and its name\n");
  EXPECT_EQ(counted(with_columns("First visit,Second visit", {"2025-05-12,2025-05-13"})),
            "several columns have dates: \"First visit\", \"Second visit\" => leave those that "
            "are not the day of the reply out with --ignore and their name\n");
}

TEST(ReplyRows, LeavesTestsAndWhatIsUnfinishedOut) {
  const std::string notes = noted(
      "Response Type,Finished,ease\nIP Address,True,0\nSurvey Preview,True,1\n"
      "IP Address,False,2\n");
  EXPECT_NE(notes.find("rows of a preview, a test or spam, left out: 1 (row 3)\n"
                       "replies that were not finished, left out: 1 (row 4)"),
            std::string::npos)
      << notes;
}

}  // namespace
}  // namespace signpost
