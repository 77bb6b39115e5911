#include "privacy/personal_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/page/placeholders.h"

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
