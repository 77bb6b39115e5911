#include "output/staging.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
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
            "{\n  \"generator\": \"signpost\",\n  \"format\": 1,\n  \"files\": [\n"
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
  const fs::path work = folder_.path() / ".public.signpost";
  fs::create_directories(work / "site/half");
  std::ofstream(work / "site/half/page.html") << "torn";
  std::ofstream(work / "signpost-work-folder.txt")
      << "Signpost makes a site here. It deletes this folder itself, and so may you.\n";
  publish({{"a.html", "one"}});
  EXPECT_THAT(names_in(out_), ElementsAre("a.html", "manifest.json"));
  EXPECT_THAT(names_in(folder_.path()), ElementsAre(".public.lock", "public"));
}

TEST_F(StagingTest, KnowsAWorkFolderThatWasKilledWhileItWasMade) {
  for (const std::string_view mark : {"", "Signpost makes"}) {
    const fs::path work = folder_.path() / ".public.signpost";
    fs::create_directories(work);
    if (!mark.empty()) std::ofstream(work / "signpost-work-folder.txt") << mark;
    publish({{"a.html", "one"}});
    EXPECT_THAT(names_in(folder_.path()), ElementsAre(".public.lock", "public"));
  }
}

TEST_F(StagingTest, LeavesAWorkFolderThatIsNotABuilds) {
  const fs::path work = folder_.path() / ".public.signpost";
  fs::create_directories(work);
  std::ofstream(work / "letter.txt") << "mine";
  EXPECT_FALSE(Staging::open(out_, site_, diagnostics_));
  EXPECT_THAT(diagnostics_.all(),
              ElementsAre(Diagnostic{"output-not-ours",
                                     {work.generic_string(), 0, 0, 0},
                                     "the build works in \"" + work.generic_string() +
                                         "\", and what lies there is not a build's",
                                     "move it away, or give another folder with --out"}));
  EXPECT_EQ(bytes_of(work / "letter.txt"), "mine");
}

TEST_F(StagingTest, PublishesNothingThatALibraryLeftBesideItsFile) {
  std::optional<Staging> staging = Staging::open(out_, site_, diagnostics_);
  ASSERT_TRUE(staging);
  const fs::path made = staging->path_for("search/index.bin");
  std::ofstream(made) << "index";
  std::ofstream(made.string() + ".tmp") << "half";
  ASSERT_TRUE(staging->adopt("search/index.bin", diagnostics_));
  ASSERT_TRUE(staging->publish(diagnostics_));
  EXPECT_THAT(names_in(out_ / "search"), ElementsAre("index.bin"));
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

TEST_F(StagingTest, RefusesAnOutputThatHoldsTheSite) {
  for (const fs::path& out : {folder_.path(), site_, site_ / "content", site_ / "content/x",
                              site_ / "themes", site_ / "kinds/x", site_ / ".git"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(Staging::open(out, site_, diagnostics)) << out;
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].rule, "output-overlaps");
  }
}

TEST_F(StagingTest, RefusesAnOutputThatIsNoFolder) {
  std::ofstream(folder_.path() / "file") << "mine";
  fs::create_symlink("nothing", folder_.path() / "link");
  const std::pair<std::string, std::string> cases[] = {
      {"file", "is not a folder"}, {"link", "is a link that leads to no folder"}};
  for (const auto& [name, why] : cases) {
    Diagnostics diagnostics;
    const std::string out = (folder_.path() / name).generic_string();
    EXPECT_FALSE(Staging::open(out, site_, diagnostics));
    EXPECT_THAT(diagnostics.all(),
                ElementsAre(Diagnostic{"output-unusable",
                                       {out, 0, 0, 0},
                                       fmt::format("the output folder \"{}\" {}", out, why),
                                       "give another folder with --out, such as \"public\""}));
  }
}

TEST_F(StagingTest, PublishesWhereALinkLeads) {
  fs::create_directories(folder_.path() / "real");
  fs::create_symlink("real", out_);
  publish({{"a.html", "one"}});
  EXPECT_TRUE(fs::is_symlink(out_));
  EXPECT_EQ(bytes_of(folder_.path() / "real/a.html"), "one");
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
