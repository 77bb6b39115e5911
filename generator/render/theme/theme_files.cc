#include "render/theme/theme_files.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 2'000;

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

bool is_folder_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

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
      read_file(file.path, file.shown_path, kMaxThemeFileBytes, diagnostics);
  if (text && find_invalid_utf8(*text)) {
    diagnostics.add("theme-file", {file.shown_path, 0, 0, 0}, "the file is not UTF-8 text",
                    "save it as UTF-8");
    return std::nullopt;
  }
  return text;
}

}  // namespace signpost
