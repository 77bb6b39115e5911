#include "config/brand.h"

#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/folder.h"
#include "base/text.h"
#include "files/file_kind.h"

namespace signpost {
namespace {

constexpr char kColourHelp[] =
    "write it in quotes, with a # and six digits or letters a to f: \"#4a2358\"";
constexpr std::uint64_t kMaxLogoBytes = std::uint64_t{200} * 1024;
constexpr std::uint64_t kMaxFontBytes = std::uint64_t{300} * 1024;

// Reads brand: with its place for messages.
class BrandReader {
 public:
  BrandReader(const std::filesystem::path& site_dir, const YamlMapSource& source,
              Diagnostics& diagnostics)
      : site_dir_(site_dir), source_(source), diagnostics_(diagnostics) {}

  Brand read(const YamlNode& node) {
    static constexpr std::string_view kKeys[] = {"colours", "logo", "name", "tagline", "font"};
    const YamlMap map(node, "brand", source_, kKeys, diagnostics_);
    Brand brand;
    if (const YamlNode* colours = map.find("colours")) read_colours(*colours, map, brand);
    read_logo(map, brand);
    brand.tagline = map.local_text("tagline");
    if (const YamlNode* font = map.find("font")) read_font(*font, brand);
    return brand;
  }

 private:
  [[nodiscard]] Place place_of(const YamlNode& node) const {
    return {std::string(source_.path), node.line, node.column, 0};
  }

  void wrong(const YamlNode& node, std::string message, std::string_view help) {
    diagnostics_.add(source_.rules.type, place_of(node), std::move(message), std::string(help));
  }

  std::optional<Colour> read_colour(const YamlNode& node, std::string_view name) {
    // An unquoted colour is a comment to YAML.
    if (node.type == YamlType::kNull) {
      wrong(node, fmt::format("the colour \"{}\" has no value", name), kColourHelp);
      return std::nullopt;
    }
    std::optional<Colour> colour = parse_colour(node.text);
    if (node.type != YamlType::kScalar || !colour) {
      wrong(node, fmt::format("\"{}\" is not a colour", node.text), kColourHelp);
      return std::nullopt;
    }
    return colour;
  }

  void read_colours(const YamlNode& node, const YamlMap& brand_map, Brand& brand) {
    if (node.type != YamlType::kMap) {
      brand_map.wrong("colours", "\"colours\" is no list of names with their colours",
                      "write it like this: colours: {main: \"#4a2358\"}");
      return;
    }
    for (const YamlEntry& entry : node.entries) {
      BrandColour colour{entry.key,
                         {},
                         std::nullopt,
                         {std::string(source_.path), entry.line, entry.column,
                          static_cast<std::uint32_t>(entry.key.size())}};
      const YamlNode* light = &entry.value;
      if (entry.value.type == YamlType::kMap) {
        static constexpr std::string_view kKeys[] = {"light", "dark"};
        const YamlMap map(entry.value, "a colour", source_, kKeys, diagnostics_);
        light = map.required("light");
        if (const YamlNode* dark = map.find("dark")) colour.dark = read_colour(*dark, entry.key);
      }
      const std::optional<Colour> value =
          light == nullptr ? std::nullopt : read_colour(*light, entry.key);
      if (!value) continue;
      colour.light = *value;
      brand.colours.push_back(std::move(colour));
    }
  }

  // Returns the path of a file of content/, or "" where there is none that can be used.
  std::string read_path(const YamlMap& map, std::string_view key, FileUse wanted,
                        std::uint64_t most_bytes, std::string_view help) {
    std::string path = map.text(key);
    if (path.empty()) return path;
    const std::string shown = fmt::format("content/{}", path);
    if (file_kind(path).use != wanted) {
      map.wrong(key, fmt::format("\"{}\" cannot be used here", path), help);
      return "";
    }
    const std::size_t known = diagnostics_.all().size();
    if (path.starts_with('/') || path.find("..") != path.npos ||
        inspect_path(site_dir_, shown, diagnostics_) != EntryKind::kFile) {
      if (diagnostics_.all().size() == known) {
        map.wrong(key, fmt::format("there is no file \"{}\"", shown),
                  "put the file into content/, and write its path from there");
      }
      return "";
    }
    const std::optional<std::string> bytes =
        read_site_file(site_dir_, shown, most_bytes, diagnostics_);
    return bytes ? path : "";
  }

  void read_logo(const YamlMap& map, Brand& brand) {
    brand.logo = read_path(map, "logo", FileUse::kPicture, kMaxLogoBytes,
                           "write the path of an SVG, PNG or WebP file below content/");
    brand.logo_place = map.place("logo");
    static constexpr std::string_view kForms[] = {"beside-logo", "in-logo"};
    const std::string form = map.text("name");
    if (form.empty() || form == kForms[0]) return;
    if (form != kForms[1]) {
      map.wrong("name", fmt::format("\"name\" cannot be \"{}\"", form),
                did_you_mean_or(form, kForms, "write beside-logo or in-logo"));
    } else if (brand.logo.empty()) {
      map.wrong("name", "the name cannot be in the logo: there is no logo",
                "write the logo's file under \"logo\", or leave \"name\" out");
    } else {
      brand.is_name_in_logo = true;
    }
  }

  void read_font(const YamlNode& node, Brand& brand) {
    static constexpr std::string_view kKeys[] = {"name", "regular", "bold"};
    static constexpr char kHelp[] = "write the path of a .woff2 file below content/";
    const YamlMap map(node, "brand.font", source_, kKeys, diagnostics_);
    brand.font_name = map.required_text("name");
    map.required("regular");
    for (const auto& [key, weight] : {std::pair{kKeys[1], 400}, {kKeys[2], 700}}) {
      std::string path = read_path(map, key, FileUse::kFont, kMaxFontBytes, kHelp);
      if (path.empty()) continue;
      brand.fonts.push_back({std::move(path), weight, map.place(key)});
    }
  }

  const std::filesystem::path& site_dir_;
  const YamlMapSource& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

Brand read_brand(const YamlNode& node, const std::filesystem::path& site_dir,
                 const YamlMapSource& source, Diagnostics& diagnostics) {
  return BrandReader(site_dir, source, diagnostics).read(node);
}

}  // namespace signpost
