#include "output/published_folder.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "output/staging.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void put(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

using Files = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class PublishedFolderTest : public ::testing::Test {
 protected:
  // Publishes the files and returns what was reported.
  std::vector<Diagnostic> publish(Files files) {
    Diagnostics diagnostics;
    std::optional<Staging> staging = Staging::open(out_, folder_.path() / "site", diagnostics);
    if (!staging) return diagnostics.take_sorted();
    for (const auto& [url, bytes] : files) staging->write(url, bytes, diagnostics);
    const bool is_published = staging->publish(diagnostics);
    EXPECT_EQ(is_published, diagnostics.empty());
    return diagnostics.take_sorted();
  }

  [[nodiscard]] std::string shown(std::string_view name) const {
    return (out_ / name).generic_string();
  }

  TemporaryFolder folder_;
  fs::path out_ = folder_.path() / "public";
};

TEST_F(PublishedFolderTest, KeepsWhatOthersPutThere) {
  EXPECT_THAT(publish({{"a.html", "one"}, {"gone/b.html", "two"}}), ElementsAre());
  put(out_ / ".git/objects/aa", "object");
  put(out_ / ".htaccess", "rules");
  put(out_ / "CNAME", "example.org");
  put(out_ / "gone/notes.txt", "mine");
  put(out_ / "new/picture.png", "pixels");
  fs::create_directories(out_ / ".well-known/empty");
  fs::create_symlink("CNAME", out_ / "link");
  ::chmod((out_ / ".htaccess").c_str(), 0600);
  ::chmod((out_ / ".git").c_str(), 0700);
  ::chmod(out_.c_str(), 0750);
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(48);
  fs::last_write_time(out_ / "CNAME", long_ago);
  for (int build = 0; build < 2; ++build) {
    EXPECT_THAT(publish({{"a.html", "changed"}, {"new/c.html", "three"}}), ElementsAre());
    EXPECT_EQ(text_of(out_ / "a.html"), "changed");
    EXPECT_EQ(text_of(out_ / ".git/objects/aa"), "object");
    EXPECT_EQ(text_of(out_ / ".htaccess"), "rules");
    EXPECT_EQ(fs::status(out_ / ".htaccess").permissions(), fs::perms(0600));
    EXPECT_EQ(fs::status(out_ / ".git").permissions(), fs::perms(0700));
    EXPECT_EQ(fs::status(out_).permissions(), fs::perms(0750));
    EXPECT_EQ(fs::last_write_time(out_ / "CNAME"), long_ago);
    EXPECT_EQ(text_of(out_ / "gone/notes.txt"), "mine");
    EXPECT_FALSE(fs::exists(out_ / "gone/b.html"));
    EXPECT_EQ(text_of(out_ / "new/picture.png"), "pixels");
    EXPECT_TRUE(fs::is_directory(out_ / ".well-known/empty"));
    EXPECT_EQ(fs::read_symlink(out_ / "link"), "CNAME");
  }
}

TEST_F(PublishedFolderTest, RefusesToLoseAnEdit) {
  const Files first = {{"a.html", "one"}, {"b.html", "two"}, {"c.html", "three"}};
  const Files second = {{"a.html", "one"}, {"b.html", "2"}};
  EXPECT_THAT(publish(first), ElementsAre());
  put(out_ / "b.html", "TWO");
  put(out_ / "c.html", "longer than it was");
  const auto edited = [&](std::string_view name) {
    return Diagnostic{"output-edited",
                      {shown(name), 0, 0, 0},
                      "\"" + shown(name) +
                          "\" was changed by hand since it was built, and the new site would lose "
                          "that",
                      "keep a copy elsewhere if it matters, delete the file, and build again"};
  };
  EXPECT_THAT(publish(second), ElementsAre(edited("b.html"), edited("c.html")));
  EXPECT_EQ(text_of(out_ / "b.html"), "TWO");
  EXPECT_EQ(text_of(out_ / "c.html"), "longer than it was");
  fs::remove(out_ / "b.html");
  fs::remove(out_ / "c.html");
  EXPECT_THAT(publish(second), ElementsAre());
  EXPECT_EQ(text_of(out_ / "b.html"), "2");
}

TEST_F(PublishedFolderTest, NamesSomeOfManyEdits) {
  std::vector<std::pair<std::string, std::string>> files;
  files.reserve(13);
  for (int i = 0; i < 13; ++i) files.emplace_back(std::to_string(10 + i) + ".html", "page\n");
  Diagnostics diagnostics;
  {
    std::optional<Staging> staging = Staging::open(out_, folder_.path() / "site", diagnostics);
    ASSERT_TRUE(staging);
    for (const auto& [url, bytes] : files) staging->write(url, bytes, diagnostics);
    ASSERT_TRUE(staging->publish(diagnostics));
  }
  for (const auto& [url, bytes] : files) put(out_ / url, "page\r\n");
  const std::vector<Diagnostic> found = publish({{"new.html", "page"}});
  ASSERT_EQ(found.size(), 11U);
  const std::string out = out_.generic_string();
  EXPECT_EQ(
      found.front(),
      (Diagnostic{"output-edited",
                  {out, 0, 0, 0},
                  "3 more files in \"" + out + "\" were changed by hand since they were built",
                  "keep a copy elsewhere if they matter, delete the folder, and build again"}));
  EXPECT_EQ(found.back().place.path, out + "/19.html");
}

TEST_F(PublishedFolderTest, MakesNewWhatHoldsNobodysWork) {
  const Files files = {{"a.html", "one"}, {"search/parts.js", "parts"}, {"b.wasm.gz", "packed"}};
  EXPECT_THAT(publish(files), ElementsAre());
  put(out_ / "a.html", "");
  put(out_ / "search/parts.js", "damage");
  put(out_ / "b.wasm.gz", "damage");
  EXPECT_THAT(publish(files), ElementsAre());
  EXPECT_EQ(text_of(out_ / "a.html"), "one");
  EXPECT_EQ(text_of(out_ / "search/parts.js"), "parts");
  EXPECT_EQ(text_of(out_ / "b.wasm.gz"), "packed");
}

TEST_F(PublishedFolderTest, DropsWhatAnUnfinishedIndexLeft) {
  EXPECT_THAT(publish({{"a.html", "one"}, {"search/index.en.glass", "index"}}), ElementsAre());
  put(out_ / "search/index.en.glass.tmp/common", "half");
  put(out_ / "notes.tmp", "mine");
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  EXPECT_FALSE(fs::exists(out_ / "search"));
  EXPECT_EQ(text_of(out_ / "notes.tmp"), "mine");
}

TEST_F(PublishedFolderTest, RefusesAFileInTheWayOfAPage) {
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  put(out_ / "new.html", "mine");
  put(out_ / "folder", "mine too");
  const auto taken = [&](std::string_view name) {
    return Diagnostic{"output-taken",
                      {shown(name), 0, 0, 0},
                      "no build made \"" + shown(name) + "\", and the new site has a file there",
                      "move it away, or give the page another name"};
  };
  EXPECT_THAT(publish({{"a.html", "one"}, {"new.html", "page"}, {"folder/b.html", "page"}}),
              ElementsAre(taken("folder"), taken("new.html")));
  EXPECT_EQ(text_of(out_ / "new.html"), "mine");
  EXPECT_EQ(text_of(out_ / "folder"), "mine too");
}

TEST_F(PublishedFolderTest, RefusesALinkThatLeavesTheFolder) {
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  for (const char* target : {"/etc/hostname", "..", "../site/x", "nothing"}) {
    fs::create_symlink(target, out_ / "link");
    EXPECT_THAT(
        publish({{"a.html", "two"}}),
        ElementsAre(Diagnostic{"output-link",
                               {shown("link"), 0, 0, 0},
                               "\"" + shown("link") +
                                   "\" is a link that leaves the published folder, or leads "
                                   "to nothing",
                               "replace the link with the file itself"}))
        << target;
    EXPECT_EQ(text_of(out_ / "a.html"), "one");
    fs::remove(out_ / "link");
  }
}

TEST_F(PublishedFolderTest, TakesOverAFileThatTheSiteNowHasToo) {
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  put(out_ / "CNAME", "example.org");
  EXPECT_THAT(publish({{"a.html", "one"}, {"CNAME", "example.org"}}), ElementsAre());
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  EXPECT_FALSE(fs::exists(out_ / "CNAME"));
}

TEST_F(PublishedFolderTest, RefusesAPageReplacedByALinkOrFolder) {
  EXPECT_THAT(publish({{"a.html", "one"}, {"b.html", "two"}}), ElementsAre());
  fs::remove(out_ / "a.html");
  fs::create_symlink("elsewhere", out_ / "a.html");
  fs::remove(out_ / "b.html");
  put(out_ / "b.html/letter.txt", "mine");
  const std::vector<Diagnostic> found = publish({{"a.html", "new"}, {"b.html", "new"}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rule, "output-edited");
  EXPECT_EQ(found[1].rule, "output-edited");
  EXPECT_EQ(text_of(out_ / "b.html/letter.txt"), "mine");
}

TEST_F(PublishedFolderTest, RefusesAFolderThatNoBuildMade) {
  for (const char* name : {"one.txt", "three.txt", "two.txt", "zwei.txt"}) {
    put(out_ / name, "mine");
  }
  EXPECT_THAT(
      publish({{"a.html", "one"}}),
      ElementsAre(Diagnostic{"output-not-ours",
                             {out_.generic_string(), 0, 0, 0},
                             "\"" + out_.generic_string() +
                                 "\" holds files that no build made: \"one.txt\", \"three.txt\", "
                                 "\"two.txt\" and 1 more",
                             "give an empty or new folder with --out, or move these files away"}));
  EXPECT_EQ(text_of(out_ / "one.txt"), "mine");
}

TEST_F(PublishedFolderTest, TakesAFolderOfHiddenFilesOnly) {
  put(out_ / ".git", "gitdir: ../.git/worktrees/public");
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  EXPECT_EQ(text_of(out_ / "a.html"), "one");
  EXPECT_EQ(text_of(out_ / ".git"), "gitdir: ../.git/worktrees/public");
}

TEST_F(PublishedFolderTest, RefusesAManifestThatNoBuildWrote) {
  const std::string hash(64, '0');
  const std::string entry = "\", \"sha256\": \"" + hash + "\", \"size\": 1}\n  ]\n}\n";
  const std::string open =
      "{\n  \"generator\": \"signpost\",\n  \"format\": 1,\n  \"files\": [\n    {\"path\": \"";
  const std::string manifests[] = {
      "",
      "{}",
      "{\n  \"manifest_version\": 3,\n  \"name\": \"my extension\"\n}\n",
      "{\n  \"files\": [\"index.js\"]\n}\n",
      open + "a.html",
      open + "../letter.txt" + entry,
      open + "/etc/passwd" + entry,
      open + "a/../../b" + entry,
      open + "a//b" + entry,
      open + "./a" + entry,
      open + "a\\u002f" + entry,
  };
  for (const std::string& manifest : manifests) {
    put(out_ / "manifest.json", manifest);
    put(out_ / "letter.txt", "mine");
    EXPECT_THAT(
        publish({{"a.html", "one"}}),
        ElementsAre(Diagnostic{
            "output-not-ours",
            {out_.generic_string(), 0, 0, 0},
            "the manifest.json in \"" + out_.generic_string() + "\" is not one that a build wrote",
            "give an empty or new folder with --out, or move these files away"}))
        << manifest;
    EXPECT_EQ(text_of(out_ / "letter.txt"), "mine");
  }
  put(out_ / "manifest.json", open + "a.html" + entry);
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
}

TEST_F(PublishedFolderTest, KnowsTheManifestOfTheFirstVersion) {
  const Manifest files = {{"a.html", {std::string(64, 'a'), 3}}};
  std::string first = manifest_json(files);
  EXPECT_EQ(parse_manifest(first), files);
  first.erase(2, first.find("  \"files\"") - 2);
  EXPECT_EQ(first.find("generator"), first.npos);
  EXPECT_EQ(parse_manifest(first), files);
  EXPECT_EQ(parse_manifest(manifest_json({})), Manifest());
}

TEST_F(PublishedFolderTest, MovesWhatCameLate) {
  EXPECT_THAT(publish({{"a.html", "one"}}), ElementsAre());
  Diagnostics diagnostics;
  const auto published = read_published_folder(out_, "public", diagnostics);
  ASSERT_TRUE(published);
  const fs::path old = folder_.path() / "old";
  fs::rename(out_, old);
  put(old / "late/letter.txt", "mine");
  put(old / "both.txt", "old");
  put(out_ / "both.txt", "new");
  move_late_files(*published, old);
  EXPECT_EQ(text_of(out_ / "late/letter.txt"), "mine");
  EXPECT_EQ(text_of(out_ / "both.txt"), "new");
  EXPECT_FALSE(fs::exists(out_ / "a.html"));
}

}  // namespace
}  // namespace signpost
