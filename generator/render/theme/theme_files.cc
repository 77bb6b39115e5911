#include "render/theme/theme_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/characters.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/text.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 2'000;
constexpr int kMaxFolderDepth = 4;

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

// Whether files of this part can lie below `room`, a name in the theme's own folder: what lies
// elsewhere in it, such as an editor's folders, is not looked at.
bool is_room_of(std::string_view room, ThemePart part) {
  if (part == ThemePart::kWords) return room == "i18n";
  if (room == "directives" || room == "partials") return true;
  static constexpr std::string_view kRooms[] = {"layouts", "styles", "scripts",
                                                "images",  "fonts",  "theme.yaml"};
  return part == ThemePart::kRest && std::ranges::find(kRooms, room) != std::end(kRooms);
}

// Collects the files of one theme: of the site, by its rule for links, or of the program.
class ThemeWalk {
 public:
  // `site_dir`: empty for the program's own themes.
  ThemeWalk(fs::path root, fs::path site_dir, ThemePart part, Diagnostics& diagnostics)
      : root_(std::move(root)),
        site_dir_(std::move(site_dir)),
        part_(part),
        diagnostics_(diagnostics) {}

  // Returns the files below `folder`, whose path from the root is for diagnostics too.
  ThemeFiles run(const std::string& folder) {
    const bool is_there = site_dir_.empty()
                              ? inspect(folder) != EntryKind::kNone
                              : inspect_path(site_dir_, folder, diagnostics_) != EntryKind::kNone;
    if (is_there) list(folder, "", 0);
    return std::move(files_);
  }

 private:
  EntryKind inspect(const std::string& path) {
    if (!site_dir_.empty()) return inspect_entry(site_dir_, path, diagnostics_);
    std::error_code error;
    const fs::file_status status = fs::status(root_ / path, error);
    if (fs::is_directory(status)) return EntryKind::kFolder;
    // What cannot be looked at is a file that cannot be read: reading it says why.
    return status.type() == fs::file_type::not_found ? EntryKind::kNone : EntryKind::kFile;
  }

  void list(const std::string& folder, const std::string& name_prefix, int depth) {
    for (const std::string& name : list_names(root_ / folder, shown(folder), diagnostics_)) {
      if (name.starts_with('.') || (depth == 0 && !is_room_of(name, part_))) continue;
      const std::string path = fmt::format("{}/{}", folder, name);
      const std::string theme_name = name_prefix + name;
      const EntryKind kind = inspect(path);
      if (kind == EntryKind::kFolder && depth < kMaxFolderDepth)
        list(path, theme_name + "/", depth + 1);
      if (kind == EntryKind::kFile && is_wanted(theme_name, part_) && files_.size() < kMaxFiles) {
        files_.emplace(theme_name, ThemeFile{root_ / path, shown(path)});
      }
    }
  }

  [[nodiscard]] std::string shown(const std::string& path) const {
    return site_dir_.empty() ? (root_ / path).generic_string() : path;
  }

  fs::path root_, site_dir_;
  ThemePart part_;
  Diagnostics& diagnostics_;
  ThemeFiles files_;
};

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
  const std::string own = "themes/" + config.theme;
  const fs::path& site_dir = config.site_dir;
  layers.own = ThemeWalk(site_dir, site_dir, part, diagnostics).run(own);
  if (share_folder.empty()) return layers;
  layers.program = ThemeWalk(share_folder, {}, part, diagnostics).run(own);
  if (config.theme != kShippedTheme) {
    const ThemePart wanted = part == ThemePart::kRest ? ThemePart::kDirectives : part;
    layers.shipped = ThemeWalk(share_folder, {}, wanted, diagnostics)
                         .run(fmt::format("themes/{}", kShippedTheme));
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
  if (!text) return text;
  return without_forbidden_characters(std::move(*text), file.shown_path, 1, diagnostics);
}

}  // namespace signpost
