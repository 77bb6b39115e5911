// Short forms in a text: those of the glossary, and words in capitals that it does not know.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "data/data.h"

namespace signpost {

struct ShortForm {
  std::size_t begin = 0;
  std::size_t size = 0;
  const GlossaryEntry* entry = nullptr;  // nullptr: in capitals, and not in the glossary
};

// An index of the glossary, which must outlive it.
class GlossaryWords {
 public:
  explicit GlossaryWords(const SiteData& data);

  // Returns the first short form at or after `from`, as a whole word (a plural "s" may follow).
  [[nodiscard]] std::optional<ShortForm> find(std::string_view text, std::size_t from) const;

 private:
  [[nodiscard]] const GlossaryEntry* find_entry(std::string_view text, std::size_t begin,
                                                std::size_t word_size) const;

  std::multimap<std::string_view, const GlossaryEntry*> by_first_word_;
  std::set<std::string_view> other_names_;
  std::array<bool, 256> starts_{};
};

}  // namespace signpost
