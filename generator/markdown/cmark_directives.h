// From text to cmark-gfm's tree, with directives as an extension of its block syntax (see "The
// syntax_extension" in cmark-gfm-extension_api.h). Internal to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "markdown/syntax.h"

struct cmark_node;

namespace signpost {

// What one parse knows about its directives. A directive's node holds the index of its fence in
// `as.cell_index`. `closing` is the directive that the fence on `closing_line` closes.
struct FenceState {
  std::vector<Fence> fences;
  std::vector<StrayFence> stray_fences;
  std::uint32_t too_deep_line = 0;
  int closing_line = 0;
  cmark_node* closing = nullptr;
};

struct TreeDeleter {
  void operator()(cmark_node* root) const;
};
using TreePointer = std::unique_ptr<cmark_node, TreeDeleter>;

// Returns cmark-gfm's tree of `text`; what it found out about directives is in `state`.
TreePointer parse_tree(std::string_view text, Dialect dialect, FenceState& state);

// Whether the node is a directive.
bool is_directive(const cmark_node* node);

// Returns the index of the directive's fence in FenceState::fences.
std::uint32_t fence_index(const cmark_node* node);

}  // namespace signpost
