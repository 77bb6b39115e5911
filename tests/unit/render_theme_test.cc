#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "render/theme/theme.h"
#include "unit/messages.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

// A program's share folder and a site's folder with a theme "plain" in two languages.
class ThemeTest : public ::testing::Test {
 protected:
  ThemeTest() {
    share_.write("themes/plain/theme.yaml",
                 "styles: styles/main.css\nscripts:\nsearch_script:\nicon: "
                 "images/icon.svg\ncolour: \"#123456\"\n");
    share_.write("themes/plain/layouts/page.mustache", "{{> header}}");
    share_.write("themes/plain/partials/header.mustache", "the program's");
    share_.write("themes/plain/images/icon.svg", "<svg/>");
    share_.write("themes/plain/styles/main.css", "a{background:url(../images/icon.svg)}");
    share_.write("themes/plain/styles/main.rtl.css", "b{}");
    share_.write("themes/plain/i18n/en.yaml", "home: Home\nmenu: Menu\n");
    share_.write("themes/plain/README.md", "not part of the theme");
    config_.site_dir = site_.path();
    config_.theme = "plain";
  }

  Theme load() { return load_theme(config_, share_.path(), diagnostics_); }
  SiteWords load_words() { return signpost::load_words(config_, share_.path(), diagnostics_); }

  TemporaryFolder share_, site_;
  Config config_;
  Diagnostics diagnostics_;
};

std::string hash10(std::string_view bytes) { return sha256_hex(bytes).substr(0, 10); }

TEST_F(ThemeTest, AssetsGetHashedNamesAndStylesFindThem) {
  const Theme theme = load();
  const std::string icon = "icon." + hash10("<svg/>") + ".svg";
  const std::string css = "a{background:url(" + icon + ")}";
  std::vector<std::pair<std::string, std::string>> files;
  for (const OutputFile& file : collect_assets(theme)) files.emplace_back(file.url, file.bytes);
  EXPECT_THAT(files, ElementsAre(Pair("assets/" + icon, "<svg/>"),
                                 Pair("assets/main." + hash10(css) + ".css", css)));
  EXPECT_EQ(theme.style, "styles/main.css");
  EXPECT_EQ(theme.script, "");
  EXPECT_EQ(theme.icon, "images/icon.svg");
  EXPECT_EQ(theme.colour, "#123456");
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ThemeTest, MirroredStylesAreThereForLanguagesThatNeedThem) {
  config_.languages.push_back({"ur", "اردو", "rtl"});
  const Theme theme = load();
  ASSERT_NE(theme.find_asset("styles/main.rtl.css"), nullptr);
  EXPECT_EQ(theme.find_asset("styles/main.rtl.css")->file.url,
            "assets/main.rtl." + hash10("b{}") + ".css");
}

TEST_F(ThemeTest, SiteReplacesOnePartialAndOneString) {
  site_.write("themes/plain/partials/header.mustache", "the site's");
  site_.write("themes/plain/i18n/en.yaml", "menu: Pages\n");
  const Theme theme = load();
  ASSERT_EQ(theme.templates.size(), 2U);
  EXPECT_EQ(theme.templates[1].name, "partials/header");
  EXPECT_EQ(theme.templates[1].shown_path, "themes/plain/partials/header.mustache");
  EXPECT_EQ(theme.templates[1].text, "the site's");
  const SiteWords words = load_words();
  const Words& english = words.at("en-GB");
  EXPECT_THAT(english.phrases(), testing::SizeIs(2));
  EXPECT_EQ(english.text("home"), "Home");
  EXPECT_EQ(english.text("menu"), "Pages");
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ThemeTest, ReportsWordsThatALanguageLacks) {
  site_.write("themes/plain/i18n/ur.yaml", "home: گھر\nhoem: x\n");
  config_.languages.push_back({"ur", "اردو", "rtl"});
  config_.languages.push_back({"pl", "Polski", "ltr"});
  const SiteWords words = load_words();
  EXPECT_EQ(words.at("ur").plain("menu"), "Menu");
  EXPECT_EQ(words.at("pl").plain("home"), "Home");
  EXPECT_THAT(
      diagnostics_.take_sorted(),
      ElementsAre(Diagnostic{"theme-file",
                             {"site-config.yaml", 0, 0, 0},
                             "the theme has no words in the language \"pl\"",
                             "make the file themes/plain/i18n/pl.yaml with the keys of en.yaml"},
                  Diagnostic{"theme-string-missing",
                             {"themes/plain/i18n/ur.yaml", 0, 0, 0},
                             "the string \"menu\" is missing in the language \"ur\"",
                             "add a line: menu: and the words for \"Menu\""},
                  Diagnostic{"theme-string-unknown",
                             {"themes/plain/i18n/ur.yaml", 2, 1, 4},
                             "the theme uses no string \"hoem\"",
                             "did you mean \"home\"?"}));
}

TEST_F(ThemeTest, ReadsTheFormsOfStringsWithNumbers) {
  site_.write("themes/plain/i18n/ur.yaml", "home: گھر\nmenu: {one: 1 x, other: 2 y, moer: z}\n");
  config_.languages.push_back({"ur", "اردو", "rtl"});
  const SiteWords words = load_words();
  EXPECT_EQ(words.at("ur").count("menu", 1), "1 x");
  EXPECT_EQ(words.at("ur").count("menu", 2), "2 y");
  EXPECT_THAT(messages(diagnostics_),
              ElementsAre("themes/plain/i18n/ur.yaml:2:30 theme-file: \"moer\" is no form of the "
                          "string \"menu\" | use one, other"));
}

TEST_F(ThemeTest, ReportsANameThatTheSitesOwnEnglishDrops) {
  share_.write("themes/plain/i18n/en.yaml", "home: Home\nmenu: \"{n} pages\"\n");
  site_.write("themes/plain/i18n/en.yaml", "menu: Pages\n");
  load_words();
  EXPECT_THAT(messages(diagnostics_),
              ElementsAre("themes/plain/i18n/en.yaml:1:1 theme-string-name: the string \"menu\" "
                          "lacks {n} | in English it is \"{n} pages\""));
}

TEST_F(ThemeTest, ReportsWordsInALanguageThatTheSiteDoesNotHave) {
  site_.write("themes/plain/i18n/uk.yaml", "home: Дім\n");
  config_.languages.push_back({"ur", "اردو", "rtl"});
  site_.write("themes/plain/i18n/ur.yaml", "home: گھر\nmenu: مینو\n");
  load_words();
  EXPECT_THAT(messages(diagnostics_),
              ElementsAre("themes/plain/i18n/uk.yaml:0:0 theme-file: the site has no language "
                          "\"uk\", so nothing reads these words | add it to languages: in "
                          "site-config.yaml, or delete the file"));
}

TEST_F(ThemeTest, NeedsOnlyTheFilesThatDifferFromItsParents) {
  config_.theme = "child";
  site_.write("themes/child/theme.yaml", "parent: middle\ncolour: \"#654321\"\n");
  site_.write("themes/child/partials/header.mustache", "the child's");
  site_.write("themes/middle/theme.yaml", "parent: plain\n");
  site_.write("themes/middle/i18n/en.yaml", "menu: Pages\n");
  const Theme theme = load();
  ASSERT_EQ(theme.templates.size(), 2U);
  EXPECT_EQ(theme.templates[0].name, "layouts/page");
  EXPECT_EQ(theme.templates[1].text, "the child's");
  EXPECT_EQ(theme.style, "styles/main.css");
  EXPECT_EQ(theme.icon, "images/icon.svg");
  EXPECT_EQ(theme.colour, "#654321");
  const SiteWords words = load_words();
  EXPECT_EQ(words.at("en-GB").text("home"), "Home");
  EXPECT_EQ(words.at("en-GB").text("menu"), "Pages");
  EXPECT_THAT(messages(diagnostics_), ElementsAre());
}

TEST_F(ThemeTest, OwnStylesAreNotMixedWithMirroredOnesOfTheParent) {
  config_.languages.push_back({"ur", "اردو", "rtl"});
  config_.theme = "child";
  site_.write("themes/child/theme.yaml", "parent: plain\n");
  EXPECT_NE(load().find_asset("styles/main.rtl.css"), nullptr);
  site_.write("themes/child/styles/main.css", "c{}");
  EXPECT_EQ(load().find_asset("styles/main.css")->file.bytes, "c{}");
  EXPECT_EQ(load().find_asset("styles/main.rtl.css"), nullptr);
}

TEST_F(ThemeTest, ReadsWhichStylesBelongToWhichClasses) {
  share_.write("themes/plain/styles/charts.css", "d{}");
  site_.write("themes/plain/theme.yaml",
              "styles: styles/main.css\nmore_styles:\n  styles/charts.css: [my-chart, my-key]\n"
              "  styles/charst.css: [my-chart]\n  styles/main.css: my-chart\n");
  const Theme theme = load();
  ASSERT_EQ(theme.more_styles.size(), 1U);
  EXPECT_EQ(theme.more_styles[0].style, "styles/charts.css");
  EXPECT_THAT(theme.more_styles[0].classes, ElementsAre("my-chart", "my-key"));
  EXPECT_THAT(messages(diagnostics_),
              ElementsAre("themes/plain/theme.yaml:4:3 theme-file: the theme has no file "
                          "\"styles/charst.css\" | ",
                          "themes/plain/theme.yaml:5:20 theme-file: \"styles/main.css\" needs a "
                          "list of classes | write \"more_styles:\" and below it, indented, "
                          "\"styles/charts.css: [my-chart]\""));
}

TEST_F(ThemeTest, LeavesOutWhatAddsToAParentsMainStyles) {
  share_.write("themes/plain/theme.yaml",
               "styles: styles/main.css\nmore_styles:\n  styles/charts.css: [my-chart]\n");
  share_.write("themes/plain/styles/charts.css", "d{}");
  config_.theme = "child";
  site_.write("themes/child/theme.yaml", "parent: plain\n");
  EXPECT_EQ(load().more_styles.size(), 1U);
  site_.write("themes/child/styles/main.css", "c{}");
  const Theme alone = load();
  EXPECT_EQ(alone.more_styles.size(), 0U);
  EXPECT_EQ(alone.find_asset("styles/charts.css"), nullptr);
  site_.write("themes/child/styles/charts.css", "e{}");
  EXPECT_EQ(load().more_styles.size(), 1U);
  EXPECT_THAT(messages(diagnostics_), ElementsAre());
}

TEST_F(ThemeTest, ReportsParentsThatCannotBe) {
  config_.theme = "child";
  site_.write("themes/child/layouts/page.mustache", "");
  const auto message = [&](std::string_view yaml) {
    site_.write("themes/child/theme.yaml", yaml);
    diagnostics_ = Diagnostics();
    load();
    return messages(diagnostics_);
  };
  EXPECT_THAT(message("icon: \"\"\nparent: plian\n"),
              ElementsAre("themes/child/theme.yaml:2:9 theme-file: there is no theme \"plian\" "
                          "that could be the parent | did you mean \"plain\"?"));
  EXPECT_THAT(message("parent: nowhere\n"),
              ElementsAre("themes/child/theme.yaml:1:9 theme-file: there is no theme \"nowhere\" "
                          "that could be the parent | write \"parent: signpost\""));
  EXPECT_THAT(message("parent: child\n"),
              ElementsAre("themes/child/theme.yaml:1:9 theme-file: the theme \"child\" would be "
                          "its own parent | write \"parent: signpost\""));
  EXPECT_THAT(message("parent: ../plain\n"),
              ElementsAre("themes/child/theme.yaml:1:9 theme-file: the parent of a theme is the "
                          "name of another theme's folder | write \"parent: signpost\""));
  site_.write("themes/other/theme.yaml", "parent: child\n");
  EXPECT_THAT(message("parent: other\n"),
              ElementsAre("themes/other/theme.yaml:1:9 theme-file: the theme \"child\" would be "
                          "its own parent | write \"parent: signpost\""));
}

TEST_F(ThemeTest, ReportsThemesAndFilesThatAreNotThere) {
  site_.write("themes/plain/theme.yaml", "styles: styles/other.css\nsearch_script: scripts/x.js\n");
  EXPECT_EQ(load().style, "");
  config_.theme = "../plain";
  load();
  EXPECT_THAT(diagnostics_.take_sorted(),
              ElementsAre(Diagnostic{"theme-missing",
                                     {"site-config.yaml", 0, 0, 0},
                                     "there is no theme \"../plain\"",
                                     "write \"theme: signpost\", or add templates in "
                                     "themes/../plain"},
                          Diagnostic{"theme-file",
                                     {"themes/plain/theme.yaml", 1, 9, 0},
                                     "the theme has no file \"styles/other.css\"",
                                     ""},
                          Diagnostic{"theme-file",
                                     {"themes/plain/theme.yaml", 2, 16, 0},
                                     "the theme has no file \"scripts/x.js\"",
                                     ""}));
}

TEST_F(ThemeTest, FilesThatAreLinksOrNotTextAreRefused) {
  site_.write("themes/plain/partials/bad.mustache", "\xff");
  std::filesystem::create_symlink("/etc/hostname", site_.path() / "themes/plain/images-link");
  std::filesystem::create_directories(site_.path() / "themes/plain/images");
  std::filesystem::create_symlink("/etc/hostname", site_.path() / "themes/plain/images/x.svg");
  std::filesystem::create_symlink("images", site_.path() / "themes/plain/scripts");
  const Theme theme = load();
  EXPECT_EQ(theme.find_asset("images/x.svg"), nullptr);
  EXPECT_THAT(diagnostics_.take_sorted(),
              ElementsAre(Diagnostic{"symlink",
                                     {"themes/plain/images/x.svg", 0, 0, 0},
                                     "\"themes/plain/images/x.svg\" is a link that leaves the site",
                                     "replace the link with the file itself"},
                          Diagnostic{"theme-file",
                                     {"themes/plain/partials/bad.mustache", 0, 0, 0},
                                     "the file is not UTF-8 text",
                                     "save it as UTF-8"},
                          Diagnostic{"symlink",
                                     {"themes/plain/scripts", 0, 0, 0},
                                     "\"themes/plain/scripts\" is a link to a folder",
                                     "replace the link with the folder itself"}));
}

}  // namespace
}  // namespace signpost
