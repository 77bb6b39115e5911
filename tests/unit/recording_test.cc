#include "files/recording.h"

#include <string>

#include <gtest/gtest.h>

#include "files/images/byte_order.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

std::string atom(const std::string& type, const std::string& payload) {
  std::string out;
  append_big_endian(out, payload.size() + 8, 4);
  return out + type + payload;
}

bool tells(const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write("film.mp4", bytes);
  return tells_place(folder.path() / "film.mp4");
}

TEST(TellsPlace, FindsThePlaceInTheIndexAlone) {
  const std::string begin = atom("ftyp", "isom") + atom("mdat", "\xA9xyz____+51.5-000.1/");
  EXPECT_FALSE(tells(begin + atom("moov", "frames")));
  EXPECT_FALSE(tells(begin + atom("moov", "\xA9xyz")));
  EXPECT_TRUE(tells(begin + atom("moov", atom("udta", atom("\xA9xyz", "____+51.5-000.1/")))));
  EXPECT_TRUE(tells(begin + atom("moov", "com.apple.quicktime.location.ISO6709")));
  EXPECT_FALSE(tells("no film"));
  EXPECT_FALSE(tells(""));
}

}  // namespace
}  // namespace signpost
