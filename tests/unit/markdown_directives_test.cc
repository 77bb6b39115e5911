// Directives and alerts: where they begin and end, what they become, and what is wrong with them.
#include <string_view>

#include <gtest/gtest.h>

#include "unit/markdown_site.h"

namespace signpost {
namespace {

struct Row {
  std::string_view name;
  std::string_view markdown;
  std::string_view html;
};

class Directives : public testing::TestWithParam<Row> {};

TEST_P(Directives, Render) {
  const Converted converted = MarkdownSite().convert(GetParam().markdown);
  EXPECT_EQ(converted.html, GetParam().html);
  EXPECT_EQ(converted.problems, "");
}

constexpr Row kBlocks[] = {
    {"Note", ":::note\na\n:::", "<div class=\"sp-note\">\n<p>a</p>\n</div>\n"},
    {"EndsParagraphs", "a\n:::note\nb\n:::\nc",
     "<p>a</p>\n<div class=\"sp-note\">\n<p>b</p>\n</div>\n<p>c</p>\n"},
    {"SpaceBeforeTheName", "::: note  A & b \na\n:::  ",
     "<div class=\"sp-note\">\n<h2 class=\"sp-note__title sp-box-title\">A &amp; "
     "b</h2>\n<p>a</p>\n</div>\n"},
    {"Nested", ":::details a\n:::note\nb\n:::\nc\n:::",
     "<details class=\"sp-details\">\n<summary>a</summary>\n<div class=\"sp-details__body\">\n<div "
     "class=\"sp-note\">\n<p>b</p>\n</div>\n<p>c</p>\n</div>\n</details>\n"},
    {"MoreColonsOutside", "::::note\n:::note\na\n:::\n::::",
     "<div class=\"sp-note\">\n<div class=\"sp-note\">\n<p>a</p>\n</div>\n</div>\n"},
    {"CodeKeepsColons", ":::note\n```\n:::\n```\n    :::\n:::",
     "<div class=\"sp-note\">\n<pre tabindex=\"0\"><code>:::\n</code></pre>\n<pre "
     "tabindex=\"0\"><code>:::\n</code></pre>\n</div>\n"},
    {"InListItems", "- a\n  :::note\n  b\n  :::\n- c",
     "<ul>\n<li>a\n<div class=\"sp-note\">\n<p>b</p>\n</div>\n</li>\n<li>c</li>\n</ul>\n"},
    {"InQuotes", "> :::note\n> a\n> :::\n",
     "<blockquote>\n<div class=\"sp-note\">\n<p>a</p>\n</div>\n</blockquote>\n"},
    {"ListStaysTight", ":::note\n- a\n- b\n\n:::",
     "<div class=\"sp-note\">\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</div>\n"},
    {"EndsTables", ":::note\n| a |\n|---|\n| b |\n:::\nc",
     "<div class=\"sp-note\">\n<section class=\"sp-table\" tabindex=\"0\" aria-label=\"Table: A "
     "page\">\n<table>\n<thead>\n<tr>\n<th "
     "scope=\"col\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</"
     "table>\n</section>\n</div>\n<p>c</p>\n"},
    {"WindowsLineEnds", ":::note\r\na\r\n:::\r\nb",
     "<div class=\"sp-note\">\n<p>a</p>\n</div>\n<p>b</p>\n"},
    {"TwoColonsAreText", "::note\n: a", "<p>::note\n: a</p>\n"},
};
INSTANTIATE_TEST_SUITE_P(Blocks, Directives, testing::ValuesIn(kBlocks),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kKinds[] = {
    {"Warning", ":::warning\na\n:::\n:::warning B\nc\n:::",
     "<section class=\"sp-warning\" aria-labelledby=\"sp-warning-1\">\n<h2 "
     "class=\"sp-warning__title\" "
     "id=\"sp-warning-1\">Important</h2>\n<p>a</p>\n</section>\n<section class=\"sp-warning\" "
     "aria-labelledby=\"sp-warning-2\">\n<h2 class=\"sp-warning__title\" "
     "id=\"sp-warning-2\">B</h2>\n<p>c</p>\n</section>\n"},
    {"ContactNow", ":::contact-now Contact us now if\n- a\n:::",
     "<section class=\"sp-care\" aria-labelledby=\"sp-care-1\">\n<h2 class=\"sp-care__title\" "
     "id=\"sp-care-1\"><span class=\"sp-hidden\">Urgent: </span>Contact us now if</h2>\n<div "
     "class=\"sp-care__body\">\n<ul>\n<li>a</li>\n</ul>\n<p class=\"sp-care__ring\"><a "
     "class=\"sp-ring-button\" href=\"tel:+441632960123\">Ring <span class=\"sp-phone\">01632 960 "
     "123</span></a></p>\n</div>\n</section>\n"},
    {"Steps", ":::steps\n1. a\n2. b\n:::",
     "<div class=\"sp-steps\">\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</div>\n"},
    {"Do", ":::do\n- a\n:::",
     "<div class=\"sp-do\">\n<h2 "
     "class=\"sp-box-title\">Do</h2>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"},
    {"Dont", ":::dont Never\n- a\n:::",
     "<div class=\"sp-dont\">\n<h2 "
     "class=\"sp-box-title\">Never</h2>\n<ul>\n<li>a</li>\n</ul>\n</div>\n"},
    {"Summary", ":::summary\n- Cost: *free*: yes\n- **Web:** [a](https://example.org/b)\n:::",
     "<div class=\"sp-summary\">\n<h2 class=\"sp-box-title\">Key facts</h2>\n<dl "
     "class=\"sp-summary__list\">\n<div>\n<dt>Cost</dt>\n<dd><em>free</em>: "
     "yes</dd>\n</div>\n<div>\n<dt>Web</dt>\n<dd><a "
     "href=\"https://example.org/b\">a</a></dd>\n</div>\n</dl>\n</div>\n"},
    {"Download", ":::download leaflet%201.pdf\nThe *leaflet*\n:::\n:::download map.png\n:::",
     "<p class=\"sp-download\"><a href=\"leaflet%201.pdf\" download>The leaflet (PDF)</a></p>\n<p "
     "class=\"sp-download\"><a href=\"map.png\" download>map.png (picture)</a></p>\n"},
    {"Table", ":::table ages\n:::",
     "<section class=\"sp-table\" tabindex=\"0\" aria-label=\"Table: Ages &amp; "
     "stages\">\n<table>\n<caption>Ages &amp; stages</caption>\n<thead>\n<tr>\n<th "
     "scope=\"col\">Stage</th>\n<th scope=\"col\" "
     "class=\"sp-right\">Age</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th "
     "scope=\"row\">Primary</th>\n<td class=\"sp-right\">5</td>\n</tr>\n<tr>\n<th "
     "scope=\"row\">Secondary</th>\n<td "
     "class=\"sp-right\">11</td>\n</tr>\n</tbody>\n</table>\n</section>\n"},
    {"Deadline", ":::deadline plan.final\na\n:::",
     "<div class=\"sp-deadline\">\n<h2 class=\"sp-deadline__what\">The council</h2>\n<p "
     "class=\"sp-deadline__limit\"><strong>20 weeks</strong> from the day of the "
     "request</p>\n<p>a</p>\n<p class=\"sp-deadline__law\">Law: Regulations 2014, regulation "
     "13</p>\n</div>\n"},
    {"UnverifiedDeadline", ":::deadline move.school\n:::",
     "<div class=\"sp-deadline\">\n<p class=\"sp-deadline__limit\"><strong>15 February of the year "
     "of the move</strong> (a move to secondary school)</p>\n<p class=\"sp-deadline__law\">We have "
     "not checked this time limit against the law yet.</p>\n</div>\n"},
    {"Deadlines", ":::deadlines plan\n:::",
     "<div class=\"sp-deadline\">\n<h2 class=\"sp-deadline__what\">You: say what you "
     "think</h2>\n<p class=\"sp-deadline__limit\"><strong>15 days</strong> from the day of the "
     "draft</p>\n<p class=\"sp-deadline__law\"><a href=\"https://law.example/13?a=1&amp;b=2\">Law: "
     "Regulations 2014, regulation 13(1)</a></p>\n<p class=\"sp-deadline__law\">We have not "
     "checked this time limit against the law yet.</p>\n</div>\n<div class=\"sp-deadline\">\n<h2 "
     "class=\"sp-deadline__what\">The council</h2>\n<p class=\"sp-deadline__limit\"><strong>20 "
     "weeks</strong> from the day of the request</p>\n<p class=\"sp-deadline__law\">Law: "
     "Regulations 2014, regulation 13</p>\n</div>\n"},
    {"Fact", ":::note Ring {{ service.phone }}\na\n:::",
     "<div class=\"sp-note\">\n<h2 class=\"sp-note__title sp-box-title\">Ring 01632 960 "
     "123</h2>\n<p>a</p>\n</div>\n"},
};
INSTANTIATE_TEST_SUITE_P(Kinds, Directives, testing::ValuesIn(kKinds),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kAlerts[] = {
    {"Note", "> [!NOTE]\n> a\n>\n> b", "<div class=\"sp-note\">\n<p>a</p>\n<p>b</p>\n</div>\n"},
    {"Tip", "> [!tip]\n> a", "<div class=\"sp-note\">\n<p>a</p>\n</div>\n"},
    {"Important", "> [!IMPORTANT]\n> a", "<div class=\"sp-note\">\n<p>a</p>\n</div>\n"},
    {"Warning", "> [!WARNING]\n> - a",
     "<section class=\"sp-warning\" aria-labelledby=\"sp-warning-1\">\n<h2 "
     "class=\"sp-warning__title\" "
     "id=\"sp-warning-1\">Important</h2>\n<ul>\n<li>a</li>\n</ul>\n</section>\n"},
    {"Caution", "> [!CAUTION]\n> a",
     "<section class=\"sp-care\" aria-labelledby=\"sp-care-1\">\n<h2 class=\"sp-care__title\" "
     "id=\"sp-care-1\"><span class=\"sp-hidden\">Urgent: </span>Contact us now</h2>\n<div "
     "class=\"sp-care__body\">\n<p>a</p>\n<p class=\"sp-care__ring\"><a class=\"sp-ring-button\" "
     "href=\"tel:+441632960123\">Ring <span class=\"sp-phone\">01632 960 "
     "123</span></a></p>\n</div>\n</section>\n"},
    {"NotAlone", "> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n"},
};
INSTANTIATE_TEST_SUITE_P(Alerts, Directives, testing::ValuesIn(kAlerts),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Boxes, HaveHeadingsOfTheLevelBelowTheLastHeading) {
  const struct {
    std::string_view markdown, levels;
  } rows[] = {
      {":::note A\na\n:::", "h2 "},
      {"## A\n\n:::note B\na\n:::\n\n## C\n\n:::do\n- a\n:::", "h2 h3 h2 h3 "},
      {"## A\n\n### B\n\n:::warning\na\n:::", "h2 h3 h4 "},
      {"## A\n\n::::note B\n:::note C\na\n:::\n::::\n\n:::note D\na\n:::", "h2 h3 h4 h3 "},
      {"## A\n\n::::details B\n:::note C\na\n:::\n::::", "h2 h3 "},
      {"###### A\n\n:::note B\na\n:::", "h6 h6 "},
  };
  for (const auto& row : rows) {
    const std::string html = MarkdownSite().convert(row.markdown).html;
    std::string levels;
    for (std::size_t at = html.find("<h"); at != html.npos; at = html.find("<h", at + 1)) {
      levels += html.substr(at + 1, 2) + " ";
    }
    EXPECT_EQ(levels, row.levels) << html;
  }
}

TEST(Download, IsAmongTheLinksOfThePage) {
  const Converted converted = MarkdownSite().convert(":::download map.png\n:::");
  ASSERT_EQ(converted.document.links.size(), 1U);
  EXPECT_EQ(converted.document.links[0].kind, LinkKind::kAsset);
  EXPECT_EQ(converted.document.links[0].url, "factsheets/map.png");
}

class DirectiveProblems : public testing::TestWithParam<Row> {};

TEST_P(DirectiveProblems, AreReported) {
  EXPECT_EQ(MarkdownSite().convert(GetParam().markdown, 5).problems, GetParam().html);
}

constexpr Row kProblems[] = {
    {"Unclosed", "a\n\n:::note\nb",
     "7:1+7 directive-unclosed: \":::note\" is never closed | write ::: on a line of its own where "
     "it ends\n"},
    {"UnclosedInside", "::::details a\n:::note\nb\n::::",
     "6:1+7 directive-unclosed: \":::note\" is never closed | write ::: on a line of its own where "
     "it ends\n"},
    {"UnclosedInList", ":::note\n- a\n  :::warning\n  b\n:::",
     "7:3+10 directive-unclosed: \":::warning\" is never closed | write ::: on a line of its own "
     "where it ends\n"},
    {"Stray", "a\n\n  :::",
     "7:3+3 directive-stray: \":::\" closes nothing | delete it, or write the opening line :::note "
     "above it\n"},
    {"OtherNumberOfColons", "::::note\na\n:::\n::::",
     "7:1+3 directive-stray: \":::\" closes nothing | the directive was opened with 4 colons: "
     "close it with ::::\n"},
    {"UnknownNear", ":::warnin\na\n:::",
     "5:4+6 directive-unknown: no directive \"warnin\" | did you mean \"warning\"?\n"},
    {"UnknownElsewhere", "- ::: info A\n  a\n  :::",
     "5:7+4 directive-unknown: no directive \"info\" | did you mean \"note\"?\n"},
    {"UnknownFar", ":::gallery\n:::",
     "5:4+7 directive-unknown: no directive \"gallery\" | the directives are accessibility, chart, "
     "contact-now, deadline, deadlines, details, do, dont, download, note, organisation, steps, "
     "summary, table "
     "and warning\n"},
    {"UnknownAlert", "> [!DANGER]\n> a",
     "5:3+9 directive-unknown: no alert \"[!DANGER]\" | the alerts are [!NOTE], [!TIP], "
     "[!IMPORTANT], [!WARNING] and [!CAUTION]\n"},
    {"ArgumentMissing", ":::details\na\n:::",
     "5:4+7 directive-argument: \":::details\" needs the words to click after its name | write it "
     "like this: :::details What to bring\n"},
    {"ArgumentNotWanted", ":::steps Do this\n1. a\n:::",
     "5:10+7 directive-argument: \":::steps\" takes no words after its name | move \"Do this\" to "
     "the line above\n"},
    {"SettingUnknown", ":::table ages {captoin=\"A\"}\n:::",
     "5:16+7 directive-attribute: \":::table\" has no setting \"captoin\" | did you mean "
     "\"caption\"?\n"},
    {"SettingsNotWanted", ":::note A {colour=red}\nb\n:::",
     "5:12+6 directive-attribute: \":::note\" has no setting \"colour\" | \":::note\" has no "
     "settings: delete the braces\n"},
    {"SettingBroken", ":::table ages {caption=\"A}\n:::",
     "5:25+0 directive-attribute: a quotation mark is missing in the braces of \":::table\" | "
     "write them like this: {caption=\"What it costs\"}\n"},
    {"BodyMissing", ":::steps\n:::",
     "5:1+0 directive-body: \":::steps\" needs a numbered list | start each line with 1. \n"},
    {"BodyWrong", ":::do\nb\n:::",
     "6:1+0 directive-body: \":::do\" holds one thing only: a bullet list | start each line with - "
     "\n"},
    {"BodyNotWanted", ":::table ages\na\n:::",
     "6:1+0 directive-body: \":::table\" holds nothing but its opening line | close it with ::: on "
     "the next line\n"},
    {"KeyMissing", ":::summary\n- a: b\n- c\n:::",
     "7:1+0 directive-body: an item of \":::summary\" has no \"Key: value\" | write - Key: "
     "value\n"},
    {"TableUnknown", ":::table agse\n:::",
     "5:10+4 fact-unknown: no table \"agse\" in content/_data | did you mean \"ages\"?\n"},
    {"DeadlineUnknown", ":::deadline plan.fianl\n:::",
     "5:13+10 fact-unknown: no time limit \"plan.fianl\" in content/_data | did you mean "
     "\"plan.final\"?\n"},
    {"FileMissing", ":::download leaflet.pdf\n:::",
     "5:13+11 asset-missing: no file \"factsheets/leaflet.pdf\" | did you mean \"leaflet "
     "1.pdf\"?\n"},
    {"FileElsewhere", ":::download https://example.org/a.pdf\n:::",
     "5:13+25 image-remote: the file \"https://example.org/a.pdf\" is on another website | copy it "
     "into content/ and write its path\n"},
};
INSTANTIATE_TEST_SUITE_P(All, DirectiveProblems, testing::ValuesIn(kProblems),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace signpost
