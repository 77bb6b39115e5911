#include "output/staging.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

class StagingTest : public ::testing::Test {
 protected:
  void publish(std::initializer_list<std::pair<std::string_view, std::string_view>> files) {
    std::optional<Staging> staging = Staging::open(out_, site_, diagnostics_);
    ASSERT_TRUE(staging);
    for (const auto& [url, bytes] : files) ASSERT_TRUE(staging->write(url, bytes, diagnostics_));
    ASSERT_TRUE(staging->publish(diagnostics_));
  }

  TemporaryFolder folder_;
  fs::path site_ = folder_.path() / "site";
  fs::path out_ = folder_.path() / "public";
  Diagnostics diagnostics_;
};

TEST_F(StagingTest, PublishesFilesWithSortedManifest) {
  publish({{"b/c.html", "two"}, {"a.html", "one"}});
  EXPECT_EQ(bytes_of(out_ / "b/c.html"), "two");
  EXPECT_EQ(bytes_of(out_ / "manifest.json"),
            "{\n  \"files\": [\n"
            "    {\"path\": \"a.html\", \"sha256\": "
            "\"7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed\", \"size\": 3},\n"
            "    {\"path\": \"b/c.html\", \"sha256\": "
            "\"3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3\", \"size\": 3}\n"
            "  ]\n}\n");
  EXPECT_THAT(names_in(folder_.path()), ElementsAre(".public.lock", "public"));
}

TEST_F(StagingTest, WithoutPublishNothingChanges) {
  publish({{"a.html", "one"}});
  {
    std::optional<Staging> staging = Staging::open(out_, site_, diagnostics_);
    ASSERT_TRUE(staging);
    staging->write("a.html", "changed", diagnostics_);
    staging->write("new.html", "new", diagnostics_);
  }
  EXPECT_EQ(bytes_of(out_ / "a.html"), "one");
  EXPECT_THAT(names_in(out_), ElementsAre("a.html", "manifest.json"));
  EXPECT_THAT(names_in(folder_.path()), ElementsAre(".public.lock", "public"));
}

TEST_F(StagingTest, KeepsTheTimeStampOfUnchangedFilesAndDropsOldOnes) {
  publish({{"same.html", "same"}, {"gone.html", "gone"}, {"index.bin", "old"}});
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(48);
  fs::last_write_time(out_ / "same.html", long_ago);
  fs::last_write_time(out_ / "index.bin", long_ago);
  std::optional<Staging> staging = Staging::open(out_, site_, diagnostics_);
  ASSERT_TRUE(staging);
  ASSERT_TRUE(staging->write("same.html", "same", diagnostics_));
  std::ofstream(staging->path_for("index.bin")) << "old";
  ASSERT_TRUE(staging->adopt("index.bin", diagnostics_));
  ASSERT_TRUE(staging->write("new.html", "new", diagnostics_));
  EXPECT_EQ(staging->file_count(), 3U);
  EXPECT_EQ(staging->changed_count(), 1U);
  ASSERT_TRUE(staging->publish(diagnostics_));
  EXPECT_EQ(fs::last_write_time(out_ / "same.html"), long_ago);
  EXPECT_EQ(fs::last_write_time(out_ / "index.bin"), long_ago);
  EXPECT_THAT(names_in(out_), ElementsAre("index.bin", "manifest.json", "new.html", "same.html"));
}

TEST_F(StagingTest, RemovesWhatAKilledRunLeft) {
  fs::create_directories(folder_.path() / ".public.staging/half");
  std::ofstream(folder_.path() / ".public.staging/half/page.html") << "torn";
  publish({{"a.html", "one"}});
  EXPECT_THAT(names_in(out_), ElementsAre("a.html", "manifest.json"));
}

TEST_F(StagingTest, RefusesASecondRun) {
  std::optional<Staging> first = Staging::open(out_, site_, diagnostics_);
  ASSERT_TRUE(first);
  EXPECT_FALSE(Staging::open(out_, site_, diagnostics_));
  EXPECT_THAT(
      diagnostics_.all(),
      ElementsAre(Diagnostic{"output-locked",
                             {out_.generic_string(), 0, 0, 0},
                             "another build is writing to \"" + out_.generic_string() + "\" now",
                             "wait until it has finished, or give another folder with "
                             "--out"}));
}

TEST_F(StagingTest, RefusesAFolderThatNoBuildMade) {
  fs::create_directories(out_);
  std::ofstream(out_ / "letter.txt") << "mine";
  EXPECT_FALSE(Staging::open(out_, site_, diagnostics_));
  EXPECT_THAT(
      diagnostics_.all(),
      ElementsAre(Diagnostic{"output-not-ours",
                             {out_.generic_string(), 0, 0, 0},
                             "\"" + out_.generic_string() + "\" holds files that no build made",
                             "give an empty or new folder with --out, or move these files away"}));
  EXPECT_EQ(bytes_of(out_ / "letter.txt"), "mine");
}

TEST_F(StagingTest, RefusesAnOutputThatHoldsTheSite) {
  for (const fs::path& out : {folder_.path(), site_, site_ / "content", site_ / "content/x"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(Staging::open(out, site_, diagnostics)) << out;
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].rule, "output-overlaps");
  }
}

TEST_F(StagingTest, SaysThatTheFolderCannotBeWritten) {
  std::ofstream(folder_.path() / "file") << "not a folder";
  const fs::path out = folder_.path() / "file/public";
  EXPECT_FALSE(Staging::open(out, site_, diagnostics_));
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].message, "cannot write beside the output folder \"" +
                                               out.generic_string() + "\": Not a directory");
}

}  // namespace
}  // namespace signpost
