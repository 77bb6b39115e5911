// Colours of screens, and how well one can be read on another.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// In sRGB, 0 to 255 each.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

// Returns the colour written "#4a2358" or "#fff", in either case; nothing for anything else.
std::optional<Colour> parse_colour(std::string_view text);

// Returns the colour as "#4a2358".
std::string colour_text(Colour colour);

// Returns the contrast of the two, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
double contrast(Colour first, Colour second);

// Returns `colour` with `percent` (0 to 100) of `other` mixed in.
Colour mixed(Colour colour, Colour other, int percent);

// Returns the colour of the same hue and saturation (HSL, CSS Color Module Level 4 section 7) whose
// lightness is nearest to that of `colour` and that `passes`; nothing where none does.
std::optional<Colour> nearest_lightness(Colour colour, const std::function<bool(Colour)>& passes);

}  // namespace signpost
