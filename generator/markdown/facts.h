// `{{ name }}` in pages: the facts of the configuration, of content/_data and of pages' own front
// matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "data/data.h"

namespace signpost {

// A reference that names nothing. `written` is a view of the whole reference as it stands in the
// text.
struct FactMistake {
  std::string_view written;
  std::string message;
  std::string help;
  bool is_syntax = false;
};

// A reference that was replaced: where its fact stands in the expanded text.
struct FactPlace {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t written_size = 0;  // of "{{ name }}"
  std::string_view name;           // a view of the text as it was written
};

struct ExpandedText {
  std::string text;
  std::vector<FactPlace> places;
  std::vector<FactMistake> mistakes;
};

inline bool has_facts(std::string_view text) { return text.find("{{") != std::string_view::npos; }

// What becomes of the expanded text: words of the page, or the value of an attribute, such as an
// address, where no mark may stand.
enum class FactUse : std::uint8_t { kWords, kValue };

// Returns `text` with every reference replaced by the fact in the page's language; one that names
// nothing stays as it is written.
ExpandedText expand_facts(std::string_view text, FactUse use, const Site& site,
                          const SiteData& data, const Page& page);

}  // namespace signpost
