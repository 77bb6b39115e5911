#include "render/theme/theme_details.h"

#include <optional>
#include <string>
#include <utility>

#include "base/yaml.h"
#include "render/theme/theme_files.h"

namespace signpost {

PlacedDetails find_theme_details(const Config& config) {
  PlacedDetails details;
  Diagnostics ignored;
  for (const ThemePart part : {ThemePart::kWords, ThemePart::kRest}) {
    Layers layers = list_layers(config, {}, part, ignored);
    // Without the program's folder all that is left are the site's own files.
    ThemeFiles files = std::move(layers.own);
    for (ThemeFiles& parent : layers.parents) {
      for (auto& [name, file] : parent) files.emplace(file.shown_path, std::move(file));
    }
    for (const auto& [name, file] : files) {
      const bool is_yaml = name.ends_with(".yaml");
      if (!is_yaml && !name.ends_with(".mustache")) continue;
      const std::optional<std::string> text = read_text(file, ignored);
      if (!text) continue;
      const FileText source{file.shown_path, *text};
      if (is_yaml) {
        find_details(parse_yaml(*text, file.shown_path, 1, ignored), source, is_role_of_data,
                     details);
      } else {
        find_details_in_lines(source, details);
      }
    }
  }
  return details;
}

}  // namespace signpost
