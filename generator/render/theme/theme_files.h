// The files of a theme: a site's own first, then the program's (a part of theme.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "config/config.h"

namespace signpost {

// A file of the theme: the site's own where it has one. `name` is its place in the theme.
struct ThemeFile {
  std::filesystem::path path;
  std::string shown_path;
};
using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;

// Words are read before any page is, the rest of a theme when pages are rendered. Directives, with
// the partials that they need, are what a theme may leave to "signpost", as it may words.
enum class ThemePart : std::uint8_t { kWords, kRest, kDirectives };

struct Layers {
  ThemeFiles own, program;  // own: the site's
  // Of the themes that theme.yaml names as the parent, the nearest first; of each the site's own
  // files, then the program's.
  std::vector<ThemeFiles> parents = {};
  // Of the theme that comes with the program, for what a theme of another name lacks.
  ThemeFiles shipped = {};
};

// Returns the files of the theme that `config` names; none where that is no name of a folder.
// Reports `theme-file` of a parent that is no theme, once: with the part kRest.
Layers list_layers(const Config& config, const std::filesystem::path& share_folder, ThemePart part,
                   Diagnostics& diagnostics);

// Returns the templates of the theme that comes with the program.
ThemeFiles list_program_templates(const std::filesystem::path& share_folder,
                                  Diagnostics& diagnostics);

// Returns the files of all layers by name, each from the nearest that has it. A mirrored style
// sheet comes with its own plain one, or not at all.
ThemeFiles merged_files(const Layers& layers);

// Returns the text of a file. Reports `theme-file` for one that is not UTF-8, and io- rules.
std::optional<std::string> read_text(const ThemeFile& file, Diagnostics& diagnostics);

// The most bytes that a theme's file may have.
inline constexpr std::uint64_t kMaxThemeFileBytes = 8 << 20;
// The theme that comes with the program.
inline constexpr std::string_view kShippedTheme = "signpost";

}  // namespace signpost
