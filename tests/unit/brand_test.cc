#include "config/brand.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BrandTest : public ::testing::Test {
 protected:
  BrandTest() {
    folder_.write("content/images/logo.svg", "<svg/>");
    folder_.write("content/fonts/regular.woff2", "wOF2");
  }

  Brand read(std::string_view yaml) {
    diagnostics_ = {};
    const YamlNode root = parse_yaml(yaml, "site-config.yaml", 1, diagnostics_);
    const std::string_view languages[] = {"en-GB"};
    const YamlMapSource source{"site-config.yaml", kConfigRules, "check it", languages};
    return read_brand(root, folder_.path(), source, diagnostics_);
  }

  // As "2:9 config-type: message | help".
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<std::string> lines;
    for (const Diagnostic& each : diagnostics_.all()) {
      lines.push_back(fmt::format("{}:{} {}: {} | {}", each.place.line, each.place.column,
                                  each.rule, each.message, each.help));
    }
    return lines;
  }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

TEST_F(BrandTest, IsRead) {
  const Brand brand = read(
      "colours:\n  main: \"#00524c\"\n  warm: {light: \"#fc0\", dark: \"#ffdd00\"}\n"
      "logo: images/logo.svg\nname: in-logo\ntagline: Here for you\n"
      "font: {name: Lexend, regular: fonts/regular.woff2}\n");
  EXPECT_THAT(messages(), IsEmpty());
  ASSERT_EQ(brand.colours.size(), 2);
  EXPECT_EQ(colour_text(brand.colours[0].light), "#00524c");
  EXPECT_FALSE(brand.colours[0].dark);
  EXPECT_EQ(brand.colours[1].name, "warm");
  EXPECT_EQ(colour_text(brand.colours[1].light), "#ffcc00");
  EXPECT_EQ(colour_text(*brand.colours[1].dark), "#ffdd00");
  EXPECT_EQ(brand.logo, "images/logo.svg");
  EXPECT_TRUE(brand.is_name_in_logo);
  EXPECT_EQ(brand.tagline.text, "Here for you");
  ASSERT_EQ(brand.fonts.size(), 1);
  EXPECT_EQ(brand.fonts[0].path, "fonts/regular.woff2");
}

TEST_F(BrandTest, MistakesSayWhatToType) {
  struct Row {
    std::string_view yaml, message;
  };
  const Row rows[] = {
      {"colours: {main: #00524c}\n",
       "1:10 yaml-syntax: \"{\" is opened here and never closed | add \"}\" at the end, and a "
       "comma between values"},
      {"colours:\n  main: #00524c\n",
       "2:3 config-type: the colour \"main\" has no value | write it in quotes, with a # and six "
       "digits or letters a to f: \"#4a2358\""},
      {"colours:\n  main: teal\n",
       "2:9 config-type: \"teal\" is not a colour | write it in quotes, with a # and six digits or "
       "letters a to f: \"#4a2358\""},
      {"colours:\n  main: {light: \"#fff\", drak: \"#000\"}\n",
       "2:25 config-unknown-key: a colour has no key \"drak\" | did you mean \"dark\"?"},
      {"colours: teal\n",
       "1:10 config-type: \"colours\" is no list of names with their colours | write it like this: "
       "colours: {main: \"#4a2358\"}"},
      {"logo: images/lgo.svg\n",
       "1:7 config-type: there is no file \"content/images/lgo.svg\" | put the file into content/, "
       "and write its path from there"},
      {"logo: ../logo.svg\n",
       "1:7 config-type: there is no file \"content/../logo.svg\" | put the file into content/, "
       "and write its path from there"},
      {"logo: images/logo.pdf\n",
       "1:7 config-type: \"images/logo.pdf\" cannot be used here | write the path of an SVG, PNG "
       "or WebP file below content/"},
      {"name: in-logo\n",
       "1:7 config-type: the name cannot be in the logo: there is no logo | write the logo's file "
       "under \"logo\", or leave \"name\" out"},
      {"logo: images/logo.svg\nname: in-lgo\n",
       "2:7 config-type: \"name\" cannot be \"in-lgo\" | did you mean \"in-logo\"?"},
      {"font: {name: Lexend}\n",
       "1:7 config-missing-key: brand.font lacks the key \"regular\" | add a line that starts with "
       "\"regular: \""},
      {"font: {name: Lexend, regular: fonts/regular.ttf}\n",
       "1:31 config-type: \"fonts/regular.ttf\" cannot be used here | write the path of a .woff2 "
       "file below content/"},
      {"colors: {main: \"#00524c\"}\n",
       "1:1 config-unknown-key: brand has no key \"colors\" | did you mean \"colours\"?"},
  };
  for (const Row& row : rows) {
    read(row.yaml);
    EXPECT_THAT(messages(), ElementsAre(std::string(row.message))) << row.yaml;
  }
}

}  // namespace
}  // namespace signpost
