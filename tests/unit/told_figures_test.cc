#include "duties/told_figures.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ToldFigures, ACellTellsANumberThatIsNoDay) {
  const struct {
    std::string_view cell;
    bool tells;
  } rows[] = {
      {"120", true},
      {"1,200", true},
      {"12%", true},
      {"£63,000", true},
      {"12 of 20", true},
      {"fewer than five", true},
      {"5 to 9", true},
      {"3 in 2026-27", true},
      {"0", true},
      {"not known", false},
      {"", false},
      {"2026", false},
      {"2026-27", false},
      {"since 2024", false},
      {"from 31 July 2027", false},
      {"31st July", false},
      {"after July 31", false},
      {"not known until 1 May", false},
      {"to come", false},
      {"Q3", false},
      {"–", false},
  };
  for (const auto& row : rows) EXPECT_EQ(tells_figure(row.cell), row.tells) << row.cell;
}

TEST(ToldFigures, WordsThatOnlySayThatItIsStillToComeTellNothing) {
  const struct {
    std::string_view text;
    bool is_to_come;
  } rows[] = {
      {"To come.", true},
      {"Not yet.", true},
      {"TBC", true},
      {"N/A", true},
      {"Soon!", true},
      {"The figures will follow. Watch this space.", true},
      {"The minutes will be published here when the group has agreed them.", true},
      {"", false},
      {"Postcards.", false},
      {"There were no workshops this term.", false},
      {"Postcards went to every school. More to come.", false},
      {"We ran 12 workshops, and two forms are not yet in.", false},
      {"We came as soon as we could.", false},
      {"Leaflets went to all schools; the rest will follow.", false},
  };
  for (const auto& row : rows) EXPECT_EQ(is_still_to_come(row.text), row.is_to_come) << row.text;
}

TEST(ToldFigures, AHeadingMaySayThatThereIsNone) {
  EXPECT_TRUE(denies("Why there were no workshops"));
  EXPECT_TRUE(denies("A term without workshops"));
  EXPECT_FALSE(denies("Workshops"));
  EXPECT_FALSE(denies("Minutes, not agreed yet"));
}

}  // namespace
}  // namespace signpost
