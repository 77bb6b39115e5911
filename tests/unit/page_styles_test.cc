#include "render/page_styles.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

Theme theme_with_charts() {
  Theme theme;
  theme.style = "styles/main.css";
  theme.assets = {{"styles/charts.css", {"assets/charts.1.css", ""}},
                  {"styles/charts.rtl.css", {"assets/charts.rtl.2.css", ""}},
                  {"styles/lists.css", {"assets/lists.3.css", ""}},
                  {"styles/main.css", {"assets/main.4.css", ""}}};
  theme.more_styles = {{"styles/charts.css", {"my-chart", "my-key"}},
                       {"styles/lists.css", {"my-list"}}};
  return theme;
}

std::string page(std::string_view links, std::string_view body) {
  return std::string("<link rel=\"stylesheet\" href=\"../assets/main.4.css\">")
      .append(links)
      .append("\n</head><body>")
      .append(body);
}

TEST(PageStyles, AreThoseOfTheClassesThatThePageHas) {
  const std::string charts = "\n<link rel=\"stylesheet\" href=\"../assets/charts.1.css\">";
  const std::string lists = "\n<link rel=\"stylesheet\" href=\"../assets/lists.3.css\">";
  const std::pair<std::string, std::string> rows[] = {
      {"<p>my-chart</p>", ""},
      {"<p class=\"not-my-chart\">", ""},
      {"<p class=\"my-chart\">", charts},
      {"<p class=\"wide my-chart--bar\">", charts},
      {"<p class=\"my-key\">", charts},
      {"<p class=\"my-list\"><p class=\"my-key\">", charts + lists}};
  for (const auto& [body, links] : rows) {
    EXPECT_EQ(with_more_styles(page("", body), theme_with_charts(), "../assets/main.4.css", "../",
                               LineStart::kLeft),
              page(links, body));
  }
}

TEST(PageStyles, AreMirroredWhereThereIsSuchASheet) {
  const std::string body = "<p class=\"my-list my-chart\">";
  EXPECT_EQ(with_more_styles(page("", body), theme_with_charts(), "../assets/main.4.css", "../",
                             line_start("rtl")),
            page("\n<link rel=\"stylesheet\" href=\"../assets/charts.rtl.2.css\">"
                 "\n<link rel=\"stylesheet\" href=\"../assets/lists.3.css\">",
                 body));
}

TEST(PageStyles, NeedThePagesOwnLinkToTheMainOne) {
  const std::string body = "<p class=\"my-list\">";
  EXPECT_EQ(with_more_styles(body, theme_with_charts(), "assets/main.4.css", "", LineStart::kLeft),
            body);
  EXPECT_EQ(with_more_styles(body, theme_with_charts(), "", "", LineStart::kLeft), body);
}

}  // namespace
}  // namespace signpost
