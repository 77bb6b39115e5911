#include "figures/chart.h"

#include <gtest/gtest.h>

#include "figures/figure.h"
#include "figures/table_html.h"
#include "unit/english_words.h"
#include "unit/published.h"

namespace signpost {
namespace {

Chart two_years() {
  Chart chart;
  chart.id = "sp-chart-1";
  chart.title = "Boys & girls";
  chart.note = "The table below has the same figures.";
  chart.categories = {"Boys", "Girls"};
  chart.series = {{"2016-17", {{262.0, 0, ""}, {123.0, 0, ""}}},
                  {"2017-18", {{1000.0, 0, ""}, {{}, 0, "c"}}}};
  return chart;
}

TEST(Chart, DrawsBarsWithTheirNamesAndValues) {
  EXPECT_EQ(chart_html(english(), two_years()),
            R"html(<figure class="sp-chart sp-chart--bar" aria-labelledby="sp-chart-1-title">
<figcaption id="sp-chart-1-title">Boys &amp; girls</figcaption>
<p class="sp-chart__note">The table below has the same figures.</p>
<div class="sp-chart__plot" aria-hidden="true">
<svg class="sp-chart__defs" width="0" height="0" focusable="false">
<defs>
<pattern id="sp-chart-1-fill-1" class="sp-chart__pattern-1" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8"/></pattern>
<pattern id="sp-chart-1-fill-2" class="sp-chart__pattern-2" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8"/><path d="M-2 2 2-2M0 8 8 0M6 10 10 6"/></pattern>
</defs>
</svg>
<ul class="sp-chart__rows">
<li>
<p class="sp-chart__category">Boys</p>
<div class="sp-chart__row"><span class="sp-chart__name">2016-17</span><span class="sp-chart__draw"><svg class="sp-chart__length" width="19.65%" height="24" focusable="false"><rect class="sp-chart__bar" fill="url(#sp-chart-1-fill-1)" width="100%" height="100%"/></svg> <span class="sp-chart__value">262</span></span></div>
<div class="sp-chart__row"><span class="sp-chart__name">2017-18</span><span class="sp-chart__draw"><svg class="sp-chart__length" width="75%" height="24" focusable="false"><rect class="sp-chart__bar" fill="url(#sp-chart-1-fill-2)" width="100%" height="100%"/></svg> <span class="sp-chart__value">1,000</span></span></div>
</li>
<li>
<p class="sp-chart__category">Girls</p>
<div class="sp-chart__row"><span class="sp-chart__name">2016-17</span><span class="sp-chart__draw"><svg class="sp-chart__length" width="9.23%" height="24" focusable="false"><rect class="sp-chart__bar" fill="url(#sp-chart-1-fill-1)" width="100%" height="100%"/></svg> <span class="sp-chart__value">123</span></span></div>
<div class="sp-chart__row"><span class="sp-chart__name">2017-18</span><span class="sp-chart__draw"><span class="sp-chart__value">[c]</span></span></div>
</li>
</ul>
</div>
</figure>
)html");
}

TEST(Chart, DrawsPartsOfOneBarWithWhatEachIs) {
  Chart chart = two_years();
  chart.kind = ChartKind::kStacked;
  chart.categories = {"2017-18"};
  chart.series = {{"Boys", {{75.0, 0, ""}}}, {"Girls", {{25.0, 0, ""}}}};
  chart.percent = true;
  const std::string html = chart_html(english(), chart);
  EXPECT_NE(html.find("<rect class=\"sp-chart__bar\" fill=\"url(#sp-chart-1-fill-2)\" x=\"75%\" "
                      "width=\"25%\" height=\"100%\"/>"),
            html.npos)
      << html;
  EXPECT_NE(html.find("Girls <span class=\"sp-chart__value\">25%</span></li>"), html.npos) << html;
}

TEST(Chart, DrawsNoBarOfPartsWhereOneIsHidden) {
  Chart chart = two_years();
  chart.kind = ChartKind::kStacked;
  chart.categories = {"2016-17", "2017-18"};
  chart.series = {{"Boys", {{700.0, 0, ""}, {30.0, 0, ""}}},
                  {"Girls", {{{}, 0, "c"}, {20.0, 0, ""}}}};
  const std::string html = chart_html(english(), chart);
  const std::size_t rows = html.find("<ul class=\"sp-chart__rows\">");
  ASSERT_NE(rows, html.npos) << html;
  EXPECT_EQ(html.substr(rows, html.find("<p class=\"sp-chart__category\">2017-18") - rows),
            R"html(<ul class="sp-chart__rows">
<li>
<p class="sp-chart__category">2016-17</p>
<p class="sp-chart__hidden">Not drawn: a part of this bar is not shown.</p>
<ul class="sp-chart__parts">
<li><svg class="sp-chart__swatch" focusable="false"><rect class="sp-chart__bar" fill="url(#sp-chart-1-fill-1)" width="100%" height="100%"/></svg>Boys <span class="sp-chart__value">700</span></li>
<li><svg class="sp-chart__swatch" focusable="false"><rect class="sp-chart__bar" fill="url(#sp-chart-1-fill-2)" width="100%" height="100%"/></svg>Girls <span class="sp-chart__value">[c]</span></li>
</ul>
</li>
<li>
)html");
  // The bar that is not drawn measures nothing either.
  EXPECT_NE(html.find("x=\"60%\" width=\"40%\""), html.npos) << html;
}

TEST(Chart, WritesTheValuesOfLinesAtTheirPoints) {
  Chart chart = two_years();
  chart.kind = ChartKind::kLine;
  chart.categories = {"2016", "2017", "2018"};
  chart.series = {{"Calls", {{10.0, 0, ""}, {20.0, 0, ""}, {40.0, 0, ""}}},
                  {"Visits", {{5.0, 0, ""}, {{}, 0, "c"}, {10.0, 0, ""}}}};
  std::string html = chart_html(english(), chart);
  std::string values;
  for (std::size_t at = html.find("<text"); at != html.npos; at = html.find("<text", at + 1)) {
    values += html.substr(at, html.find('\n', at) + 1 - at);
  }
  EXPECT_EQ(
      values,
      R"html(<text class="sp-chart__point sp-chart__point--start" x="3%" y="80%" dy="-0.7em">10</text>
<text class="sp-chart__point sp-chart__point--middle" x="50%" y="60%" dy="-0.7em">20</text>
<text class="sp-chart__point sp-chart__point--end" x="97%" y="20%" dy="-0.7em">40</text>
<text x="50%" y="100%">[c]</text>
<text class="sp-chart__point sp-chart__point--start" x="3%" y="90%" dy="1.6em">5</text>
<text class="sp-chart__point sp-chart__point--end" x="97%" y="80%" dy="1.6em">10</text>
)html");
}

TEST(Chart, LeavesAGapInALineWhereAValueIsMissing) {
  Chart chart = two_years();
  chart.kind = ChartKind::kLine;
  chart.categories = {"April", "May", "June", "July"};
  chart.series = {{"Contacts", {{10.0, 0, ""}, {{}, 0, "x"}, {30.0, 0, ""}, {40.0, 0, ""}}}};
  const std::string html = chart_html(english(), chart);
  EXPECT_NE(html.find("<g class=\"sp-chart__line sp-chart__line-1\">\n"
                      "<line x1=\"65.67%\" y1=\"40%\" x2=\"97%\" y2=\"20%\"/>\n"
                      "<svg x=\"3%\" y=\"80%\" overflow=\"visible\"><circle r=\"5\"/></svg>\n"
                      "<text x=\"34.33%\" y=\"100%\">[x]</text>\n"),
            html.npos)
      << html;
}

TEST(Chart, MeasuresAmountsBelowZeroFromZero) {
  Chart chart = two_years();
  chart.series = {{"Net", {{-25.0, 0, ""}, {75.0, 0, ""}}}};
  const std::string html = chart_html(english(), chart);
  EXPECT_NE(html.find("x=\"0%\" width=\"25%\""), html.npos) << html;
  EXPECT_NE(html.find("x=\"25%\" width=\"75%\""), html.npos) << html;
  EXPECT_NE(html.find("\xE2\x88\x92"
                      "25</span>"),
            html.npos)
      << html;
}

PublishedTable who_table() {
  DataTable table;
  table.about.caption = "Who we help";
  table.columns = {
      {.key = "who", .title = "Who"},
      {.key = "n", .title = "Families", .numeric = true},
      {.key = "share", .title = "Share", .numeric = true, .percent = PercentKind::kShare}};
  table.rows = {{{{"Boys"}, {"1277", 1277.0}, {"90", 90.0}}},
                {{{"Girls"}, {.text = "c", .symbol = "c"}, {.text = "", .symbol = "x"}}},
                {{{"Total"}, {"1411", 1411.0}, {"100", 100.0}}}};
  TableCheck check;
  check.terms = {{"Boys"}, {"Girls"}};
  check.result.name = "Total";
  check.unless = "Not all told us.";
  table.checks.push_back(check);
  table.about.base = "1,411 families";
  table.about.source = "Our case system";
  table.about.period =
      Period{Date{std::chrono::year(2017) / 4 / 1}, Date{std::chrono::year(2018) / 3 / 31}};
  return published(std::move(table));
}

TEST(Figures, LeaveTotalsAndOtherUnitsOutOfCharts) {
  const Chart chart = make_chart(who_table(), {}, "sp-chart-1");
  EXPECT_EQ(chart.categories, (std::vector<std::string>{"Boys", "Girls"}));
  ASSERT_EQ(chart.series.size(), 1U);
  EXPECT_EQ(chart.series[0].name, "Families");
  EXPECT_EQ(chart.series[0].values[0].value, 1277.0);
  EXPECT_EQ(chart.series[0].values[1].symbol, "c");
}

TEST(Figures, TurnRowsIntoPartsOfBars) {
  const std::vector<std::pair<std::string, std::string>> settings = {{"bars", "columns"},
                                                                     {"type", "stacked"}};
  const Chart chart = make_chart(who_table(), settings, "sp-chart-1");
  EXPECT_EQ(chart.categories, std::vector<std::string>{"Families"});
  ASSERT_EQ(chart.series.size(), 2U);
  EXPECT_EQ(chart.series[1].name, "Girls");
}

TEST(Figures, ShowRowsAndColumnsThatTheSettingsName) {
  const std::vector<std::pair<std::string, std::string>> settings = {
      {"rows", "Girls, Total"}, {"columns", "Share"}, {"caption", "Shares"}};
  const PublishedTable shown = shown_table(who_table(), settings);
  EXPECT_EQ(table_html(english(), shown, "Table: Shares"),
            R"(<section class="sp-table" tabindex="0" aria-label="Table: Shares">
<table>
<caption>Shares</caption>
<thead>
<tr>
<th scope="col">Who</th>
<th scope="col" class="sp-right">Share</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Girls</th>
<td class="sp-right">[x]</td>
</tr>
<tr>
<th scope="row">Total</th>
<td class="sp-right">100%</td>
</tr>
</tbody>
</table>
</section>
)");
}

TEST(Figures, SayWhereTheyAreFromAndWhatSymbolsMean) {
  EXPECT_EQ(table_notes_html(english(), who_table()),
            R"(<div class="sp-figures-notes">
<p>Note: Not all told us.</p>
<p>Base: 1,411 families</p>
<p>Period: 1 April 2017 to 31 March 2018</p>
<p>Source: Our case system</p>
<p>Symbols: [c] not shown, to protect people's privacy; [x] not available</p>
</div>
)");
  EXPECT_EQ(table_notes_html(english(), published({})), "");
}

}  // namespace
}  // namespace signpost
