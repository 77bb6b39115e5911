#include "render/theme/theme_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/characters.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/text.h"
#include "base/yaml.h"

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

// Why a file of a site's own theme does nothing, and what to do. An empty `help`: it is none of
// ours.
struct Unused {
  std::string_view why, help;
};

Unused unused_of(std::string_view theme_name) {
  struct Row {
    std::string_view ending;
    Unused unused;
  };
  static constexpr Row kRows[] = {
      {".scss",
       {"Sass is compiled with the program",
        "write plain CSS: styles/main.css, or a colour under \"brand\""}},
      {".sass",
       {"Sass is compiled with the program",
        "write plain CSS: styles/main.css, or a colour under \"brand\""}},
      {".less",
       {"Less is not compiled", "write plain CSS: styles/main.css, or a colour under \"brand\""}},
      {".mjs", {"modules are bundled with the program", "write a classic script: scripts/main.js"}},
      {".ts", {"TypeScript is not compiled", "write a classic script: scripts/main.js"}},
      {".css", {"style sheets are read from styles/", "move it to styles/"}},
      {".js", {"scripts are read from scripts/", "move it to scripts/"}},
      {".mustache",
       {"templates are read from layouts/, directives/ and partials/", "move it there"}},
      {".html", {"templates end in .mustache", "rename it, and write tags such as {{{content}}}"}},
      {".yml", {"its name has to end in .yaml", "rename it"}},
      {".yaml", {"a theme has theme.yaml, and its words in i18n/", "check the name"}},
      {".woff", {"fonts are read from fonts/", "move it to fonts/"}},
      {".woff2", {"fonts are read from fonts/", "move it to fonts/"}},
      {".svg", {"pictures are read from images/", "move it to images/"}},
      {".png", {"pictures are read from images/", "move it to images/"}},
      {".jpg", {"pictures are read from images/", "move it to images/"}},
      {".ico", {"pictures are read from images/", "move it to images/"}},
  };
  if (theme_name.starts_with("i18n/")) return {};  // words are read on their own
  for (const Row& row : kRows) {
    if (theme_name.ends_with(row.ending)) return row.unused;
  }
  static constexpr std::string_view kFolders[] = {"layout", "partial", "directive", "style",
                                                  "script", "image",   "font",      "css",
                                                  "js",     "img",     "templates"};
  if (std::ranges::find(kFolders, theme_name) != std::end(kFolders)) {
    return {"a theme has no such folder",
            "its folders are layouts, directives, partials, styles, scripts, images, fonts, i18n"};
  }
  return {};
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
      if (name.starts_with('.')) continue;
      const std::string path = fmt::format("{}/{}", folder, name);
      const std::string theme_name = name_prefix + name;
      if (depth == 0 && !is_room_of(name, part_)) {
        report_unused(path, theme_name);
        continue;
      }
      const EntryKind kind = inspect(path);
      if (kind == EntryKind::kFolder && depth < kMaxFolderDepth)
        list(path, theme_name + "/", depth + 1);
      if (kind != EntryKind::kFile) continue;
      if (!is_wanted(theme_name, part_)) {
        report_unused(path, theme_name);
      } else if (files_.size() < kMaxFiles) {
        files_.emplace(theme_name, ThemeFile{root_ / path, shown(path)});
      }
    }
  }

  // Whether the site's folder is the program's own repository, where this theme is compiled from.
  [[nodiscard]] bool is_compiled_here() const {
    std::error_code error;
    return fs::exists(site_dir_ / "themes/build.mjs", error);
  }

  // Tells of a file that somebody put into the site's own theme to some end, and that does nothing.
  void report_unused(const std::string& path, std::string_view theme_name) {
    if (site_dir_.empty() || part_ != ThemePart::kRest || is_compiled_here()) return;
    const Unused unused = unused_of(theme_name);
    if (unused.help.empty()) return;
    diagnostics_.add("theme-file", {path, 0, 0, 0},
                     fmt::format("this does nothing: {}", unused.why), std::string(unused.help));
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

// Returns whether the theme has a folder, the site's or the program's.
bool has_theme(const Config& config, const fs::path& share_folder, const std::string& name) {
  std::error_code error;
  return fs::is_directory(config.site_dir / "themes" / name, error) ||
         (!share_folder.empty() && fs::is_directory(share_folder / "themes" / name, error));
}

std::vector<std::string> theme_names(const Config& config, const fs::path& share_folder) {
  std::vector<std::string> names;
  Diagnostics ignored;
  for (const fs::path& place : {config.site_dir, share_folder}) {
    const fs::path folder = place / "themes";
    std::error_code error;
    if (place.empty() || !fs::is_directory(folder, error)) continue;
    for (std::string& name : list_names(folder, folder.generic_string(), ignored)) {
      if (is_folder_name(name)) names.push_back(std::move(name));
    }
  }
  return names;
}

// Finds the parents of the site's theme, one after the other.
class ParentChain {
 public:
  ParentChain(const Config& config, const fs::path& share_folder, ThemePart part,
              Diagnostics& diagnostics)
      : config_(config), share_folder_(share_folder), part_(part), diagnostics_(diagnostics) {}

  std::vector<std::string> run() {
    for (std::string name = parent_of(config_.theme); !name.empty(); name = parent_of(name)) {
      parents_.push_back(std::move(name));
      name = parents_.back();
    }
    return std::move(parents_);
  }

 private:
  // Returns the parent that the theme names, "" for none or where it cannot be one.
  std::string parent_of(const std::string& theme) {
    const std::string own = fmt::format("themes/{}/theme.yaml", theme);
    const bool is_own = inspect_entry(config_.site_dir, own, ignored_) == EntryKind::kFile;
    const ThemeFile file =
        is_own ? ThemeFile{config_.site_dir / own, own}
               : ThemeFile{share_folder_ / own, (share_folder_ / own).generic_string()};
    std::error_code error;
    const bool is_nowhere = !is_own && share_folder_.empty();
    if (is_nowhere || !fs::is_regular_file(file.path, error)) return "";
    const std::optional<std::string> text = read_text(file, ignored_);
    const YamlNode root = parse_yaml(text.value_or(""), file.shown_path, 1, ignored_);
    const YamlNode* node = root.find("parent");
    if (node == nullptr) return "";
    const std::string mistake = mistake_of(*node, theme);
    if (mistake.empty()) return node->text;
    if (part_ == ThemePart::kRest) {
      std::vector<std::string> names = theme_names(config_, share_folder_);
      std::erase(names, theme);
      for (const std::string& each : parents_) std::erase(names, each);
      std::erase(names, config_.theme);
      const std::vector<std::string_view> views(names.begin(), names.end());
      diagnostics_.add("theme-file", {file.shown_path, node->line, node->column, 0}, mistake,
                       did_you_mean_or(node->text, views, "write \"parent: signpost\""));
    }
    return "";
  }

  [[nodiscard]] std::string mistake_of(const YamlNode& node, const std::string& theme) const {
    if (node.type != YamlType::kScalar || !is_folder_name(node.text)) {
      return "the parent of a theme is the name of another theme's folder";
    }
    const bool is_again = node.text == theme || node.text == config_.theme ||
                          std::ranges::find(parents_, node.text) != parents_.end();
    if (is_again) return fmt::format("the theme \"{}\" would be its own parent", node.text);
    if (!has_theme(config_, share_folder_, node.text)) {
      return fmt::format("there is no theme \"{}\" that could be the parent", node.text);
    }
    return "";
  }

  const Config& config_;
  const fs::path& share_folder_;
  ThemePart part_;
  Diagnostics& diagnostics_;
  Diagnostics ignored_;
  std::vector<std::string> parents_;
};

}  // namespace

Layers list_layers(const Config& config, const fs::path& share_folder, ThemePart part,
                   Diagnostics& diagnostics) {
  Layers layers;
  if (!is_folder_name(config.theme)) return layers;
  const std::string own = "themes/" + config.theme;
  const fs::path& site_dir = config.site_dir;
  layers.own = ThemeWalk(site_dir, site_dir, part, diagnostics).run(own);
  const auto list_shared = [&](const std::string& folder, ThemePart wanted) {
    if (share_folder.empty()) return ThemeFiles();
    return ThemeWalk(share_folder, {}, wanted, diagnostics).run(folder);
  };
  layers.program = list_shared(own, part);
  bool has_shipped = config.theme == kShippedTheme;
  for (const std::string& parent : ParentChain(config, share_folder, part, diagnostics).run()) {
    const std::string folder = "themes/" + parent;
    layers.parents.push_back(ThemeWalk(site_dir, site_dir, part, diagnostics).run(folder));
    layers.parents.push_back(list_shared(folder, part));
    has_shipped = has_shipped || parent == kShippedTheme;
  }
  if (has_shipped) return layers;
  layers.shipped = list_shared(fmt::format("themes/{}", kShippedTheme),
                               part == ThemePart::kRest ? ThemePart::kDirectives : part);
  return layers;
}

ThemeFiles list_program_templates(const fs::path& share_folder, Diagnostics& diagnostics) {
  if (share_folder.empty()) return {};
  ThemeFiles files = ThemeWalk(share_folder, {}, ThemePart::kRest, diagnostics)
                         .run(fmt::format("themes/{}", kShippedTheme));
  std::erase_if(files, [](const auto& file) { return !file.first.ends_with(".mustache"); });
  return files;
}

ThemeFiles merged_files(const Layers& layers) {
  ThemeFiles files = layers.own;
  const auto add = [&](const ThemeFiles& layer) {
    constexpr std::string_view kMirrored = ".rtl.css";
    std::vector<const ThemeFiles::value_type*> fresh;
    for (const auto& each : layer) {
      const std::string& name = each.first;
      const bool is_mirrored = name.ends_with(kMirrored);
      const std::string plain =
          is_mirrored ? name.substr(0, name.size() - kMirrored.size()) + ".css" : "";
      if (!is_mirrored || !files.contains(plain)) fresh.push_back(&each);
    }
    for (const auto* each : fresh) files.insert(*each);
  };
  add(layers.program);
  for (const ThemeFiles& layer : layers.parents) add(layer);
  return files;
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
