#include "render/theme/theme.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file_names.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/yaml.h"
#include "render/theme/theme_files.h"
#include "render/theme/tokens.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

std::vector<TemplateSource> read_templates(const ThemeFiles& files, Diagnostics& diagnostics) {
  std::vector<TemplateSource> templates;
  for (const auto& [name, file] : files) {
    if (!name.ends_with(".mustache")) continue;
    std::optional<std::string> text = read_text(file, diagnostics);
    if (!text) continue;
    const std::string stem = name.substr(0, name.size() - std::string_view(".mustache").size());
    templates.push_back({stem, file.shown_path, std::move(*text)});
  }
  return templates;
}

std::string hashed_url(std::string_view name, std::string_view bytes) {
  const fs::path file = fs::path(name).filename();
  return "assets/" + file.stem().string() + "." + sha256_hex(bytes).substr(0, 10) +
         file.extension().string();
}

// Points the style sheet's own `../images/x` at the hashed file, which lies beside it.
std::string with_hashed_urls(std::string text, std::span<const ThemeAsset> others) {
  for (const ThemeAsset& other : others) {
    const std::string written = "../" + other.name;
    const std::string hashed = fs::path(other.file.url).filename().string();
    for (std::size_t at = text.find(written); at != text.npos; at = text.find(written, at)) {
      text.replace(at, written.size(), hashed);
      at += hashed.size();
    }
  }
  return text;
}

bool has_right_to_left(const Config& config) {
  return std::any_of(config.languages.begin(), config.languages.end(),
                     [](const Language& language) { return language.dir == "rtl"; });
}

// Why a file of the theme or one of its folders cannot lie on Windows, or "".
std::string path_mistake(std::string_view path) {
  for (const std::string_view name : split(path, '/')) {
    if (std::string mistake = windows_name_mistake(name); !mistake.empty()) return mistake;
  }
  return "";
}

std::vector<ThemeAsset> read_assets(const Config& config, const ThemeFiles& files,
                                    Diagnostics& diagnostics) {
  std::vector<ThemeAsset> assets;  // in order: fonts, images, scripts, styles
  for (const auto& [name, file] : files) {
    if (name.ends_with(".mustache") || name.ends_with(".yaml")) continue;
    if (name.ends_with(".rtl.css") && !has_right_to_left(config)) continue;
    if (const std::string mistake = path_mistake(name); !mistake.empty()) {
      diagnostics.add("name-invalid", {file.shown_path, 0, 0, 0},
                      fmt::format("\"{}\" {}", file.shown_path, mistake),
                      "give the file another name");
      continue;
    }
    std::optional<std::string> bytes =
        read_file(file.path, file.shown_path, kMaxThemeFileBytes, diagnostics);
    if (!bytes) continue;
    if (name.ends_with(".css")) bytes = with_hashed_urls(std::move(*bytes), assets);
    const std::string url = hashed_url(name, *bytes);
    assets.push_back({name, {url, std::move(*bytes)}});
  }
  return assets;
}

struct ThemeYaml {
  std::string path = "theme.yaml";
  YamlNode root;
};

ThemeYaml read_theme_yaml(const ThemeFiles& files, Diagnostics& diagnostics) {
  ThemeYaml yaml;
  const auto file = files.find("theme.yaml");
  if (file == files.end()) return yaml;
  yaml.path = file->second.shown_path;
  yaml.root =
      parse_yaml(read_text(file->second, diagnostics).value_or(""), yaml.path, 1, diagnostics);
  static constexpr std::string_view kKeys[] = {"name",          "styles", "more_styles", "scripts",
                                               "search_script", "icon",   "colour",      "colours",
                                               "contrast",      "tokens", "parent"};
  for (const YamlEntry& entry : yaml.root.entries) {
    if (std::ranges::find(kKeys, entry.key) != std::end(kKeys)) continue;
    diagnostics.add(
        "theme-file",
        {yaml.path, entry.line, entry.column, static_cast<std::uint32_t>(entry.key.size())},
        fmt::format("a theme has no key \"{}\"", entry.key), did_you_mean_one_of(entry.key, kKeys));
  }
  return yaml;
}

// Adds what `parent` has and `node` lacks, key by key; also of maps in them.
void add_missing(const YamlNode& parent, YamlNode& node) {
  if (node.type == YamlType::kNull) node.type = parent.type;
  if (parent.type != YamlType::kMap || node.type != YamlType::kMap) return;
  for (const YamlEntry& entry : parent.entries) {
    const auto own = std::ranges::find(node.entries, entry.key, &YamlEntry::key);
    if (own == node.entries.end()) {
      node.entries.push_back(entry);
    } else {
      add_missing(entry.value, own->value);
    }
  }
}

void name_assets(const ThemeYaml& yaml, Theme& theme, Diagnostics& diagnostics) {
  const std::pair<std::string_view, std::string*> fields[] = {
      {"styles", &theme.style},
      {"scripts", &theme.script},
      {"search_script", &theme.search_script},
      {"icon", &theme.icon}};
  for (const auto& [key, value] : fields) {
    const YamlNode* node = yaml.root.find(key);
    if (node == nullptr) continue;
    *value = node->text;
    if (value->empty() || theme.find_asset(*value) != nullptr) continue;
    diagnostics.add("theme-file", {yaml.path, node->line, node->column, 0},
                    "the theme has no file \"" + *value + "\"");
    value->clear();
  }
}

// Returns how near to the site the layer is that has the file: 0 for the site's own.
std::size_t layer_of(const Layers& layers, const std::string& name) {
  if (layers.own.contains(name)) return 0;
  if (layers.program.contains(name)) return 1;
  const auto parent = std::ranges::find_if(
      layers.parents, [&](const ThemeFiles& files) { return files.contains(name); });
  return 2 + static_cast<std::size_t>(parent - layers.parents.begin());
}

// Reads which style sheets belong to which classes. They add to the main one: where a nearer theme
// has a main one of its own, those of its parents are left out, as what they add to is.
void read_more_styles(const ThemeYaml& yaml, const Layers& layers, Theme& theme,
                      Diagnostics& diagnostics) {
  const YamlNode* node = yaml.root.find("more_styles");
  if (node == nullptr) return;
  const auto wrong = [&](const YamlNode& at, std::string message) {
    diagnostics.add(
        "theme-file", {yaml.path, at.line, at.column, 0}, std::move(message),
        "write \"more_styles:\" and below it, indented, \"styles/charts.css: [my-chart]\"");
  };
  if (node->type != YamlType::kMap) return wrong(*node, "\"more_styles\" has no style sheets");
  for (const YamlEntry& entry : node->entries) {
    if (theme.find_asset(entry.key) == nullptr) {
      diagnostics.add("theme-file", {yaml.path, entry.line, entry.column, 0},
                      fmt::format("the theme has no file \"{}\"", entry.key));
      continue;
    }
    MoreStyle more{entry.key, {}};
    for (const YamlNode& item : entry.value.items) {
      if (item.type == YamlType::kScalar && !item.text.empty()) more.classes.push_back(item.text);
    }
    if (more.classes.empty() || more.classes.size() != entry.value.items.size()) {
      wrong(entry.value, fmt::format("\"{}\" needs a list of classes", entry.key));
      continue;
    }
    if (layer_of(layers, theme.style) >= layer_of(layers, entry.key)) {
      theme.more_styles.push_back(std::move(more));
      continue;
    }
    const std::string mirrored = entry.key.substr(0, entry.key.size() - 4) + ".rtl.css";
    std::erase_if(theme.assets, [&](const ThemeAsset& asset) {
      return asset.name == entry.key || asset.name == mirrored;
    });
  }
}

// Puts the tokens before the style sheet of `theme` and before its mirrored twin.
void add_tokens(const Config& config, const ThemeYaml& yaml, Theme& theme,
                Diagnostics& diagnostics) {
  Tokens tokens = read_tokens(yaml.root, yaml.path, config.brand, diagnostics);
  theme.colour = std::move(tokens.frame_light);
  theme.dark_colour = std::move(tokens.frame_dark);
  if (tokens.css.empty() || !theme.style.ends_with(".css")) return;
  const std::string stem = theme.style.substr(0, theme.style.size() - 4);
  for (ThemeAsset& asset : theme.assets) {
    if (asset.name != theme.style && asset.name != stem + ".rtl.css") continue;
    asset.file.bytes.insert(0, tokens.css);
    asset.file.url = hashed_url(asset.name, asset.file.bytes);
  }
}

}  // namespace

bool Theme::has_layouts() const {
  return std::ranges::any_of(
      templates, [](const TemplateSource& source) { return source.name.starts_with("layouts/"); });
}

const ThemeAsset* Theme::find_asset(std::string_view asset_name) const {
  const auto found = std::find_if(assets.begin(), assets.end(), [&](const ThemeAsset& asset) {
    return asset.name == asset_name;
  });
  return found == assets.end() ? nullptr : &*found;
}

fs::path find_share_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  for (const fs::path& share :
       {folder / "share/signpost", folder.parent_path() / "share/signpost"}) {
    if (!error && fs::is_directory(share, error)) return share;
    error.clear();
  }
  return {};
}

Theme load_theme(const Config& config, const fs::path& share_folder, Diagnostics& diagnostics) {
  Theme theme;
  theme.name = config.theme;
  const std::size_t known = diagnostics.all().size();
  const Layers layers = list_layers(config, share_folder, ThemePart::kRest, diagnostics);
  const bool has_bad_parent = diagnostics.all().size() != known;
  const ThemeFiles files = merged_files(layers);
  theme.templates = read_templates(files, diagnostics);
  for (TemplateSource& source : theme.templates) {
    source.is_own = layers.own.contains(source.name + ".mustache");
  }
  if (std::ranges::any_of(theme.templates, &TemplateSource::is_own)) {
    theme.program_templates =
        read_templates(list_program_templates(share_folder, diagnostics), diagnostics);
  }
  theme.shipped_directives = read_templates(layers.shipped, diagnostics);
  if (!theme.has_layouts()) {
    // Without its parent a theme has none, which is said already.
    if (has_bad_parent) return theme;
    diagnostics.add("theme-missing", {"site-config.yaml", 0, 0, 0},
                    "there is no theme \"" + config.theme + "\"",
                    "write \"theme: signpost\", or add templates in themes/" + config.theme);
    return theme;
  }
  theme.assets = read_assets(config, files, diagnostics);
  ThemeYaml yaml = read_theme_yaml(files, diagnostics);
  for (const ThemeFiles& parent : layers.parents) {
    add_missing(read_theme_yaml(parent, diagnostics).root, yaml.root);
  }
  name_assets(yaml, theme, diagnostics);
  read_more_styles(yaml, layers, theme, diagnostics);
  add_tokens(config, yaml, theme, diagnostics);
  return theme;
}

std::vector<OutputFile> collect_assets(const Theme& theme) {
  std::map<std::string_view, const OutputFile*> by_url;
  for (const ThemeAsset& asset : theme.assets) by_url.emplace(asset.file.url, &asset.file);
  std::vector<OutputFile> files;
  files.reserve(by_url.size());
  for (const auto& [url, file] : by_url) files.push_back(*file);
  return files;
}

}  // namespace signpost
