// Any bytes as a CSV file: read, and as a table of figures without a description.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/characters.h"
#include "base/diagnostic.h"
#include "data/csv.h"
#include "data/tables/tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace signpost;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics diagnostics;
  const CsvFile file = parse_csv(text, "content/_data/calls.csv", {}, diagnostics);
  for (const auto& row : file.rows) {
    assert(row.size() == file.header.size());
    for (const CsvCell& cell : row) assert(find_forbidden_characters(cell.text).empty());
  }
  if (!file.header.empty()) read_table(file, diagnostics);
  for (const Diagnostic& each : diagnostics.all()) assert(!each.message.empty());
  return 0;
}
