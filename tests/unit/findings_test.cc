#include "findings/findings.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "findings/terminal_text.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

Diagnostics one(std::string_view rule, Place place, std::string message, std::string help = "") {
  Diagnostics diagnostics;
  diagnostics.add(rule, std::move(place), std::move(message), std::move(help));
  return diagnostics;
}

TEST(Findings, ShowsTheLineAndTheWayOut) {
  const TemporaryFolder folder;
  folder.write("content/a.md", "first\r\nRead [how](b.md#governors) first.\r\n");
  FindingOptions options;
  options.site_dir = folder.path();
  const Findings findings =
      resolve_findings(one("link-missing-anchor", {"content/a.md", 2, 6, 22},
                           "no heading \"governors\" on b", "did you mean \"#governing-body\"?"),
                       {}, options);
  EXPECT_EQ(format_findings(findings, options),
            "content/a.md:2:6: error: no heading \"governors\" on b [link-missing-anchor]\n"
            "    2 | Read [how](b.md#governors) first.\n"
            "      |      ^^^^^^^^^^^^^^^^^^^^^^\n"
            "   help: did you mean \"#governing-body\"?\n"
            "1 error, no warnings, no suggestions\n");
  EXPECT_EQ(exit_code(findings, options), 1);
}

struct ExcerptCase {
  const char* name;
  std::string line;
  std::uint32_t column, length;
  std::string expected;
};

TEST(Excerpt, PutsTheCaretsUnderTheText) {
  const ExcerptCase cases[] = {
      {"one caret without a length", "abc", 2, 0, "    7 | abc\n      |  ^\n"},
      {"at the end of the line", "abc", 4, 0, "    7 | abc\n      |    ^\n"},
      {"not past the end", "abc", 2, 99, "    7 | abc\n      |  ^^\n"},
      {"no column, no carets", "abc", 0, 0, "    7 | abc\n"},
      {"tabs widen", "\ta\tb", 4, 1, "    7 |     a   b\n      |         ^\n"},
      {"wide characters take two", "中a", 4, 1, "    7 | 中a\n      |   ^\n"},
      {"a wide character is underlined whole", "a中b", 2, 3, "    7 | a中b\n      |  ^^\n"},
      {"combining marks take none", "e\u0301a", 4, 1, "    7 | e\u0301a\n      |  ^\n"},
      {"control characters do not reach the terminal", "\x1b[31mx\u202e", 6, 1,
       "    7 | ·[31mx·\n      |      ^\n"},
      {"bytes that are not UTF-8", "\xff\xffx", 3, 1, "    7 | ··x\n      |   ^\n"},
      {"a place beyond the line", "abc", 4000, 10, "    7 | …\n      |  ^\n"},
  };
  for (const ExcerptCase& c : cases) {
    EXPECT_EQ(excerpt(c.line, 7, c.column, c.length), c.expected) << c.name;
  }
}

TEST(Excerpt, CutsLongLinesAroundThePlace) {
  const std::string line = std::string(300, 'a') + "BBB" + std::string(5000, 'c');
  EXPECT_EQ(excerpt(line, 12, 301, 3), "   12 | …" + std::string(32, 'a') + "BBB" +
                                           std::string(61, 'c') + "…\n      | " +
                                           std::string(33, ' ') + "^^^\n");
}

TEST(Findings, SeverityIsTheSitesElseTheRules) {
  const Place place{"content/a.md", 1, 1, 0};
  struct Case {
    const char* rule;
    std::map<std::string, Severity> severities;
    bool strict;
    const char* base_url;
    const char* expected;
    int exit;
  };
  const Case cases[] = {
      {"heading-question", {}, false, "", "0 0 1", 0},
      {"heading-question", {{"heading-question", Severity::kError}}, false, "", "1 0 0", 1},
      {"heading-skip", {}, false, "", "0 1 0", 0},
      {"heading-skip", {}, true, "", "0 1 0", 1},
      {"heading-skip", {{"heading-skip", Severity::kOff}}, true, "", "0 0 0", 0},
      {"placeholder", {}, true, "http://localhost/", "0 1 0", 1},
      {"placeholder", {}, false, "https://a.example/", "0 1 0", 0},
      {"placeholder-phone", {}, true, "https://a.example/", "1 0 0", 1},
      {"placeholder", {{"placeholder", Severity::kInfo}}, true, "https://a.example/", "1 0 0", 1},
      {"placeholder", {{"placeholder", Severity::kInfo}}, true, "", "0 0 1", 0},
      {"rule-of-tomorrow", {}, false, "", "1 0 0", 1},
      {"io-write", {}, false, "", "1 0 0", 3},
  };
  for (const Case& c : cases) {
    FindingOptions options;
    options.strict = c.strict;
    options.base_url = c.base_url;
    options.severities = c.severities;
    const Findings findings = resolve_findings(one(c.rule, place, "m"), {}, options);
    const std::string counts = std::to_string(findings.errors) + " " +
                               std::to_string(findings.warnings) + " " +
                               std::to_string(findings.infos);
    EXPECT_EQ(counts, c.expected) << c.rule;
    EXPECT_EQ(exit_code(findings, options), c.exit) << c.rule;
  }
}

TEST(Findings, WhatIsLateNeverFailsARunButWithStrictDates) {
  struct Case {
    const char* rule;
    long days_late;
    bool strict, strict_dates;
    const char* expected;
    int exit;
  };
  const Case cases[] = {
      {"review-overdue", 1, false, false, "0 1", 0},
      {"review-overdue", 61, true, false, "0 1", 0},
      {"review-overdue", 60, true, true, "0 1", 0},
      {"review-overdue", 61, false, true, "1 0", 1},
      {"law-check-overdue", 400, true, false, "0 1", 0},
      {"duty-never", 400, true, true, "0 1", 0},
      {"heading-skip", 0, true, true, "0 1", 1},
  };
  for (const Case& c : cases) {
    FindingOptions options;
    options.strict = c.strict;
    options.strict_dates = c.strict_dates;
    Diagnostics diagnostics;
    diagnostics.add_late(c.rule, {"content/a.md", 1, 1, 0}, "m", "", c.days_late);
    const Findings findings = resolve_findings(std::move(diagnostics), {}, options);
    EXPECT_EQ(std::to_string(findings.errors) + " " + std::to_string(findings.warnings), c.expected)
        << c.rule << " " << c.days_late;
    EXPECT_EQ(exit_code(findings, options), c.exit) << c.rule << " " << c.days_late;
  }
}

TEST(Findings, APageSetsRulesAsideWithAReason) {
  const Place allow{"content/a.md", 4, 1, 0};
  std::vector<Allowance> allowances = {
      {allow, "heading-question", "the questions are the law's", 0},
      {allow, "heading-skip", "old layout", 0},
      {allow, "headng-long", "typing mistake", 0}};
  Diagnostics diagnostics;
  diagnostics.add("heading-question", {"content/a.md", 9, 1, 0}, "q1");
  diagnostics.add("heading-question", {"content/a.md", 12, 1, 0}, "q2");
  diagnostics.add("heading-question", {"content/b.md", 9, 1, 0}, "elsewhere");
  const FindingOptions options;
  const Findings findings =
      resolve_findings(std::move(diagnostics), std::move(allowances), options);
  EXPECT_EQ(format_findings(findings, options),
            "content/a.md:4:1: warning: no rule is called \"headng-long\" [allow-unknown-rule]\n"
            "   help: did you mean \"heading-long\"?\n"
            "content/a.md:4:1: warning: the page does not break \"heading-skip\" [allow-unused]\n"
            "   help: take \"heading-skip\" out of `allow`\n"
            "content/b.md:9:1: info: elsewhere [heading-question]\n"
            "set aside: content/a.md: heading-question (2 times): the questions are the law's\n"
            "no errors, 2 warnings, 1 suggestion, 2 set aside\n");
}

TEST(Findings, FailuresOfTheMachineAreNoOpinion) {
  for (const std::string rule : {"io-read", "io-write", "io-machine", "output-not-ours",
                                 "disclosure-given-away", "table-small-count"}) {
    FindingOptions options;
    options.severities = {{rule, Severity::kOff}};
    const Place place{"content/a.md", 0, 0, 0};
    std::vector<Allowance> allowances = {{{"content/a.md", 4, 3, 0}, rule, "we know", 0}};
    const Findings findings =
        resolve_findings(one(rule, place, "it fails"), std::move(allowances), options);
    // The one for itself, and one for who sets it aside.
    EXPECT_EQ(findings.errors, 2U) << rule;
    EXPECT_EQ(findings.all.front().diagnostic.message, "it fails");
    EXPECT_TRUE(findings.allowed.empty());
    EXPECT_EQ(exit_code(findings, options), rule == "io-write" || rule == "io-machine" ? 3 : 1);
  }
}

TEST(Findings, JsonHasAnObjectALine) {
  FindingOptions options;
  options.format = FindingFormat::kJson;
  const Findings findings = resolve_findings(
      one("alt-missing", {"content/a \"b\"\n.md", 3, 4, 5}, "tab\t\x01 \xff é"), {}, options);
  EXPECT_EQ(format_findings(findings, options),
            "{\"rule\":\"alt-missing\",\"severity\":\"error\",\"path\":\"content/a "
            "\\\"b\\\"\\u000a.md\",\"line\":3,\"column\":4,\"length\":5,\"message\":\"tab\\u0009"
            "\\u0001 \\ufffd é\",\"help\":\"\"}\n"
            "{\"summary\":{\"errors\":1,\"warnings\":0,\"suggestions\":0}}\n");
}

TEST(Findings, GithubAnnotationsAreEscaped) {
  FindingOptions options;
  options.format = FindingFormat::kGithub;
  Diagnostics diagnostics =
      one("alt-missing", {"content/a,b:c.md", 3, 4, 5}, "50%\n::error::no", "write\rit");
  diagnostics.add("heading-question", {"content/d.md", 0, 0, 0}, "why");
  const Findings findings = resolve_findings(std::move(diagnostics), {}, options);
  EXPECT_EQ(format_findings(findings, options),
            "::error file=content/a%2Cb%3Ac.md,line=3,col=4,endColumn=9,title=alt-missing::"
            "50%25%0A::error::no%0Ahelp: write%0Dit\n"
            "::notice file=content/d.md,title=heading-question::why\n"
            "1 error, no warnings, 1 suggestion\n");
}

TEST(Findings, ShowsNothingFromOutsideTheSite) {
  const TemporaryFolder folder;
  folder.write("secret", "secret\n");
  folder.write("site/content/real.md", "x\n");
  std::filesystem::create_symlink(folder.path() / "secret", folder.path() / "site/content/a.md");
  FindingOptions options;
  options.site_dir = folder.path() / "site";
  const Findings findings =
      resolve_findings(one("alt-missing", {"content/a.md", 1, 1, 0}, "m"), {}, options);
  EXPECT_EQ(format_findings(findings, options),
            "content/a.md:1:1: error: m [alt-missing]\n1 error, no warnings, no suggestions\n");
}

TEST(Findings, PathsCannotSteerTheTerminal) {
  const Findings findings =
      resolve_findings(one("alt-missing", {"a\x1b[2J\n.md", 0, 0, 0}, "m"), {}, {});
  EXPECT_EQ(format_findings(findings, {}),
            "a\\u{1B}[2J\\n.md: error: m [alt-missing]\n1 error, no warnings, no suggestions\n");
}

TEST(Findings, ForbiddenCharactersAreEscapedInEachFormat) {
  const Findings findings = resolve_findings(
      one("alt-missing", {"a.md", 0, 0, 0}, "\u202E\U000E0041\uE000\x1b", "\u2067"), {}, {});
  FindingOptions options;
  EXPECT_EQ(format_findings(findings, options),
            "a.md: error: \\u{202E}\\u{E0041}\\u{E000}\\u{1B} [alt-missing]\n"
            "   help: \\u{2067}\n"
            "1 error, no warnings, no suggestions\n");
  options.format = FindingFormat::kGithub;
  EXPECT_EQ(format_findings(findings, options),
            "::error file=a.md,title=alt-missing::\\u{202E}\\u{E0041}\\u{E000}\\u{1B}%0A"
            "help: \\u{2067}\n"
            "1 error, no warnings, no suggestions\n");
  options.format = FindingFormat::kJson;
  EXPECT_EQ(format_findings(findings, options),
            "{\"rule\":\"alt-missing\",\"severity\":\"error\",\"path\":\"a.md\",\"line\":0,"
            "\"column\":0,\"length\":0,\"message\":\"\\u202e\\udb40\\udc41\\ue000\\u001b\","
            "\"help\":\"\\u2067\"}\n"
            "{\"summary\":{\"errors\":1,\"warnings\":0,\"suggestions\":0}}\n");
}

TEST(Findings, LongMessagesLoseTheirMiddle) {
  const std::string quoted(1'000'000, 'x');
  const Findings findings = resolve_findings(
      one("alt-missing", {"a.md", 0, 0, 0}, "no \"" + quoted + "\" here", "use " + quoted), {}, {});
  EXPECT_EQ(format_findings(findings, {}),
            "a.md: error: no \"" + std::string(296, 'x') + " … " + std::string(294, 'x') +
                "\" here [alt-missing]\n   help: use " + std::string(596, 'x') + " … " +
                std::string(600, 'x') + "\n1 error, no warnings, no suggestions\n");
}

TEST(Findings, TooManyAreCountedErrorsShownFirst) {
  Diagnostics diagnostics;
  for (std::uint32_t line = 1; line <= 1500; ++line) {
    diagnostics.add("heading-question", {"a.md", line, 0, 0}, "why");
  }
  diagnostics.add("alt-missing", {"b.md", 1, 0, 0}, "the one error");
  const Findings findings = resolve_findings(std::move(diagnostics), {}, {});
  std::string expected;
  for (int line = 1; line <= 999; ++line) {
    expected += "a.md:" + std::to_string(line) + ": info: why [heading-question]\n";
  }
  EXPECT_EQ(format_findings(findings, {}),
            expected +
                "b.md:1: error: the one error [alt-missing]\n"
                "and 501 more: mend some of these first, or read them all with --format json\n"
                "1 error, no warnings, 1500 suggestions\n");
}

}  // namespace
}  // namespace signpost
