#include "render/theme/theme.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/yaml.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxFileBytes = 8 << 20;
constexpr std::size_t kMaxFiles = 2'000;
constexpr std::string_view kFallbackLanguage = "en";
constexpr std::string_view kShippedTheme = "signpost";

// A file of the theme: the site's own where it has one. `name` is its place in the theme.
struct ThemeFile {
  fs::path path;
  std::string shown_path;
};
using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;

// Words are read before any page is, the rest of a theme when pages are rendered. Directives, with
// the partials that they need, are what a theme may leave to "signpost", as it may words.
enum class ThemePart : std::uint8_t { kWords, kRest, kDirectives };

bool is_wanted(std::string_view name, ThemePart part) {
  const std::size_t slash = name.find('/');
  const std::string_view room = name.substr(0, slash);
  if (part == ThemePart::kWords) return room == "i18n" && name.ends_with(".yaml");
  if (room == "directives" || room == "partials") return name.ends_with(".mustache");
  if (part == ThemePart::kDirectives) return false;
  if (slash == name.npos) return name == "theme.yaml";
  if (room == "layouts") return name.ends_with(".mustache");
  if (room == "styles") return name.ends_with(".css");
  if (room == "scripts") return name.ends_with(".js");
  return room == "images" || room == "fonts";
}

// Returns the files below `folder`, those above them in `shown_folder` for diagnostics.
ThemeFiles list_files(const fs::path& folder, const std::string& shown_folder, ThemePart part,
                      Diagnostics& diagnostics) {
  ThemeFiles files;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const std::string name = walk->path().lexically_relative(folder).generic_string();
    if (walk->path().filename().string().starts_with('.') || walk.depth() > 4) {
      walk.disable_recursion_pending();
    } else if (is_wanted(name, part) && files.size() < kMaxFiles) {
      const std::string shown_path = fmt::format("{}/{}", shown_folder, name);
      std::error_code not_a_file;
      if (walk->is_symlink(not_a_file) || !walk->is_regular_file(not_a_file)) {
        diagnostics.add("theme-file", {shown_path, 0, 0, 0},
                        "\"" + name + "\" of the theme is not a plain file",
                        "put the file itself there");
      } else {
        files.emplace(name, ThemeFile{walk->path(), shown_path});
      }
    }
  }
  return files;
}

struct Layers {
  ThemeFiles own, program;  // own: the site's
  // Of the theme that comes with the program, for what a theme of another name lacks.
  ThemeFiles shipped = {};
};

bool is_folder_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

Layers list_layers(const Config& config, const fs::path& share_folder, ThemePart part,
                   Diagnostics& diagnostics) {
  Layers layers;
  if (!is_folder_name(config.theme)) return layers;
  const std::string shown_own = "themes/" + config.theme;
  const fs::path program = share_folder / "themes" / config.theme;
  layers.own = list_files(config.site_dir / shown_own, shown_own, part, diagnostics);
  if (!share_folder.empty()) {
    layers.program = list_files(program, program.generic_string(), part, diagnostics);
  }
  if (!share_folder.empty() && config.theme != kShippedTheme) {
    const fs::path shipped = share_folder / "themes" / kShippedTheme;
    layers.shipped =
        list_files(shipped, shipped.generic_string(),
                   part == ThemePart::kRest ? ThemePart::kDirectives : part, diagnostics);
  }
  return layers;
}

std::optional<std::string> read_text(const ThemeFile& file, Diagnostics& diagnostics) {
  std::optional<std::string> text =
      read_file(file.path, file.shown_path, kMaxFileBytes, diagnostics);
  if (text && find_invalid_utf8(*text)) {
    diagnostics.add("theme-file", {file.shown_path, 0, 0, 0}, "the file is not UTF-8 text",
                    "save it as UTF-8");
    return std::nullopt;
  }
  return text;
}

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

// Reads the forms of a string for numbers: a text for each plural category that the language has.
std::optional<Phrase> read_forms(const ThemeFile& file, const YamlEntry& entry,
                                 Diagnostics& diagnostics) {
  Phrase phrase;
  for (const YamlEntry& form : entry.value.entries) {
    if (std::ranges::find(kPluralCategories, form.key) == std::end(kPluralCategories)) {
      diagnostics.add("theme-file", {file.shown_path, form.line, form.column, 0},
                      fmt::format("\"{}\" is no form of the string \"{}\"", form.key, entry.key),
                      did_you_mean_or(form.key, kPluralCategories,
                                      fmt::format("use {}", fmt::join(kPluralCategories, ", "))));
    } else {
      phrase.forms[form.key] = form.value.text;
    }
  }
  const auto other = phrase.forms.find("other");
  if (other == phrase.forms.end()) {
    diagnostics.add("theme-file", {file.shown_path, entry.line, entry.column, 0},
                    fmt::format("the string \"{}\" has no form \"other\"", entry.key),
                    "add the form for all numbers that no other form is for");
    return std::nullopt;
  }
  phrase.text = other->second;
  return phrase;
}

// Adds the strings of one file to `strings`; one there already is replaced.
void read_strings(const ThemeFile& file, Phrases& strings, Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_text(file, diagnostics);
  if (!text) return;
  for (const YamlEntry& entry : parse_yaml(*text, file.shown_path, 1, diagnostics).entries) {
    if (entry.value.type == YamlType::kScalar) {
      strings[entry.key] = Phrase{entry.value.text};
    } else if (entry.value.type == YamlType::kMap) {
      if (std::optional<Phrase> phrase = read_forms(file, entry, diagnostics)) {
        strings[entry.key] = std::move(*phrase);
      }
    } else {
      diagnostics.add("theme-file", {file.shown_path, entry.line, entry.column, 0},
                      "the string \"" + entry.key + "\" is not text", "write the words after it");
    }
  }
}

// Returns the strings of `language` ("en-GB": of en-GB.yaml, else en.yaml), empty without a file.
Phrases strings_of(const Layers& layers, std::string_view language, Diagnostics& diagnostics) {
  Phrases strings;
  const std::string tag(language);
  for (const std::string& each : {tag.substr(0, tag.find('-')), tag}) {
    for (const ThemeFiles* files : {&layers.shipped, &layers.program, &layers.own}) {
      const auto file = files->find("i18n/" + each + ".yaml");
      if (file != files->end()) read_strings(file->second, strings, diagnostics);
    }
    if (each == tag) break;
  }
  return strings;
}

bool is_english(std::string_view language) {
  return language.substr(0, language.find('-')) == kFallbackLanguage;
}

// Returns the strings of `language`, completed from `fallback`.
Phrases complete_strings(const Config& config, const Layers& layers, const std::string& language,
                         const Phrases& fallback, Diagnostics& diagnostics) {
  Phrases strings = strings_of(layers, language, diagnostics);
  const std::string file = "themes/" + config.theme + "/i18n/" + language + ".yaml";
  if (strings.empty()) {
    diagnostics.add("theme-string-missing", {"site-config.yaml", 0, 0, 0},
                    "the theme has no words in the language \"" + language + "\"",
                    "make the file " + file + " with the keys of en.yaml");
    for (auto& [key, phrase] : strings = fallback) phrase.is_english = true;
    return strings;
  }
  for (const auto& [key, phrase] : strings) {
    if (fallback.contains(key)) continue;
    diagnostics.add("theme-string-unknown", {file, 0, 0, 0},
                    "the theme uses no string \"" + key + "\"", "delete it");
  }
  for (const auto& [key, phrase] : fallback) {
    const auto [own, is_missing] = strings.emplace(key, phrase);
    if (!is_missing) continue;
    own->second.is_english = !is_english(language);
    diagnostics.add(
        "theme-string-missing", {file, 0, 0, 0},
        fmt::format("the string \"{}\" is missing in the language \"{}\"", key, language),
        fmt::format("add a line: {}: and the words for \"{}\"", key, phrase.text));
  }
  return strings;
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

std::vector<ThemeAsset> read_assets(const Config& config, const ThemeFiles& files,
                                    Diagnostics& diagnostics) {
  std::vector<ThemeAsset> assets;  // in order: fonts, images, scripts, styles
  for (const auto& [name, file] : files) {
    if (name.ends_with(".mustache") || name.ends_with(".yaml")) continue;
    if (name.ends_with(".rtl.css") && !has_right_to_left(config)) continue;
    std::optional<std::string> bytes =
        read_file(file.path, file.shown_path, kMaxFileBytes, diagnostics);
    if (!bytes) continue;
    if (name.ends_with(".css")) bytes = with_hashed_urls(std::move(*bytes), assets);
    const std::string url = hashed_url(name, *bytes);
    assets.push_back({name, {url, std::move(*bytes)}});
  }
  return assets;
}

void read_theme_yaml(const ThemeFiles& files, Theme& theme, Diagnostics& diagnostics) {
  const auto file = files.find("theme.yaml");
  if (file == files.end()) return;
  const std::string& path = file->second.shown_path;
  const YamlNode root =
      parse_yaml(read_text(file->second, diagnostics).value_or(""), path, 1, diagnostics);
  const std::pair<std::string_view, std::string*> fields[] = {
      {"styles", &theme.style},
      {"scripts", &theme.script},
      {"search_script", &theme.search_script},
      {"icon", &theme.icon},
      {"colour", &theme.colour}};
  for (const auto& [key, value] : fields) {
    const YamlNode* node = root.find(key);
    if (node == nullptr) continue;
    *value = node->text;
    if (value == &theme.colour || value->empty() || theme.find_asset(*value) != nullptr) continue;
    diagnostics.add("theme-file", {path, node->line, node->column, 0},
                    "the theme has no file \"" + *value + "\"");
    value->clear();
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
  const Layers layers = list_layers(config, share_folder, ThemePart::kRest, diagnostics);
  ThemeFiles files = layers.own;
  files.insert(layers.program.begin(), layers.program.end());
  theme.templates = read_templates(files, diagnostics);
  theme.shipped_directives = read_templates(layers.shipped, diagnostics);
  if (!theme.has_layouts()) {
    diagnostics.add("theme-missing", {"site-config.yaml", 0, 0, 0},
                    "there is no theme \"" + config.theme + "\"",
                    "write \"theme: signpost\", or add templates in themes/" + config.theme);
    return theme;
  }
  theme.assets = read_assets(config, files, diagnostics);
  read_theme_yaml(files, theme, diagnostics);
  return theme;
}

SiteWords load_words(const Config& config, const fs::path& share_folder, Diagnostics& diagnostics) {
  SiteWords words;
  const Layers layers = list_layers(config, share_folder, ThemePart::kWords, diagnostics);
  const fs::path place = fs::path("themes") / config.theme;
  std::error_code error;
  const bool has_theme = fs::is_directory(config.site_dir / place, error) ||
                         fs::is_directory(share_folder / place, error);
  if (!has_theme) return words;  // load_theme says so
  const Phrases fallback = strings_of(layers, kFallbackLanguage, diagnostics);
  for (const Language& language : config.languages) {
    words.emplace(language.tag,
                  Words(language.tag, language.dir,
                        complete_strings(config, layers, language.tag, fallback, diagnostics)));
  }
  return words;
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
