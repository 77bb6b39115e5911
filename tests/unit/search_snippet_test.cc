#include <gtest/gtest.h>

#include "search-index/snippet.h"

namespace search {
namespace {

std::string shown(const MarkedText& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += i % 2 == 1 ? "[" + parts[i] + "]" : parts[i];
  }
  return out;
}

TEST(SearchSnippet, MarksEveryFormOfAWord) {
  StemCache stems("en");
  const std::set<std::string, std::less<>> terms = {"plan", "coordin", "school"};
  EXPECT_EQ(
      shown(marked_text("Plans, the co-ordinator's planning\nand <b>school</b>.", terms, stems)),
      "[Plans], the [co-ordinator's] [planning] and <b>[school]</b>.");
  EXPECT_EQ(shown(marked_text("", terms, stems)), "");
  EXPECT_EQ(shown(marked_text("nothing\x01\x02\x03here", terms, stems)), "nothing here");
}

TEST(SearchSnippet, ShowsThePartWithTheMostDifferentWords) {
  StemCache stems("en");
  const std::set<std::string, std::less<>> terms = {"appeal", "tribun"};
  const std::string text =
      "You can appeal. We will help you to write it and to send it off in good time. "
      "The tribunal hears the appeal. It decides.";
  const Snippet snippet = make_snippet(text, terms, 60, stems);
  EXPECT_EQ(shown(snippet.text), "… The [tribunal] hears the [appeal]. It decides.");
  EXPECT_EQ(snippet.term_count, 2U);
  const Snippet none = make_snippet(text, {}, 20, stems);
  EXPECT_EQ(shown(none.text), "You can appeal. We …");
  EXPECT_EQ(none.term_count, 0U);
}

}  // namespace
}  // namespace search
