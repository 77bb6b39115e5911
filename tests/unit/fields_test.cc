#include "content/fields.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/shipped_kinds.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Loaded {
  Fields fields;
  std::vector<std::string> messages;  // "line:column rule: message | help"
};

// Reads front matter of the kind, with a title and a summary before it.
Loaded load(std::string_view kind, const std::string& front_matter) {
  static const Config kConfig = [] {
    Config made;
    made.kinds = shipped_kinds();
    return made;
  }();
  Diagnostics diagnostics;
  const std::string text = "title: T\nsummary: S\n" + front_matter;
  const YamlNode root = parse_yaml(text, "content/a.md", 2, diagnostics);
  Loaded loaded{
      read_fields(*kConfig.kinds.find(kind), root, kConfig, {"content/a.md", 1, 1, 3}, diagnostics),
      {}};
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    loaded.messages.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
                              " " + d.rule + ": " + d.message + " | " + d.help);
  }
  return loaded;
}

constexpr char kWorkshop[] = R"(who_for: Parents
learn: [one thing, another]
length: 2 hours
run_by: An adviser
why: Families asked for it.
sessions:
  - date: 2026-10-14
    from: "10:00"
    to: "12:30"
    places: 20
    online: true
)";

TEST(Fields, ReadRecordsNumbersAndTimes) {
  const Loaded loaded = load("workshop", kWorkshop);
  EXPECT_THAT(loaded.messages, IsEmpty());
  EXPECT_EQ(loaded.fields.text("who_for"), "Parents");
  EXPECT_THAT(loaded.fields.list("learn"), ElementsAre("one thing", "another"));
  ASSERT_EQ(loaded.fields.records("sessions").size(), 1U);
  const Fields& session = loaded.fields.records("sessions")[0];
  EXPECT_EQ(session.line, 10U);
  EXPECT_EQ(session.date("date"), parse_date("2026-10-14"));
  EXPECT_EQ(session.text("to"), "12:30");
  EXPECT_EQ(session.number("places"), 20);
  EXPECT_TRUE(session.is_true("online"));
  EXPECT_EQ(session.find("venue"), nullptr);
  EXPECT_FALSE(session.is_true("venue"));
  EXPECT_FALSE(session.number("date"));
}

TEST(Fields, ReportMistakesInRecordsAtTheirPlace) {
  const struct {
    std::string_view kind;
    std::string front_matter;
    std::string message;
  } rows[] = {
      {"workshop-menu", "year: 2026-28\npublished: 2026-03-30",
       "4:7 front-matter-date: \"2026-28\" of \"year\" is not a year such as 2026-27 | write the "
       "year it begins, a hyphen and the last two digits of the next"},
      {"evaluation", "year: 2026-27\nperiod: 2026",
       "5:9 front-matter-type: \"period\" must be one period, but it is a text | write it like "
       "this: period: {from: 2025-04-01, to: 2026-03-31}"},
      {"evaluation", "year: 2026-27\nperiod: {from: 2026-04-01}",
       "5:9 front-matter-missing-field: this period lacks the field \"to\" | add: to: 2027-03-31"},
      {"evaluation", "year: 2026-27\nperiod: {from: 2026-04-01, to: 2027-03-31, till: 1}",
       "5:44 front-matter-unknown-field: a period has no field \"till\" | a period has: from, to"},
      {"meeting", "date: 2026-11-18\nminutes: agred",
       "5:10 front-matter-unknown-choice: \"minutes\" cannot be \"agred\" | did you mean "
       "\"agreed\"?"},
      {"meeting", "date: 2026-11-18\nminutes: draft\nfrom: 9.30am",
       "6:7 front-matter-date: \"9.30am\" of \"from\" is not a time of day | write the hour and "
       "the "
       "minutes with two digits each: \"09:30\""},
      {"meeting", "date: 2026-11-18\nminutes: draft\nattendance: [{group: Parents, number: -3}]",
       "6:39 front-matter-type: \"number\" must be a whole number, but it is \"-3\" | write it "
       "like "
       "this: number: 3"},
      {"meeting", "date: 2026-11-18\nminutes: draft\nattendance: [three]",
       "6:14 front-matter-type: \"attendance\" must be a list, each a group, but it is a text | "
       "write it like this: attendance: [{group: Parents and carers, number: 3}]"},
      {"meeting", "date: 2026-02-30\nminutes: draft",
       "4:7 front-matter-date: \"2026-02-30\" of \"date\" is not a date that exists | write the "
       "year, month and day with two digits each: 2026-09-30"},
      {"evaluation", "period: {from: 2026-04-01, to: 2027-03-31}",
       "1:1 front-matter-missing-field: this evaluation lacks the field \"year\" | add between the "
       "--- lines: year: 2025-26"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(load(row.kind, row.front_matter).messages, ElementsAre(row.message));
  }
}

// A row that staff would copy from a message has to be right itself.
TEST(Fields, HaveExamplesThatAreValid) {
  Config config;
  config.kinds = shipped_kinds();
  config.topics = {{"sen-support", "", ""}, {"disagreements", "", ""}};
  config.audiences = {{"parents", "", ""}};
  for (const Kind& kind : config.kinds.all) {
    std::string front_matter;
    for (const Field& field : kind.fields) front_matter += std::string(field.example) + "\n";
    for (const Field& field : config.kinds.common) {
      const auto same = [&](const Field& own) { return own.name == field.name; };
      if (std::ranges::any_of(kind.fields, same) || field.name == "kind") continue;
      front_matter += std::string(field.example) + "\n";
    }
    Diagnostics diagnostics;
    const YamlNode root = parse_yaml(front_matter, "content/a.md", 2, diagnostics);
    read_fields(kind, root, config, {"content/a.md", 1, 1, 3}, diagnostics);
    for (const Diagnostic& d : diagnostics.all()) {
      ADD_FAILURE() << kind.name << ": " << d.message << " | " << d.help;
    }
  }
}

}  // namespace
}  // namespace signpost
