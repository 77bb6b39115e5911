#include "base/copy_stream.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

TEST(CopyStream, CopiesAndComparesPieceByPiece) {
  const TemporaryFolder folder;
  const fs::path source = folder.path() / "source";
  const fs::path copy = folder.path() / "new/folder/copy";
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{256} * 1024, std::size_t{600'000}}) {
    std::string bytes(size, 'a');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>('a' + i % 17);
    std::ofstream(source, std::ios::binary) << bytes;
    const FileDigest digest{sha256_hex(bytes), size};
    Diagnostics diagnostics;
    EXPECT_EQ(copy_stream(source, "source", copy, diagnostics), digest);
    EXPECT_EQ(digest_file(copy, "copy", diagnostics), digest);
    EXPECT_EQ(digest_if_same(source, copy), digest);
    EXPECT_TRUE(diagnostics.empty());
    std::ofstream(copy, std::ios::binary | std::ios::app) << "x";
    EXPECT_EQ(digest_if_same(source, copy), std::nullopt);
    if (size == 0) continue;
    bytes.back() = '!';
    std::ofstream(copy, std::ios::binary) << bytes;
    EXPECT_EQ(digest_if_same(source, copy), std::nullopt);
  }
}

TEST(CopyStream, SaysWhatCannotBeRead) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  EXPECT_EQ(
      copy_stream(folder.path() / "none", "content/none.pdf", folder.path() / "copy", diagnostics),
      std::nullopt);
  EXPECT_THAT(diagnostics.all(),
              ElementsAre(Diagnostic{"io-read",
                                     {"content/none.pdf", 0, 0, 0},
                                     "cannot read \"content/none.pdf\": No such file or directory",
                                     "check the file's name, or make the file"}));
  EXPECT_FALSE(fs::exists(folder.path() / "copy"));
  fs::create_symlink("none", folder.path() / "link");
  EXPECT_EQ(digest_if_same(folder.path() / "none", folder.path() / "link"), std::nullopt);
}

}  // namespace
}  // namespace signpost
