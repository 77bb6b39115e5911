#include "base/characters.h"

#include <gtest/gtest.h>

#include "unit/messages.h"

namespace signpost {
namespace {

struct SearchCase {
  const char* name;
  std::string text;
  std::string found;  // "offset:name" of each
};

TEST(Characters, FindsWhatNoTextMayHold) {
  using namespace std::string_literals;
  const SearchCase cases[] = {
      {"plain text", "Caf\u00E9 \u4E2D \U0001F600\t\r\n", ""},
      {"controls", "a\0\x1B\x7F\x0C"s,
       "1:\"NULL\" (U+0000) 2:\"ESCAPE\" (U+001B) 3:\"DELETE\" (U+007F) 4:\"FORM FEED\" (U+000C) "},
      {"controls of Latin-1", "\u0080\u0085\u009F",
       "0:\"control\" (U+0080) 2:\"control\" (U+0085) 4:\"control\" (U+009F) "},
      {"overrides and embeddings", "\u202Ea\u202A\u202B\u202C\u202D",
       "0:\"RIGHT-TO-LEFT OVERRIDE\" (U+202E) 4:\"LEFT-TO-RIGHT EMBEDDING\" (U+202A) "
       "7:\"RIGHT-TO-LEFT EMBEDDING\" (U+202B) 10:\"POP DIRECTIONAL FORMATTING\" (U+202C) "
       "13:\"LEFT-TO-RIGHT OVERRIDE\" (U+202D) "},
      {"isolates that are closed", "\u2067a\u2066b\u2069\u2069", ""},
      {"isolates that are not", "\u2067a\nb\u2069\u2068\uFFFF",
       "0:\"RIGHT-TO-LEFT ISOLATE\" (U+2067) 6:\"POP DIRECTIONAL ISOLATE\" (U+2069) "
       "9:\"FIRST STRONG ISOLATE\" (U+2068) 12:\"noncharacter\" (U+FFFF) "},
      {"what right-to-left text needs", "\u200E\u200F\u061C\u200C\u200D", ""},
      {"noncharacters", "\uFDD0\U0001FFFE\U0010FFFF",
       "0:\"noncharacter\" (U+FDD0) 3:\"noncharacter\" (U+1FFFE) 7:\"noncharacter\" (U+10FFFF) "},
      {"private use", "\uF0B7\U000F0000",
       "0:\"private use area\" (U+F0B7) 3:\"private use area\" (U+F0000) "},
      {"a letter that was lost", "caf\uFFFD", "3:\"REPLACEMENT CHARACTER\" (U+FFFD) "},
      {"a byte order mark", "a\uFEFF", "1:\"ZERO WIDTH NO-BREAK SPACE\" (U+FEFF) "},
      {"separators of lines", "\u2028\u2029",
       "0:\"LINE SEPARATOR\" (U+2028) 3:\"PARAGRAPH SEPARATOR\" (U+2029) "},
      {"blank letters", "\u3164\u115F",
       "0:\"HANGUL FILLER\" (U+3164) 3:\"HANGUL CHOSEONG FILLER\" (U+115F) "},
      {"the flag of England",
       "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", ""},
      {"tags without a flag", "a\U000E0067\U000E007F",
       "1:\"TAG LATIN SMALL LETTER G\" (U+E0067) 5:\"CANCEL TAG\" (U+E007F) "},
      {"a flag that is not closed", "\U0001F3F4\U000E0067 ",
       "4:\"TAG LATIN SMALL LETTER G\" (U+E0067) "},
      {"a variant of an ideograph", "\u8FBB\U000E0100", ""},
      {"a variant of nothing", "a\U000E0100", "1:\"VARIATION SELECTOR-17\" (U+E0100) "},
      {"bytes that are not UTF-8 are passed over", "\xFF\xED\xA0\x80\x1B",
       "4:\"ESCAPE\" (U+001B) "},
  };
  for (const SearchCase& c : cases) {
    std::string found;
    for (const ForbiddenCharacter& each : find_forbidden_characters(c.text)) {
      found += std::to_string(each.offset) + ":" + character_name(each.code_point) + " ";
    }
    EXPECT_EQ(found, c.found) << c.name;
  }
}

TEST(Characters, ReportsEachOnceAndPutsSpacesInItsPlace) {
  Diagnostics diagnostics;
  EXPECT_EQ(without_forbidden_characters("one\ntw\u202Eo\n\u202Ethree\x1B", "a.md", 5, diagnostics),
            "one\ntw   o\n   three ");
  const std::vector<std::string> expected = {
      "a.md:6:3 character-forbidden: the character \"RIGHT-TO-LEFT OVERRIDE\" (U+202E), which is "
      "here 2 times, has no place in a text | delete it (it may be invisible)",
      "a.md:7:9 character-forbidden: the character \"ESCAPE\" (U+001B) has no place in a text | "
      "delete it (it may be invisible)"};
  EXPECT_EQ(messages(std::move(diagnostics)), expected);
}

TEST(Characters, TellsWhatToTypeInstead) {
  const std::pair<std::string, std::string> cases[] = {
      {"\uFFFD", "type the letter that was here: it was lost when the text was copied or saved"},
      {"\u0092", "type the letter that was here: it was lost when the text was copied or saved"},
      {"\uF0B7",
       "type what it stands for, such as \"- \" for a bullet: it is a sign of one font "
       "alone"},
      {"\u2028", "start a new line instead"},
      {"\u2067", "delete it (it may be invisible), or close it on the same line with U+2069"},
  };
  for (const auto& [text, help] : cases) {
    Diagnostics diagnostics;
    without_forbidden_characters(text, "a.md", 1, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1) << help;
    EXPECT_EQ(diagnostics.all()[0].help, help);
  }
}

// A file of hundreds of thousands of different characters on one line ends at once, with 20.
TEST(Characters, ReportsAtMostTwenty) {
  std::string text;
  for (std::uint32_t c = 0xF0000; c < 0xFFF00; ++c) {
    for (const std::uint32_t byte : {0xF0U | (c >> 18U), 0x80U | ((c >> 12U) & 0x3FU),
                                     0x80U | ((c >> 6U) & 0x3FU), 0x80U | (c & 0x3FU)}) {
      text.push_back(static_cast<char>(byte));
    }
  }
  Diagnostics diagnostics;
  EXPECT_EQ(without_forbidden_characters(text, "a.md", 1, diagnostics),
            std::string(text.size(), ' '));
  EXPECT_EQ(diagnostics.all().size(), 20);
}

TEST(Characters, TakesOutWhereAWordMayBreak) {
  EXPECT_EQ(without_break_hints("medi\u00ADation ad\u200Bvice\u2060 caf\u00E9 \u20AC"),
            "mediation advice caf\u00E9 \u20AC");
}

TEST(Characters, ReadsNoBreakSpacesAfterMarksAsSpaces) {
  const std::pair<const char*, const char*> cases[] = {
      {"##\u00A0Next\n\n-\u00A0the letter\n1.\u00A0one\n>\u00A0said",
       "## Next\n\n- the letter\n1. one\n> said"},
      {"\u00A0\u00A0-\u00A0inner\n", "  - inner\n"},
      {"> both\u00A0words", "> both\u00A0words"},
      {"> -\u00A0inner\n-\u00A01.\u00A0one", "> - inner\n- 1. one"},
      {"- **\u00A0\u00A0Bold** and\u00A0so", "- **Bold** and\u00A0so"},
      {"title:\u00A0Help\n", "title: Help\n"},
      {"call\u00A0us: 5\u00A0days\n#######\u00A0x\n12345678901.\u00A0x",
       "call\u00A0us: 5\u00A0days\n#######\u00A0x\n12345678901.\u00A0x"},
  };
  for (const auto& [text, plain] : cases) EXPECT_EQ(with_plain_marks(text), plain);
}

}  // namespace
}  // namespace signpost
