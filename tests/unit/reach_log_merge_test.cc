#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reach/log_merge.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

std::string at(std::string_view time, std::string_view page) {
  return fmt::format(R"x(192.0.2.7 - - [30/Sep/2026:{} +0000] "GET /{} HTTP/1.1" 200 1 "-" "-")x",
                     time, page) +
         "\n";
}

struct Log {
  std::string name, text;
};

// The targets in the order that they come in, then "name lines/malformed@first" of each log.
std::string merged(const std::vector<Log>& logs) {
  const TemporaryFolder folder;
  std::vector<std::string> paths;
  for (const Log& log : logs) {
    folder.write(log.name, log.text);
    paths.push_back((folder.path() / log.name).string());
  }
  LogMerge merge(paths);
  std::string out;
  while (const LogLine* line = merge.next()) out += std::string(line->target.substr(1)) + " ";
  const std::vector<LogCounts> counts = merge.counts();
  for (std::size_t i = 0; i < logs.size(); ++i) {
    out += fmt::format("| {} {}/{}@{} ", logs[i].name, counts[i].lines, counts[i].malformed,
                       counts[i].first_malformed);
    if (counts[i].repeated == 0) continue;
    out += fmt::format("repeats {} of {} ", counts[i].repeated, logs[counts[i].repeats].name);
  }
  return out;
}

TEST(LogMerge, PutsRotatedLogsInOrder) {
  const std::string first = at("10:00:00", "a") + at("10:00:02", "b");
  const std::string second = at("10:00:03", "c");
  EXPECT_EQ(merged({{"access.log", second}, {"access.log.1", first}}),
            "a b c | access.log 1/0@0 | access.log.1 2/0@0 ");
}

TEST(LogMerge, JoinsServersOfOneTime) {
  EXPECT_EQ(merged({{"one", at("10:00:00", "a") + at("10:00:04", "d")},
                    {"two", at("10:00:01", "b") + at("10:00:02", "c") + at("10:00:04", "e")}}),
            "a b c d e | one 2/0@0 | two 3/0@0 ");
}

TEST(LogMerge, KeepsTheOrderWithinALog) {
  EXPECT_EQ(merged({{"one", at("10:00:02", "a") + at("10:00:01", "b") + at("10:00:03", "c")}}),
            "a b c | one 3/0@0 ");
}

TEST(LogMerge, GivesOutALineOfTwoLogsOnce) {
  const std::string lines = at("10:00:00", "a") + at("10:00:00", "a") + at("10:00:02", "b");
  // A copy; one that goes on; one with the same line once more. Two alike of one log are two.
  EXPECT_EQ(merged({{"one", lines}, {"copy", lines}}),
            "a a b | one 3/0@0 | copy 3/0@0 repeats 3 of one ");
  EXPECT_EQ(merged({{"one", lines}, {"two", at("10:00:02", "b") + at("10:00:03", "c")}}),
            "a a b c | one 3/0@0 | two 2/0@0 repeats 1 of one ");
  EXPECT_EQ(merged({{"one", at("10:00:00", "a")}, {"two", lines}}),
            "a a b | one 1/0@0 | two 3/0@0 repeats 1 of one ");
  EXPECT_EQ(merged({{"one", lines}, {"two", lines}, {"three", lines}}),
            "a a b | one 3/0@0 | two 3/0@0 repeats 3 of one | three 3/0@0 repeats 3 of one ");
}

TEST(LogMerge, KnowsRepeatedLinesInOtherFormats) {
  const std::string json =
      R"x({"ts":1790762400,"request":{"remote_ip":"192.0.2.7","method":"GET","uri":"/a","headers":{"User-Agent":["-"]}},"status":200})x"
      "\n";
  EXPECT_EQ(merged({{"one", json}, {"two", json + at("10:00:09", "b")}}),
            "a b | one 1/0@0 | two 2/0@0 repeats 1 of one ");
}

TEST(LogMerge, KnowsALineWithAndWithoutItsAgent) {
  const std::string common =
      "192.0.2.7 - - [30/Sep/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 1\n";
  const std::string combined =
      "192.0.2.7 - - [30/Sep/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 1 \"-\" \"Firefox\"\n";
  EXPECT_EQ(merged({{"one", combined}, {"two", common}}),
            "a | one 1/0@0 | two 1/0@0 repeats 1 of one ");
  EXPECT_EQ(merged({{"one", combined + combined}, {"two", common + common + common}}),
            "a a a | one 2/0@0 | two 3/0@0 repeats 2 of one ");
}

TEST(LogMerge, CountsMalformedLines) {
  EXPECT_EQ(
      merged({{"one", "x\n" + at("10:00:02", "a") + "\ny\n"}, {"two", "z\nz\n"}, {"three", ""}}),
      "a | one 4/3@1 | two 2/2@1 | three 0/0@0 ");
}

}  // namespace
}  // namespace signpost
