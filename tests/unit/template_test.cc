#include "render/theme/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;

TemplateSource layout(std::string text) {
  return {"layouts/page", "themes/t/layouts/page.mustache", std::move(text)};
}

TemplateSource partial(const std::string& name, std::string text) {
  return {"partials/" + name, "themes/t/partials/" + name + ".mustache", std::move(text)};
}

View sample_view() {
  View first, second;
  first.set("title", "A & B").set("note", "");
  second.set("title", "\"C\"").set("note", "new");
  View page;
  page.set("title", "<Plans>").set("summary", "");
  View view;
  view.set("page", std::move(page)).set("content", "<p>Hello</p>");
  view.set("items", View::List{first, second}).set("law", View::List{"s.36", "s.37"});
  view.set_flag("has_items", true).set("none", View::List()).set_flag("is_home", false);
  return view;
}

View shared_view() {
  View service;
  service.set("name", "SENDIASS").set("phone", "01632 960 001");
  View shared;
  shared.set("service", std::move(service));
  return shared;
}

std::string rendered(const std::vector<TemplateSource>& sources) {
  Diagnostics diagnostics;
  const std::vector<View> shared = {shared_view()};
  const Templates templates = compile_templates(sources, shared, 2, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return templates.render("layouts/page", 0, sample_view(), 1);
}

TEST(Templates, FillInNamesSectionsAndPartials) {
  struct Row {
    std::string text, html;
  };
  const std::vector<Row> rows = {
      {"<h1>{{page.title}}</h1>", "<h1>&lt;Plans&gt;</h1>"},
      {"{{{content}}}{{&content}}", "<p>Hello</p><p>Hello</p>"},
      {"{{#page.summary}}has{{/page.summary}}{{^page.summary}}none{{/page.summary}}", "none"},
      {"{{#items}}[{{title}}{{#note}}: {{note}}{{/note}}]{{/items}}",
       "[A &amp; B][&quot;C&quot;: new]"},
      {"{{#law}}{{.}};{{/law}}", "s.36;s.37;"},
      {"{{^none}}nothing{{/none}}{{#is_home}}home{{/is_home}}", "nothing"},
      {"{{service.name}} {{service.fax}}{{unknown}}", "SENDIASS "},
      {"{{#items}}{{service.phone}} {{/items}}", "01632 960 001 01632 960 001 "},
      {"<a>{{> link}}</a>{{! not shown }}", "<a><b>&lt;Plans&gt;</b></a>"},
      {"<ul>\n  {{#items}}\n  <li>\n    {{> item}}\n  </li>\n  {{/items}}\n</ul>\n",
       "<ul>\n<li>\nA &amp; B\n</li>\n<li>\n&quot;C&quot;\n</li>\n</ul>"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(rendered({layout(row.text), partial("link", "<b>{{page.title}}</b>\n"),
                        partial("item", "{{title}}\n")}),
              row.html + (row.html.ends_with('\n') ? "" : "\n"))
        << row.text;
  }
}

std::vector<Diagnostic> found_in(const std::vector<TemplateSource>& sources) {
  Diagnostics diagnostics;
  const std::vector<View> shared = {shared_view()};
  compile_templates(sources, shared, 1, diagnostics);
  return diagnostics.take_sorted();
}

TEST(Templates, ReportMistakesWithTheirPlace) {
  struct Row {
    std::string text;
    Diagnostic expected;
  };
  const std::string path = "themes/t/layouts/page.mustache";
  const std::vector<Row> rows = {
      {"<p>\n  {{#items}}<b>",
       {"template-syntax",
        {path, 2, 3, 10},
        "the section \"items\" is not closed",
        "type \"{{/items}}\" where the section ends"}},
      {"{{#a}}\n{{/b}}",
       {"template-syntax",
        {path, 1, 1, 6},
        "the section \"a\" is not closed",
        "type \"{{/a}}\" where the section ends"}},
      {"one\n\n {{/items}}",
       {"template-syntax",
        {path, 3, 2, 10},
        "\"{{/items}}\" closes a section that was not opened",
        "type \"{{#items}}\" where the section starts, or delete the tag"}},
      {"é {{title",
       {"template-syntax",
        {path, 1, 4, 2},
        "the tag is not closed",
        "type \"}}\" where the tag ends (\"}}}\" after \"{{{\")"}},
      {"{{",
       {"template-syntax",
        {path, 1, 1, 2},
        "the tag is not closed",
        "type \"}}\" where the tag ends (\"}}}\" after \"{{{\")"}},
      {"a\n{{=<% %>=}}",
       {"template-syntax",
        {path, 2, 1, 11},
        "a template cannot change the tags' delimiters",
        "delete the tag and write \"{{\" and \"}}\""}},
      {"a {{> hedaer}}",
       {"template-missing-partial",
        {path, 1, 3, 12},
        "the theme has no partial \"hedaer\"",
        "did you mean \"header\"?"}},
      {"{{> loop}}",
       {"template-syntax",
        {"themes/t/partials/loop.mustache", 1, 4, 10},
        "the partial \"loop\" includes itself",
        "delete the tag"}},
  };
  for (const Row& row : rows) {
    std::vector<TemplateSource> sources = {layout(row.text), partial("header", "x")};
    if (row.text == "{{> loop}}") sources.push_back(partial("loop", "<b>{{> loop}}"));
    EXPECT_THAT(found_in(sources), ElementsAre(row.expected)) << row.text;
  }
}

TEST(Templates, OneBrokenFileLeavesTheOthersUsable) {
  Diagnostics diagnostics;
  const std::vector<TemplateSource> sources = {
      layout("good {{> bad}}"), partial("bad", "{{#x}}"), {"layouts/other", "o", "{{/y}}"}};
  const std::vector<View> shared = {View()};
  const Templates templates = compile_templates(sources, shared, 1, diagnostics);
  EXPECT_EQ(diagnostics.take_sorted().size(), 2U);
  EXPECT_EQ(templates.render("layouts/page", 0, View(), 0), "good \n");
  EXPECT_FALSE(templates.has("layouts/other"));
  EXPECT_EQ(templates.render("layouts/other", 0, View(), 0), "");
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

TEST(Templates, SectionsInsideEachOtherAreBounded) {
  const Diagnostic expected{"template-syntax",
                            {"themes/t/layouts/page.mustache", 1, 385, 6},
                            "more than 64 sections inside each other",
                            "take some of them out of the others"};
  const std::string deep = repeated("{{#a}}", 20'000) + repeated("{{/a}}", 20'000);
  EXPECT_THAT(found_in({layout(deep)}), ElementsAre(expected));
  const std::string half = repeated("{{#a}}", 40) + "{{> p}}" + repeated("{{/a}}", 40);
  const std::string other = repeated("{{#a}}", 40) + repeated("{{/a}}", 40);
  const std::vector<Diagnostic> found = found_in({layout(half), partial("p", other)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().message, "more than 64 sections inside each other");
  EXPECT_THAT(found_in({layout(repeated("{{#a}}x{{/a}}", 20'000))}), ElementsAre());
}

// Without a bound this would take as long as the world has stood.
TEST(Templates, LoopsInLoopsAreGivenUp) {
  Diagnostics diagnostics;
  const std::string loops = repeated("{{#items}}", 60) + "x" + repeated("{{/items}}", 60);
  const std::vector<View> shared = {shared_view()};
  const Templates templates =
      compile_templates(std::vector<TemplateSource>{layout(loops)}, shared, 1, diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  EXPECT_EQ(templates.render("layouts/page", 0, sample_view(), 0), "");
  EXPECT_EQ(templates.render("layouts/page", 0, sample_view(), 0), "");
  templates.report_unfinished(diagnostics);
  EXPECT_THAT(diagnostics.take_sorted(),
              ElementsAre(Diagnostic{"template-too-long",
                                     {"themes/t/layouts/page.mustache", 0, 0, 0},
                                     "\"layouts/page\" takes more than 5000000 steps or makes more "
                                     "than 64 MB for one page",
                                     "take loops out of loops"}));
}

TEST(Templates, EmptyPartialsInsideEachOtherAreStopped) {
  std::vector<TemplateSource> sources = {layout("{{> p0}}")};
  for (int i = 0; i < 30; ++i) {
    sources.push_back(
        partial("p" + std::to_string(i), repeated("{{> p" + std::to_string(i + 1) + "}}", 10)));
  }
  sources.push_back(partial("p30", "{{! nothing }}"));
  const std::vector<Diagnostic> found = found_in(sources);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().message, "partials are nested too deeply or too often");
}

TEST(Templates, PartialsThatGrowWithoutEndAreStopped) {
  std::vector<TemplateSource> sources = {layout("{{> p0}}")};
  for (int i = 0; i < 30; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    sources.push_back(
        partial("p" + std::to_string(i), std::string(5'000, 'x').append(next).append(next)));
  }
  sources.push_back(partial("p30", "end"));
  const std::vector<Diagnostic> found = found_in(sources);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().message, "partials are nested too deeply or too often");
}

}  // namespace
}  // namespace signpost
