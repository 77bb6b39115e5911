#include "base/colour.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

// Steps of lightness that are tried, from black to white.
constexpr int kSteps = 1000;

struct Hsl {
  double hue = 0, saturation = 0, lightness = 0;  // hue in sixths of a turn, the others 0 to 1
};

Hsl to_hsl(Colour colour) {
  const double red = colour.red / 255.0, green = colour.green / 255.0, blue = colour.blue / 255.0;
  const double most = std::max({red, green, blue}), least = std::min({red, green, blue});
  const double range = most - least;
  Hsl hsl{0, 0, (most + least) / 2};
  if (range == 0) return hsl;
  hsl.saturation = range / (1 - std::abs(2 * hsl.lightness - 1));
  if (most == red) {
    hsl.hue = std::fmod((green - blue) / range + 6, 6);
  } else if (most == green) {
    hsl.hue = (blue - red) / range + 2;
  } else {
    hsl.hue = (red - green) / range + 4;
  }
  return hsl;
}

Colour to_colour(const Hsl& hsl) {
  const double amplitude = hsl.saturation * std::min(hsl.lightness, 1 - hsl.lightness);
  const auto channel = [&](double offset) {
    const double k = std::fmod(offset + hsl.hue * 2, 12);
    const double value = hsl.lightness - amplitude * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
  };
  return {channel(0), channel(8), channel(4)};
}

double luminance(Colour colour) {
  const auto linear = [](std::uint8_t value) {
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
  const std::size_t width = (text.size() - 1) / 3;
  int values[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hex_value(text[1 + i * width]);
    const int low = hex_value(text[i * width + width]);
    if (high < 0 || low < 0) return std::nullopt;
    values[i] = high * 16 + low;
  }
  return Colour{static_cast<std::uint8_t>(values[0]), static_cast<std::uint8_t>(values[1]),
                static_cast<std::uint8_t>(values[2])};
}

std::string colour_text(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast(Colour first, Colour second) {
  const double a = luminance(first), b = luminance(second);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colour mixed(Colour colour, Colour other, int percent) {
  const auto mix = [&](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>((from * (100 - percent) + to * percent + 50) / 100);
  };
  return {mix(colour.red, other.red), mix(colour.green, other.green), mix(colour.blue, other.blue)};
}

std::optional<Colour> nearest_lightness(Colour colour, const std::function<bool(Colour)>& passes) {
  if (passes(colour)) return colour;
  const Hsl hsl = to_hsl(colour);
  const int start = static_cast<int>(std::lround(hsl.lightness * kSteps));
  for (int step = 1; step <= kSteps; ++step) {
    for (const int at : {start - step, start + step}) {
      if (at < 0 || at > kSteps) continue;
      const Colour tried = to_colour({hsl.hue, hsl.saturation, static_cast<double>(at) / kSteps});
      if (passes(tried)) return tried;
    }
  }
  return std::nullopt;
}

}  // namespace signpost
