#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "reach/log_file.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

std::string gzip(std::string_view text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  std::string in(text);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// The lines as "[a] [b]", "long" for one that is too long, and how the reading ended.
std::string lines_of(std::string_view bytes) {
  const TemporaryFolder folder;
  folder.write("x.log", bytes);
  LogFile file((folder.path() / "x.log").string());
  std::string out;
  for (;;) {
    std::string_view line;
    switch (file.next(line)) {
      case LogRead::kLine:
        out += line.size() > 100 ? fmt::format("[{} bytes] ", line.size())
                                 : fmt::format("[{}] ", line);
        break;
      case LogRead::kTooLong:
        out += "long ";
        break;
      case LogRead::kEnd:
        return out + "end";
      case LogRead::kDamaged:
        return out + "damaged";
      case LogRead::kUnreadable:
        return out + "unreadable";
    }
  }
}

TEST(LogFile, GivesLinesWithoutTheirEnds) {
  EXPECT_EQ(lines_of(""), "end");
  EXPECT_EQ(lines_of("a\nb\r\n\nc"), "[a] [b] [] [c] end");
  EXPECT_EQ(lines_of(std::string("a\0b\n", 4)), std::string("[a\0b] end", 9));
  EXPECT_EQ(lines_of(std::string(200000, '\n').substr(0, 2)), "[] [] end");
}

TEST(LogFile, SkipsLinesThatAreTooLong) {
  const std::string most(kLongestLine, 'x');
  EXPECT_EQ(lines_of(most + "\nb\n"), "[65536 bytes] [b] end");
  EXPECT_EQ(lines_of(most + "x\nb\n"), "long [b] end");
  EXPECT_EQ(lines_of("a\n" + std::string(1 << 20, 'x') + "\nb\n"), "[a] long [b] end");
  EXPECT_EQ(lines_of("a\n" + std::string(1 << 20, 'x')), "[a] long end");
}

TEST(LogFile, UnpacksGzipAlsoInSeveralParts) {
  EXPECT_EQ(lines_of(gzip("a\nb\n")), "[a] [b] end");
  EXPECT_EQ(lines_of(gzip("a\nb") + gzip("c\n") + gzip("")), "[a] [bc] end");
}

TEST(LogFile, ReportsDamage) {
  const std::string packed = gzip("a\nb\n" + std::string(100, 'c'));
  EXPECT_EQ(lines_of(packed.substr(0, packed.size() - 12)), "[a] [b] damaged");
  std::string wrong = packed;
  wrong[wrong.size() - 5] = static_cast<char>(~wrong[wrong.size() - 5]);  // of the checksum
  EXPECT_EQ(lines_of(wrong), "damaged");
}

TEST(LogFile, ReportsWhatCannotBeRead) {
  LogFile file("/nonexistent/x.log");
  std::string_view line;
  EXPECT_EQ(file.next(line), LogRead::kUnreadable);
}

}  // namespace
}  // namespace signpost
