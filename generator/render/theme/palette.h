// The colours of a theme with those of the service in them, for light screens and dark ones, and
// the contrast of every two that meet.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/colour.h"
#include "base/diagnostic.h"
#include "config/brand.h"

namespace signpost {

// `from`: where the service has a colour of that name, this one is made of it: `mix` per cent of it
// in the page's colour.
struct ThemeColour {
  std::string name;
  Colour light, dark;
  std::string from;
  int mix = 100;
  Place place;
};

// `front` is seen on `back`; their contrast has to be `least` (WCAG 2.2, 1.4.6 and 1.4.11).
struct ColourPair {
  std::string front, back;
  double least = 4.5;
  bool is_text = false;
};

struct Palette {
  std::vector<std::pair<std::string, Colour>> light, dark;  // in the theme's order

  // Returns the colour as "#4a2358", or "" where there is none of that name.
  [[nodiscard]] std::string text(std::string_view name, bool is_dark) const;
};

// Returns the palette. A service's colour without a value for dark screens gets the nearest that
// can be read there. Reports `theme-contrast`, and `config-type` for a colour that the theme lacks;
// the place is in `theme_path` or where the service's colour is written.
Palette make_palette(std::span<const ThemeColour> colours, std::span<const ColourPair> pairs,
                     const Brand& brand, std::string_view theme_path, Diagnostics& diagnostics);

}  // namespace signpost
