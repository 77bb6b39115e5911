#include "base/phone.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace signpost {
namespace {

TEST(Phone, ReadsNumbersAsPeopleWriteThem) {
  const struct {
    std::string_view written, link, text, figures;
  } rows[] = {
      {"01709 382121", "+441709382121", "01709 382121", "01709382121"},
      {"(01709) 382121", "+441709382121", "(01709) 382121", "01709382121"},
      {"+44 (0)1709 382121", "+441709382121", "+44 1709 382121", "01709382121"},
      {"+44(0)1709 382121", "+441709382121", "+44 1709 382121", "01709382121"},
      {"(+44) 1709 382 121", "+441709382121", "(+44) 1709 382 121", "01709382121"},
      {"0044 1709 382121", "+441709382121", "0044 1709 382121", "01709382121"},
      {"0044 (0)1709 382121", "+441709382121", "0044 1709 382121", "01709382121"},
      {"0 (114) 273 4567", "+441142734567", "0 (114) 273 4567", "01142734567"},
      {" 01709\xC2\xA0"
       "382\xE2\x80\x93"
       "121 ",
       "+441709382121", "01709 382 121", "01709382121"},
      {"01709.382-121", "+441709382121", "01709 382 121", "01709382121"},
      {"\xE2\x80\xAD"
       "01709 382121\xE2\x80\xAC",
       "+441709382121", "01709 382121", "01709382121"},
      {"Tel: 01709 382121", "+441709382121", "01709 382121", "01709382121"},
      {"01709 382121 ext. 12", "+441709382121;ext=12", "01709 382121 ext. 12", "01709382121"},
      {"01709 382121 x12", "+441709382121;ext=12", "01709 382121 ext. 12", "01709382121"},
      {"01709 382121, extension 12", "+441709382121;ext=12", "01709 382121 ext. 12", "01709382121"},
      {"01709 382121 (extn 12)", "+441709382121;ext=12", "01709 382121 ext. 12", "01709382121"},
      {"+441709382121;ext=12", "+441709382121;ext=12", "+441709382121 ext. 12", "01709382121"},
      {"999;phone-context=+44", "999", "999", "999"},
      // Areas with numbers of 5 and 4 figures, and the ways of writing 0800.
      {"01204 51234", "+44120451234", "01204 51234", "0120451234"},
      {"016977 2345", "+44169772345", "016977 2345", "0169772345"},
      {"0800 123456", "+44800123456", "0800 123456", "0800123456"},
      {"0800 1111", "+448001111", "0800 1111", "08001111"},
      {"0808 800 4002", "+448088004002", "0808 800 4002", "08088004002"},
      {"0300 061 0614", "+443000610614", "0300 061 0614", "03000610614"},
      {"07700 900123", "+447700900123", "07700 900123", "07700900123"},
      // Those that Ofcom keeps for drama: guides and examples are full of them.
      {"01632 960 123", "+441632960123", "01632 960 123", "01632960123"},
      {"0114 960 1234", "+441149601234", "0114 960 1234", "01149601234"},
      {"999", "999", "999", "999"},
      {"111", "111", "111", "111"},
      {"116 123", "116123", "116 123", "116123"},
      {"118 500", "118500", "118 500", "118500"},
      {"18001 01709 382121", "1800101709382121", "18001 01709 382121", "01709382121"},
      {"textphone 01709 382121", "+441709382121", "textphone 01709 382121", "01709382121"},
      {"text 85258", "", "text 85258", "85258"},
      {"+353 1 878 9000", "+35318789000", "+353 1 878 9000", "+35318789000"},
      {"00 353 1 878 9000", "+35318789000", "00 353 1 878 9000", "+35318789000"},
      {"+49 (0)30 1234567", "+49301234567", "+49 30 1234567", "+49301234567"},
  };
  for (const auto& row : rows) {
    const PhoneNumber number = read_phone(row.written);
    EXPECT_EQ(number.mistake, "") << row.written;
    EXPECT_EQ(number.link, row.link) << row.written;
    EXPECT_EQ(number.text, row.text) << row.written;
    EXPECT_EQ(number.figures, row.figures) << row.written;
  }
}

TEST(Phone, SaysWhyANumberWouldNotConnect) {
  const std::string example = "write figures and spaces, such as \"01632 960 001\"";
  const std::string one = "write one number here, and the others in a note or in the text";
  const struct {
    std::string_view written;
    std::string mistake, help;
  } rows[] = {
      {"ring us", "\"ring us\" is not a phone number", example},
      {"", "\"\" is not a phone number", example},
      {"0800 FAMILY", "\"0800 FAMILY\" is not a phone number: there are words in it", example},
      {"0114 96O 1234", "\"0114 96O 1234\" is not a phone number: there are words in it", example},
      {"0114 960 123",
       "\"0114 960 123\" would not connect: a number that begins with 0114 has 11 figures, this "
       "one has 10",
       example},
      {"020 7946 00123",
       "\"020 7946 00123\" would not connect: a number that begins with 020 has 11 figures, this "
       "one has 12",
       example},
      {"01204 5123",
       "\"01204 5123\" would not connect: a number that begins with 01204 has 10 or 11 figures, "
       "this one has 9",
       example},
      {"0845 4647",
       "\"0845 4647\" would not connect: a number that begins with 0845 has 11 figures, this one "
       "has 8",
       "the NHS is \"111\" since 2014"},
      {"0800 111",
       "\"0800 111\" would not connect: a number that begins with 0800 has 10 or 11 figures, this "
       "one has 7",
       "Childline is \"0800 1111\""},
      {"04123 456789", "\"04123 456789\" would not connect: no number in the UK begins with 041",
       example},
      {"+4401149601234", "\"+4401149601234\" would not connect: after +44 the 0 is left out",
       "write \"+441149601234\", or \"01149601234\""},
      {"0044 0114 960 1234",
       "\"0044 0114 960 1234\" would not connect: after +44 the 0 is left out",
       "write \"+441149601234\", or \"01149601234\""},
      {"44 114 960 1234", "\"44 114 960 1234\" would not connect: 44 has no + in front of it",
       "write \"+441149601234\", or \"01149601234\""},
      {"1709 382121", "\"1709 382121\" would not connect: its first 0 is missing",
       "write \"01709382121\""},
      {"382121", "\"382121\" would not connect: no number in the UK begins like this or is as long",
       "write all of it from the 0 on, such as \"01632 960 001\""},
      {"+353",
       "\"+353\" would not connect: a number abroad has 7 to 15 figures with its country's "
       "code",
       example},
      {"01709 382121 / 382122", "\"01709 382121 / 382122\" is more than one phone number", one},
      {"01709 382121 or 0800 123456",
       "\"01709 382121 or 0800 123456\" is more than one phone number", one},
      {"01709 382121 01709 382122", "\"01709 382121 01709 382122\" is more than one phone number",
       one},
      {"01709 382121, 01709 382122", "\"01709 382121, 01709 382122\" is more than one phone number",
       one},
      {"text 12",
       "\"text 12\" would not connect: texts go to a mobile, or to 5 figures that begin with 6, 7 "
       "or 8",
       "write it like \"text 85258\""},
      {"01709 382121 option 2",
       "\"01709 382121 option 2\" is not a phone number: there are words in it", example},
  };
  for (const auto& row : rows) {
    const PhoneNumber number = read_phone(row.written);
    EXPECT_EQ(number.mistake, row.mistake) << row.written;
    EXPECT_EQ(number.help, row.help) << row.written;
    EXPECT_EQ(number.link + number.text + number.figures, "") << row.written;
    EXPECT_EQ(phone_link(row.written), "") << row.written;
  }
}

TEST(Phone, RefusesWhatIsFarTooLong) {
  EXPECT_EQ(read_phone(std::string(1000, '0')).mistake,
            "a text of 1000 bytes is not a phone number");
}

TEST(Phone, IsReadByMachinesWithoutAnExtension) {
  EXPECT_EQ(international_phone("(01709) 382121 x12"), "+441709382121");
  EXPECT_EQ(international_phone("116 123"), "116123");
  EXPECT_EQ(international_phone("ring us"), "ring us");
}

}  // namespace
}  // namespace signpost
