#include <cstdio>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "search-index/engine.h"
#include "search-index/part_writer.h"
#include "search-index/results_json.h"
#include "unit/example_index.h"

namespace search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Opens the searcher of all that a store holds, as a file; of nothing where a part is missing.
std::unique_ptr<Searcher> open_copy(PartStore& store) {
  std::FILE* file = std::tmpfile();
  char block[2048];
  long size = 0;
  for (std::uint64_t at = 0; (size = store.read(at, block, sizeof block)) > 0; at += 2048) {
    std::fwrite(block, 1, static_cast<std::size_t>(size), file);
  }
  std::fflush(file);
  auto searcher = std::make_unique<Searcher>(dup(fileno(file)));
  std::fclose(file);
  return searcher;
}

// Returns the bytes that a part's script carries.
std::string payload(const std::string& script) {
  const std::size_t begin = script.find(",\"") + 2;
  std::string bytes;
  unsigned bits = 0;
  unsigned bit_count = 0;
  for (std::size_t i = begin; script.substr(i) != "\")\n"; ++i) {
    char c = script[i];
    if (c == '\\') {
      c = script[++i];
      if (c == 'n') c = '\n';
      if (c == 'r') c = '\r';
    }
    bits = (bits << 7) | static_cast<unsigned char>(c);
    bit_count += 7;
    if (bit_count < 8) continue;
    bit_count -= 8;
    bytes += static_cast<char>((bits >> bit_count) & 0xFF);
  }
  return bytes;
}

TEST(Engine, AsksForPartsAndThenAnswersAsTheSearcherDoes) {
  const signpost::TemporaryFolder folder;
  const std::string path = make_index(folder, example_documents(), 2).string();
  const IndexParts parts = IndexParts::open(path).value();
  const std::string entry = parts.entry_script();
  const std::size_t plan = entry.find("\"2048") + 1;
  Engine engine(kSchemaVersion, entry.substr(plan, entry.rfind('"') - plan), open_copy);
  ASSERT_TRUE(engine.is_good());

  Answer answer = engine.ask("words\nplan");
  EXPECT_EQ(answer.json, "");
  EXPECT_THAT(answer.missing, ElementsAre(0U));
  EXPECT_FALSE(engine.add(0, "damaged"));
  EXPECT_TRUE(engine.add(0, payload(parts.part_script(0))));
  EXPECT_EQ(engine.ask("").json, R"({"documents":3})");
  answer = engine.ask("words\nplan");
  EXPECT_THAT(answer.missing, IsEmpty());
  Searcher searcher(path);
  Request request;
  request.words = "plan";
  EXPECT_EQ(answer.json, results_json(searcher.search(request)));
  EXPECT_NE(answer.json, "");
}

TEST(Engine, RefusesAnIndexOfAnotherForm) {
  EXPECT_FALSE(Engine(kSchemaVersion + 1, "2048 1 0+1 -", open_copy).is_good());
  Engine engine(kSchemaVersion, "nonsense", open_copy);
  EXPECT_FALSE(engine.is_good());
  EXPECT_FALSE(engine.add(0, ""));
  EXPECT_EQ(engine.ask("words\nx").json, R"({"error":"no index"})");
}

TEST(Engine, ReadsRequests) {
  const Request request = parse_request(
      "offset 20\nlimit 5\nkind factsheet\nkind news\ntopic ehc\naudience families\nprefix\ntyped\n"
      "hits\nsomething new\nwords\nkind of\nwords");
  EXPECT_EQ(request.offset, 20U);
  EXPECT_EQ(request.limit, 5U);
  EXPECT_THAT(request.kinds, ElementsAre("factsheet", "news"));
  EXPECT_THAT(request.topics, ElementsAre("ehc"));
  EXPECT_THAT(request.audiences, ElementsAre("families"));
  EXPECT_EQ(request.last_word, LastWord::kPrefix);
  EXPECT_EQ(request.correction, Correction::kOff);
  EXPECT_EQ(request.facets, Facets::kOff);
  EXPECT_EQ(request.words, "kind of\nwords");
}

TEST(Engine, ARequestWithoutItsOptionsHasTheDefaults) {
  const Request request = parse_request("words\n");
  EXPECT_EQ(request.words, "");
  EXPECT_EQ(request.limit, 10U);
  EXPECT_EQ(request.offset, 0U);
  EXPECT_EQ(request.last_word, LastWord::kWhole);
  EXPECT_EQ(request.correction, Correction::kOn);
  EXPECT_EQ(request.facets, Facets::kOn);
}

}  // namespace
}  // namespace search
