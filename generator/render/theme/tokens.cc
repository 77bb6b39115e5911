#include "render/theme/tokens.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"
#include "render/theme/palette.h"

namespace signpost {
namespace {

constexpr YamlMapRules kThemeRules{"theme-file", "theme-file", "theme-file", "theme-file"};
constexpr std::string_view kTypeHelp = "see colours in the theme's README";

// What a custom property may be called and hold: nothing that ends its rule.
bool is_token_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_token_value(std::string_view value) {
  return !value.empty() && value.find_first_of(";{}<>\\\n") == value.npos;
}

class TokenReader {
 public:
  TokenReader(std::string_view path, const Brand& brand, Diagnostics& diagnostics)
      : path_(path),
        source_{path_, kThemeRules, kTypeHelp},
        brand_(brand),
        diagnostics_(diagnostics) {}

  Tokens read(const YamlNode& root) {
    if (const YamlNode* colours = map_of(root, "colours")) {
      for (const YamlEntry& entry : colours->entries) read_colour(entry);
    }
    if (const YamlNode* pairs = root.find("contrast")) {
      for (const YamlNode& item : pairs->items) read_pair(item);
    }
    const Palette palette = make_palette(colours_, pairs_, brand_, path_, diagnostics_);
    Tokens tokens;
    std::string wide, paper;
    std::string base = font_faces(root) + ":root{";
    if (!palette.light.empty()) base += "color-scheme:light dark;";
    base += declarations(palette.light);
    if (const YamlNode* values = map_of(root, "tokens")) {
      for (const YamlEntry& entry : values->entries) read_value(entry, base, wide, paper);
    }
    base += font_token(root);
    tokens.css = base + "}";
    if (!palette.dark.empty()) {
      tokens.css += "@media screen and (prefers-color-scheme:dark){:root{" +
                    declarations(changed(palette.light, palette.dark)) + "}}";
    }
    if (!wide.empty()) tokens.css += "@media screen and (min-width:40rem){:root{" + wide + "}}";
    if (!paper.empty()) tokens.css += "@media print{:root{" + paper + "}}";
    if (tokens.css == ":root{}") tokens.css.clear();
    read_frame(root, palette, tokens);
    return tokens;
  }

 private:
  [[nodiscard]] Place place_of(const YamlNode& node) const {
    return {path_, node.line, node.column, 0};
  }

  void wrong(Place place, std::string message, std::string help) {
    diagnostics_.add("theme-file", std::move(place), std::move(message), std::move(help));
  }

  const YamlNode* map_of(const YamlNode& root, std::string_view key) {
    const YamlNode* node = root.find(key);
    if (node == nullptr || node->type == YamlType::kMap) return node;
    wrong(place_of(*node), fmt::format("\"{}\" is no map of names", key), std::string(kTypeHelp));
    return nullptr;
  }

  bool check_name(const YamlEntry& entry) {
    if (is_token_name(entry.key)) return true;
    wrong({path_, entry.line, entry.column, 0},
          fmt::format("\"{}\" cannot be the name of a token", entry.key),
          "use small letters, digits and hyphens");
    return false;
  }

  Colour colour_of(const YamlMap& map, std::string_view key) {
    const std::string text = map.required_text(key);
    const std::optional<Colour> colour = parse_colour(text);
    if (!colour && !text.empty()) {
      map.wrong(key, fmt::format("\"{}\" is not a colour", text),
                "write it in quotes, with a # and six digits or letters a to f: \"#4a2358\"");
    }
    return colour.value_or(Colour());
  }

  void read_colour(const YamlEntry& entry) {
    static constexpr std::string_view kKeys[] = {"light", "dark", "from", "mix"};
    if (!check_name(entry)) return;
    const YamlMap map(entry.value, "a colour", source_, kKeys, diagnostics_);
    ThemeColour colour{entry.key,
                       colour_of(map, "light"),
                       colour_of(map, "dark"),
                       map.text("from"),
                       100,
                       {path_, entry.line, entry.column, 0}};
    if (const std::string mix = map.number("mix"); !mix.empty()) {
      colour.mix = std::min(std::stoi(mix), 100);
    }
    colours_.push_back(std::move(colour));
  }

  void read_pair(const YamlNode& item) {
    static constexpr std::string_view kKeys[] = {"text", "shape", "on"};
    const YamlMap map(item, "a pair of colours", source_, kKeys, diagnostics_);
    for (const auto& [key, least] : {std::pair{kKeys[0], 7.0}, {kKeys[1], 4.5}}) {
      if (map.find(key) == nullptr) continue;
      for (const std::string& front : known(map, key)) {
        for (const std::string& back : known(map, "on")) {
          pairs_.push_back({front, back, least, key == kKeys[0]});
        }
      }
    }
  }

  // Returns the names under `key` that are colours. The others are reported.
  std::vector<std::string> known(const YamlMap& map, std::string_view key) {
    std::vector<std::string> names = map.required_texts(key);
    std::erase_if(names, [&](const std::string& name) {
      if (std::ranges::find(colours_, name, &ThemeColour::name) != colours_.end()) return false;
      std::vector<std::string_view> all;
      for (const ThemeColour& colour : colours_) all.emplace_back(colour.name);
      map.wrong(key, fmt::format("there is no colour \"{}\"", name),
                all.empty() ? "name it under colours" : did_you_mean_one_of(name, all));
      return true;
    });
    return names;
  }

  // "18px", or a map {phone: 18px, wide: 19px, print: 12pt}.
  void read_value(const YamlEntry& entry, std::string& base, std::string& wide,
                  std::string& paper) {
    if (!check_name(entry)) return;
    static constexpr std::string_view kKeys[] = {"phone", "wide", "print"};
    const auto add = [&](const YamlNode& node, std::string& rules) {
      if (node.type == YamlType::kScalar && is_token_value(node.text)) {
        rules += fmt::format("--{}:{};", entry.key, node.text);
      } else {
        wrong(place_of(node), fmt::format("\"{}\" has no value of a style sheet", entry.key),
              "write one value, such as 18px");
      }
    };
    if (entry.value.type != YamlType::kMap) return add(entry.value, base);
    const YamlMap map(entry.value, "a token", source_, kKeys, diagnostics_);
    if (const YamlNode* node = map.required("phone")) add(*node, base);
    if (const YamlNode* node = map.find("wide")) add(*node, wide);
    if (const YamlNode* node = map.find("print")) add(*node, paper);
  }

  // Returns the colours of dark screens that are not those of light ones.
  static std::vector<std::pair<std::string, Colour>> changed(
      std::span<const std::pair<std::string, Colour>> light,
      std::vector<std::pair<std::string, Colour>> dark) {
    std::erase_if(dark, [&](const auto& each) {
      return std::ranges::any_of(light, [&](const auto& other) {
        return other.first == each.first && colour_text(other.second) == colour_text(each.second);
      });
    });
    return dark;
  }

  static std::string declarations(const std::vector<std::pair<std::string, Colour>>& colours) {
    std::string text;
    for (const auto& [name, colour] : colours) {
      text += fmt::format("--{}:{};", name, colour_text(colour));
    }
    return text;
  }

  // Style sheets lie in assets/, files of content/ in the folders that they have there.
  std::string font_faces(const YamlNode& root) {
    std::string text;
    for (const BrandFont& font : brand_.fonts) {
      text += fmt::format(
          "@font-face{{font-family:brand;src:url(\"../{}\") format(\"woff2\");"
          "font-weight:{};font-display:swap}}",
          font.path, font.weight);
    }
    if (!text.empty() && font_of(root) == nullptr) {
      diagnostics_.add("config-type", brand_.fonts.front().place,
                       "the theme has no token \"font\", so a font does nothing",
                       "leave \"font\" out, or use another theme");
    }
    return text;
  }

  static const YamlNode* font_of(const YamlNode& root) {
    const YamlNode* tokens = root.find("tokens");
    return tokens == nullptr ? nullptr : tokens->find("font");
  }

  // The service's font before the theme's, which stands after it in the rule.
  [[nodiscard]] std::string font_token(const YamlNode& root) const {
    const YamlNode* font = font_of(root);
    if (brand_.fonts.empty() || font == nullptr) return "";
    return fmt::format("--font:brand,{};", font->text);
  }

  void read_frame(const YamlNode& root, const Palette& palette, Tokens& tokens) {
    const YamlNode* node = root.find("colour");
    if (node == nullptr) return;
    tokens.frame_light = palette.text(node->text, false);
    tokens.frame_dark = palette.text(node->text, true);
    if (!tokens.frame_light.empty()) return;
    if (parse_colour(node->text)) {
      tokens.frame_light = node->text;
      return;
    }
    wrong(place_of(*node), fmt::format("\"{}\" is no colour of the theme", node->text),
          "write the name of one of its colours");
  }

  std::string path_;
  YamlMapSource source_;
  const Brand& brand_;
  Diagnostics& diagnostics_;
  std::vector<ThemeColour> colours_;
  std::vector<ColourPair> pairs_;
};

}  // namespace

Tokens read_tokens(const YamlNode& root, std::string_view path, const Brand& brand,
                   Diagnostics& diagnostics) {
  return TokenReader(path, brand, diagnostics).read(root);
}

}  // namespace signpost
