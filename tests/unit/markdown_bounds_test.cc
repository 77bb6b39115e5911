// Markdown that is made to hurt: it ends quickly, within a bounded depth, with a clear message.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/parallel.h"
#include "markdown/syntax.h"
#include "unit/markdown_site.h"
#include "unit/plain_html.h"

namespace signpost {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::size_t depth_below(const Document& document, std::uint32_t index) {
  std::size_t depth = 0;
  for (std::uint32_t child = document.nodes[index].first_child; child != kNoNode;
       child = document.nodes[child].next) {
    depth = std::max(depth, 1 + depth_below(document, child));
  }
  return depth;
}

std::string nested_list(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += std::string(2 * i, ' ') + "- a\n";
  return out;
}

std::string table_of(std::size_t columns) {
  return repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n" +
         repeated("|b", columns) + "|\n";
}

struct Row {
  std::string name;
  std::string markdown;
  std::string_view problems;
};

class MarkdownBounds : public testing::TestWithParam<Row> {};

TEST_P(MarkdownBounds, AreKept) {
  const Converted converted = MarkdownSite().convert(GetParam().markdown);
  EXPECT_EQ(converted.problems, GetParam().problems);
  EXPECT_LE(depth_below(converted.document, 0), kMaxDepth);
}

const Row kRows[] = {
    {"Quotes", repeated("> ", 20'000) + "a",
     "1:1+0 markdown-too-deep: more than 100 quotes or lists in each other | take some of them out "
     "of the others\n"},
    {"ListsOnOneLine", repeated("- ", 20'000) + "a",
     "1:1+0 markdown-too-deep: more than 100 quotes or lists in each other | take some of them out "
     "of the others\n"},
    {"Lists", nested_list(400),
     "50:1+0 markdown-too-deep: lists, quotes, directives or emphasis lie too deep inside each "
     "other | take some of them out of the others\n"},
    {"Emphasis", repeated("*a **b ", 20'000) + repeated("c** d*", 20'000),
     "1:1+0 markdown-too-deep: lists, quotes, directives or emphasis lie too deep inside each "
     "other | take some of them out of the others\n"},
    {"Directives", repeated(":::note\n", 30) + repeated(":::\n", 30),
     "21:1+0 markdown-too-deep: lists, quotes, directives or emphasis lie too deep inside each "
     "other | take some of them out of the others\n"},
    {"Columns", table_of(10'000),
     "2:1+0 markdown-too-large: a table of 10000 columns, the most is 100 | split it into several "
     "tables\n"},
    {"Bytes", std::string(1'000'001, 'a'),
     "1:1+0 markdown-too-large: the page has 1000001 bytes of text, the most is 1000000 | split it "
     "into several pages\n"},
    {"Brackets", repeated("[", 200'000), ""},
    {"BracketPairs", repeated("[a](", 100'000), ""},
    {"Backquotes", repeated("`a``b```c", 50'000), ""},
    {"Stars", repeated("*a_ ", 100'000), ""},
    {"Angles", repeated("<", 200'000), ""},
    {"References", repeated("[a]", 100'000) + "\n\n[a]: #b \"" + std::string(1'000, 'c') + "\"",
     ""},
    {"Rows", table_of(100) + repeated("|\n", 100'000), ""},
};
INSTANTIATE_TEST_SUITE_P(All, MarkdownBounds, testing::ValuesIn(kRows),
                         [](const auto& row) { return row.param.name; });

// cmark-gfm's table of special characters is shared by all parsers: see parse_tree.
TEST(ParseMarkdown, GivesTheSameOnManyThreads) {
  const MarkdownSite site;
  const std::string text =
      "a ~~b~~ www.example.org\n\n| c | d |\n|---|---|\n| ~~e~~ | http://example.org |\n\n:::note "
      "f\n- [x] g@example.org ~h~\n:::\n";
  const std::string expected = site.convert(text).html;
  const std::string_view page = "content/factsheets/page.md";
  std::vector<std::string> made(400);
  parallel_for(made.size(), 8, [&](std::size_t index, std::size_t worker) {
    made[index] = index % 2 == 0 ? site.convert(text, 1, page, worker).html
                                 : markdown_to_html("~a~ www.b.org");
  });
  for (std::size_t i = 0; i < made.size(); ++i) {
    EXPECT_EQ(made[i], i % 2 == 0
                           ? expected
                           : "<p><del>a</del> <a href=\"http://www.b.org\">www.b.org</a></p>\n");
  }
}

}  // namespace
}  // namespace signpost
