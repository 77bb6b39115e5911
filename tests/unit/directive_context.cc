#include "unit/directive_context.h"

#include "render/theme/theme.h"
#include "unit/shipped_kinds.h"

namespace signpost {

RenderContext context_of_directives(const Site& site, const SiteData& data) {
  static const Theme kTheme = [] {
    Config config;
    config.theme = "none";
    Diagnostics diagnostics;  // that it has no layouts
    return load_theme(config, share_with_kinds(), diagnostics);
  }();
  Diagnostics diagnostics;  // that there is no base URL
  return make_render_context(site, data, {}, kTheme, {kMaxDirectiveWorkers}, diagnostics);
}

}  // namespace signpost
