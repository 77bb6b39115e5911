#include "base/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

TEST(Files, WritesAndReadsTheSameBytesAndMakesFolders) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(300'000, 'x');
  ASSERT_TRUE(write_file(folder.path() / "a/b/c.bin", bytes, diagnostics));
  EXPECT_EQ(read_file(folder.path() / "a/b/c.bin", "c.bin", 1'000'000, diagnostics), bytes);
  ASSERT_TRUE(write_file(folder.path() / "a/b/c.bin", "", diagnostics));
  EXPECT_EQ(read_file(folder.path() / "a/b/c.bin", "c.bin", 1'000'000, diagnostics), "");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Files, TakeNoMoreRoomThanTheyNeed) {
  const TemporaryFolder folder;
  folder.write("page.md", std::string(1000, 'x'));
  Diagnostics diagnostics;
  const std::optional<std::string> bytes =
      read_file(folder.path() / "page.md", "page.md", 1'000'000, diagnostics);
  ASSERT_EQ(bytes, std::string(1000, 'x'));
  EXPECT_LT(bytes->capacity(), 1100U);
}

TEST(Files, ReportsWhatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("five.md", "12345");
  folder.write("six.md", "123456");
  ASSERT_EQ(::mkfifo((folder.path() / "pipe.md").c_str(), 0600), 0);
  std::filesystem::create_symlink("loop.md", folder.path() / "loop.md");
  Diagnostics diagnostics;
  EXPECT_EQ(read_file(folder.path() / "five.md", "five.md", 5, diagnostics), "12345");
  for (const std::string name : {"six.md", "missing.md", "pipe.md", "loop.md", ""}) {
    EXPECT_EQ(read_file(folder.path() / name, name, 5, diagnostics), std::nullopt) << name;
  }
  EXPECT_THAT(diagnostics.all(),
              ElementsAre(Diagnostic{"file-too-large",
                                     {"six.md", 0, 0, 0},
                                     "\"six.md\" is larger than 5 bytes, the most that is read",
                                     "split the file into smaller ones"},
                          Diagnostic{"io-read",
                                     {"missing.md", 0, 0, 0},
                                     "cannot read \"missing.md\": No such file or directory",
                                     "check the file's name, or make the file"},
                          Diagnostic{"io-read",
                                     {"pipe.md", 0, 0, 0},
                                     "cannot read \"pipe.md\": it is not a file",
                                     "put an ordinary file there"},
                          Diagnostic{"io-read",
                                     {"loop.md", 0, 0, 0},
                                     "cannot read \"loop.md\": Too many levels of symbolic links",
                                     "replace the link with the file itself"},
                          Diagnostic{"io-read",
                                     {"", 0, 0, 0},
                                     "cannot read \"\": it is not a file",
                                     "put an ordinary file there"}));
}

TEST(Files, ReportsWhatCannotBeWritten) {
  const TemporaryFolder folder;
  folder.write("file", "");
  const std::filesystem::path path = folder.path() / "file/below.html";
  Diagnostics diagnostics;
  EXPECT_FALSE(write_file(path, "x", diagnostics));
  const std::string shown = path.generic_string();
  EXPECT_THAT(
      diagnostics.all(),
      ElementsAre(Diagnostic{
          "io-write", {shown, 0, 0, 0}, "cannot write \"" + shown + "\": Not a directory", ""}));
}

}  // namespace
}  // namespace signpost
