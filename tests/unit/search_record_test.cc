#include <gtest/gtest.h>

#include "search-index/record.h"

namespace search {
namespace {

Record example() {
  return {"factsheets/a.html",
          "A title",
          std::string(300, 's'),
          "factsheet",
          {{"", "", "lead", make_stem_filter({term_hash("led")})},
           {"who-s-who", "Who’s who?", "", ""},
           {"who-can-ask", "Who can ask?", "", ""},
           {"who", "Who can ask?", "", ""}}};
}

TEST(SearchRecord, ReadsBackWhatWasWritten) {
  const Record record = example();
  const std::optional<Record> read = decode_record(encode_record(record));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(encode_record(*read), encode_record(record));
  EXPECT_EQ(read->summary, record.summary);
  for (std::size_t i = 0; i < record.passages.size(); ++i) {
    EXPECT_EQ(read->passages[i].anchor, record.passages[i].anchor);
    EXPECT_EQ(read->passages[i].heading, record.passages[i].heading);
  }
}

TEST(SearchRecord, AnAnchorOfItsHeadingTakesOneByte) {
  const Record made{"", "", "", "", {{"who-can-ask", "Who can ask?", "", ""}}};
  const Record other{"", "", "", "", {{"who-may-ask", "Who can ask?", "", ""}}};
  EXPECT_EQ(encode_record(other).size(), encode_record(made).size() + 10);
}

TEST(SearchRecord, RefusesAnyPartOfARecordAndLies) {
  const std::string bytes = encode_record(example());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_record(bytes.substr(0, size)).has_value()) << size;
  }
  EXPECT_FALSE(decode_record(bytes + "x").has_value());
  EXPECT_FALSE(decode_record("\xFF\xFF\xFF\xFF\xFF\xFF\xFF").has_value());
  EXPECT_FALSE(decode_record(std::string(4, '\0') + "\xFF\xFF\xFF\x7F").has_value());
}

TEST(SearchRecord, FilterHasItsTermsAndFewOthers) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(60);
  for (int i = 0; i < 60; ++i) hashes.push_back(term_hash("in" + std::to_string(i)));
  const std::string filter = make_stem_filter(hashes);
  EXPECT_EQ(filter.size(), 45U);
  for (const std::uint64_t hash : hashes) EXPECT_TRUE(may_contain(filter, hash));
  int false_hits = 0;
  for (int i = 0; i < 1000; ++i) {
    false_hits += may_contain(filter, term_hash("out" + std::to_string(i))) ? 1 : 0;
  }
  EXPECT_LT(false_hits, 100);
  EXPECT_FALSE(may_contain("", 1));
}

}  // namespace
}  // namespace search
