// Cuts a finished index into the scripts that a browser loads (native only). Each part is one small
// classic script, so that the same files work over https:// and from a folder (file://).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "search-index/part_plan.h"

namespace search {

// Returns how a single-file glass database is cut best: the blocks that every query reads first,
// short lists in small parts, long ones in large parts. A file that is no such database is cut
// evenly. `file` is not empty.
PartPlan plan_parts(std::string_view file);

// Returns any bytes as the inside of a JavaScript string in double quotes, in 7-bit ASCII: each
// character carries 7 bits, the highest first, the last one filled up with zeros; what a string may
// not hold is escaped. About 1.19 times as long as the bytes (base64: 1.33), and not longer than
// they once a server compresses it.
std::string script_text(std::string_view bytes);

// An index file, cut.
class IndexParts {
 public:
  // Returns the parts of the index at `path`, or nothing where it cannot be read. The file must
  // stay as it is while this lives.
  static std::optional<IndexParts> open(const std::string& path);
  IndexParts(IndexParts&&) noexcept;
  IndexParts& operator=(IndexParts&&) noexcept;
  ~IndexParts();

  // Returns the first 10 hexadecimal digits of the content's hash: it names this state of the
  // index.
  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] std::size_t part_count() const;
  // Returns the script of one part. Safe in parallel.
  [[nodiscard]] std::string part_script(std::size_t part) const;
  // Returns the script that a search begins with: it names the state, the form of the index and how
  // it is cut. `documents` is told to people.
  [[nodiscard]] std::string entry_script() const;
  // Returns where a part lies beside the entry script: "0a1b2c3d4e/3/812.js", at most 256 in a
  // folder.
  [[nodiscard]] static std::string part_path(std::string_view id, std::size_t part);

 private:
  struct State;
  explicit IndexParts(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace search
