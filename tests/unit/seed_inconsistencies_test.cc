// The 33 mistakes that were found in five published reports and specifications: what a program can
// find is found; what it cannot is said here, with the reason.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/text.h"
#include "cases/case_file.h"
#include "unit/seed_mistakes.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

// The line of each finding, without the help.
std::string findings(std::string_view site) {
  const TemporaryFolder folder;
  const CaseFile file = parse_case("\n" + std::string(site) + "-- expected --\n");
  write_case_files(file, folder.path());
  const std::string printed = check_case(file, folder.path());
  std::string found;
  for (const std::string_view line : split(printed, '\n')) {
    const bool is_finding = line.starts_with("content/") && line.ends_with(']');
    if (is_finding) found.append(line).append("\n");
  }
  return found;
}

class SeedInconsistencies : public testing::TestWithParam<Mistake> {};

TEST_P(SeedInconsistencies, AreFoundOrSaidToBeBeyondAProgram) {
  const Mistake& mistake = GetParam();
  if (mistake.site.empty()) {
    EXPECT_GT(mistake.expected.size(), 20U) << mistake.what << " needs a reason";
  } else {
    EXPECT_EQ(findings(mistake.site), mistake.expected) << mistake.seed << ": " << mistake.what;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SeedInconsistencies, testing::ValuesIn(kMistakes));

TEST(SeedInconsistenciesList, IsComplete) { EXPECT_EQ(kMistakes.size(), 33U); }

}  // namespace
}  // namespace signpost
