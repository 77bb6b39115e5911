#include "files/recording.h"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "base/file_io.h"
#include "files/images/byte_order.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

std::string atom(const std::string& type, const std::string& payload) {
  std::string out;
  append_big_endian(out, payload.size() + 8, 4);
  return out + type + payload;
}

std::string little(std::uint64_t value, const std::string& text) {
  std::string out;
  append_little_endian(out, value, 4);
  return out + text;
}

// What a recording of these bytes tells.
std::string told_by(const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write("film", bytes);
  Diagnostics diagnostics;
  std::uint64_t size = 0;
  const Descriptor file = open_to_read(folder.path() / "film", "film", size, diagnostics);
  const std::string names[] = {"Anytown SENDIASS"};
  return fmt::format("{}", fmt::join(find_recording_data(file.get(), size, names), "; "));
}

TEST(RecordingData, OfFilms) {
  const std::string begin = atom("ftyp", "isom") + atom("mdat", "\xA9xyz____+51.5-000.1/");
  const auto user = [&](const std::string& inside) {
    return told_by(begin + atom("moov", atom("udta", inside)));
  };
  EXPECT_EQ(told_by(begin + atom("moov", "frames")), "");
  EXPECT_EQ(user(atom("\xA9xyz", "")), "");
  EXPECT_EQ(user(atom("\xA9xyz", "____+51.5-000.1/")), "where it was recorded");
  EXPECT_EQ(told_by(begin + atom("moov", "com.apple.quicktime.location.ISO6709")),
            "where it was recorded");
  EXPECT_EQ(user(atom("\xA9"
                      "mod",
                      "____Phone 9") +
                 atom("\xA9"
                      "nam",
                      "____Title")),
            "what recorded it, \"Phone 9\"");
  const std::string artist = atom(
      "\xA9"
      "ART",
      atom("data", "____----Anna"));
  EXPECT_EQ(user(atom("meta", "____" + atom("hdlr", "") + atom("ilst", artist))),
            "who made it, \"Anna\"");
  EXPECT_EQ(user(atom("\xA9"
                      "ART",
                      "____Anytown SENDIASS")),
            "");
  EXPECT_EQ(told_by("no film"), "");
  EXPECT_EQ(told_by(""), "");
  EXPECT_EQ(told_by("\xFF\xFF\xFF\xFF"
                    "moov"),
            "");
}

TEST(RecordingData, OfSound) {
  const auto frame = [](const std::string& name, const std::string& text) {
    std::string out = name;
    append_big_endian(out, text.size(), 4);
    return out + std::string(2, '\0') + text;
  };
  const std::string frames = frame("TIT2", std::string(1, '\0') + "Our talk") +
                             frame("TPE1",
                                   "\x03"
                                   "Anna") +
                             frame("COMM", std::string("\x01"
                                                       "eng\xFF\xFE\0\0\xFF\xFEH\0i\0",
                                                       14));
  std::string tag = "ID3\x03";
  tag += std::string(4, '\0');
  tag += {static_cast<char>(frames.size() >> 7U), static_cast<char>(frames.size() & 0x7FU)};
  EXPECT_EQ(told_by(tag + frames), "who made it, \"Anna\"; a comment, \"Hi\"");
  EXPECT_EQ(told_by(tag.substr(0, 9)), "");
  EXPECT_EQ(told_by("\xFF\xFB" + std::string(200, 'x') + "TAG" + std::string(30, 'T') + "Tom" +
                    std::string(92, '\0')),
            "who made it, \"Tom\"");
  const std::string comments = little(1, "v") + little(3, "") + little(11, "ARTIST=Anna") +
                               little(9, "title=Day") + little(200, "cut");
  EXPECT_EQ(told_by("OggS____\x03vorbis" + comments), "who made it, \"Anna\"");
  std::string flac = "fLaC\x84";
  append_big_endian(flac, comments.size(), 3);
  EXPECT_EQ(told_by(flac + comments), "who made it, \"Anna\"");
  const std::string list = "LISTx" + std::string(3, '\0') + "INFOIART" + little(4, "Anna");
  EXPECT_EQ(told_by("RIFF____WAVE" + list), "who made it, \"Anna\"");
  EXPECT_EQ(told_by("\x1A\x45\xDF\xA3 \x45\xA3\x86"
                    "ARTIST\x44\x87\x84"
                    "Anna"),
            "who made it, \"Anna\"");
}

}  // namespace
}  // namespace signpost
