#include "privacy/written_phones.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

// The numbers as "[written>link]", those that would not connect as "[written!]".
std::string found_in(std::string_view text, std::string_view label = {}) {
  std::string found;
  for (const WrittenPhone& phone : find_written_phones(text, label)) {
    const std::string_view written = text.substr(phone.begin, phone.end - phone.begin);
    found += phone.number.mistake.empty() ? fmt::format("[{}>{}]", written, phone.number.link)
                                          : fmt::format("[{}!]", written);
  }
  return found;
}

TEST(WrittenPhones, AreTheNumbersThatConnect) {
  const struct {
    std::string_view text, found;
  } rows[] = {
      {"Ring 01709 382121.", "[01709 382121>+441709382121]"},
      {"We are at (01709) 382121, or email.", "[(01709) 382121>+441709382121]"},
      {"[0114] 273 4567", "[[0114] 273 4567>+441142734567]"},
      {"(0114 273 4567)", "[0114 273 4567>+441142734567]"},
      {"+44 (0)1709 382121", "[+44 (0)1709 382121>+441709382121]"},
      {"(+44) 1709 382121", "[(+44) 1709 382121>+441709382121]"},
      {"00 44 114 273 4567", "[00 44 114 273 4567>+441142734567]"},
      {"0044 114 273 4567", "[0044 114 273 4567>+441142734567]"},
      {"0 (114) 273 4567", "[0 (114) 273 4567>+441142734567]"},
      {"0114.273.4567", "[0114.273.4567>+441142734567]"},
      {"Tel.0114 273 4567", "[0114 273 4567>+441142734567]"},
      {"Tel. 0114-273-4567", "[0114-273-4567>+441142734567]"},
      {"01709\xC2\xA0"
       "382\xE2\x80\x91"
       "121",
       "[01709\xC2\xA0"
       "382\xE2\x80\x91"
       "121>+441709382121]"},
      {"ring 01709382121", "[01709382121>+441709382121]"},
      {"01709 382121 ext. 12, or", "[01709 382121 ext. 12>+441709382121;ext=12]"},
      {"01709 382121 (extension 12)", "[01709 382121 (extension 12)>+441709382121;ext=12]"},
      {"18001 01709 382121", "[18001 01709 382121>1800101709382121]"},
      {"0800 123 456 or 0300 123 4567", "[0800 123 456>+44800123456][0300 123 4567>+443001234567]"},
      {"0300 123 4567 2 days before", "[0300 123 4567>+443001234567]"},
      {"from 9 to 5, 0300 123 4567", "[0300 123 4567>+443001234567]"},
      {"open 9-5 0300 123 4567", "[0300 123 4567>+443001234567]"},
      {"Children call Childline on 0800 1111", "[0800 1111>+448001111]"},
      {"call Samaritans on 116 123", "[116 123>116123]"},
      {"ring +353 1 878 9000", "[+353 1 878 9000>+35318789000]"},
      {"Ring the SEND team: 01142734567.", "[01142734567>+441142734567]"},
      {"01142734567", "[01142734567>+441142734567]"},
      {"Call 999, or 111, or 101.", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(found_in(row.text), row.found) << row.text;
}

TEST(WrittenPhones, AreThoseThatWouldNotConnect) {
  const struct {
    std::string_view text, found;
  } rows[] = {
      {"Ring 0114 273 45678.", "[0114 273 45678!]"},
      {"We have 0114 273 4567 8.", "[0114 273 4567 8!]"},
      {"0114 273 45678, or come in", "[0114 273 45678!]"},
      {"Ring us on 114 273 4567", "[114 273 4567!]"},
      {"Ring us any day but Monday on 114 273 4567", "[114 273 4567!]"},
      {"Our number is 114 273 4567", "[114 273 4567!]"},
      {"The council has 44 114 273 4567", "[44 114 273 4567!]"},
      {"0330 123456", "[0330 123456!]"},
      {"0845 123 456", "[0845 123 456!]"},
      {"0845 4647", "[0845 4647!]"},
      {"Childline: 0800 111", "[0800 111!]"},
      {"ring 0330123456", "[0330123456!]"},
      {"+44 0114 273 4567", "[+44 0114 273 4567!]"},
      {"00 44 114 273 456", "[00 44 114 273 456!]"},
      {"(0114) 273 456", "[(0114) 273 456!]"},
      {"the textphone 01709 38212", "[01709 38212!]"},
      {"Ring the SEND team: 0114273456.", "[0114273456!]"},
      {"call 273 4567", "[273 4567!]"},
      {"text or ring 0791 123 456", "[0791 123 456!]"},
  };
  for (const auto& row : rows) EXPECT_EQ(found_in(row.text), row.found) << row.text;
  EXPECT_EQ(found_in("114 273 4567", "Phone calls The council"), "");
  EXPECT_EQ(found_in("114 273 4567", "Phone The council"), "[114 273 4567!]");
}

TEST(WrittenPhones, AreNoOtherNumbers) {
  const std::string_view rows[] = {
      "Case number 0114 273 456 was closed.",
      "0114273456, 05012345678 and 022345678",
      "They ring about invoice 0114273456.",
      "They call this 2019 paper 0114273456.",
      "Your reference is 01709 38212.",
      "Quote reference 0330 123456 in every letter.",
      "Reference number: 0845 4647.",
      "The charity is number 1089464, company 02345678.",
      "Registered charity 1001 234 567.",
      "The NHS number on the letter is 943 476 5919.",
      "NHS number 012 345 6789.",
      "An NHS number looks like 485 777 3456.",
      "Open 0930 1630 on Mondays.",
      "Call us 0900 - 1700, Monday to Friday.",
      "Call us between 09.30 and 16.30.",
      "Ring 0900-1700.",
      "We are open 09.30-16.30, 10.00-14.00.",
      "Ring us on 30 November 2026.",
      "Call on 30.11.2026 or 01-12-2026.",
      "Phone by 2026-11-30.",
      "The helpline 2025-2026 report is out.",
      "The helpline 2025-26 had 1 234 567 visits.",
      "In 2017 2018 and 2019 we had calls.",
      "We took 120 000 phone calls and 3 000 000 emails.",
      "They ring 150 people a day.",
      "The Children and Families Act 2014, section 36 (8), regulation 4(1).",
      "SI 2014/1530 and SI 2014 1530.",
      "[2014] UKUT 0114 273 (AAC).",
      "ISBN 0 19 852663 6.",
      "ISBN 978 0 14 143951 8.",
      "ISBN-10: 0198526636.",
      "ISSN 0301 4797.",
      "Invoice 0300 123 456.",
      "Order 0800 12345.",
      "The account is 01234567 and the sort code 08-00-11.",
      "Sort code 01 02 03.",
      "VAT 123 4567 89.",
      "DfE number 373 4567, URN 107 123.",
      "The grid reference is SK 430 928, 443000 392800.",
      "0.114 273 and 01.14 are decimals.",
      "Between 0 10 100 1000 and 0 20 200 2000.",
      "From 0100 0200 0300 0400 to 0500.",
      "The scale goes 0 1 2 3 4 5 6 7 8 9 10.",
      "Meeting ID: 0845 464 723, passcode 112233.",
      "Zoom 0891 234 5678.",
      "Call number 0114 of the library.",
      "It has 0800 pages.",
      "The budget is 330 123 456 pounds.",
      "Room 0114-273.",
      "Version 03.30.123456.",
      "https://example.org/0114-273-456/0330-123456",
      "The file 0114_273_456.pdf and 0330_123456",
      "Bus 0845 leaves at 0845 and 0945.",
      "Buses 0845 0945 1045 leave from here.",
      "UPN Z801234567890.",
      "Postcode S60 1AE, house 0114.",
      "Item 01709 38212 of the list.",
      "Form 0300 0614 is new.",
      "Dates such as 01 04 2026 to 31 03 2027.",
      "Between +1 000 000 and +3 000 000 people.",
      "A rise of +44 and +44 000.",
      "1 000 000 to 1 500 000 people.",
      "Batch 0800 123 45 was recalled.",
      "Lottery numbers 01 07 12 23 34 45.",
      "Code 0114 273 456 opens the door.",
      "The tracking number is 0330 123456.",
      "Ticket 0114 273 456.",
      "Your case is 0114 273 456.",
      "Totals: 0345 0456 0567.",
      "10:00-11:00, 0114:273",
  };
  for (const std::string_view row : rows) EXPECT_EQ(found_in(row), "") << row;
}

}  // namespace
}  // namespace signpost
