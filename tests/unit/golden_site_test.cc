// Whole sites in, whole sites out: each folder of tests/sites/ is built and compared, file by file,
// with its expected/ folder. Of a page only the element <main> is there, but for one page a site,
// the whole page; page-frames.txt tells what the frames of the others differ in from it.
// SIGNPOST_UPDATE_GOLDEN=1 rewrites what is expected; read the diff.

#include "unit/golden_site.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "build.h"
#include "unit/page_frame.h"
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

int depth_of(const std::string& name) { return static_cast<int>(std::ranges::count(name, '/')); }

// Returns the page that is kept whole: one with breadcrumbs, in a folder as most pages are.
std::string whole_page_of(const Files& files) {
  for (const char* name : {"about/contact.html", "index.html"}) {
    if (files.contains(name)) return name;
  }
  return "";
}

// Returns the files as expected/ holds them: see above. A page without <main> stays whole.
Files part_frames(const Files& built) {
  const std::string whole_page = whole_page_of(built);
  if (whole_page.empty() || main_element(built.at(whole_page)).empty()) return built;
  const std::string whole = page_frame(built.at(whole_page));
  const int depth = depth_of(whole_page);
  Files parted;
  std::string frames = "Differences of frames from that of " + whole_page + ":\n";
  for (const auto& [name, bytes] : built) {
    const std::string main = name.ends_with(".html") ? main_element(bytes) : "";
    if (main.empty() || name == whole_page) {
      parted.emplace(name, bytes);
      continue;
    }
    parted.emplace(name, main);
    frames.append("\n").append(name).append("\n").append(frame_differences(
        depth > 0 ? frame_at_depth(whole, depth, depth_of(name)) : whole, page_frame(bytes)));
  }
  parted.emplace("page-frames.txt", frames);
  return parted;
}

std::vector<std::string> site_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(SIGNPOST_TESTS_DIR) / "sites")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

class GoldenSite : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenSite, IsBuiltAsExpected) {
  const fs::path site = fs::path(SIGNPOST_TESTS_DIR) / "sites" / GetParam();
  const TemporaryFolder folder;
  const BuildOptions options = golden_site_options(GetParam(), folder.path());
  BuildResult result = build_site(options);
  EXPECT_TRUE(result.published) << format_findings(result.findings, result.finding_options);

  Files built = part_frames(read_folder(options.out_dir));
  built.emplace("diagnostics.txt", format_findings(result.findings, result.finding_options));
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

INSTANTIATE_TEST_SUITE_P(Sites, GoldenSite, ::testing::ValuesIn(site_names()),
                         [](const auto& site) { return site.param; });

}  // namespace
}  // namespace signpost
