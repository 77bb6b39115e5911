#include "base/folder.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

struct EntryCase {
  std::string path;
  EntryKind kind;
  std::string message;  // "": nothing is reported
};

// A site with links of every sort, and files beside it.
void make_site(const fs::path& root) {
  const fs::path site = root / "site";
  fs::create_directories(site / "content/_data");
  fs::create_directories(site / "content/folder");
  fs::create_directories(site / ".git");
  for (const char* file : {"secret.txt", "site/content/a.md", "site/content/_data/raw.csv",
                           "site/.git/config", "site/content/folder/b.md"}) {
    std::ofstream(root / file) << "text";
  }
  const std::pair<const char*, const char*> links[] = {{"file", "a.md"},
                                                       {"away", "../../secret.txt"},
                                                       {"absolute", "/etc/hostname"},
                                                       {"nothing", "none.md"},
                                                       {"loop", "loop"},
                                                       {"to-folder", "folder"},
                                                       {"chain", "away"},
                                                       {"token", "../.git/config"},
                                                       {"raw", "_data/raw.csv"},
                                                       {"_data/same", "raw.csv"},
                                                       {"above", ".."},
                                                       {"linked", "folder"}};
  for (const auto& [link, target] : links) fs::create_symlink(target, site / "content" / link);
  ::mkfifo((site / "content/pipe").c_str(), 0600);
}

TEST(Folder, FollowsALinkToAFileOfTheSiteOnly) {
  const TemporaryFolder folder;
  make_site(folder.path());
  const EntryCase cases[] = {
      {"content/a.md", EntryKind::kFile, ""},
      {"content/folder", EntryKind::kFolder, ""},
      {"content/none.md", EntryKind::kNone, ""},
      {"content/file", EntryKind::kFile, ""},
      {"content/_data/same", EntryKind::kFile, ""},
      {"content/away", EntryKind::kNone, "is a link that leaves the site"},
      {"content/absolute", EntryKind::kNone, "is a link that leaves the site"},
      {"content/chain", EntryKind::kNone, "is a link that leaves the site"},
      {"content/nothing", EntryKind::kNone, "is a link to nothing"},
      {"content/loop", EntryKind::kNone, "is a link that leads back to itself"},
      {"content/to-folder", EntryKind::kNone, "is a link to a folder"},
      {"content/above", EntryKind::kNone, "is a link to a folder"},
      {"content/token", EntryKind::kNone, "is a link to a file that is not published"},
      {"content/raw", EntryKind::kNone, "is a link to a file that is not published"},
      {"content/pipe", EntryKind::kNone, "is neither a file nor a folder"},
  };
  for (const EntryCase& each : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(inspect_entry(folder.path() / "site", each.path, diagnostics), each.kind)
        << each.path;
    ASSERT_EQ(diagnostics.all().size(), each.message.empty() ? 0U : 1U) << each.path;
    if (each.message.empty()) continue;
    const Diagnostic& found = diagnostics.all().front();
    EXPECT_EQ(found.message, "\"" + each.path + "\" " + each.message);
    EXPECT_EQ(found.place.path, each.path);
    EXPECT_EQ(found.rule, each.path == "content/pipe" ? "io-read" : "symlink");
  }
}

TEST(Folder, LooksAtEachFolderOnTheWay) {
  const TemporaryFolder folder;
  make_site(folder.path());
  Diagnostics diagnostics;
  EXPECT_EQ(inspect_path(folder.path() / "site", "content/folder/b.md", diagnostics),
            EntryKind::kFile);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(read_site_file(folder.path() / "site", "content/linked/b.md", 100, diagnostics),
            std::nullopt);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].message, "\"content/linked\" is a link to a folder");
}

TEST(Folder, ASiteMayBeReachedByALink) {
  const TemporaryFolder folder;
  make_site(folder.path());
  fs::create_symlink("site", folder.path() / "mine");
  Diagnostics diagnostics;
  EXPECT_EQ(read_site_file(folder.path() / "mine", "content/file", 100, diagnostics), "text");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Folder, ListsNamesInOrderAndSaysWhyItCannot) {
  const TemporaryFolder folder;
  for (const char* name : {"b", ".hidden", "a"}) std::ofstream(folder.path() / name) << "text";
  Diagnostics diagnostics;
  EXPECT_THAT(list_names(folder.path(), "folder", diagnostics), ElementsAre(".hidden", "a", "b"));
  EXPECT_THAT(list_names(folder.path() / "none", "none", diagnostics), ElementsAre());
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_THAT(list_names(folder.path() / "a", "a", diagnostics), ElementsAre());
  EXPECT_THAT(diagnostics.all(),
              ElementsAre(Diagnostic{"io-read",
                                     {"a", 0, 0, 0},
                                     "cannot read the folder \"a\": Not a directory",
                                     "delete what is there, or make it a folder"}));
}

}  // namespace
}  // namespace signpost
