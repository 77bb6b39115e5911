#include "render/kind_views.h"

namespace signpost {

void add_kind_values(const RenderContext& context, std::size_t page_index, View& view) {
  static_cast<void>(context);
  static_cast<void>(page_index);
  static_cast<void>(view);
}

}  // namespace signpost
