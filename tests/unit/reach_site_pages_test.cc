#include <gtest/gtest.h>

#include "reach/site_pages.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

std::string found(const SitePages& pages, const std::string& path) {
  const std::string* page = pages.find(path);
  return page == nullptr ? "none" : *page;
}

TEST(SitePages, FollowsOldAddresses) {
  const TemporaryFolder folder;
  const auto leads_to = [](std::string_view href) {
    return "<html><meta http-equiv=\"refresh\" content=\"0; url=" + std::string(href) + "\">";
  };
  folder.write("a.html", "<title>A</title>");
  folder.write("help/Index.html", "<title>Help</title>");
  folder.write("help/old.html", leads_to("../a.html#part"));
  folder.write("older.html", leads_to("help/old.html"));
  folder.write("round.html", leads_to("round.html"));
  folder.write("away.html", leads_to("https://example.org/"));
  folder.write("style.css", "x");
  const SitePages pages(folder.path());
  EXPECT_TRUE(pages.are_known());
  EXPECT_EQ(found(pages, "a.html"), "a.html");
  EXPECT_EQ(found(pages, "help/index.html"), "help/Index.html");
  EXPECT_EQ(found(pages, "help/old.html"), "a.html");
  EXPECT_EQ(found(pages, "older.html"), "a.html");
  EXPECT_EQ(found(pages, "round.html"), "round.html");
  EXPECT_EQ(found(pages, "away.html"), "none");
  EXPECT_EQ(found(pages, "style.css"), "none");
}

TEST(SitePages, KnowsNothingWithoutASite) {
  EXPECT_FALSE(SitePages().are_known());
  EXPECT_FALSE(SitePages("/nowhere/at/all").are_known());
}

}  // namespace
}  // namespace signpost
