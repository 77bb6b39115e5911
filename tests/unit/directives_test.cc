// What every row of the table of directives promises.
#include "markdown/directives.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/date.h"
#include "check/checks.h"
#include "unit/markdown_site.h"

namespace signpost {
namespace {

constexpr std::size_t kPage = 2;  // content/factsheets/page.md

// Returns the findings about a page with this one directive.
std::string findings_of(const DirectiveRule& rule, std::string argument) {
  const MarkdownSite markdown;
  std::vector<Document> documents(markdown.site().pages.size());
  Document& document = documents[kPage];
  document.directives.push_back({&rule, std::move(argument), {}});
  Node directive;
  directive.kind = NodeKind::kDirective;
  directive.extra = 0;
  Node root;
  root.kind = NodeKind::kDocument;
  root.first_child = 1;
  document.nodes = {root, directive};
  const SiteOnDay on_day{.today = *parse_date("2026-11-23")};
  Diagnostics diagnostics;
  check_page({markdown.site(), markdown.data(), documents, on_day}, {}, kPage, diagnostics);
  std::string findings;
  for (const Diagnostic& finding : diagnostics.take_sorted()) {
    findings += finding.rule + ": " + finding.message + "\n";
  }
  return findings;
}

// Names of files and of data are not words that people read: whoever adds a row need not know which
// checks read a page's text.
TEST(DirectiveRows, OnlyWordsAreReadAsWords) {
  for (const DirectiveRule& rule : all_directives()) {
    const bool are_words = rule.names == ArgumentNames::kWords;
    EXPECT_EQ(findings_of(rule, "TBC-CONTACTS"),
              are_words ? "placeholder: \"TBC\" still has to be filled in\n"
                          "text-all-caps: \"TBC-CONTACTS\" is all in capitals\n"
                        : "")
        << rule.name;
  }
}

TEST(DirectiveRows, NameSomethingWhereTheyTakeAnArgument) {
  for (const DirectiveRule& rule : all_directives()) {
    EXPECT_EQ(rule.names == ArgumentNames::kNothing, rule.argument == ArgumentRule::kNone)
        << rule.name;
  }
}

TEST(DirectiveRows, ReportANameThatDoesNotExist) {
  const MarkdownSite markdown;
  for (const DirectiveRule& rule : all_directives()) {
    const bool names_something =
        rule.names != ArgumentNames::kWords && rule.names != ArgumentNames::kNothing;
    const std::string text = ":::" + std::string(rule.name) + " no-such-thing\n:::\n";
    const std::string problems = markdown.convert(text).problems;
    EXPECT_EQ(problems.find("no-such-thing") != problems.npos &&
                  problems.find("directive-argument") == problems.npos,
              names_something)
        << rule.name << ": " << problems;
  }
}

TEST(DirectiveRows, AreEachShownByATemplateOfTheTheme) {
  std::set<std::string, std::less<>> layouts, templates;
  for (const DirectiveRule& rule : all_directives()) layouts.emplace(rule.layout);
  for (const auto& entry :
       std::filesystem::directory_iterator(share_with_kinds() / "themes/signpost/directives")) {
    templates.insert(entry.path().stem().string());
  }
  EXPECT_EQ(layouts, templates);
}

}  // namespace
}  // namespace signpost
