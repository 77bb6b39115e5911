#include <gtest/gtest.h>

#include "reach/page_titles.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

TEST(PageTitle, IsWhatThePageCallsItself) {
  const TemporaryFolder folder;
  folder.write("a.html",
               "<title>A – Service</title><meta property=\"og:title\" content=\"Q &amp; A\">");
  folder.write("help/b.html", "<title>\nThe &quot;B&quot; &lt;3 &#39;x&#39;\n</title>");
  folder.write("c.html", "<p>no title</p>");
  folder.write("d.html", "<title>\xff</title>");
  EXPECT_EQ(page_title(folder.path(), "a.html"), "Q & A");
  EXPECT_EQ(page_title(folder.path(), "help/b.html"), "The \"B\" <3 'x'");
  EXPECT_EQ(page_title(folder.path(), "c.html"), "c.html");
  EXPECT_EQ(page_title(folder.path(), "d.html"), "d.html");
  EXPECT_EQ(page_title(folder.path(), "none.html"), std::nullopt);
  EXPECT_EQ(page_title(folder.path(), "help"), std::nullopt);
}

}  // namespace
}  // namespace signpost
