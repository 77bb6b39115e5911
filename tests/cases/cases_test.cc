#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "cases/case_file.h"
#include "findings/rules.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

const std::filesystem::path kCases = std::filesystem::path(SIGNPOST_SOURCE_DIR) / "tests/cases";

// Rules that a folder of files cannot break: they need a machine that fails, or a second program.
// Each is tested where it is reported.
constexpr std::string_view kTestedElsewhere[] = {
    "io-index",    // tests/program
    "io-publish",  // tests/unit/staging_test.cc
    "io-read",     // tests/unit/files_test.cc
    "io-write",    // tests/unit/files_test.cc
    "output-locked",
    "output-not-ours",
    "output-overlaps",       // tests/unit/staging_test.cc
    "search-engine-missing"  // tests/unit/golden_site_test.cc
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

TEST(Rules, AreInTheTableWhenSourcesReportThem) {
  static constexpr std::string_view kCall = "add(\"";
  std::set<std::string> missing;
  const auto sources = std::filesystem::path(SIGNPOST_SOURCE_DIR) / "generator";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sources)) {
    if (entry.path().extension() != ".cc") continue;
    const std::string text = read(entry.path());
    for (std::size_t at = 0; (at = text.find(kCall, at)) != text.npos;) {
      at += kCall.size();
      const std::string rule = text.substr(at, text.find('"', at) - at);
      const bool is_rule = rule.find('-') != rule.npos && rule.find('.') == rule.npos;
      if (is_rule && find_rule(rule) == nullptr) missing.insert(rule);
    }
  }
  EXPECT_EQ(missing, std::set<std::string>{});
}

}  // namespace
}  // namespace signpost
