// The copy of a table's file that may be kept where others read it: what nobody may see is [c] in
// it (`signpost protect`).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "disclosure/disclosure.h"

namespace signpost {

// The texts of the files of a data folder, by name.
using DataTexts = std::map<std::string, std::string, std::less<>>;

struct ProtectedCopy {
  std::string text;                // UTF-8, as the file but for the cells below
  std::size_t withheld_count = 0;  // cells that are [c] now
  std::size_t rounded_count = 0;
  bool is_open = false;  // the table says that it counts no people, or that it is released
};

// Returns the copy of the file `name` of `texts`: a CSV file, whose description may be in a YAML
// file among the others, or a YAML file with its rows. It reads back as the table that is published
// of the original. Nothing where the file is not understood, or where the copy would still give
// something away as it is written; then the rules say why. `folder` stands before names in places.
std::optional<ProtectedCopy> protected_copy(const DataTexts& texts, const std::string& name,
                                            const std::string& folder, const DisclosureRules& rules,
                                            Diagnostics& diagnostics);

}  // namespace signpost
