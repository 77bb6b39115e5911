#include "search-index/part_writer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "search-index/content_hash.h"
#include "search-index/glass_layout.h"
#include "search-index/schema.h"

namespace search {
namespace {

// Sizes before compression, chosen by tests/bench/search-size.mjs: smaller parts make a query cost
// fewer bytes, larger ones fewer requests.
constexpr std::size_t kWholeBytes = 192 << 10;   // an index up to this comes as one part
constexpr std::size_t kFirstBytes = 40 << 10;    // of part 0, document lengths excepted
constexpr std::size_t kPartBytes = 2 << 10;      // of other parts
constexpr std::size_t kRunPartBytes = 32 << 10;  // of parts of one long list
constexpr std::size_t kEvenBlockBytes = 2048;
constexpr int kCompression = 9;

constexpr std::size_t kIdDigits = 10;

PartPlan plan_evenly(std::size_t file_size) {
  PartPlan plan;
  plan.block_size = kEvenBlockBytes;
  plan.block_count =
      static_cast<std::uint32_t>((file_size + kEvenBlockBytes - 1) / kEvenBlockBytes);
  plan.first = {{0, 1}};
  if (plan.block_count > 1) plan.shapes.assign(plan.block_count - 1, {1, false});
  return plan;
}

// How much a block is worth having at once, from the file's beginning: less is more.
constexpr int kAlways = 0;  // taken however large part 0 grows
constexpr int kNever = 100;

int rank_of(const GlassBlock& block) {
  if (block.level > 0) {
    return 10 - std::min<int>(block.level, 8);
  }
  if (block.table == GlassTable::kSynonyms) return 20;
  if (block.table != GlassTable::kPostings) return kNever;
  if (block.first_list == kLengthsList) return kAlways;
  const std::string settings = std::string(kMetadataLists) + kSettingsKey;
  return block.first_list <= settings && settings <= block.last_list ? 1 : kNever;
}

// Returns whether each block belongs to part 0.
std::vector<bool> choose_first(const GlassLayout& layout) {
  std::vector<bool> is_first(layout.block_count);
  is_first[0] = true;
  std::vector<std::pair<int, std::uint32_t>> wanted;
  for (const GlassBlock& block : layout.blocks) {
    const int rank = rank_of(block);
    if (rank < kNever) wanted.emplace_back(rank, block.number);
  }
  std::sort(wanted.begin(), wanted.end());
  std::size_t bytes = layout.block_size;
  for (const auto& [rank, number] : wanted) {
    if (rank != kAlways) bytes += layout.block_size;
    if (rank == kAlways || bytes <= kFirstBytes) is_first[number] = true;
  }
  return is_first;
}

// Returns for each block whether it only goes on with one long list: leaves that hold nothing else.
std::vector<bool> find_runs(const GlassLayout& layout) {
  std::vector<bool> is_run(layout.block_count);
  std::string_view before;
  for (const GlassBlock& block : layout.blocks) {
    if (block.table != GlassTable::kPostings || block.level > 0) continue;
    is_run[block.number] = block.first_list == before && block.last_list == before;
    before = block.last_list;
  }
  return is_run;
}

std::vector<BlockRange> ranges_of(const std::vector<bool>& is_taken) {
  std::vector<BlockRange> ranges;
  for (std::uint32_t i = 0; i < is_taken.size(); ++i) {
    if (!is_taken[i]) continue;
    if (!ranges.empty() && ranges.back().first + ranges.back().count == i) {
      ++ranges.back().count;
    } else {
      ranges.push_back({i, 1});
    }
  }
  return ranges;
}

// Every other block in the order of the file: runs in large parts, the rest in small ones.
std::vector<PartShape> shapes_of(const GlassLayout& layout, const std::vector<bool>& is_first) {
  const std::vector<bool> is_run = find_runs(layout);
  std::vector<PartShape> shapes;
  for (std::uint32_t i = 0; i < layout.block_count; ++i) {
    if (is_first[i]) continue;
    const std::size_t limit = is_run[i] ? kRunPartBytes : kPartBytes;
    const std::uint32_t blocks =
        static_cast<std::uint32_t>(std::max<std::size_t>(limit / layout.block_size, 1));
    const bool goes_on =
        !shapes.empty() && shapes.back().is_run == is_run[i] && shapes.back().block_count < blocks;
    if (goes_on) {
      ++shapes.back().block_count;
    } else {
      shapes.push_back({1, is_run[i]});
    }
  }
  return shapes;
}

std::string compressed(std::string_view bytes) {
  struct Free {
    void operator()(libdeflate_compressor* compressor) const {
      libdeflate_free_compressor(compressor);
    }
  };
  const std::unique_ptr<libdeflate_compressor, Free> compressor(
      libdeflate_alloc_compressor(kCompression));
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  return out;
}

void append_character(std::string& out, unsigned character) {
  switch (character) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '"':
    case '\\':
      out += '\\';
      break;
    default:
      break;
  }
  out += static_cast<char>(character);
}

}  // namespace

PartPlan plan_parts(std::string_view file) {
  const GlassLayout layout = read_glass_layout(file);
  if (layout.blocks.empty()) return plan_evenly(file.size());
  PartPlan plan;
  plan.block_size = layout.block_size;
  plan.block_count = layout.block_count;
  if (file.size() <= kWholeBytes) {
    plan.first = {{0, layout.block_count}};
    return plan;
  }
  const std::vector<bool> is_first = choose_first(layout);
  plan.first = ranges_of(is_first);
  plan.shapes = shapes_of(layout, is_first);
  return plan;
}

std::string script_text(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 5 + 2);
  unsigned bits = 0;
  unsigned bit_count = 0;
  for (const char c : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(c);
    bit_count += 8;
    while (bit_count >= 7) {
      bit_count -= 7;
      append_character(out, (bits >> bit_count) & 0x7FU);
    }
    bits &= 0x7FU;
  }
  if (bit_count > 0) append_character(out, (bits << (7 - bit_count)) & 0x7FU);
  return out;
}

struct IndexParts::State {
  std::string_view file;
  std::string id;
  PartPlan plan;
  PartMap map{PartPlan{}};

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    // mmap is a C interface without const.
    if (!file.empty()) munmap(const_cast<char*>(file.data()), file.size());
  }
};

std::optional<IndexParts> IndexParts::open(const std::string& path) {
  const int file_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_descriptor < 0) return std::nullopt;
  struct stat status {};
  void* bytes = MAP_FAILED;
  if (fstat(file_descriptor, &status) == 0 && status.st_size > 0) {
    bytes = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                 file_descriptor, 0);
  }
  close(file_descriptor);
  if (bytes == MAP_FAILED) return std::nullopt;
  auto state = std::make_unique<State>();
  state->file = {static_cast<const char*>(bytes), static_cast<std::size_t>(status.st_size)};
  constexpr char kDigits[] = "0123456789abcdef";
  for (std::size_t i = 0; i < kIdDigits; ++i) {
    const std::size_t at = kUuidAt + i / 2;
    const auto byte = static_cast<unsigned char>(at < state->file.size() ? state->file[at] : '\0');
    state->id += kDigits[i % 2 == 0 ? byte >> 4 : byte & 15U];
  }
  state->plan = plan_parts(state->file);
  state->map = PartMap(state->plan);
  return IndexParts(std::move(state));
}

IndexParts::IndexParts(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexParts::IndexParts(IndexParts&&) noexcept = default;
IndexParts& IndexParts::operator=(IndexParts&&) noexcept = default;
IndexParts::~IndexParts() = default;

const std::string& IndexParts::id() const { return state_->id; }
std::size_t IndexParts::part_count() const { return state_->map.part_count(); }

std::string IndexParts::part_script(std::size_t part) const {
  std::string bytes;
  const std::size_t block_size = state_->plan.block_size;
  for (const BlockRange& range : state_->map.blocks_of(part)) {
    bytes += state_->file.substr(range.first * block_size, range.count * block_size);
  }
  return "signpostSearch.part(\"" + state_->id + "\"," + std::to_string(part) + ",\"" +
         script_text(compressed(bytes)) + "\")\n";
}

std::string IndexParts::entry_script() const {
  return "signpostSearch.index(\"" + state_->id + "\"," + std::to_string(kSchemaVersion) + ",\"" +
         encode_plan(state_->plan) + "\")\n";
}

std::string IndexParts::part_path(std::string_view id, std::size_t part) {
  constexpr std::size_t kPartsOfFolder = 256;
  return std::string(id) + '/' + std::to_string(part / kPartsOfFolder) + '/' +
         std::to_string(part) + ".js";
}

}  // namespace search
