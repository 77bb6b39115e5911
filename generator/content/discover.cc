// Walks content/: every file that the site is made of, in an order that no file system changes.
#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/text.h"
#include "content/content.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

// Letters of any script become '-' in a proposed name; the person can choose a better one.
std::string plain_name(std::string_view text) {
  std::string name;
  for (const char c : slugify(text)) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain) {
      name.push_back(c);
    } else if (!name.empty() && name.back() != '-') {
      name.push_back('-');
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "a-plain-name" : name;
}

bool consists_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view kSlugCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kAssetCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

// A path that can be printed: control characters and bytes that are not UTF-8 as \xNN.
std::string shown_path(std::string_view path) {
  std::string shown;
  while (!path.empty()) {
    const std::size_t valid = find_invalid_utf8(path).value_or(path.size());
    for (const char c : path.substr(0, valid)) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F) {
        shown += fmt::format("\\x{:02X}", byte);
      } else {
        shown.push_back(c);
      }
    }
    path.remove_prefix(valid);
    if (path.empty()) break;
    shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(path.front()));
    path.remove_prefix(1);
  }
  return shown;
}

class Walk {
 public:
  Walk(fs::path site, Diagnostics& diagnostics)
      : site_(std::move(site)), diagnostics_(diagnostics) {}

  std::vector<SourceFile> run() {
    std::error_code error;
    root_ = fs::canonical(site_, error);
    folders_.emplace_back("content");
    while (!folders_.empty()) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
    std::sort(files_.begin(), files_.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  void report(std::string_view rule, const std::string& path, std::string_view what,
              std::string help) {
    const std::string shown = shown_path(path);
    diagnostics_.add(rule, {shown, 0, 0, 0}, fmt::format("\"{}\" {}", shown, what),
                     std::move(help));
  }

  void list(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entries(site_ / folder, error);
    while (!error && entries != fs::directory_iterator()) {
      visit(folder, *entries);
      entries.increment(error);
    }
    if (error) {
      const std::string shown = shown_path(folder);
      diagnostics_.add("io-read", {shown, 0, 0, 0},
                       fmt::format("cannot read the folder \"{}\": {}", shown, error.message()),
                       error == std::errc::no_such_file_or_directory
                           ? fmt::format("make the folder \"{}\" beside site-config.yaml", shown)
                           : "give yourself permission to read this folder");
    }
  }

  void visit(const std::string& folder, const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (name.front() == '_' || name.front() == '.' || name == "README.md") return;
    const std::string path = folder + "/" + name;
    std::error_code error;
    if (entry.is_symlink(error) && !may_follow(entry.path(), path)) return;
    const fs::file_status status = entry.status(error);
    if (fs::is_directory(status)) {
      visit_folder(path, name);
    } else if (fs::is_regular_file(status)) {
      visit_file(path, name);
    } else {
      report("io-read", path, "is neither a file nor a folder", "delete it, or move it elsewhere");
    }
  }

  // A symbolic link may stand for a file of the same site, nothing else.
  bool may_follow(const fs::path& link, const std::string& path) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    constexpr std::string_view kHelp = "replace the link with the file itself";
    if (error == std::errc::too_many_symbolic_link_levels) {
      report("symlink", path, "is a link that leads back to itself", std::string(kHelp));
      return false;
    }
    if (error) {
      report("symlink", path, "is a link to nothing", std::string(kHelp));
      return false;
    }
    const auto [root_end, unused] =
        std::mismatch(root_.begin(), root_.end(), target.begin(), target.end());
    if (root_end != root_.end()) {
      report("symlink", path, "is a link that leaves the site", std::string(kHelp));
      return false;
    }
    if (fs::is_directory(target, error)) {
      report("symlink", path, "is a link to a folder", "replace the link with the folder itself");
      return false;
    }
    return true;
  }

  void visit_folder(const std::string& path, const std::string& name) {
    if (name.size() > 3 && ascii_lower(name).ends_with(".md")) {
      report("folder-named-page", path, "is a folder with the name of a page",
             fmt::format("rename the folder to \"{}\"",
                         plain_name(std::string_view(name).substr(0, name.size() - 3))));
      return;
    }
    if (!consists_of(name, kSlugCharacters)) {
      report(
          "name-invalid", path, "has letters in its name that web addresses should not have",
          fmt::format("rename the folder to \"{}\": only a to z, 0 to 9 and -", plain_name(name)));
      return;
    }
    folders_.push_back(path);
  }

  void visit_file(const std::string& path, const std::string& name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = std::string_view(name).substr(0, dot);
    const std::string extension =
        dot == std::string::npos ? "" : ascii_lower(std::string_view(name).substr(dot));
    const bool is_page = extension == ".md" || extension == ".markdown";
    if (is_page ? !has_page_name(name) : !consists_of(name, kAssetCharacters)) {
      std::string_view slug = stem;
      std::string suffix;
      if (is_page) {
        const std::size_t language = stem.find('.');
        if (language != std::string_view::npos) suffix = ascii_lower(stem.substr(language));
        if (!consists_of(suffix, std::string(kSlugCharacters) + ".")) suffix.clear();
        slug = stem.substr(0, language);
      }
      report(
          "name-invalid", path, "has letters in its name that web addresses should not have",
          fmt::format("rename the file to \"{}{}{}\": only a to z, 0 to 9 and -", plain_name(slug),
                      suffix, is_page ? std::string(".md") : shown_path(extension)));
      return;
    }
    if (!is_page && ::access((site_ / path).c_str(), R_OK) != 0) {
      report("io-read", path, "cannot be read", "give yourself permission to read this file");
      return;
    }
    files_.push_back({path, is_page});
  }

  // slug.md or slug.language.md
  static bool has_page_name(std::string_view name) {
    if (!name.ends_with(".md")) return false;
    name.remove_suffix(3);
    const std::size_t dot = name.find('.');
    if (!consists_of(name.substr(0, dot), kSlugCharacters)) return false;
    return dot == std::string_view::npos ||
           consists_of(ascii_lower(name.substr(dot + 1)), kSlugCharacters);
  }

  fs::path site_, root_;
  Diagnostics& diagnostics_;
  std::vector<std::string> folders_;
  std::vector<SourceFile> files_;
};

}  // namespace

std::vector<SourceFile> discover(const Config& config, Diagnostics& diagnostics) {
  return Walk(config.site_dir, diagnostics).run();
}

}  // namespace signpost
