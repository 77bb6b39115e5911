#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "search-index/glass_layout.h"
#include "search-index/part_plan.h"
#include "search-index/part_store.h"
#include "search-index/part_writer.h"
#include "unit/example_index.h"

namespace search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Pages enough for B-trees of several levels and lists of several blocks.
std::vector<IndexDocument> many_documents() {
  std::vector<IndexDocument> documents;
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    std::string text = "everywhere";
    for (int word = 0; word < 12; ++word) {
      text += " w" + std::to_string((i * 37 + word * 1009) % 4000) + "x";
    }
    documents.push_back({"p/" + number + ".html",
                         "Page " + number,
                         "About " + number + ".",
                         "page",
                         {i % 2 == 0 ? "even" : "odd"},
                         {},
                         "en-GB",
                         {{"", "", text}}});
  }
  return documents;
}

// Returns the bytes of the index of many pages, made once.
const std::string& many_pages() {
  static const std::string kFile = [] {
    const signpost::TemporaryFolder folder;
    return bytes_of(make_index(folder, many_documents(), 250));
  }();
  return kFile;
}

constexpr std::size_t kBlock = 2048;

TEST(PartsOfManyPages, TheLayoutHasEveryBlockOnceInTheOrderOfKeys) {
  const GlassLayout layout = read_glass_layout(many_pages());
  EXPECT_EQ(layout.block_size, 2048U);
  EXPECT_EQ(layout.block_count * 2048U, many_pages().size());
  std::vector<bool> seen(layout.block_count);
  seen[0] = true;  // the version
  std::string before;
  std::size_t branches = 0;
  for (const GlassBlock& block : layout.blocks) {
    EXPECT_FALSE(seen[block.number]) << block.number;
    seen[block.number] = true;
    if (block.level > 0) ++branches;
    if (block.table != GlassTable::kPostings || block.level > 0) continue;
    EXPECT_LE(before, block.first_list);
    EXPECT_LE(block.first_list, block.last_list);
    before = block.last_list;
  }
  EXPECT_THAT(seen, ::testing::Each(true));
  EXPECT_GT(branches, 3U);
}

TEST(PartsOfManyPages, ADamagedFileHasNoLayout) {
  EXPECT_THAT(read_glass_layout("").blocks, IsEmpty());
  EXPECT_THAT(read_glass_layout("not a database").blocks, IsEmpty());
  EXPECT_THAT(read_glass_layout(many_pages().substr(0, 4096)).blocks, IsEmpty());
  for (const std::size_t level_of_block : {1U, 20U, 100U}) {
    std::string damaged = many_pages();
    damaged[level_of_block * 2048 + 4] = 99;
    EXPECT_THAT(read_glass_layout(damaged).blocks, IsEmpty()) << level_of_block;
  }
}

TEST(PartsOfManyPages, TheFirstPartHasWhatEveryQueryReads) {
  const PartPlan plan = plan_parts(many_pages());
  const PartMap map(plan);
  EXPECT_EQ(map.part_of(0), 0U);
  std::size_t run_blocks = 0;
  for (const GlassBlock& block : read_glass_layout(many_pages()).blocks) {
    const bool is_length = block.level == 0 && block.first_list == kLengthsList;
    if (is_length || block.level > 1) {
      EXPECT_EQ(map.part_of(block.number), 0U) << block.number;
    }
    const bool goes_on = block.first_list == "everywher" && block.last_list == "everywher";
    if (goes_on && block.level == 0 && plan.shapes[map.part_of(block.number) - 1].is_run) {
      ++run_blocks;
    }
  }
  EXPECT_GT(run_blocks, 1U);
}

TEST(PartsOfManyPages, PartsTogetherAreTheFile) {
  const PartPlan plan = plan_parts(many_pages());
  const PartMap map(plan);
  std::string joined(many_pages().size(), '\0');
  for (std::size_t part = 0; part < map.part_count(); ++part) {
    for (const BlockRange& range : map.blocks_of(part)) {
      const std::size_t begin = range.first * kBlock;
      joined.replace(begin, range.count * kBlock, many_pages(), begin, range.count * kBlock);
    }
  }
  EXPECT_EQ(joined, many_pages());
}

TEST(PartPlan, ReadsBackWhatWasWritten) {
  PartPlan plan{2048, 20, {{0, 3}, {9, 1}}, {}};
  plan.shapes = {{2, false}, {2, false}, {8, true}, {4, true}};
  EXPECT_EQ(encode_plan(plan), "2048 20 0+3,9+1 2x2,8r1,4r1");
  const std::optional<PartPlan> read = decode_plan(encode_plan(plan));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(encode_plan(*read), encode_plan(plan));
  EXPECT_TRUE(decode_plan("2048 3 0+3 -").has_value());
}

TEST(PartPlan, RefusesWhatDoesNotHoldEveryBlockOnce) {
  for (const char* text :
       {"", "2048", "2048 3", "2048 3 0+3", "2048 3 0+2 -", "2048 3 0+3 1x1", "2048 3 0+0 3x1",
        "0 3 0+3 -", "2048 3 0+2,1+1 -", "2048 3 2+1,0+2 -", "2048 3 0+1 0x2", "2048 3 0+1 1y2",
        "2048 3 0+1 2x1 ", "2048 3 5+3 -", "2048 99999999 0+1 1x99999998", "2048 3 0+1 2x-1"}) {
    EXPECT_FALSE(decode_plan(text).has_value()) << text;
  }
}

TEST(PartPlan, WhoNeedsARunNeedsAllOfItAndThePartAfter) {
  const PartMap map(*decode_plan("2048 10 0+1 1x2,2r2,1x3"));
  EXPECT_EQ(map.part_count(), 8U);
  EXPECT_THAT(map.fetched_with(0), ElementsAre(0U));
  EXPECT_THAT(map.fetched_with(1), ElementsAre(1U));
  EXPECT_THAT(map.fetched_with(3), ElementsAre(3U, 4U, 5U));
  EXPECT_THAT(map.fetched_with(4), ElementsAre(3U, 4U, 5U));
  EXPECT_THAT(map.fetched_with(5), ElementsAre(5U));
}

std::string zlib_stream(const std::string& bytes) {
  std::string out(compressBound(bytes.size()), '\0');
  uLongf size = out.size();
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  out.resize(size);
  return out;
}

TEST(PartStore, ReadsWhatHasArrivedAndNotesWhatHasNot) {
  // Four blocks of four bytes: 0 and 2 in part 0, 1 in part 1, 3 in part 2.
  PartStore store(*decode_plan("4 4 0+1,2+1 1x2"));
  char out[16] = {};
  EXPECT_EQ(store.read(0, out, 4), -1);
  EXPECT_THAT(store.take_missing(), ElementsAre(0U));
  EXPECT_THAT(store.take_missing(), IsEmpty());
  EXPECT_TRUE(store.add(0, zlib_stream("AAAACCCC")));
  EXPECT_EQ(store.read(1, out, 2), 2);
  EXPECT_EQ(std::string(out, 2), "AA");
  EXPECT_EQ(store.read(2, out, 4), -1);
  EXPECT_EQ(store.read(12, out, 4), -1);
  EXPECT_EQ(store.read(12, out, 1), -1);
  EXPECT_THAT(store.take_missing(), ElementsAre(1U, 2U));
  EXPECT_TRUE(store.add(1, zlib_stream("BBBB")));
  EXPECT_TRUE(store.add(2, zlib_stream("DDDD")));
  EXPECT_EQ(store.read(2, out, 12), 12);
  EXPECT_EQ(std::string(out, 12), "AABBBBCCCCDD");
  EXPECT_EQ(store.read(14, out, 9), 2);
  EXPECT_EQ(store.read(16, out, 1), 0);
  EXPECT_THAT(store.take_missing(), IsEmpty());
}

TEST(PartStore, RefusesDamagedParts) {
  PartStore store(*decode_plan("4 2 0+1 1x1"));
  const std::string good = zlib_stream("AAAA");
  EXPECT_FALSE(store.add(0, ""));
  EXPECT_FALSE(store.add(0, "AAAA"));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(store.add(0, good.substr(0, size))) << size;
  }
  // A changed bit is found, or was one that fills up the last byte of the data.
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    PartStore other(*decode_plan("4 2 0+1 1x1"));
    char out[4] = {};
    if (!other.add(0, changed)) continue;
    EXPECT_EQ(other.read(0, out, 4), 4) << at;
    EXPECT_EQ(std::string(out, 4), "AAAA") << at;
  }
  EXPECT_FALSE(store.add(0, good + "A"));
  EXPECT_FALSE(store.add(0, zlib_stream("AAA")));
  EXPECT_FALSE(store.add(0, zlib_stream("AAAAA")));
  EXPECT_FALSE(store.add(2, good));
  EXPECT_FALSE(store.has(0));
  EXPECT_TRUE(store.add(0, good));
  EXPECT_TRUE(store.has(0));
}

TEST(ScriptText, CarriesSevenBitsACharacter) {
  EXPECT_EQ(script_text(""), "");
  EXPECT_EQ(script_text("\xFF"), "\x7F@");
  EXPECT_EQ(script_text(std::string("\0\0\0\0\0\0\0", 7)), std::string(8, '\0'));
  EXPECT_EQ(script_text("\x82"), "A" + std::string(1, '\0'));
  // 10, 13, 34, 92 in seven bits each, then four zero bits.
  EXPECT_EQ(script_text("\x14\x35\x15\xC0"), "\\n\\r\\\"\\\\" + std::string(1, '\0'));
}

TEST(IndexParts, AreScriptsThatNameTheirIndex) {
  const signpost::TemporaryFolder folder;
  const std::string path = make_index(folder, example_documents(), 2).string();
  const std::optional<IndexParts> parts = IndexParts::open(path);
  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->part_count(), 1U);
  EXPECT_EQ(parts->id().size(), 10U);
  EXPECT_THAT(parts->part_script(0),
              ::testing::StartsWith("signpostSearch.part(\"" + parts->id() + "\",0,\""));
  EXPECT_THAT(parts->part_script(0), ::testing::EndsWith("\")\n"));
  const std::string blocks = std::to_string(bytes_of(path).size() / 2048);
  EXPECT_EQ(parts->entry_script(), "signpostSearch.index(\"" + parts->id() + "\",3,\"2048 " +
                                       blocks + " 0+" + blocks + " -\")\n");
  EXPECT_EQ(IndexParts::part_path("0a1b2c3d4e", 812), "0a1b2c3d4e/3/812.js");
}

TEST(IndexParts, AFileThatIsNoIndexIsCutEvenly) {
  EXPECT_EQ(encode_plan(plan_parts(std::string(5000, 'x'))), "2048 3 0+1 1x2");
  EXPECT_FALSE(IndexParts::open("/nowhere/index.glass").has_value());
}

}  // namespace
}  // namespace search
