#include "base/colour.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

Colour colour(std::string_view text) { return parse_colour(text).value_or(Colour()); }

std::string ratio(std::string_view first, std::string_view second) {
  return fmt::format("{:.2f}", contrast(colour(first), colour(second)));
}

std::string nearest_on(std::string_view text, std::string_view back, double least) {
  const auto passes = [&](Colour tried) { return contrast(tried, colour(back)) >= least; };
  const std::optional<Colour> found = nearest_lightness(colour(text), passes);
  return found ? colour_text(*found) : "none";
}

TEST(Colours, AreReadAndWritten) {
  for (const auto& [written, read] : {std::pair{"#4a2358", "#4a2358"},
                                      {"#4A2358", "#4a2358"},
                                      {"#fff", "#ffffff"},
                                      {"#0a9", "#00aa99"}}) {
    EXPECT_EQ(colour_text(colour(written)), read);
  }
  for (const char* wrong : {"", "#", "#ff", "#ffff", "4a2358", "#4a235g", "#4a23588", "plum"}) {
    EXPECT_FALSE(parse_colour(wrong)) << wrong;
  }
}

// The pairs of grey on white are those that WCAG's own understanding documents give.
TEST(Colours, HaveTheContrastOfWcag) {
  EXPECT_EQ(ratio("#000000", "#ffffff"), "21.00");
  EXPECT_EQ(ratio("#ffffff", "#ffffff"), "1.00");
  EXPECT_EQ(ratio("#767676", "#ffffff"), "4.54");
  EXPECT_EQ(ratio("#777777", "#ffffff"), "4.48");
  EXPECT_EQ(ratio("#595959", "#ffffff"), "7.00");
  EXPECT_EQ(ratio("#ffffff", "#595959"), "7.00");
}

TEST(Colours, MixByShares) {
  EXPECT_EQ(colour_text(mixed(colour("#ffffff"), colour("#000000"), 50)), "#808080");
  EXPECT_EQ(colour_text(mixed(colour("#ffffff"), colour("#4a2358"), 0)), "#ffffff");
  EXPECT_EQ(colour_text(mixed(colour("#ffffff"), colour("#4a2358"), 100)), "#4a2358");
}

TEST(Colours, TheNearestThatPassesKeepsItsHue) {
  EXPECT_EQ(nearest_on("#4a2358", "#ffffff", 7), "#4a2358");
  EXPECT_EQ(nearest_on("#888888", "#ffffff", 4.5), "#767676");
  EXPECT_EQ(nearest_on("#ff0000", "#ffffff", 4.5), "#ee0000");
  EXPECT_EQ(nearest_on("#00524c", "#1b1420", 7), "#00b5a8");
  EXPECT_EQ(nearest_on("#888888", "#808080", 7), "none");
}

}  // namespace
}  // namespace signpost
