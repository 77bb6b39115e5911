#include <gtest/gtest.h>

#include "search-index/results_json.h"

namespace search {
namespace {

TEST(SearchResultsJson, WritesEveryFieldInOrder) {
  Results results;
  results.words = "ehc pln";
  results.is_cut = true;
  results.corrected_words = "ehc plan";
  results.corrections = {{"pln", "plan"}};
  results.total = 1;
  results.hits = {{"a.html", "who", "Who", {"", "EHC", " plans"}, {"text"}, "page"}};
  results.kinds = {{"page", 1}};
  results.topics = {{"t", 1}, {"u", 1}};
  EXPECT_EQ(results_json(results),
            R"({"words":"ehc pln","cut":true,"corrected":"ehc plan",)"
            R"("corrections":[{"from":"pln","to":"plan"}],"total":1,)"
            R"("hits":[{"url":"a.html","anchor":"who","heading":"Who","kind":"page",)"
            R"("title":["","EHC"," plans"],"snippet":["text"]}],)"
            R"("facets":{"kinds":[{"id":"page","count":1}],)"
            R"("topics":[{"id":"t","count":1},{"id":"u","count":1}],"audiences":[]}})");
}

TEST(SearchResultsJson, AnErrorIsAllThereIs) {
  Results results;
  results.error = "no \"index\"";
  EXPECT_EQ(results_json(results), R"({"error":"no \"index\""})");
}

TEST(SearchResultsJson, EscapesAndMendsText) {
  struct Row {
    const char* text;
    const char* json;
  };
  const Row rows[] = {
      {"\"\\/", R"("\"\\/")"},
      {"\n\t\x1b\x7f", R"("\u000a\u0009\u001b\u007f")"},
      {"é€😀", R"("é€😀")"},
      {"a\xFF"
       "b\xC3",
       "\"a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD\""},
      {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
  };
  for (const Row& row : rows) {
    Results results;
    results.error = row.text;
    EXPECT_EQ(results_json(results), "{\"error\":" + std::string(row.json) + "}");
  }
}

}  // namespace
}  // namespace search
