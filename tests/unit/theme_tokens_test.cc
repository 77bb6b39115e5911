#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/theme/tokens.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct TokensOf {
  Tokens tokens;
  std::vector<std::string> messages;  // "3:5 theme-contrast: message | help"
};

TokensOf read(std::string_view yaml, const Brand& brand = {}) {
  Diagnostics diagnostics;
  const YamlNode root = parse_yaml(yaml, "theme.yaml", 1, diagnostics);
  TokensOf result{read_tokens(root, "theme.yaml", brand, diagnostics), {}};
  for (const Diagnostic& each : diagnostics.all()) {
    result.messages.push_back(fmt::format("{}:{}:{} {}: {} | {}", each.place.path, each.place.line,
                                          each.place.column, each.rule, each.message, each.help));
  }
  return result;
}

Colour colour(std::string_view text) { return parse_colour(text).value_or(Colour()); }

Brand brand_of(std::string name, std::string_view light, std::string_view dark = "") {
  Brand brand;
  brand.colours.push_back(
      {std::move(name), colour(light), parse_colour(dark), {"site-config.yaml", 40, 5, 4}});
  return brand;
}

constexpr std::string_view kTheme = R"(colour: header
colours:
  page: {light: "#ffffff", dark: "#000000"}
  surface: {light: "#f5eff8", dark: "#2a2031", from: main, mix: 10}
  text: {light: "#1f1a24", dark: "#f3eef6"}
  header: {light: "#4a2358", dark: "#3a1b46", from: main}
  on-header: {light: "#ffffff", dark: "#ffffff"}
contrast:
  - {text: [text], on: [page, surface]}
  - {text: [on-header], on: [header]}
tokens:
  size-body: {phone: 18px, wide: 19px, print: 12pt}
  space-1: 4px
  font: arial,sans-serif
)";

TEST(ThemeTokens, BecomeCustomPropertiesForEveryScreenAndPaper) {
  const TokensOf found = read(kTheme);
  EXPECT_THAT(found.messages, IsEmpty());
  EXPECT_EQ(found.tokens.css,
            ":root{color-scheme:light dark;--page:#ffffff;--surface:#f5eff8;--text:#1f1a24;"
            "--header:#4a2358;--on-header:#ffffff;--size-body:18px;--space-1:4px;"
            "--font:arial,sans-serif;}"
            "@media screen and (prefers-color-scheme:dark){:root{--page:#000000;--surface:#2a2031;"
            "--text:#f3eef6;--header:#3a1b46;}}"
            "@media screen and (min-width:40rem){:root{--size-body:19px;}}"
            "@media print{:root{--size-body:12pt;}}");
  EXPECT_EQ(found.tokens.frame_light, "#4a2358");
  EXPECT_EQ(found.tokens.frame_dark, "#3a1b46");
}

TEST(ThemeTokens, AThemeNeedsNone) {
  EXPECT_EQ(read("name: plain\n").tokens.css, "");
  EXPECT_EQ(read("colour: \"#123456\"\n").tokens.frame_light, "#123456");
}

// What is made of the service's colour follows it, and in the dark the nearest that can be read.
TEST(ThemeTokens, TakeTheColoursOfTheService) {
  const TokensOf found = read(kTheme, brand_of("main", "#00524c"));
  EXPECT_THAT(found.messages, IsEmpty());
  EXPECT_EQ(found.tokens.css.substr(0, found.tokens.css.find("--size")),
            ":root{color-scheme:light dark;--page:#ffffff;--surface:#e6eeed;--text:#1f1a24;"
            "--header:#00524c;--on-header:#ffffff;");
  EXPECT_EQ(found.tokens.frame_dark, "#00524c");
}

TEST(ThemeTokens, TakeTheFontOfTheService) {
  Brand brand;
  brand.fonts.push_back({"fonts/own.woff2", 400, {"site-config.yaml", 50, 3, 0}});
  const TokensOf found = read("tokens: {font: 'arial,sans-serif'}\n", brand);
  EXPECT_THAT(found.messages, IsEmpty());
  EXPECT_EQ(found.tokens.css,
            "@font-face{font-family:brand;src:url(\"../fonts/own.woff2\") format(\"woff2\");"
            "font-weight:400;font-display:swap}"
            ":root{--font:arial,sans-serif;--font:brand,arial,sans-serif;}");
  EXPECT_THAT(
      read("name: plain\n", brand).messages,
      ElementsAre("site-config.yaml:50:3 config-type: the theme has no token \"font\", so a "
                  "font does nothing | leave \"font\" out, or use another theme"));
}

TEST(ThemeTokens, ColoursThatCannotBeReadAreErrors) {
  EXPECT_THAT(read(kTheme, brand_of("main", "#7fb0ff")).messages,
              ElementsAre("site-config.yaml:40:5 theme-contrast: colours that cannot be read: "
                          "\"on-header\" (#ffffff) on \"header\" (#7fb0ff) has 2.19 to 1 and needs "
                          "7 | the nearest \"main\" that passes is \"#004ecd\""));
  EXPECT_THAT(
      read(kTheme, brand_of("text", "#777777", "#777777")).messages,
      ElementsAre(
          "site-config.yaml:40:5 theme-contrast: colours that cannot be read: \"text\" (#777777) "
          "on \"page\" (#ffffff) has 4.47 to 1 and needs 7; \"text\" (#777777) on \"surface\" "
          "(#f5eff8) has 3.96 to 1 and needs 7 | the nearest \"text\" that passes is \"#515151\"",
          "site-config.yaml:40:5 theme-contrast: colours that cannot be read on a dark screen: "
          "\"text\" (#777777) on \"page\" (#000000) has 4.68 to 1 and needs 7; \"text\" (#777777) "
          "on \"surface\" (#2a2031) has 3.47 to 1 and needs 7 | the nearest \"text\" that passes "
          "is \"#aeaeae\""));
  EXPECT_THAT(read(kTheme, brand_of("mian", "#000000")).messages,
              ElementsAre("site-config.yaml:40:5 config-type: the theme has no colour \"mian\" | "
                          "did you mean \"main\"?"));
  EXPECT_THAT(read("colours:\n  page: {light: \"#fff\", dark: \"#fff\"}\n"
                   "  text: {light: \"#999\", dark: \"#000\"}\n"
                   "contrast: [{text: [text], on: [page]}]\n")
                  .messages,
              ElementsAre("theme.yaml:3:3 theme-contrast: colours that cannot be read: \"text\" "
                          "(#999999) on \"page\" (#ffffff) has 2.84 to 1 and needs 7 | the nearest "
                          "\"text\" that passes is \"#595959\""));
}

TEST(ThemeTokens, MistakesHaveTheirPlace) {
  struct Row {
    std::string_view yaml;
    std::vector<std::string> messages;
  };
  const Row rows[] = {
      {"colours: plum\n",
       {"theme.yaml:1:10 theme-file: \"colours\" is no map of names | see colours in the theme's "
        "README"}},
      {"colours:\n  Page: {light: \"#fff\", dark: \"#000\"}\n",
       {"theme.yaml:2:3 theme-file: \"Page\" cannot be the name of a token | use small letters, "
        "digits and hyphens"}},
      {"colours:\n  page: {light: white, dark: \"#000\"}\n",
       {"theme.yaml:2:17 theme-file: \"white\" is not a colour | write it in quotes, with a # and "
        "six digits or letters a to f: \"#4a2358\""}},
      {"colours:\n  page: {light: \"#fff\"}\n",
       {"theme.yaml:2:9 theme-file: a colour lacks the key \"dark\" | add a line that starts with "
        "\"dark: \""}},
      {"colours:\n  page: {light: \"#fff\", dark: \"#000\", form: main}\n",
       {"theme.yaml:2:39 theme-file: a colour has no key \"form\" | did you mean \"from\"?"}},
      {"contrast:\n  - {text: [tetx], on: [page]}\n",
       {"theme.yaml:2:12 theme-file: there is no colour \"tetx\" | name it under colours"}},
      {"tokens:\n  space-1: \"4px;} body{display:none\"\n",
       {"theme.yaml:2:12 theme-file: \"space-1\" has no value of a style sheet | write one value, "
        "such as 18px"}},
      {"tokens:\n  space-1: {wide: 4px}\n",
       {"theme.yaml:2:12 theme-file: a token lacks the key \"phone\" | add a line that starts with "
        "\"phone: \""}},
      {"colour: hedaer\n",
       {"theme.yaml:1:9 theme-file: \"hedaer\" is no colour of the theme | write the name of one "
        "of its colours"}},
  };
  for (const Row& row : rows) EXPECT_THAT(read(row.yaml).messages, row.messages) << row.yaml;
}

}  // namespace
}  // namespace signpost
