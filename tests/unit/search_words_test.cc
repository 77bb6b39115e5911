#include <gtest/gtest.h>

#include "search-index/words.h"

namespace search {
namespace {

std::string words_of(std::string_view text, std::string_view language = "en") {
  WordList list;
  split_words(text, word_rules_of(language), list);
  std::string joined;
  for (const WordSpan& span : list.spans) {
    if (!joined.empty()) joined += '|';
    joined += list.word(span);
    if (span.is_joined) joined += '*';
  }
  return joined;
}

struct Row {
  const char* text;
  const char* words;
};

TEST(SearchWords, AreCutAndFolded) {
  const std::string long_word(65, 'x');
  const Row rows[] = {
      {"", ""},
      {"SEN Support", "sen|support"},
      {"child's, parents’ and we'll", "child|parents|and|we"},
      {"don't can’t O'Brien", "dont|cant|obrien"},
      {"co-ordinator", "co|ordinator|coordinator*"},
      {"co‑or-di", "co|or|di|coordi*"},
      {"- a -- b-", "a|b"},
      {"S.E.N. and e.g. this. Next", "sen|and|eg|this|next"},
      {"s.36 of 1,000 at 2.5%, 3. Then", "s|36|of|1000|at|2.5|3|then"},
      {"Siân's café, naïve Łódź, straße", "sian|cafe|naive|lodz|strasse"},
      {"cafe\xCC\x81", "cafe"},
      {"plan_b and/or a@b.org", "plan|b|and|or|a|b|org"},
      {"in\xC2\xADvisible zero\xE2\x80\x8Bwidth", "invisible|zerowidth"},
      {"ﬁle ＥＨＣ １２", "file|ehc|12"},
      {"😀 help 👩‍👧", "help"},
      {"\x01\x02 a\x00", "a"},
      {"خُصُوصِی تعليم", "خصوصی|تعلیم"},
      {"特殊教育", "特|殊|特殊|教|殊教|育|教育"},
      {long_word.c_str(), ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(words_of(row.text), row.words) << row.text;
  }
}

TEST(SearchWords, KeepAccentsThatTheStemmerNeeds) {
  EXPECT_EQ(words_of("L'École cafe\xCC\x81", "fr"), "l|école|café");
  EXPECT_EQ(words_of("e\xCC\x82\xCC\x81", "fr"), "\xE1\xBA\xBF");
  EXPECT_EQ(folded("école straße"), "ecole strasse");
}

TEST(SearchWords, InvalidBytesAreReadAsLatin1) { EXPECT_EQ(words_of("\xC9t\xE9"), "ete"); }

TEST(SearchWords, SpansAreThePlacesInTheText) {
  const std::string_view text = "A café-bar, Siân's";
  WordList list;
  split_words(text, word_rules_of("en"), list);
  std::string shown;
  for (const WordSpan& span : list.spans) {
    shown += text.substr(span.begin, span.end - span.begin);
    shown += ';';
  }
  EXPECT_EQ(shown, "A;café;bar;café-bar;Siân's;");
}

TEST(SearchWords, CutTextEndsBetweenCharactersAndWords) {
  EXPECT_EQ(cut_text("one two three", 9), "one two");
  EXPECT_EQ(cut_text("one two three", 50), "one two three");
  EXPECT_EQ(cut_text("ééé", 3), "é");
  EXPECT_EQ(cut_text("aaaaaaaaaa", 4), "aaaa");
  EXPECT_EQ(cut_text("a", 0), "");
}

}  // namespace
}  // namespace search
