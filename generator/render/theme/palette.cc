#include "render/theme/palette.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace signpost {
namespace {

using Colours = std::vector<std::pair<std::string, Colour>>;
// Of one finding at most this many are told: one wrong colour is in many pairs.
constexpr std::size_t kMaxPairsNamed = 3;

const Colour* find_colour(const Colours& colours, std::string_view name) {
  const auto found = std::ranges::find(colours, name, &std::pair<std::string, Colour>::first);
  return found == colours.end() ? nullptr : &found->second;
}

class PaletteMaker {
 public:
  PaletteMaker(std::span<const ThemeColour> colours, std::span<const ColourPair> pairs,
               const Brand& brand)
      : theme_(colours), pairs_(pairs), brand_(brand) {}

  // Returns the light or the dark colours. `tried` stands in for the service's colour of its name.
  [[nodiscard]] Colours make(bool is_dark, const BrandColour* tried = nullptr) const {
    Colours colours;
    for (const ThemeColour& each : theme_) {
      colours.emplace_back(each.name, is_dark ? each.dark : each.light);
    }
    for (std::size_t i = 0; i < theme_.size(); ++i) {
      const ThemeColour& each = theme_[i];
      const BrandColour* own = source_of(each, tried);
      if (own == nullptr) continue;
      const bool is_given = !is_dark || own->dark.has_value();
      Colour value = is_dark ? own->dark.value_or(own->light) : own->light;
      if (own->name != each.name) value = derived(each, value, colours, is_dark);
      colours[i].second = value;
      if (is_given) continue;
      const auto passes = [&](Colour colour) {
        colours[i].second = colour;
        return failing(colours, each.name).empty();
      };
      const std::optional<Colour> nearest = nearest_lightness(value, passes);
      colours[i].second = nearest.value_or(value);
    }
    return colours;
  }

  // Returns the pairs that cannot be told apart well enough: all of them, or those of one name.
  [[nodiscard]] std::vector<const ColourPair*> failing(const Colours& colours,
                                                       std::string_view name = {}) const {
    std::vector<const ColourPair*> found;
    for (const ColourPair& pair : pairs_) {
      if (!name.empty() && pair.front != name && pair.back != name) continue;
      const Colour* front = find_colour(colours, pair.front);
      const Colour* back = find_colour(colours, pair.back);
      if (front != nullptr && back != nullptr && contrast(*front, *back) < pair.least) {
        found.push_back(&pair);
      }
    }
    return found;
  }

  // Returns the service's colour that makes the theme's, or nullptr.
  [[nodiscard]] const BrandColour* source_of(const ThemeColour& colour,
                                             const BrandColour* tried = nullptr) const {
    for (const std::string& name : {colour.name, colour.from}) {
      if (name.empty()) continue;
      if (tried != nullptr && tried->name == name) return tried;
      const auto own = std::ranges::find(brand_.colours, name, &BrandColour::name);
      if (own != brand_.colours.end()) return &*own;
    }
    return nullptr;
  }

  [[nodiscard]] const ThemeColour* theme_colour(std::string_view name) const {
    const auto found = std::ranges::find(theme_, name, &ThemeColour::name);
    return found == theme_.end() ? nullptr : &*found;
  }

  // Returns the value nearest to the service's colour with which none of the pairs that it is in
  // fails, or nothing.
  [[nodiscard]] std::optional<Colour> nearest(const BrandColour& own, bool is_dark) const {
    BrandColour tried = own;
    const auto passes = [&](Colour colour) {
      (is_dark ? tried.dark.emplace() : tried.light) = colour;
      const Colours colours = make(is_dark, &tried);
      return std::ranges::none_of(failing(colours), [&](const ColourPair* pair) {
        return is_made_of(pair->front, own) || is_made_of(pair->back, own);
      });
    };
    return nearest_lightness(is_dark ? own.dark.value_or(own.light) : own.light, passes);
  }

  [[nodiscard]] bool is_made_of(std::string_view name, const BrandColour& own) const {
    const ThemeColour* colour = theme_colour(name);
    return colour != nullptr && source_of(*colour) == &own;
  }

 private:
  Colour derived(const ThemeColour& colour, Colour value, const Colours& colours,
                 bool is_dark) const {
    if (colour.mix == 100) return value;
    const Colour* page = find_colour(colours, "page");
    const Colour paper = is_dark ? Colour{0, 0, 0} : Colour{255, 255, 255};
    return mixed(page == nullptr ? paper : *page, value, colour.mix);
  }

  std::span<const ThemeColour> theme_;
  std::span<const ColourPair> pairs_;
  const Brand& brand_;
};

// Rounded down: 6.996 is not 7.
std::string ratio_text(double ratio) {
  return fmt::format("{:.2f}", static_cast<int>(ratio * 100) / 100.0);
}

std::string pair_text(const ColourPair& pair, const Colours& colours) {
  const Colour front = *find_colour(colours, pair.front);
  const Colour back = *find_colour(colours, pair.back);
  return fmt::format("\"{}\" ({}) on \"{}\" ({}) has {} to 1 and needs {:g}", pair.front,
                     colour_text(front), pair.back, colour_text(back),
                     ratio_text(contrast(front, back)), pair.least);
}

// One finding for all pairs that one colour spoils.
void report(std::span<const ColourPair* const> pairs, const Colours& colours, bool is_dark,
            const Place& place, const std::string& help, Diagnostics& diagnostics) {
  std::string message =
      fmt::format("colours that cannot be read{}: ", is_dark ? " on a dark screen" : "");
  for (std::size_t i = 0; i < std::min(pairs.size(), kMaxPairsNamed); ++i) {
    message += (i == 0 ? "" : "; ") + pair_text(*pairs[i], colours);
  }
  if (pairs.size() > kMaxPairsNamed) {
    message += fmt::format("; and {} more", pairs.size() - kMaxPairsNamed);
  }
  diagnostics.add("theme-contrast", place, std::move(message), help);
}

void check_mode(const PaletteMaker& maker, const Brand& brand, bool is_dark, const Colours& colours,
                Diagnostics& diagnostics) {
  std::vector<const ColourPair*> left = maker.failing(colours);
  for (const BrandColour& own : brand.colours) {
    std::vector<const ColourPair*> spoilt;
    std::erase_if(left, [&](const ColourPair* pair) {
      const bool is_its = maker.is_made_of(pair->front, own) || maker.is_made_of(pair->back, own);
      if (is_its) spoilt.push_back(pair);
      return is_its;
    });
    if (spoilt.empty()) continue;
    const std::optional<Colour> nearest = maker.nearest(own, is_dark);
    report(spoilt, colours, is_dark, own.place,
           nearest ? fmt::format("the nearest \"{}\" that passes is \"{}\"", own.name,
                                 colour_text(*nearest))
                   : fmt::format("take another \"{}\": none as light or dark passes", own.name),
           diagnostics);
  }
  for (const ColourPair* pair : left) {
    const Colour back = *find_colour(colours, pair->back);
    const std::optional<Colour> nearest =
        nearest_lightness(*find_colour(colours, pair->front),
                          [&](Colour colour) { return contrast(colour, back) >= pair->least; });
    const ThemeColour* colour = maker.theme_colour(pair->front);
    report({&pair, 1}, colours, is_dark, colour->place,
           fmt::format("the nearest \"{}\" that passes is \"{}\"", pair->front,
                       colour_text(nearest.value_or(Colour()))),
           diagnostics);
  }
}

void check_names(std::span<const ThemeColour> colours, const Brand& brand,
                 std::string_view theme_path, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const ThemeColour& colour : colours) {
    if (!colour.from.empty() && std::ranges::find(names, colour.from) == names.end()) {
      names.emplace_back(colour.from);
    }
  }
  for (const ThemeColour& colour : colours) names.emplace_back(colour.name);
  for (const BrandColour& own : brand.colours) {
    if (std::ranges::find(names, own.name) != names.end()) continue;
    diagnostics.add("config-type", own.place,
                    fmt::format("the theme has no colour \"{}\"", own.name),
                    names.empty() ? fmt::format("{} names none: leave \"colours\" out", theme_path)
                                  : did_you_mean_one_of(own.name, names));
  }
}

}  // namespace

std::string Palette::text(std::string_view name, bool is_dark) const {
  const Colour* colour = find_colour(is_dark ? dark : light, name);
  return colour == nullptr ? "" : colour_text(*colour);
}

Palette make_palette(std::span<const ThemeColour> colours, std::span<const ColourPair> pairs,
                     const Brand& brand, std::string_view theme_path, Diagnostics& diagnostics) {
  check_names(colours, brand, theme_path, diagnostics);
  const PaletteMaker maker(colours, pairs, brand);
  Palette palette{maker.make(false), maker.make(true)};
  for (const bool is_dark : {false, true}) {
    check_mode(maker, brand, is_dark, is_dark ? palette.dark : palette.light, diagnostics);
  }
  return palette;
}

}  // namespace signpost
