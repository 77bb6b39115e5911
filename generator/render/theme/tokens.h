// The tokens of a theme: colours, sizes, spaces and fonts by name, which its style sheets use as
// custom properties, and whether every text can be read on what it stands on.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/brand.h"

namespace signpost {

struct Tokens {
  // What stands before the theme's style sheets, which lie in a folder of the site's root: rules
  // that set the custom properties for light and dark screens, wide ones and paper.
  std::string css;
  // The colour of the browser's frame, as "#4a2358", or "".
  std::string frame_light, frame_dark;
};

// Returns the tokens in `root`, a theme.yaml, with the service's own colours and font in them.
// Reports `theme-file` at `path` for what cannot be read there, `theme-contrast` for a pair of
// colours whose contrast is below what the theme says (at least 4.5, for text 7; WCAG 2.2, 1.4.6),
// and `config-type` for a colour that the theme does not have.
Tokens read_tokens(const YamlNode& root, std::string_view path, const Brand& brand,
                   Diagnostics& diagnostics);

}  // namespace signpost
