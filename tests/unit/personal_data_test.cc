#include "privacy/personal_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/page/placeholders.h"
#include "privacy/child_names.h"

namespace signpost {
namespace {

std::string found_in(std::string_view text) {
  static constexpr const char* kNames[] = {"phone", "drama", "email",    "example", "nhs",     "ni",
                                           "upn",   "birth", "postcode", "name",    "initials"};
  std::vector<PersonalMatch> matches;
  find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches);
  std::string out;
  for (const PersonalMatch& match : matches) {
    out += kNames[static_cast<std::size_t>(match.kind)];
    out += ":" + std::string(text.substr(match.begin, match.end - match.begin)) + ";";
  }
  return out;
}

TEST(PersonalData, IsToldFromOtherNumbers) {
  struct Case {
    const char* text;
    const char* found;
  };
  const Case cases[] = {
      {"07911 123456", "phone:07911 123456;"},
      {"+44 (0)7911 123456", "phone:+44 (0)7911 123456;"},
      {"0044 7911 123456", "phone:0044 7911 123456;"},
      {"00 44 7911 123456", "phone:00 44 7911 123456;"},
      {"00 44 114 273 4567", "phone:00 44 114 273 4567;"},
      {"[0114] 273 4567", "phone:[0114] 273 4567;"},
      {"see [12] of 00 44", ""},
      {"01709-382120.", "phone:01709-382120;"},
      {"tel:07911123456", "phone:07911123456;"},
      {"01632 960 001", "drama:01632 960 001;"},
      {"0300 123 4567, 0800 1111 and 999", ""},
      {"01/02/2026 and 2026-01-02", ""},
      {"order 123/07911123456", ""},
      {"0791112345678901", ""},
      {"jo@anytown.gov.uk.", "email:jo@anytown.gov.uk;"},
      {"@anytown and jo@localhost", ""},
      {"jo@school.example", "example:jo@school.example;"},
      {"999 000 0018", "nhs:999 000 0018;"},
      {"9990000018", "nhs:9990000018;"},
      {"999 000 0019", ""},
      {"AB123456C", "ni:AB123456C;"},
      {"GB123456C QQ123456C AB123456E", ""},
      {"Z801234567890", "upn:Z801234567890;"},
      {"A801234567890", ""},
      {"born on 3rd May 2015", "birth:3rd May 2015;"},
      {"the meeting on 3rd May 2015", ""},
      {"S60 1AE, EC1A 1BB", "postcode:S60 1AE;postcode:EC1A 1BB;"},
      {"S6 and SEND35 1st", ""},
      // dates of birth however they are written
      {"Date of birth 20140704. DOB 040714, dob 04072014",
       "birth:20140704;birth:040714;birth:04072014;"},
      {"Date of birth: 41824", "birth:41824;"},
      {"DOB: 4 7 14", "birth:4 7 14;"},
      {"D.O.B. 4-Jul-14.", "birth:4-Jul-14;"},
      {"dob 4/vii/2014", "birth:4/vii/2014;"},
      {"born 4 July '14", "birth:4 July '14;"},
      {"Born the 4th of July in 2014, Sam likes trains.", "birth:4th of July in 2014;"},
      {"born on the fourth of July 2014", "birth:fourth of July 2014;"},
      {"Sam Brown (4.7.2014) is in Year 7.", "birth:4.7.2014;"},
      {"Child: Sam Brown, 4th July, 2014.", "birth:4th July, 2014;"},
      {"Sam turned 12 on 4 July 2026.", "birth:4 July 2026;"},
      {"Sam, aged twelve on 4 July 2026", "birth:4 July 2026;"},
      {"Sam was 12 years old on 4 July 2026.", "birth:4 July 2026;"},
      {"N\u00e9 le 4 juillet 2014. Geburtsdatum 4.7.2014", "birth:4 juillet 2014;birth:4.7.2014;"},
      {"data urodzenia: 4 wrze\u015bnia 2014", "birth:4 wrze\u015bnia 2014;"},
      {"\u062a\u0627\u0631\u06cc\u062e \u067e\u06cc\u062f\u0627\u0626\u0634 4/7/2014",
       "birth:4/7/2014;"},
      {"Approved by Sam Brown (4.7.2026)", ""},
      {"The meeting is on 4-Jul-14; version 20140704; 41824 visits", ""},
      {"children aged 12 on 4 July 2026", ""},
      {"The service turned 12 on 4 July 2026.", ""},
      // phones and addresses in disguise
      {"Ring Anna on O1225 396 OOO.", "phone:O1225 396 OOO;"},
      {"ring O79II I23456", "phone:O79II I23456;"},
      {"0 1 2 2 5 3 9 6 0 0 0", "phone:0 1 2 2 5 3 9 6 0 0 0;"},
      {"0.1.2.2.5.3.9.6.0.0.0", "phone:0.1.2.2.5.3.9.6.0.0.0;"},
      {"01 22 53 96 00 0", "phone:01 22 53 96 00 0;"},
      {"Ring oh one two two five, three nine six, double oh oh.",
       "phone:oh one two two five, three nine six, double oh oh;"},
      {"plus four four seven nine double one one two three four five six",
       "phone:four four seven nine double one one two three four five six;"},
      {"zero 7911 one-two-three-four-five-six", "phone:zero 7911 one-two-three-four-five-six;"},
      {"NHS: nine four three, four seven six, five nine one nine",
       "nhs:nine four three, four seven six, five nine one nine;"},
      {"oh eight hundred, one two three four; one two three, one two three, one two three four",
       ""},
      {"oh eight oh oh one two three four five six seven", ""},
      {"0 1 2 3 4 5 6 7 8 9 10", ""},
      {"0 1 0 0 2 0 1 0 0 0 0", ""},
      {"O2 and H2O, 10 of 100", ""},
      {"anna.whitfield (a) gmail.com", "email:anna.whitfield (a) gmail.com;"},
      {"anna-at-gmail.com", "email:anna-at-gmail.com;"},
      {"anna.whitfield at gmail.com", "email:anna.whitfield at gmail.com;"},
      {"section 4 (a) gov.uk", ""},
      // a child's name beside an age and a school
      {"My son Sam, 9, at Oak Primary got his plan.", "initials:Sam;"},
      {"My daughter Kayden (9) goes to Elm School", "initials:Kayden;"},
      {"Our 9-year-old Sam Brown left Oak Primary", "initials:Sam Brown;"},
      {"Ralph Allen School, for pupils aged 11", ""},
      {"Ask Anna Whitfield at Oak Primary, for children aged 9.", ""},
      // told apart by what stands around them: tests/privacy/ has many more
      {"NHS number 94 34 76 59 19", "nhs:94 34 76 59 19;"},
      {"94 34 76 59 19 and 94 34", ""},
      {"invoice number 9434765919", ""},
      {"call 07911 123456 2 hours before", "phone:07911 123456;"},
      {"0-2 5-7 8-11 12-16", ""},
      {"01.02.2026 10.30", ""},
      {"jane (at) gmail (dot) com", "email:jane (at) gmail (dot) com;"},
      {"look at gmail.com", ""},
      {"children born on 12 March 2015", ""},
      // the places are those of the text as it is written
      {"\xE2\x80\x9C"
       "07911\xE2\x80\x91"
       "123\xC2\xA0"
       "456\xE2\x80\x9D",
       "phone:07911\xE2\x80\x91"
       "123\xC2\xA0"
       "456;"},
      {"\xE2\x80\x8B"
       "943\xC2\xAD"
       "476\xE2\x80\x8B"
       "5919\xE2\x80\x8B.",
       "nhs:943\xC2\xAD"
       "476\xE2\x80\x8B"
       "5919;"},
      {"\xD9\xA0\xD9\xA7\xD9\xA9\xD9\xA1\xD9\xA1 123456",
       "phone:\xD9\xA0\xD9\xA7\xD9\xA9\xD9\xA1\xD9\xA1 123456;"},
  };
  for (const Case& c : cases) EXPECT_EQ(found_in(c.text), c.found) << c.text;
}

TEST(PersonalData, LabelSaysWhatAValueIs) {
  const auto found = [](std::string_view label, std::string_view text) {
    std::vector<PersonalMatch> matches;
    find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches, label);
    std::string out;
    for (const PersonalMatch& match : matches) {
      out += text.substr(match.begin, match.end - match.begin);
    }
    return out;
  };
  EXPECT_EQ(found("date_of_birth", "12/03/2015"), "12/03/2015");
  EXPECT_EQ(found("reviewed", "12/03/2015"), "");
  EXPECT_EQ(found("Charity number", "9434765919"), "");
  EXPECT_EQ(found("NHS number", "9 4 3 4 7 6 5 9 1 9"), "9 4 3 4 7 6 5 9 1 9");
  EXPECT_EQ(found("venue", "Moorgate Street, S60 2TH"), "");
  EXPECT_EQ(found("address", "12 Acacia Avenue, S60 2ZZ"), "S60 2ZZ");
}

TEST(PersonalData, ChildIsToldByTheCellsOfARow) {
  const auto found = [](const std::vector<NamedCell>& row) {
    const std::optional<std::size_t> child = find_child_in_row(row);
    return child ? std::string(row[*child].text) : "";
  };
  EXPECT_EQ(found({{"Child", "SB"}, {"Age", "9"}, {"School", "Oak Primary"}}), "SB");
  EXPECT_EQ(found({{"", "SB"}, {"", "9"}, {"", "Oak Primary"}}), "SB");
  EXPECT_EQ(found({{"Name", "Kayden Brown"}, {"Year group", "4"}, {"Setting", "Oak"}}),
            "Kayden Brown");
  EXPECT_EQ(found({{"Pupil", "J. B."}, {"Year", "Y4"}, {"School", "Oak Primary"}}), "J. B.");
  EXPECT_EQ(found({{"School", "Oak Primary"}, {"Age", "9"}, {"Visits", "12"}}), "");
  EXPECT_EQ(found({{"Office", "LA"}, {"Age", "9"}, {"School", "Oak Primary"}}), "");
  EXPECT_EQ(found({{"Adviser", "Anna Whitfield"}, {"Visits", "9"}, {"School", "Oak Primary"}}), "");
}

TEST(PersonalData, DramaNumbersAreOfcomsRanges) {
  for (const char* figures :
       {"01134960999", "02079460000", "07700900123", "08081570999", "03069990000", "02896496000"}) {
    EXPECT_TRUE(is_drama_phone(figures)) << figures;
  }
  for (const char* figures : {"01134961000", "07700901123", "0113496099", "02079461000"}) {
    EXPECT_FALSE(is_drama_phone(figures)) << figures;
  }
}

TEST(PersonalData, SearchOfHostileTextTakesLinearTime) {
  for (const std::string_view piece :
       {"0", "0 ", "@", "a@", "a.", "1.", "[", "[a", "A1 ", "07-", "(("}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += piece;
    std::vector<PersonalMatch> matches;
    std::vector<PlaceholderMatch> placeholders;
    find_personal_data(text, 0, static_cast<std::uint32_t>(text.size()), matches);
    find_placeholders(text, 0, static_cast<std::uint32_t>(text.size()), placeholders);
    EXPECT_LE(matches.size() + placeholders.size(), text.size());
  }
}

TEST(Placeholders, AskForWords) {
  struct Case {
    const char* text;
    std::size_t count;
  };
  const Case cases[] = {{"[your name]", 1}, {"[…] and [...]", 2},  {"[1] [x] [sic] [ ]", 0},
                        {"TODO, TBC", 2},   {"TODOS xx Texas", 0}, {"Lorem ipsum", 1},
                        {"XX XXX XXL", 2},  {"[[name]]", 1}};
  for (const Case& c : cases) {
    std::vector<PlaceholderMatch> matches;
    const std::string_view text = c.text;
    find_placeholders(text, 0, static_cast<std::uint32_t>(text.size()), matches);
    EXPECT_EQ(matches.size(), c.count) << c.text;
  }
}

}  // namespace
}  // namespace signpost
