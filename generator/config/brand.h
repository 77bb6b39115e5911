// The part of site-config.yaml that makes the theme look like the service: colours, logo, font.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/diagnostic.h"
#include "base/local_text.h"
#include "base/yaml_map.h"

namespace signpost {

// A colour by the name that the theme gives it.
struct BrandColour {
  std::string name;
  Colour light;
  std::optional<Colour> dark;  // else the theme finds one near `light`
  Place place;
};

// A file of the service's font: 400 is regular, 700 bold.
struct BrandFont {
  std::string path;  // below content/: "fonts/atkinson-regular.woff2"
  int weight = 400;
  Place place;
};

struct Brand {
  std::vector<BrandColour> colours;
  std::string logo;  // below content/: "images/logo.svg"; "" for the theme's own mark
  Place logo_place;
  bool is_name_in_logo = false;  // the name is not written beside it
  LocalText tagline;             // below the name; empty for the theme's own
  std::string font_name;
  std::vector<BrandFont> fonts;  // at most one a weight
};

// Returns the brand, without what is wrong. Reports config- rules. `site_dir` holds content/.
Brand read_brand(const YamlNode& node, const std::filesystem::path& site_dir,
                 const YamlMapSource& source, Diagnostics& diagnostics);

}  // namespace signpost
