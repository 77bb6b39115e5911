#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search-index/facets.h"

namespace search {
namespace {

using ::testing::ElementsAre;

FacetTable example() {
  FacetTableBuilder builder;
  builder.add({"XTehc", "XKpage"});
  builder.add({});
  builder.add({"XKpage", "XTehc", "XTehc"});
  builder.add({"XKnews"});
  return builder.table();
}

TEST(SearchFacets, DocumentsWithTheSameTermsShareASet) {
  const FacetTable table = example();
  EXPECT_THAT(table.terms, ElementsAre("XKnews", "XKpage", "XTehc"));
  EXPECT_THAT(table.sets, ElementsAre(ElementsAre(1U, 2U), ElementsAre(), ElementsAre(0U)));
  EXPECT_THAT(table.set_of, ElementsAre(0U, 1U, 0U, 2U));
}

TEST(SearchFacets, ReadsBackWhatWasWritten) {
  const FacetTable table = example();
  const std::optional<FacetTable> read = decode_facets(encode_facets(table));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->terms, table.terms);
  EXPECT_EQ(read->sets, table.sets);
  EXPECT_EQ(read->set_of, table.set_of);
}

TEST(SearchFacets, RefusesAnyPartOfATableAndLies) {
  const std::string bytes = encode_facets(example());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_facets(bytes.substr(0, size)).has_value()) << size;
  }
  EXPECT_FALSE(decode_facets(bytes + "x").has_value());
  std::string lie = bytes;
  lie.back() = 9;  // a set that there is not
  EXPECT_FALSE(decode_facets(lie).has_value());
}

}  // namespace
}  // namespace search
