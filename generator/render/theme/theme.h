// A theme as files: templates, strings in each language, and assets under hashed names. A site's
// own themes/<name>/ is looked in first, file by file, then the program's share folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "config/config.h"
#include "words/words.h"

namespace signpost {

// One file of the built site, at its address below the output folder.
struct OutputFile {
  std::string url;
  std::string bytes;
};

// A template as written. `name` is its place without ending: "layouts/page", "partials/header".
struct TemplateSource {
  std::string name;
  std::string shown_path;  // for diagnostics: "themes/signpost/layouts/page.mustache"
  std::string text;
  bool is_own = false;  // of the site, else of the program
};

// `url` is "assets/main.0123456789.css" for the theme's "styles/main.css".
struct ThemeAsset {
  std::string name;
  OutputFile file;
};

// A style sheet ("styles/charts.css") of the pages that have a class which begins with one of
// these.
struct MoreStyle {
  std::string style;
  std::vector<std::string> classes;
};

struct Theme {
  std::string name;
  std::vector<TemplateSource> templates;  // sorted by name
  // The directives of "signpost" and their partials, for a theme of another name.
  std::vector<TemplateSource> shipped_directives;
  // Where the site has templates of its own: the program's, whose names are known to be right.
  std::vector<TemplateSource> program_templates;
  std::vector<ThemeAsset> assets;  // sorted by name
  // From theme.yaml: names of assets ("styles/main.css") or "".
  std::string style, script, search_script, icon;
  std::vector<MoreStyle> more_styles;  // as theme.yaml has them
  // Of the browser's frame, on light and dark screens: "#4a2358" or "".
  std::string colour, dark_colour;

  [[nodiscard]] bool has_layouts() const;
  // Returns the asset called `name` ("styles/main.css"), or nullptr.
  [[nodiscard]] const ThemeAsset* find_asset(std::string_view name) const;
};

// Returns the folder with the program's own data ("…/share/signpost"), beside the executable or in
// the prefix it is installed to; empty where there is none.
std::filesystem::path find_share_folder();

// Returns the words of the theme that `config` names for each of its languages: those that a
// language lacks are English. A site's own i18n/ file changes single strings, and a theme that
// lacks what the program itself says has it from "signpost". Reports `theme-file`,
// `theme-string-missing`, `theme-string-unknown`, io- and yaml- rules.
SiteWords load_words(const Config& config, const std::filesystem::path& share_folder,
                     Diagnostics& diagnostics);

// Returns the theme that `config` names, without its words. Reports
// `theme-missing`, `theme-file`, io- and yaml- rules.
Theme load_theme(const Config& config, const std::filesystem::path& share_folder,
                 Diagnostics& diagnostics);

// Returns the theme's styles, scripts and images as files of the site.
std::vector<OutputFile> collect_assets(const Theme& theme);

}  // namespace signpost
