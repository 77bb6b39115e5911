// The first step of a page's Markdown: what the text says, before anything is known about the site.
// Text -> Syntax (markdown.cc, by cmark-gfm) -> Document (page_document.cc).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace signpost {

// No node of a Document lies deeper than this; what does is left out and reported.
inline constexpr std::uint32_t kMaxDepth = 100;
// Directives inside directives.
inline constexpr std::uint32_t kMaxDirectiveDepth = 20;

// The opening line of a directive. `text` is what follows the colons and stands at `line`,
// `column`.
struct Fence {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t colon_count = 3;
  bool closed = false;
};

// A closing line that closes nothing. `open_colon_count`: of the innermost open directive, or 0.
struct StrayFence {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t colon_count = 3;
  std::uint32_t open_colon_count = 0;
};

// `document`: links are kExternal with the address as written, headings have no ids, `extra` of a
// directive is an index into `fences`. Lines count from the first line of the text. `too_deep_line`
// is 0 where nothing was left out.
struct Syntax {
  Document document;
  std::vector<Fence> fences;
  std::vector<StrayFence> stray_fences;
  std::uint32_t too_deep_line = 0;
};

enum class Dialect : std::uint8_t { kPlain, kDirectives };

// Returns the tree of GitHub-flavoured Markdown, with directives as blocks if `dialect` has them.
// Safe in parallel (calls take turns while cmark-gfm runs).
Syntax parse_syntax(std::string_view text, Dialect dialect);

}  // namespace signpost
