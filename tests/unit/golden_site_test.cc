// Whole sites in, whole sites out: each folder of tests/sites/ is built and compared, file by file,
// with its expected/ folder. SIGNPOST_UPDATE_GOLDEN=1 rewrites what is expected; read the diff.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "build.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

// The index and the manifest (which hashes it) depend on the version of Xapian; the tests of
// search-index/ and tests/program/same_bytes.test.mjs hold them.
bool is_compared(const std::string& name) {
  return name != "manifest.json" && !name.starts_with("search/");
}

Files read_folder(const fs::path& folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (!is_compared(name)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    files.emplace(name, bytes.str());
  }
  return files;
}

void write_folder(const fs::path& folder, const Files& files) {
  fs::remove_all(folder);
  for (const auto& [name, bytes] : files) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

// Returns a share folder with a stand-in for the search engine.
fs::path share_folder(const fs::path& folder) {
  const fs::path engine = folder / "share/search/search-engine.en.0123456789.1of1.js";
  fs::create_directories(engine.parent_path());
  std::ofstream(engine) << "// The engine of the search.\n";
  return folder / "share";
}

class GoldenSite : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenSite, IsBuiltAsExpected) {
  const fs::path site = fs::path(SIGNPOST_TESTS_DIR) / "sites" / GetParam();
  const TemporaryFolder folder;
  BuildOptions options;
  options.site_dir = site;
  options.out_dir = folder.path() / "public";
  options.share_dir = share_folder(folder.path());
  options.today = Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(23));
  options.jobs = 2;
  BuildResult result = build_site(options);
  EXPECT_TRUE(result.published) << format_report(result.report, result.report_options);

  Files built = read_folder(options.out_dir);
  built.emplace("diagnostics.txt", format_report(result.report, result.report_options));
  const fs::path expected = site / "expected";
  if (std::getenv("SIGNPOST_UPDATE_GOLDEN") != nullptr) write_folder(expected, built);
  const Files wanted = read_folder(expected);
  for (const auto& [name, bytes] : wanted) {
    ASSERT_TRUE(built.contains(name)) << name << " is expected but not built";
    EXPECT_EQ(built.at(name), bytes) << name;
  }
  for (const auto& [name, bytes] : built) {
    EXPECT_TRUE(wanted.contains(name)) << name << " is built but not expected";
  }
}

INSTANTIATE_TEST_SUITE_P(Sites, GoldenSite, ::testing::Values("rivertown"),
                         [](const auto& site) { return site.param; });

TEST(GoldenSites, AreAllTested) {
  for (const auto& entry : fs::directory_iterator(fs::path(SIGNPOST_TESTS_DIR) / "sites")) {
    if (!entry.is_directory()) continue;
    EXPECT_EQ(entry.path().filename(), "rivertown") << "add it to INSTANTIATE_TEST_SUITE_P";
  }
}

}  // namespace
}  // namespace signpost
