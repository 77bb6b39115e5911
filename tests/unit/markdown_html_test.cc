// What each piece of Markdown becomes on a page of a site.
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

class MarkdownHtml : public testing::TestWithParam<Row> {};

TEST_P(MarkdownHtml, Renders) {
  const Converted converted = MarkdownSite().convert(GetParam().markdown);
  EXPECT_EQ(converted.html, GetParam().html);
  EXPECT_EQ(converted.problems, "");
}

constexpr Row kText[] = {
    {"Empty", "", ""},
    {"EscapesText", "a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"},
    {"Emphasis", "*a* **b** ~~c~~ `d <`",
     "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt;</code></p>\n"},
    {"Breaks", "a\nb\\\nc", "<p>a\nb<br>\nc</p>\n"},
    {"Rule", "a\n\n---", "<p>a</p>\n<hr>\n"},
    {"CodeBlock", "```sh x\na <b>\n```",
     "<pre tabindex=\"0\"><code class=\"language-sh\">a &lt;b&gt;\n</code></pre>\n"},
    {"ListFrom3", "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
    {"LooseList", "- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"},
    {"Tasks", "- [x] a\n- [ ] b",
     "<ul>\n<li class=\"sp-task\"><span class=\"sp-task__box sp-task__box--done\" role=\"img\" "
     "aria-label=\"done\"></span>a</li>\n<li class=\"sp-task\"><span class=\"sp-task__box\" "
     "role=\"img\" aria-label=\"to do\"></span>b</li>\n</ul>\n"},
    {"Quote", "> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
    {"Comment", "a\n\n<!-- not ready -->\n\nb <!-- c --> d", "<p>a</p>\n<p>b  d</p>\n"},
    {"Phones", "Ring **0300 123 4567** or [0114] 273 4567.\n\n`0300 123 4567`",
     "<p>Ring <strong><a href=\"tel:+443001234567\">0300 123 4567</a></strong> or <a "
     "href=\"tel:+441142734567\">[0114] 273 4567</a>.</p>\n<p><code>0300 123 4567</code></p>\n"},
    {"PhonesInLinks", "## Ring 0300 123 4567\n\n[*0300 123 4567*](tel:03001234567) 0300 123 4567",
     "<h2 id=\"ring-0300-123-4567\">Ring 0300 123 4567</h2>\n<p><a "
     "href=\"tel:+443001234567\"><em>0300 123 4567</em></a> <a "
     "href=\"tel:+443001234567\">0300 123 4567</a></p>\n"},
    {"Image", "![A \"map\" of *us*](map.png \"Where\")",
     "<p><img src=\"map.png\" alt=\"A &quot;map&quot; of us\" title=\"Where\"></p>\n"},
    {"Footnotes", "a[^x] b[^x]\n\n[^x]: c",
     "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x\" "
     "data-footnote-ref>1</a></sup> b<sup class=\"footnote-ref\"><a href=\"#fn-x\" "
     "id=\"fnref-x-2\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnotes\" "
     "data-footnotes>\n<ol>\n<li id=\"fn-x\">\n<p>c <a href=\"#fnref-x\" "
     "class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"1\" "
     "aria-label=\"Back to reference 1\">↩</a> <a href=\"#fnref-x-2\" class=\"footnote-backref\" "
     "data-footnote-backref data-footnote-backref-idx=\"1-2\" aria-label=\"Back to reference "
     "1-2\">↩<sup class=\"footnote-ref\">2</sup></a></p>\n</li>\n</ol>\n</section>\n"},
};
INSTANTIATE_TEST_SUITE_P(Text, MarkdownHtml, testing::ValuesIn(kText),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kHeadings[] = {
    {"Words", "## Who can *help*?", "<h2 id=\"who-can-help\">Who can <em>help</em>?</h2>\n"},
    {"Apostrophe", "## What's next", "<h2 id=\"whats-next\">What's next</h2>\n"},
    {"Twice", "## A\n\n## A\n\n## A 2",
     "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A 2</h2>\n"},
    {"GivenId", "## Costs & fees {#costs}", "<h2 id=\"costs\">Costs &amp; fees</h2>\n"},
    {"GivenIdGoesFirst", "## Costs\n\n## Fees {#costs}",
     "<h2 id=\"costs-2\">Costs</h2>\n<h2 id=\"costs\">Fees</h2>\n"},
    {"NoWords", "## ?!", "<h2 id=\"section\">?!</h2>\n"},
    {"NotOfFootnotes", "## Fn 1", "<h2 id=\"section-fn-1\">Fn 1</h2>\n"},
    {"OtherScripts", "## آپ کی مدد", "<h2 id=\"آپ-کی-مدد\">آپ کی مدد</h2>\n"},
    {"NoShortForms", "## EHC plan\n\nEHC",
     "<h2 id=\"ehc-plan\">EHC plan</h2>\n<p><abbr title=\"Education, health and "
     "care\">EHC</abbr></p>\n"},
};
INSTANTIATE_TEST_SUITE_P(Headings, MarkdownHtml, testing::ValuesIn(kHeadings),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr std::string_view kEhc = "<abbr title=\"Education, health and care\">EHC</abbr>";

constexpr Row kFactsAndWords[] = {
    {"Fact", "Ring {{ service.phone }} or {{service.phone}}.",
     "<p>Ring <a href=\"tel:+441632960123\">01632 960 123</a> or <a "
     "href=\"tel:+441632960123\">01632 960 123</a>.</p>\n"},
    {"FactIsNotMarkup", "{{ service.name }}", "<p>Sheffield &lt;Advice&gt; &amp; Support</p>\n"},
    {"FactInEmphasis", "**{{ deadline plan.final }}**", "<p><strong>20 weeks</strong></p>\n"},
    {"FactInHeading", "## In {{ deadline plan.final }}",
     "<h2 id=\"in-20-weeks\">In 20 weeks</h2>\n"},
    {"FactInLink", "[{{ service.phone }}](tel:{{service.phone_link}} \"{{ service.phone }}\")",
     "<p><a href=\"tel:+441632960123\" title=\"01632 960 123\">01632 960 123</a></p>\n"},
    {"DayOfThePage", "{{ page.due }}", "<p>31 July 2027</p>\n"},
    {"DayOfAnotherPage", "{{ page.reviewed ../about/contact.md }}", "<p>29 April 2026</p>\n"},
    {"DayOfAChangeOfTheLaw", "{{ law_event new-act }}", "<p>29 April 2026</p>\n"},
    {"NoFactInCode", "`{{ service.phone }}`", "<p><code>{{ service.phone }}</code></p>\n"},
    {"ShortFormOnce", "The plan (EHC) and EHC.",
     "<p>The plan (<abbr title=\"Education, health and care\">EHC</abbr>) and EHC.</p>\n"},
    {"LongestShortForm", "SEN support, SEN",
     "<p><abbr title=\"Help at school without a plan\">SEN support</abbr>, <abbr title=\"Special "
     "educational needs\">SEN</abbr></p>\n"},
    {"Plural", "Two LAs’ views", "<p>Two <abbr title=\"Local authority\">LA</abbr>s’ views</p>\n"},
    {"WholeWordsOnly", "LAW, SENT, xLA and LAé", "<p>LAW, SENT, xLA and LAé</p>\n"},
    {"NotInLinksOrCode", "[EHC](#a) `EHC` ![EHC](map.png)",
     "<p><a href=\"#a\">EHC</a> <code>EHC</code> <img src=\"map.png\" alt=\"EHC\"></p>\n"},
    {"InTables", "| a |\n|---|\n| LA |",
     "<section class=\"sp-table\" tabindex=\"0\" aria-label=\"Table: A "
     "page\">\n<table>\n<thead>\n<tr>\n<th "
     "scope=\"col\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><abbr title=\"Local "
     "authority\">LA</abbr></td>\n</tr>\n</tbody>\n</table>\n</section>\n"},
};
INSTANTIATE_TEST_SUITE_P(FactsAndWords, MarkdownHtml, testing::ValuesIn(kFactsAndWords),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kLinks[] = {
    {"Page", "[a](../about/contact.md)", "<p><a href=\"../about/contact.html\">a</a></p>\n"},
    {"PageWithHeading", "[a](../about/contact.md#by-post)",
     "<p><a href=\"../about/contact.html#by-post\">a</a></p>\n"},
    {"PageFromTheRoot", "[a](../index.md)", "<p><a href=\"../index.html\">a</a></p>\n"},
    {"SamePage", "[a](#costs)", "<p><a href=\"#costs\">a</a></p>\n"},
    {"File", "[a](leaflet%201.pdf)", "<p><a href=\"leaflet%201.pdf\">a</a></p>\n"},
    {"FileInAngleBrackets", "[a](<./leaflet 1.pdf>)", "<p><a href=\"leaflet%201.pdf\">a</a></p>\n"},
    {"Web", "[a](https://www.example.org/?a=1&b='2')",
     "<p><a href=\"https://www.example.org/?a=1&amp;b=&#x27;2&#x27;\">a</a></p>\n"},
    {"BareAddresses", "www.example.org and help@example.org",
     "<p><a href=\"http://www.example.org\">www.example.org</a> and <a "
     "href=\"mailto:help@example.org\">help@example.org</a></p>\n"},
    {"Email", "[a](mailto:help@example.org?subject=Hello)",
     "<p><a href=\"mailto:help@example.org?subject=Hello\">a</a></p>\n"},
    {"CapitalsOfSchemes", "[a](HTTPS://example.org)",
     "<p><a href=\"HTTPS://example.org\">a</a></p>\n"},
};
INSTANTIATE_TEST_SUITE_P(Links, MarkdownHtml, testing::ValuesIn(kLinks),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kTables[] = {
    {"Alignment", "## Fees\n\n|  | a | b |\n|---|:-:|--:|\n| x | 1 | 2 |",
     "<h2 id=\"fees\">Fees</h2>\n<section class=\"sp-table sp-table--stacks\" tabindex=\"0\" "
     "aria-label=\"Table: Fees\">\n<table>\n<thead>\n<tr>\n<td></td>\n<th scope=\"col\" "
     "class=\"sp-center\">a</th>\n<th scope=\"col\" "
     "class=\"sp-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td "
     "class=\"sp-center\" data-name=\"a\">1</td>\n<td class=\"sp-right\" "
     "data-name=\"b\">2</td>\n</tr>\n</tbody>\n</table>\n</section>\n"},
    {"LabelsDiffer", "## A\n\n| a |\n|---|\n\nx\n\n| b |\n|---|",
     "<h2 id=\"a\">A</h2>\n<section class=\"sp-table\" tabindex=\"0\" aria-label=\"Table: "
     "A\">\n<table>\n<thead>\n<tr>\n<th "
     "scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</section>\n<p>x</p>\n<section "
     "class=\"sp-table\" tabindex=\"0\" aria-label=\"Table: A (2)\">\n<table>\n<thead>\n<tr>\n<th "
     "scope=\"col\">b</th>\n</tr>\n</thead>\n</table>\n</section>\n"},
};
INSTANTIATE_TEST_SUITE_P(Tables, MarkdownHtml, testing::ValuesIn(kTables),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(MarkdownHtml, TranslationsLinkToPagesInTheirLanguage) {
  const Converted converted = MarkdownSite().convert("[a](../about/contact.md) [b](../index.md)", 1,
                                                     "content/factsheets/page.ur.md");
  EXPECT_EQ(converted.html,
            "<p><a href=\"../about/contact.ur.html\">a</a> <a href=\"../index.html\">b</a></p>\n");
}

TEST(MarkdownHtml, RemembersUnknownAcronymsWithTheirPlaces) {
  const Converted converted =
      MarkdownSite().convert("EHCP, PCF (LA)\n\n> a **PCF** TADs\n\nPart II of A4 `XY`", 10);
  ASSERT_EQ(converted.document.unknown_acronyms.size(), 2U);
  EXPECT_EQ(converted.document.unknown_acronyms[0].text, "PCF");
  EXPECT_EQ(converted.document.unknown_acronyms[0].line, 10U);
  EXPECT_EQ(converted.document.unknown_acronyms[0].column, 7U);
  EXPECT_EQ(converted.document.unknown_acronyms[1].text, "TAD");
  EXPECT_EQ(converted.document.unknown_acronyms[1].line, 12U);
  EXPECT_EQ(converted.document.unknown_acronyms[1].column, 13U);
}

TEST(PlainText, ReadsAsItIsHeard) {
  const Converted converted = MarkdownSite().convert(
      "## A *b*\n\nc `d`\ne\\\nf [g](#a) EHC[^1] ![h](map.png)\n\n:::note I\nj\n:::\n\n- k\n- "
      "l\n\n[^1]: m");
  EXPECT_EQ(plain_text(converted.document, 0), "A b c d e f g EHC h I j k l m");
}

}  // namespace
}  // namespace signpost
