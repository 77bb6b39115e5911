// Mistakes in pages: the message, the way out, and the place in the file.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "unit/markdown_site.h"

namespace signpost {
namespace {

struct Row {
  std::string_view name;
  std::string_view markdown;
  std::string_view problems;
};

class MarkdownProblems : public testing::TestWithParam<Row> {};

TEST_P(MarkdownProblems, AreReported) {
  EXPECT_EQ(MarkdownSite().convert(GetParam().markdown).problems, GetParam().problems);
}

constexpr Row kLinks[] = {
    {"MissingPage", "a [b](nothing-like-it.md)",
     "1:3+23 link-missing-page: no page \"factsheets/nothing-like-it.md\" | write the path of a "
     ".md "
     "file, from this page's folder\n"},
    {"NearName", "[b](../about/contcat.md#c)",
     "1:1+26 link-missing-page: no page \"about/contcat.md\" | did you mean "
     "\"../about/contact.md\"?\n"},
    {"Capitals", "[b](../About/contact.md)",
     "1:1+24 link-missing-page: no page \"About/contact.md\" | did you mean "
     "\"../about/contact.md\"? (capital letters count)\n"},
    {"OtherFolder", "[b](contact.md)",
     "1:1+15 link-missing-page: no page \"factsheets/contact.md\" | did you mean "
     "\"../about/contact.md\"?\n"},
    {"PublishedAddress", "[b](../about/contact.html)",
     "1:1+26 link-missing-page: no page \"about/contact.html\" | did you mean "
     "\"../about/contact.md\"?\n"},
    {"OldAddress", "[b](../old/contact.html)",
     "1:1+24 link-missing-page: no page \"old/contact.html\" | did you mean "
     "\"../about/contact.md\"?\n"},
    {"NoEnding", "[b](../about/contact)",
     "1:1+21 link-missing-page: no page \"about/contact\" | did you mean "
     "\"../about/contact.md\"?\n"},
    {"Slash", "[b](/about/contact.md)",
     "1:1+22 link-malformed: the address \"/about/contact.md\" starts with a slash | write the "
     "path "
     "from this page's folder: \"../about/contact.md\"\n"},
    {"OutsideTheSite", "[b](../../secret.md)",
     "1:1+20 link-missing-page: \"../../secret.md\" leads out of the content folder | copy the "
     "file "
     "into content/, or write its https:// address\n"},
    {"MissingFile", "[b](leaflet.pdf)",
     "1:1+16 asset-missing: no file \"factsheets/leaflet.pdf\" | did you mean \"leaflet "
     "1.pdf\"?\n"},
    {"MissingImage", "![b](Map.png)",
     "1:1+13 asset-missing: no file \"factsheets/Map.png\" | did you mean \"map.png\"? (capital "
     "letters count)\n"},
    {"ImageElsewhere", "![b](https://example.org/a.png)",
     "1:1+31 image-remote: the file \"https://example.org/a.png\" is on another website | copy it "
     "into content/ and write its path\n"},
    {"NoAddress", "[b]()",
     "1:1+5 link-malformed: a link without an address | write [words](address)\n"},
    {"NoName", "[b](#)",
     "1:1+6 link-malformed: \"#\" without a name | write #name-of-the-heading\n"},
    {"Query", "[b](../about/contact.md?c=d)",
     "1:1+28 link-malformed: the address \"../about/contact.md?c=d\" has a \"?\" in it | write the "
     "path of the file alone\n"},
    {"NoScheme", "[b](//example.org)",
     "1:1+18 link-malformed: the address \"//example.org\" is not complete | start it with "
     "https://\n"},
    {"Backslash", "[b](\\\\\\example.org)",
     "1:1+19 link-malformed: the address \"\\\\example.org\" is not complete | write / and not "
     "\\\n"},
    {"NoHost", "[b](https:example.org)",
     "1:1+22 link-malformed: the address \"https:example.org\" has no // after the colon | write "
     "it "
     "in full: https://www.example.org/page\n"},
    {"HiddenHost", "[b](https://gov.uk@example.org)",
     "1:1+31 link-malformed: the address \"https://gov.uk@example.org\" names no website | write "
     "it "
     "in full: https://www.example.org/page\n"},
    {"Space", "[b](<https://example.org/a b>)",
     "1:1+30 link-malformed: the address \"https://example.org/a b\" has a space in it | take it "
     "out, or write %20\n"},
    {"NotAnEmail", "[b](mailto:help)",
     "1:1+16 link-malformed: \"mailto:help\" is not an email address | write "
     "mailto:name@example.org, or mailto:{{service.email}}\n"},
    {"NotAPhoneNumber", "[b](tel:ring-us)",
     "1:1+16 link-malformed: \"ring-us\" is not a phone number | write figures and spaces, such as "
     "\"01632 960 001\", or tel:{{service.phone_link}}\n"},
    {"PhoneLinkWithSpaces", "[b](tel:01632 960 001) and [c](tel: {{ service.phone }})",
     "1:4+19 link-malformed: \"(tel:01632 960 001)\" makes no link, because there are spaces in it "
     "| "
     "write (tel:+441632960001)\n"},
};
INSTANTIATE_TEST_SUITE_P(Links, MarkdownProblems, testing::ValuesIn(kLinks),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kPlaces[] = {
    {"LaterLine", "a\nb [c](d.md)",
     "2:3+9 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n"},
    {"IndentedLine", "a\n   b [c](d.md)",
     "2:6+9 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n"},
    {"QuoteAndList", "> - a\n>   b [c](d.md)\nlazy [e](d.md)",
     "2:7+9 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n3:6+9 link-missing-page: no page \"factsheets/d.md\" | write the path of "
     "a .md file, from this page's folder\n"},
    {"AfterDefinitions", "[x]: #a\n[y]: #b\nc [d](e.md)",
     "3:3+9 link-missing-page: no page \"factsheets/e.md\" | write the path of a .md file, from "
     "this page's folder\n"},
    {"Heading", "##   a [c](d.md) ##",
     "1:8+9 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n"},
    {"UnderlinedHeading", "a\nb [c](d.md)\n---",
     "2:3+9 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n"},
    {"Table", "x\n| a | [b](c.md) |\n|---|---|\n| d | [e](f.md) |",
     "2:7+9 link-missing-page: no page \"factsheets/c.md\" | write the path of a .md file, from "
     "this page's folder\n4:7+9 link-missing-page: no page \"factsheets/f.md\" | write the path of "
     "a .md file, from this page's folder\n"},
    {"OverTwoLines", "a [b\nc](d.md) {{ e }}",
     "1:3+0 link-missing-page: no page \"factsheets/d.md\" | write the path of a .md file, from "
     "this page's folder\n2:10+7 fact-unknown: no fact \"e\" | the facts are the values of "
     "site-config.yaml\n"},
    {"BareAddress", "ä see <ftp://example.org> ftp://example.com",
     "1:8+19 link-forbidden-scheme: a link may not start with \"ftp:\" | links start with https:, "
     "http:, mailto: or tel:, or lead to a file of the site\n1:28+17 link-forbidden-scheme: a link "
     "may not start with \"ftp:\" | links start with https:, http:, mailto: or tel:, or lead to a "
     "file of the site\n"},
};
INSTANTIATE_TEST_SUITE_P(Places, MarkdownProblems, testing::ValuesIn(kPlaces),
                         [](const auto& row) { return std::string(row.param.name); });

constexpr Row kOthers[] = {
    {"FactUnknown", "a {{ service.fone }} b {{service.phone}}",
     "1:3+18 fact-unknown: no fact \"service.fone\" | did you mean \"service.phone\"?\n"},
    {"FactEmpty", "a {{ }}",
     "1:3+5 fact-syntax: \"{{ }}\" names no fact | write a name such as {{ service.phone }}\n"},
    {"FactOpen", "a {{ service.phone b",
     "1:3+18 fact-syntax: \"{{\" without \"}}\" on the same line | write a name such as {{ "
     "service.phone }}\n"},
    {"FactDeadline", "{{ deadline plan.fianl }}",
     "1:1+25 fact-unknown: no time limit \"plan.fianl\" in content/_data/deadlines.yaml | did you "
     "mean \"plan.final\"?\n"},
    {"DayUnknown", "{{ page.deu }}",
     "1:1+14 fact-unknown: this page has no day \"deu\" at its top | did you mean \"due\"?\n"},
    {"DayMissing", "{{ page.published }}",
     "1:1+20 fact-unknown: this page has no day \"published\" at its top | use one of: due\n"},
    {"DayOfNoPage", "{{ page.due reprot.md }}",
     "1:1+24 fact-unknown: no page \"reprot.md\" | write the path of a .md file, from this page's "
     "folder\n"},
    {"DayMissingElsewhere", "{{ page.due ../index.md }}",
     "1:1+26 fact-unknown: \"../index.md\" has no day \"due\" at its top | write it there: \"due: "
     "2026-09-30\"\n"},
    {"ChangeOfTheLawUnknown", "{{ law_event new-cat }}",
     "1:1+23 fact-unknown: no change of the law with the id \"new-cat\" in "
     "content/_data/law-events.yaml | did you mean \"new-act\"?\n"},
    {"FactInLink", "[a](tel:{{service.fone_link}})",
     "1:9+21 fact-unknown: no fact \"service.fone_link\" | did you mean \"service.phone_link\"?\n"},
    {"HtmlBlock", "a\n\n<div class=\"warning\">\nb\n</div>",
     "3:1+21 raw-html: raw HTML \"<div>\" is not published | use :::warning\n"},
    {"HtmlInline", "a <b>c</b> d<br>",
     "1:3+3 raw-html: raw HTML \"<b>\" is not published | write **bold**\n1:13+4 raw-html: raw "
     "HTML "
     "\"<br>\" is not published | end the line with a backslash (\\), or leave an empty line for a "
     "new paragraph\n"},
    {"HtmlScript", "<script>\nalert(1)\n</script>",
     "1:1+8 raw-html: raw HTML \"<script>\" is not published | delete it: pages have no scripts of "
     "their own\n"},
    {"HtmlClosing", "a</span>",
     "1:2+7 raw-html: raw HTML \"</span>\" is not published | delete it, and write Markdown or a "
     "directive instead\n"},
    {"HtmlCommentOpen", "a\n\n<!-- b\n\nc",
     "3:1+6 raw-html: a comment that is never closed hides what follows it | write --> where the "
     "comment ends\n"},
    {"HtmlUnknown", "<blink>a</blink>",
     "1:1+7 raw-html: raw HTML \"<blink>\" is not published | write it in Markdown, or use a "
     "directive\n"},
    {"HeadingIdShape", "## A {#My Id}",
     "1:6+8 heading-id: the name \"My Id\" of a heading cannot be used | use small letters, digits "
     "and hyphens: {#my-id}\n"},
    {"HeadingIdTwice", "## A {#a}\n\n## B {#a}",
     "3:1+0 heading-id: two headings have the name \"a\" | give one of them another name\n"},
};
INSTANTIATE_TEST_SUITE_P(Others, MarkdownProblems, testing::ValuesIn(kOthers),
                         [](const auto& row) { return std::string(row.param.name); });

// Every spelling that a browser, or a parser of entities and escapes, reads as javascript: or as
// another scheme that runs or loads something.
TEST(ForbiddenSchemes, AreRefusedInEverySpelling) {
  const std::string_view spellings[] = {
      "[a](javascript:alert(1))",
      "[a](JaVaScRiPt:alert(1))",
      "[a](<java\tscript:alert(1)>)",
      "[a](&#106;avascript:alert(1))",
      "[a](&#x6A;&#x61;vascript&colon;alert(1))",
      "[a](java&Tab;script:alert(1))",
      "[a](java&NewLine;script:alert(1))",
      "[a](&#1;javascript:alert(1))",
      "[a](<  javascript:alert(1)>)",
      "[a](javascript\\:alert(1))",
      "[a](javascript&#10;:alert(1))",
      "<javascript:alert(1)>",
      "[a]\n\n[a]: javascript:alert(1)",
      "[a](vbscript:x)",
      "[a](data:text/html;base64,PHNjcmlwdD4=)",
      "![a](data:image/svg+xml;base64,PHN2Zz4=)",
      "[a](file:///etc/passwd)",
      "[a](blob:https://example.org/1)",
      "[a](view-source:https://example.org)",
      "[a](ws://example.org)",
  };
  const MarkdownSite site;
  for (const std::string_view spelling : spellings) {
    const Converted converted = site.convert(spelling);
    EXPECT_NE(converted.problems.find("link-forbidden-scheme"), std::string::npos) << spelling;
    EXPECT_EQ(converted.html.find("href"), std::string::npos) << spelling;
    EXPECT_EQ(converted.html.find("src"), std::string::npos) << spelling;
  }
}

// Spellings that no browser reads as a scheme still lead nowhere, and are errors.
TEST(ForbiddenSchemes, NearSpellingsAreErrorsToo) {
  const std::string_view spellings[] = {
      "[a](javascript%3Aalert(1))", "[a](&amp;#106;avascript:alert(1))",
      "[a](%01javascript:x)",       "[a](\u200Bjavascript:x)",
      "[a](/\\example.org)",        "[a](\u00A0javascript:x)",
  };
  const MarkdownSite site;
  for (const std::string_view spelling : spellings) {
    const Converted converted = site.convert(spelling);
    EXPECT_NE(converted.problems, "") << spelling;
    EXPECT_EQ(converted.html.find("href"), std::string::npos) << spelling;
  }
}

}  // namespace
}  // namespace signpost
