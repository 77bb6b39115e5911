#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/accessibility.h"
#include "unit/messages.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date kToday = *parse_date("2026-11-23");

Accessibility read(std::string_view text, Diagnostics& diagnostics) {
  return read_accessibility(parse_yaml(text, "a.yaml", 1, diagnostics), "a.yaml", kToday,
                            diagnostics);
}

TEST(Accessibility, IsReadWithTheLatestTestFirst) {
  Diagnostics diagnostics;
  const Accessibility record = read(
      "prepared: 2026-09-01\n"
      "tests:\n"
      "  - {date: 2026-09-01, by: our team, how: By program.}\n"
      "  - {date: 2026-11-23, by: a firm, how: By hand., by_hand: true}\n"
      "faults:\n"
      "  - {what: No captions., criterion: \"1.2.2\", found: 2026-09-02, fix_by: 2027-03-31}\n"
      "  - {what: Maps., found: 2026-09-02, reason: out-of-scope}\n"
      "untested:\n"
      "  - {what: Reading order., criterion: \"1.3.2\"}\n",
      diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  ASSERT_EQ(record.tests.size(), 2U);
  EXPECT_EQ(record.tests[0].by, "a firm");
  EXPECT_TRUE(record.tests[0].by_hand);
  ASSERT_EQ(record.faults.size(), 3U);
  EXPECT_EQ(record.faults[0].by, parse_date("2027-03-31"));
  EXPECT_EQ(record.faults[1].reason, FaultReason::kOutOfScope);
  EXPECT_TRUE(record.faults[2].is_untested);
  EXPECT_EQ(record.compliance(), Compliance::kPartial);
}

TEST(Accessibility, ClaimsNoMoreThanTheTestsShow) {
  Diagnostics none;
  const auto compliance = [&](std::string_view text) { return read(text, none).compliance(); };
  EXPECT_EQ(compliance("prepared: 2026-09-01\n"), Compliance::kNone);
  EXPECT_EQ(compliance("tests: [{date: 2026-09-01, by: us, how: By program.}]\n"),
            Compliance::kPartial);
  EXPECT_EQ(compliance("tests: [{date: 2026-09-01, by: us, how: By hand., by_hand: true}]\n"),
            Compliance::kFull);
  EXPECT_EQ(compliance("tests: [{date: 2026-09-01, by: us, how: By hand., by_hand: true}]\n"
                       "faults: [{what: Maps., found: 2026-09-01, reason: out-of-scope}]\n"),
            Compliance::kFull);
  EXPECT_EQ(compliance("tests: [{date: 2026-09-01, by: us, how: By hand., by_hand: true}]\n"
                       "untested: [{what: Reflow., criterion: \"1.4.10\"}]\n"),
            Compliance::kPartial);
}

TEST(Accessibility, ReportsWhatCannotBe) {
  Diagnostics diagnostics;
  read(
      "prepared: 2026-12-01\n"
      "tests:\n"
      "  - {date: 2026-02-30, by: us}\n"
      "faults:\n"
      "  - {what: A., criterion: \"4.1.1\", found: 2026-09-02, fix_by: 2026-09-01}\n"
      "  - {what: B., criterion: \"4.1.2\", found: 2026-09-02, reason: out-of-scop}\n"
      "  - {criterion: \"4.1.2\", fond: 2026-09-02}\n",
      diagnostics);
  EXPECT_THAT(
      messages(diagnostics),
      ElementsAre("a.yaml:1:11 data-date: \"2026-12-01\" of \"prepared\" is still to come | write "
                  "the day on which it was",
                  "a.yaml:3:5 data-missing-key: a test lacks the key \"how\" | add a line that "
                  "starts with \"how: \"",
                  "a.yaml:3:12 data-date: \"2026-02-30\" of \"date\" is not a date that exists | "
                  "write the year, month and day with two digits each: 2026-09-30",
                  "a.yaml:5:27 data-type: WCAG 2.2 has no success criterion \"4.1.1\" at level A "
                  "or AA | write its number in quotes, such as \"1.4.10\"",
                  "a.yaml:5:63 data-type: \"fix_by\" is before the day on which the fault was "
                  "found | correct one of the two days",
                  "a.yaml:6:63 data-type: \"out-of-scop\" is no reason that the law knows | did "
                  "you mean \"out-of-scope\"?",
                  "a.yaml:7:5 data-missing-key: a fault lacks the key \"found\" | add a line that "
                  "starts with \"found: \"",
                  "a.yaml:7:5 data-missing-key: a fault lacks the key \"what\" | add a line that "
                  "starts with \"what: \"",
                  "a.yaml:7:26 data-unknown-key: a fault has no key \"fond\" | did you mean "
                  "\"found\"?"));
}

TEST(Accessibility, KnowsTheNamesOfCriteria) {
  EXPECT_EQ(criterion_name("1.4.10"), "Reflow");
  EXPECT_EQ(criterion_name("4.1.3"), "Status messages");
  EXPECT_EQ(criterion_name("4.1.1"), "");   // taken out of WCAG 2.2
  EXPECT_EQ(criterion_name("2.4.13"), "");  // level AAA
}

}  // namespace
}  // namespace signpost
