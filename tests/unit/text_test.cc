#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using namespace std::string_view_literals;

TEST(Text, FindsTheFirstByteThatIsNotUtf8) {
  const struct {
    std::string_view text;
    std::optional<std::size_t> offset;
  } rows[] = {
      {"", std::nullopt},
      {"caf\xC3\xA9 \xE0\xA4\x95 \xF0\x9F\x98\x80", std::nullopt},
      {"a\0b"sv, std::nullopt},
      {"ab\x80", 2},            // a continuation without its lead
      {"a\xC3", 1},             // cut short
      {"\xC0\xAF", 0},          // overlong '/'
      {"\xE0\x80\xAF", 0},      // overlong
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"x\xFF\xFE", 1},         // a UTF-16 mark
      {"caf\xE9 au lait", 3},   // Latin-1
      {"\xEF\xBF\xBF", std::nullopt},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(find_invalid_utf8(row.text), row.offset) << testing::PrintToString(row.text);
  }
}

TEST(Text, SlugifyJoinsLowerCasedWords) {
  const struct {
    std::string_view text, slug;
  } rows[] = {
      {"", ""},
      {"SEN Support: what it is", "sen-support-what-it-is"},
      {"  Don\xE2\x80\x99t wait  -- ring!", "dont-wait-ring"},
      {"15 days' notice", "15-days-notice"},
      {"Caf\xC3\x89 \xC3\x80 La", "caf\xC3\xA9-\xC3\xA0-la"},
      {"\xD0\x9F\xD0\xBB\xD0\x90\xD0\x9D", "\xD0\xBF\xD0\xBB\xD0\xB0\xD0\xBD"},
      {"\xD8\xA7\xD8\xB1\xD8\xAF\xD9\x88\xD8\x9F", "\xD8\xA7\xD8\xB1\xD8\xAF\xD9\x88"},
      {"Plan \xE2\x80\x94 \xF0\x9F\x98\x80 review", "plan-review"},
      {"a\xFF"
       "b",
       "a-b"},
  };
  for (const auto& row : rows) EXPECT_EQ(slugify(row.text), row.slug) << row.text;
}

TEST(Text, NearestNameAllowsAThirdOfTheWordToDiffer) {
  const std::string_view names[] = {"title", "summary", "review_due", "reviewed", "owner"};
  const struct {
    std::string_view word, nearest;
  } rows[] = {
      {"tilte", "title"},
      {"Title", "title"},
      {"sumary", "summary"},
      {"reviewd", "reviewed"},
      {"review-due", "review_due"},
      {"ownr", "owner"},
      {"colour", ""},
      {"t", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(nearest_name(row.word, names), row.nearest) << row.word;
  EXPECT_EQ(did_you_mean("tilte", names), "did you mean \"title\"?");
  EXPECT_EQ(did_you_mean("colour", names), "");
  EXPECT_EQ(nearest_name(std::string(100'000, 'a'), names), "");
}

TEST(Text, EscapesHtml) {
  EXPECT_EQ(html_escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
  EXPECT_EQ(html_escaped("plain"), "plain");
  std::string out = "x";
  append_html_escaped(out, "&");
  EXPECT_EQ(out, "x&amp;");
}

TEST(Text, TrimsSplitsLowersAndCounts) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
  EXPECT_THAT(split("a,,b", ','), ElementsAre("a", "", "b"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_EQ(ascii_lower("EHC \xC3\x89"), "ehc \xC3\x89");
  EXPECT_EQ(count_code_points("caf\xC3\xA9\xF0\x9F\x98\x80"), 5U);
}

}  // namespace
}  // namespace signpost
