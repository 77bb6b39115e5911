#include "data/written_figure.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

// The number, the symbol, or what the text is instead.
std::string read(std::string_view text) {
  const WrittenFigure figure = read_figure(text);
  switch (figure.kind) {
    case FigureKind::kBlank:
      return "blank";
    case FigureKind::kNumber:
      return fmt::format("{}{}{}", figure.currency,
                         number_text(figure.number.value, figure.number.decimals),
                         figure.number.percent ? "%" : "");
    case FigureKind::kSymbol:
      return fmt::format("[{}]", figure.symbol);
    case FigureKind::kNoFigure:
      return "none: " + figure.what;
    case FigureKind::kUnclear:
      return "unclear: " + figure.what;
    default:
      return "words";
  }
}

struct Row {
  const char* text;
  const char* figure;
};

TEST(WrittenFigures, AreReadAsSpreadsheetsWriteThem) {
  const Row rows[] = {
      {"", "blank"},
      {" \xC2\xA0 ", "blank"},
      {"0", "0"},
      {"1540", "1,540"},
      {"1,540", "1,540"},
      {"1 540", "1,540"},
      {"1\xC2\xA0"
       "540",
       "1,540"},
      {"1\xE2\x80\xAF"
       "540",
       "1,540"},
      {"1\xE2\x80\x89"
       "540",
       "1,540"},
      {"12'345'678.5", "12,345,678.5"},
      {"\xEF\xBC\x93", "3"},
      {"\xD9\xA3\xD9\xA1", "31"},
      {"\xDB\xB3", "3"},
      {"\xE0\xA5\xA9", "3"},
      {"\xE2\x80\x8B"
       "3\xE2\x80\x8B",
       "3"},
      {"\xC2\xA3"
       "1,234.50",
       "\xC2\xA3"
       "1,234.50"},
      {"1.234,50 \xE2\x82\xAC", "unclear: has a comma where a point or three digits belong"},
      {"5 \xE2\x82\xAC",
       "\xE2\x82\xAC"
       "5"},
      {"12%", "12%"},
      {"12.5 %", "12.5%"},
      {"(200)",
       "\xE2\x88\x92"
       "200"},
      {"(\xC2\xA3"
       "200)",
       "\xC2\xA3\xE2\x88\x92"
       "200"},
      {"-\xC2\xA3"
       "200",
       "\xC2\xA3\xE2\x88\x92"
       "200"},
      {"\xE2\x80\x93"
       "5",
       "\xE2\x88\x92"
       "5"},
      {"+5", "5"},
      {"c", "[c]"},
      {"[c]", "[c]"},
      {"[C]", "[c]"},
      {"[ low ]", "[low]"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.figure) << row.text;
}

TEST(WrittenFigures, AreNotGuessed) {
  const Row rows[] = {
      {"-", "none: does not say why there is no figure"},
      {"\xE2\x80\x93", "none: does not say why there is no figure"},
      {"..", "none: does not say why there is no figure"},
      {"*", "none: does not say why there is no figure"},
      {"n/a", "none: does not say why there is no figure"},
      {"N/K", "none: does not say why there is no figure"},
      {"#N/A", "none: is an error of the spreadsheet"},
      {"#DIV/0!", "none: is an error of the spreadsheet"},
      {"####", "none: is an error of the spreadsheet"},
      {"3*", "unclear: has a mark beside its figure"},
      {"3 \xE2\x80\xA0", "unclear: has a mark beside its figure"},
      {"3\xC2\xB9", "unclear: has a mark beside its figure"},
      {"*3", "unclear: has a mark beside its figure"},
      {"'3", "unclear: has a mark beside its figure"},
      {"03", "unclear: begins with 0"},
      {"000", "unclear: begins with 0"},
      {"<5", "unclear: is no exact figure"},
      {"\xE2\x89\xA4"
       "5",
       "unclear: is no exact figure"},
      {"< 5", "unclear: is no exact figure"},
      {"fewer than 5", "unclear: is no exact figure"},
      {"5+", "unclear: is no exact figure"},
      {"5 or more", "unclear: is no exact figure"},
      {"about 5 families", "unclear: is no exact figure"},
      {"1.2E+03", "unclear: has been shortened by the spreadsheet, which loses digits"},
      {"1.234,5", "unclear: has a comma where a point or three digits belong"},
      {"6,62", "unclear: has a comma where a point or three digits belong"},
      {"1.234.567", "unclear: has points between its thousands"},
      {".5", "unclear: has no digit before its point"},
      {"5.", "unclear: ends in a point"},
      {"33.3333333333333", "unclear: has more digits than a figure, or commas in the wrong place"},
      {"1234567890123456", "unclear: has more digits than a figure, or commas in the wrong place"},
      {"277 (67%)", "unclear: holds two figures"},
      {"2 of 10", "unclear: holds two figures"},
      {"277 [note 1]", "unclear: has a note beside its figure"},
      {"277 (r)", "unclear: has a note beside its figure"},
      {"2 families", "unclear: has words beside its figure"},
      {"1 child", "unclear: has words beside its figure"},
      {"15 40", "unclear: is not a number"},
      {"Two", "unclear: is a number in words"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.figure) << row.text;
}

TEST(WrittenFigures, AreNoWords) {
  for (const char* text : {"Boys",
                           "2017-18",
                           "1-4",
                           "5-11",
                           "09:30",
                           "12/05/2026",
                           "2026-09-30",
                           "01225 394382",
                           "(01225) 394382",
                           "01225394382",
                           "+44 1225 394382",
                           "24/7",
                           "6 weeks",
                           "Up to 20 minutes",
                           "H1",
                           "3a",
                           "12o",
                           "1. Information",
                           "BA1 1AA",
                           "www.example.org",
                           "C",
                           "Yes",
                           "Bath (2 rooms)",
                           "Key stage 3"}) {
    EXPECT_EQ(read(text), "words") << text;
  }
}

}  // namespace
}  // namespace signpost
