#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "cases/case_file.h"
#include "findings/rules.h"
#include "markdown/directives.h"
#include "unit/shipped_kinds.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

const std::filesystem::path kCases = std::filesystem::path(SIGNPOST_SOURCE_DIR) / "tests/cases";

// Rules that a folder of files cannot break: they need a machine that fails, a second program, or
// pages that are rendered.
// Each is tested where it is reported.
constexpr std::string_view kTestedElsewhere[] = {
    "disclosure-audit-limit",  // tests/unit/linked_counts_test.cc
    "io-index",                // tests/program
    "io-machine",              // tests/program/faults.test.mjs
    "io-publish",              // tests/unit/staging_test.cc
    "io-read",                 // tests/unit/files_test.cc
    "io-write",                // tests/unit/files_test.cc
    "output-edited",           // tests/unit/published_folder_test.cc
    "output-link",             // tests/unit/published_folder_test.cc
    "output-locked",
    "output-not-ours",
    "output-overlaps",        // tests/unit/staging_test.cc
    "template-unknown-name",  // tests/program/theme.test.mjs
    "output-taken",           // tests/unit/published_folder_test.cc
    "output-unusable",        // tests/unit/staging_test.cc
    "search-engine-missing",  // tests/unit/golden_site_test.cc
    "template-too-long"       // tests/unit/template_test.cc
};

bool is_tested_elsewhere(std::string_view rule) {
  return std::ranges::find(kTestedElsewhere, rule) != std::end(kTestedElsewhere);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kCases)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, SaysExactlyWhatTheFileExpects) {
  const std::filesystem::path path = kCases / (GetParam() + ".case");
  const std::string text = read(path);
  const CaseFile file = parse_case(text);
  const TemporaryFolder folder;
  write_case_files(file, folder.path());
  const std::string printed = check_case(file, folder.path());
  const char* update = std::getenv("SIGNPOST_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << with_expected(text, printed);
  } else {
    EXPECT_EQ(printed, file.expected);
  }
  EXPECT_NE(printed.find("[" + GetParam() + "]"), printed.npos)
      << "the case does not break its own rule";
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, Cases, testing::ValuesIn(case_names()), test_name);

TEST(Rules, HaveACaseEachAndNoCaseIsWithoutARule) {
  const std::vector<std::string> names = case_names();
  for (const Rule& rule : all_rules()) {
    const bool has_case = std::ranges::binary_search(names, rule.id);
    EXPECT_NE(has_case, is_tested_elsewhere(rule.id)) << rule.id;
  }
  for (const std::string& name : names) EXPECT_NE(find_rule(name), nullptr) << name;
}

TEST(Rules, AreSortedAndFound) {
  EXPECT_TRUE(std::ranges::is_sorted(all_rules(), std::ranges::less_equal(), &Rule::id));
  for (const Rule& rule : all_rules()) EXPECT_EQ(find_rule(rule.id), &rule);
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

// Returns the source without its // comments.
std::string without_comments(std::string_view source) {
  std::string code;
  bool in_text = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!in_text && source.substr(i).starts_with("//")) i = source.find('\n', i);
    if (i >= source.size()) break;
    code += source[i];
    if (source[i] == '\n') in_text = false;
    if (source[i] == '"' && source[i - 1] != '\'') in_text = !in_text;
    if (in_text && source[i] == '\\') code += source[++i];
  }
  return code;
}

// Returns the texts in quotes of all sources but the table of rules itself that are written like
// the id of a rule: small letters and digits in words with hyphens between them.
std::set<std::string> texts_like_ids() {
  static const std::regex kText("\"([a-z][a-z0-9]*(-[a-z0-9]+)*)\"");
  std::set<std::string> texts;
  const auto sources = std::filesystem::path(SIGNPOST_SOURCE_DIR) / "generator";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sources)) {
    const std::filesystem::path& path = entry.path();
    const bool is_table = path == sources / "findings/rules.cc";
    // The rooms "files" and "reach" have names of other formats in them, and report nothing.
    const std::string name = path.generic_string();
    const bool is_foreign = name.find("/generator/files/") != std::string::npos ||
                            name.find("/generator/reach/") != std::string::npos;
    if (is_table || is_foreign || (path.extension() != ".cc" && path.extension() != ".h")) continue;
    const std::string code = without_comments(read(path));
    for (std::sregex_iterator text(code.begin(), code.end(), kText), end; text != end; ++text) {
      texts.insert((*text)[1]);
    }
  }
  return texts;
}

// Texts like the ids of rules that are something else. What a table of ours names (directives,
// kinds), and the theme's classes ("sp-"), need no line here.
constexpr std::string_view kNoRules[] = {
    "a-plain-name",   "cmark-gfm",           "dddd-dd-dd",
    "key-facts",      "law-events",          "mask-icon",
    "no-referrer",    "not-found",           "not-yet",
    "question-sets",  "require-corp",        "same-origin",
    "search-words",   "summary-box",         "time-limit",
    "workshops-past", "workshops-this-term", "yaml-cpp",
    "true-or-false",  "day-first",           "month-first",
    "e-mail",         "open-ended",          "closing-days",
    "not-known",      "school-terms",        "beside-logo",
    "in-logo",        "postcss-logical",     "disproportionate-burden",
    "out-of-scope"};

bool names_no_rule(const std::string& text) {
  return text.find('-') == text.npos || text.starts_with("sp-") ||
         find_directive(text) != nullptr || shipped_kinds().find(text) != nullptr ||
         std::ranges::find(kNoRules, text) != std::end(kNoRules);
}

// Whatever the verb that reports it: a rule's id stands in quotes somewhere, whole.
TEST(Rules, AreInTheTableWhenSourcesReportThem) {
  std::set<std::string> missing;
  for (const std::string& text : texts_like_ids()) {
    if (find_rule(text) == nullptr && !names_no_rule(text)) missing.insert(text);
  }
  EXPECT_EQ(missing, std::set<std::string>{});
}

TEST(Rules, AreReportedBySomeSource) {
  const std::set<std::string> texts = texts_like_ids();
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(texts.contains(std::string(rule.id))) << rule.id;
  }
  for (const std::string_view text : kNoRules) {
    EXPECT_TRUE(texts.contains(std::string(text))) << text << " is not needed in the list";
  }
}

}  // namespace
}  // namespace signpost
