#include "config/config.h"

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/facts.h"
#include "unit/english_words.h"
#include "unit/shipped_kinds.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kWhole[] = R"(service:
  name: Rivertown SENDIASS
  short_name: SENDIASS
  area: Rivertown
  phone: "01632 960 123"
  email: help@rivertown.example
  address: [1 High Street, Rivertown]
  hours: {days: [monday, tuesday, wednesday], from: "09:30", to: "17:00"}
  closures: [{date: 2026-12-25, reason: Christmas Day}]
promises: {first_contact_working_days: 5}
independence: {funded_by: [the council, the NHS], statement: We do not take sides.}
languages:
  - {tag: en-GB, name: English}
  - {tag: ur, name: اردو, dir: rtl}
folders:
  factsheets: {kind: factsheet, title: Factsheets}
)";

struct Loaded {
  Config config;
  std::vector<std::string> messages;
};

// Loads `text` as a site's configuration; messages are "line:column rule: message | help".
Loaded load(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("site-config.yaml", text);
  Diagnostics diagnostics;
  Loaded loaded{load_config(folder.path(), shipped_kinds(), diagnostics), {}};
  for (const Diagnostic& d : diagnostics.take_sorted()) {
    loaded.messages.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) +
                              " " + d.rule + ": " + d.message + " | " + d.help);
  }
  return loaded;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "not found: " + std::string(from)
                                 : text.replace(at, from.size(), to);
}

TEST(Config, ReadsTheWholeFileAndDerivesFacts) {
  const Loaded loaded = load(kWhole);
  EXPECT_THAT(loaded.messages, IsEmpty());
  const Facts facts = make_facts(loaded.config, english());
  EXPECT_EQ(facts.at("service.phone_link"), "+441632960123");
  EXPECT_EQ(facts.at("service.hours"), "9:30am to 5pm, Monday to Wednesday");
  EXPECT_EQ(facts.at("service.address"), "1 High Street, Rivertown");
  EXPECT_EQ(facts.at("promises.first_contact"), "5 working days");
  EXPECT_EQ(facts.at("independence.funded_by"), "the council and the NHS");
  EXPECT_EQ(facts.at("closure.christmas-day-2026"), "25 December 2026");
  ASSERT_EQ(loaded.config.languages.size(), 2U);
  EXPECT_EQ(loaded.config.languages[1].dir, "rtl");
  EXPECT_EQ(loaded.config.folders[0].kind, "factsheet");
  EXPECT_FALSE(facts.contains("service.placeholder"));
}

TEST(Config, ShowsThePhoneNumberAsItIsDialled) {
  const Loaded loaded = load(replaced(kWhole, "01632 960 123",
                                      "+44 (0)1632 960\xC2\xA0"
                                      "123 x4"));
  EXPECT_THAT(loaded.messages, IsEmpty());
  EXPECT_EQ(loaded.config.service.phone, "+44 1632 960 123 ext. 4");
  EXPECT_EQ(make_facts(loaded.config, english()).at("service.phone_link"), "+441632960123;ext=4");
}

TEST(Config, TakesTextsForEachLanguage) {
  const Loaded loaded =
      load(replaced(kWhole, "title: Factsheets", "title: {en-GB: Factsheets, ur: معلومات}"));
  EXPECT_THAT(loaded.messages, IsEmpty());
  const LocalText& title = loaded.config.folders[0].title;
  EXPECT_EQ(title.in("en-GB"), "Factsheets");
  EXPECT_EQ(title.in("ur"), "معلومات");
  EXPECT_EQ(title.in("pl"), "Factsheets");
}

TEST(Config, KeepsThatPhoneAndEmailAreExamples) {
  const Loaded loaded = load(replaced(kWhole, "  area:", "  placeholder: true\n  area:"));
  EXPECT_THAT(loaded.messages, IsEmpty());
  EXPECT_EQ(make_facts(loaded.config, english()).at("service.placeholder"), "true");
}

struct Mistake {
  std::string_view from, to;
  std::string_view message;
};

TEST(Config, ReportsEachMistakeWithItsPlaceAndTheWayOut) {
  const Mistake mistakes[] = {
      {"01632 960 123", "+4401632960123",
       "5:10 config-type: \"+4401632960123\" would not connect: after +44 the 0 is left out | "
       "write "
       "\"+441632960123\", or \"01632960123\""},
      {"01632 960 123", "text 85258",
       "5:10 config-type: \"text 85258\" is for text messages, and cannot be rung | write the "
       "number "
       "that families ring: \"01632 960 001\""},
      {"  phone: \"01632 960 123\"\n", "",
       "2:3 config-missing-key: service lacks the key \"phone\" | add a line that starts with "
       "\"phone: \""},
      {"  area:", "  aera: x\n  area:",
       "4:3 config-unknown-key: service has no key \"aera\" | did you mean \"area\"?"},
      {"name: Rivertown", "name: [Rivertown]\n  council: Rivertown",
       "2:9 config-type: \"name\" must be one text, but it is a list | see the comments in the "
       "site-config.yaml of a new site"},
      {"wednesday", "wensday",
       "8:17 config-type: \"wensday\" is not a day of the week | did you mean \"wednesday\"?"},
      {"17:00", "5pm",
       "8:66 config-type: \"5pm\" is not a time of day | write it with four digits, in quotes: "
       "\"09:00\""},
      {"17:00", "08:00",
       "8:66 config-type: the service closes at 08:00 before it opens at 09:30 | check the two "
       "times"},
      {"2026-12-25", "2026-02-30",
       "9:21 config-date: \"2026-02-30\" of \"date\" is not a date that exists | write the year, "
       "month and day with two digits each: 2026-09-30"},
      {"working_days: 5", "working_days: five",
       "10:40 config-type: \"first_contact_working_days\" must be a whole number, but it is "
       "\"five\" | write the number in digits, such as 5"},
      {"kind: factsheet", "kind: factshet",
       "16:22 config-type: there is no kind of page \"factshet\" | did you mean \"factsheet\"?"},
      {"help@rivertown", "help at rivertown",
       "6:10 config-type: \"help at rivertown.example\" is not an email address | write it like "
       "this: help@service.example"},
      {"dir: rtl", "dir: left",
       "14:36 config-type: \"left\" is not a direction of writing | write ltr (left to right) or "
       "rtl (right to left)"},
      {"statement: We do not take sides.", "statement: {en-GB: None., rü: x}",
       "11:77 config-type: the site has no language \"rü\" | use one of: en-GB, ur"},
      {"statement: We do not take sides.", "statement: {ur: x}",
       "11:62 config-type: \"statement\" has no text in the site's own language | add a line that "
       "starts with \"en-GB: \""},
      {"tag: ur", "tag: en-gb",
       "14:11 config-type: the language \"en-gb\" is there twice | delete one of the two entries"},
      {"tag: ur", "tag: en_US", "14:11 config-type: \"en_US\" is not a language tag | write en-US"},
      {"tag: ur", "tag: urdu",
       "14:11 config-type: \"urdu\" is not a language tag | write it like en-GB, ur or pl"},
      {"tag: ur", "tag: aux",
       "14:11 config-type: \"aux\" cannot be the name of a folder: it is the name of a device on "
       "Windows | write it with its country or script, such as aux-GB"},
      {"  factsheets: {", "  ../up: {",
       "16:3 config-type: \"../up\" cannot be a folder of content | write its path below content/: "
       "small letters, digits and hyphens, / between folders"},
      {"folders:", "site: {base_url: \"https://a.org/\\nX: y\"}\nfolders:",
       "15:18 config-type: \"https://a.org/\nX: y\" cannot be the base_url: the address has a line "
       "end in it | write it whole: \"https://www.example.org/\""},
      {"name: Rivertown S", "name: \"Rivertown\\u202e\"\n  council: S",
       "2:9 character-forbidden: the character \"RIGHT-TO-LEFT OVERRIDE\" (U+202E) has no place in "
       "a "
       "text | delete it (it may be invisible)"},
      {"promises:", "checks: {link-missing-ancor: off}\npromises:",
       "10:10 config-unknown-rule: there is no rule \"link-missing-ancor\" | did you mean "
       "\"link-missing-anchor\"?"},
  };
  for (const Mistake& mistake : mistakes) {
    EXPECT_THAT(load(replaced(kWhole, mistake.from, mistake.to)).messages,
                ElementsAre(std::string(mistake.message)))
        << mistake.to;
  }
}

// What every page is compared with or shows has a bound.
TEST(Config, BoundsItsLists) {
  std::string menu = "navigation:\n";
  std::string topics = "taxonomies:\n  topics:\n";
  std::string folders;
  for (int i = 0; i < 600; ++i) {
    const std::string number = std::to_string(i);
    menu += "  - {title: T, page: about/" + number + ".md}\n";
    topics += "    - {id: t" + number + ", title: T, summary: S}\n";
    folders += "  f" + number + ": {kind: page, title: F}\n";
  }
  const Loaded loaded = load(kWhole + folders + menu + topics);
  EXPECT_THAT(
      loaded.messages,
      ElementsAre("16:3 config-type: \"folders\" has more than 500 entries | put folders into "
                  "other folders, which have the same kind then",
                  "618:3 config-type: \"navigation\" has more than 200 entries | take out "
                  "those that are least used",
                  "1220:5 config-type: \"topics\" has more than 500 entries | take out those "
                  "that are least used"));
  EXPECT_EQ(loaded.config.folders.size(), 500U);
  EXPECT_EQ(loaded.config.navigation.size(), 200U);
  EXPECT_EQ(loaded.config.topics.size(), 500U);
}

TEST(Config, SaysThatTheFileIsMissing) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  load_config(folder.path(), shipped_kinds(), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].rule, "io-read");
}

}  // namespace
}  // namespace signpost
