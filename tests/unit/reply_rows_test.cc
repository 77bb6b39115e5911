#include "data/evaluations/reply_rows.h"

#include <string>
#include <string_view>

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
      EXPECT_NE(noted(row.csv, options_of({"date"})).find("no column has dates"),
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
}

}  // namespace
}  // namespace signpost
