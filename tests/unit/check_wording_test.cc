#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/page/page_text.h"
#include "check/page/syllables.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

TEST(Syllables, OfWordsOfThisField) {
  struct Case {
    const char* word;
    std::uint32_t syllables;
  };
  const Case cases[] = {
      {"a", 1},
      {"the", 1},
      {"school", 1},
      {"schools", 1},
      {"make", 1},
      {"makes", 1},
      {"asked", 1},
      {"needed", 2},
      {"started", 2},
      {"table", 2},
      {"tables", 2},
      {"changes", 2},
      {"places", 2},
      {"teacher", 2},
      {"statement", 2},
      {"useful", 2},
      {"safely", 2},
      {"special", 2},
      {"council", 2},
      {"parent", 2},
      {"education", 4},
      {"educational", 5},
      {"assessment", 3},
      {"support", 2},
      {"tribunal", 3},
      {"mediation", 4},
      {"authority", 4},
      {"disability", 5},
      {"annual", 3},
      {"review", 2},
      {"quiet", 2},
      {"period", 3},
      {"people", 2},
      {"area", 3},
      {"idea", 3},
      {"every", 2},
      {"children", 2},
      {"young", 1},
      {"person", 2},
      {"years", 1},
      {"family", 3},
      {"carer", 2},
      {"appeal", 2},
      {"decision", 3},
      {"question", 2},
      {"advice", 2},
      {"free", 1},
      {"agree", 2},
      {"saying", 2},
      {"you", 1},
      {"co-ordinator", 5},
      {"well-being", 3},
      {"SENCO", 3},
      {"EHC", 2},
      {"20", 1},
      {"2026", 2},
      {"xyz", 1},
      {"", 1},
  };
  for (const Case& c : cases) EXPECT_EQ(count_syllables(c.word), c.syllables) << c.word;
}

TEST(ReadingAge, FollowsTheFormula) {
  EXPECT_NEAR(reading_age(100, 10, 130), 0.39 * 10 + 11.8 * 1.3 - 15.59 + 5, 1e-9);
  EXPECT_EQ(reading_age(10, 10, 10), 5.0);
  EXPECT_EQ(reading_age(0, 0, 0), 5.0);
}

std::vector<std::string> sentences_of(std::string_view text) {
  Wording wording;
  read_wording(text, 0, static_cast<std::uint32_t>(text.size()), wording);
  std::vector<std::string> sentences;
  for (const Sentence& s : wording.sentences) {
    sentences.push_back(std::to_string(s.word_count) + " " +
                        std::string(text.substr(s.begin, s.end - s.begin)));
  }
  return sentences;
}

TEST(Sentences, EndAtAMarkBeforeANewStart) {
  EXPECT_THAT(sentences_of("Ring us. We help! Can you? Yes"),
              ElementsAre("2 Ring us.", "2 We help!", "2 Can you?", "1 Yes"));
}

TEST(Sentences, DoNotEndInsideNumbersAndShortForms) {
  EXPECT_THAT(
      sentences_of("It costs 3.50 or 1,000, e.g. Monday or s. 36 of it. See www.gov.uk now."),
      ElementsAre("12 It costs 3.50 or 1,000, e.g. Monday or s. 36 of it.",
                  "3 See www.gov.uk now."));
}

TEST(Sentences, EndAfterASingleLetterAndAfterNo) {
  EXPECT_THAT(sentences_of("It is in section F. This is law. The council said no. You can appeal."),
              ElementsAre("5 It is in section F.", "3 This is law.", "4 The council said no.",
                          "3 You can appeal."));
}

TEST(Sentences, QuotesAndBracketsBelongToTheirSentence) {
  EXPECT_THAT(sentences_of("He said “yes.” Then (later.) We left."),
              ElementsAre("3 He said “yes.", "2 Then (later.", "2 We left."));
}

TEST(Sentences, HyphensAndApostrophesStayInWords) {
  EXPECT_THAT(sentences_of("A well-known child’s teacher - ours – isn't here"),
              ElementsAre("7 A well-known child’s teacher - ours – isn't here"));
}

TEST(Sentences, OfHostileTextTakeLinearTime) {
  for (const std::string_view piece :
       {".", "a.", "A ", "\xE2\x80", "\xFF", "?!", "a-", "0.", "(\""}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += piece;
    EXPECT_LE(sentences_of(text).size(), 200'000U);
  }
}

}  // namespace
}  // namespace signpost
