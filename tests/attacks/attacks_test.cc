// Each case here is a site that gives a small count away, or holds: its first line says which.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cases/case_file.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

const std::filesystem::path kAttacks = std::filesystem::path(SIGNPOST_SOURCE_DIR) / "tests/attacks";

std::vector<std::string> attack_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kAttacks)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class Attacks : public testing::TestWithParam<std::string> {};

TEST_P(Attacks, AreFoundOrHeld) {
  const std::filesystem::path path = kAttacks / (GetParam() + ".case");
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
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
  const bool is_held = file.comment.starts_with("held");
  EXPECT_TRUE(!is_held || printed.find("[disclosure-given-away]") == std::string::npos);
  // c16 is stopped as a file that is never published, c27 by hiding its total, too.
  const bool is_stopped = printed.find("[disclosure-") != std::string::npos ||
                          file.comment.find("sum is 11") != std::string::npos ||
                          file.comment.find("download") != std::string::npos;
  EXPECT_TRUE(is_held || is_stopped) << file.comment;
}

std::string attack_test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, Attacks, testing::ValuesIn(attack_names()), attack_test_name);

}  // namespace
}  // namespace signpost
