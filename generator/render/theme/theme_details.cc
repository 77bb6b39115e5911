#include "render/theme/theme_details.h"

#include <optional>
#include <string>

#include "base/yaml.h"
#include "render/theme/theme_files.h"

namespace signpost {

PlacedDetails find_theme_details(const Config& config) {
  PlacedDetails details;
  Diagnostics ignored;
  for (const ThemePart part : {ThemePart::kWords, ThemePart::kRest}) {
    for (const auto& [name, file] : list_layers(config, {}, part, ignored).own) {
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
