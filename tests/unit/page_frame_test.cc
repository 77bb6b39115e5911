#include "unit/page_frame.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr const char* kWhole =
    "<title>One</title>\n<a class=\"name\" href=\"../index.html\">Us</a>\n<ol>\n<li>First</li>\n"
    "<li>Second</li>\n</ol>\n\n</body>\n";

TEST(PageFrame, IsAllButTheMainElement) {
  const std::string page = "<body>\n<main class=\"sp\">\n<h1>A</h1>\n</main>\n</body>\n";
  EXPECT_EQ(main_element(page), "<main class=\"sp\">\n<h1>A</h1>\n</main>\n");
  EXPECT_EQ(page_frame(page), "<body>\n\n</body>\n");
  EXPECT_EQ(main_element("<body></body>\n"), "");
  EXPECT_EQ(page_frame("<body></body>\n"), "<body></body>\n");
}

TEST(PageFrame, ClimbsFromAnyFolder) {
  EXPECT_EQ(frame_at_depth("<a href=\"../a.html\"> <a href=\"b.html\"> ../", 1, 2),
            "<a href=\"../../a.html\"> <a href=\"b.html\"> ../");
  EXPECT_EQ(frame_at_depth("<a href=\"../../a.html\">", 2, 0), "<a href=\"a.html\">");
}

TEST(PageFrame, OfTheSameLinesHasNoDifferences) {
  EXPECT_EQ(frame_differences(kWhole, kWhole), "");
}

struct Difference {
  const char* frame;
  const char* told;
};

TEST(PageFrame, IsToldByTheLinesThatDiffer) {
  const Difference differences[] = {
      {"<title>Two</title>\n<a class=\"name\" href=\"../index.html\">Us</a>\n<ol>\n"
       "<li>First</li>\n<li>Second</li>\n</ol>\n\n</body>\n",
       "- <title>\n+ <title>Two</title>\n"},
      {"<title>One</title>\n<a class=\"name\" href=\"../index.html\">Us</a>\n<ol>\n"
       "<li>First</li>\n</ol>\n\n</body>\n",
       "- <li> 2\n"},
      {"<title>One</title>\n<a class=\"name\" href=\"index.html\">Us</a>\n\n</body>\n",
       "- <a class=\"name\"\n- <ol>\n- <li>\n- <li> 2\n- </ol>\n"
       "+ <a class=\"name\" href=\"index.html\">Us</a>\n"},
      {"<p>\n<title>One</title>\n<a class=\"name\" href=\"../index.html\">Us</a>\n<ol>\n"
       "<li>First</li>\n<li>Second</li>\n<li>Third</li>\n</ol>\n\n</body>\n",
       "@ the start\n+ <p>\n@ <li> 2\n+ <li>Third</li>\n"},
  };
  for (const Difference& row : differences) {
    EXPECT_EQ(frame_differences(kWhole, row.frame), row.told);
  }
}

}  // namespace
}  // namespace signpost
