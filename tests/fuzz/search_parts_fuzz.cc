// Any bytes as what the browser's engine is given: a plan, then parts, some of them whole. Nothing
// may be read beside what has arrived.
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include "search-index/part_plan.h"
#include "search-index/part_store.h"

namespace {

constexpr std::uint32_t kMaxBlocks = 10'000;  // more only takes longer

std::string packed(std::string_view bytes) {
  uLongf size = ::compressBound(bytes.size());
  std::string out(size, '\0');
  ::compress(reinterpret_cast<Bytef*>(out.data()), &size,
             reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  out.resize(size);
  return out;
}

void read_all_over(search::PartStore& store, const search::PartPlan& plan) {
  std::vector<char> out(2 * plan.block_size);
  const std::uint64_t end = std::uint64_t{plan.block_size} * plan.block_count;
  for (const std::uint64_t offset : {std::uint64_t{0}, end / 2, end - 1, end, end + 1}) {
    const long got = store.read(offset, out.data(), out.size());
    assert(got <= static_cast<long>(out.size()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::size_t line = std::min(text.find('\n'), text.size());
  const std::optional<search::PartPlan> plan = search::decode_plan(text.substr(0, line));
  if (!plan || plan->block_count > kMaxBlocks || plan->block_size > 1U << 16U) return 0;
  assert(search::decode_plan(search::encode_plan(*plan)).has_value());
  search::PartStore store(*plan);
  const std::string_view rest = text.substr(std::min(line + 1, text.size()));
  const search::PartMap map(*plan);
  read_all_over(store, *plan);
  for (std::uint32_t part = 0; part < map.part_count() && part < 4; ++part) {
    if (!store.add(part, rest)) store.add(part, packed(rest));
    read_all_over(store, *plan);
    for (const std::uint32_t missing : store.take_missing()) assert(missing < map.part_count());
  }
  return 0;
}
