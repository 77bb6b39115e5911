// Walks content/: every file that the site is made of, in an order that no file system changes.
#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/file_names.h"
#include "base/folder.h"
#include "base/text.h"
#include "content/content.h"
#include "content/misplaced.h"
#include "files/file_kind.h"

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

constexpr char kContent[] = "content";
constexpr std::string_view kSlugCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kAssetCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

class Walk {
 public:
  Walk(fs::path site, Diagnostics& diagnostics)
      : site_(std::move(site)), diagnostics_(diagnostics) {}

  std::vector<SourceFile> run() {
    const std::size_t known = diagnostics_.all().size();
    const EntryKind kind = inspect_entry(site_, kContent, diagnostics_);
    if (kind == EntryKind::kNone && diagnostics_.all().size() == known) {
      diagnostics_.add("io-read", {kContent, 0, 0, 0},
                       "cannot read the folder \"content\": No such file or directory",
                       "make the folder \"content\" beside site-config.yaml");
    }
    if (kind == EntryKind::kFile) {
      report("io-read", kContent, "is a file, not a folder",
             "move it elsewhere, and make the folder");
    }
    if (kind == EntryKind::kFolder) folders_.emplace_back(kContent);
    while (!folders_.empty()) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
    std::sort(files_.begin(), files_.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    report_misplaced(std::move(misplaced_), diagnostics_);
    return std::move(files_);
  }

 private:
  void report(std::string_view rule, const std::string& path, std::string_view what,
              std::string help) {
    const std::string shown = printable_path(path);
    diagnostics_.add(rule, {shown, 0, 0, 0}, fmt::format("\"{}\" {}", shown, what),
                     std::move(help));
  }

  void list(const std::string& folder) {
    for (const std::string& name : list_names(site_ / folder, folder, diagnostics_)) {
      if (name.front() == '_' || name.front() == '.' || name == "README.md") continue;
      const std::string path = fmt::format("{}/{}", folder, name);
      const EntryKind kind = inspect_entry(site_, path, diagnostics_);
      if (kind == EntryKind::kFolder) visit_folder(path, name);
      if (kind == EntryKind::kFile) visit_file(path, name);
    }
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
    if (lies_anywhere(path, name)) folders_.push_back(path);
  }

  // Whether the file or folder can be copied to Windows and to a stick; says why not.
  bool lies_anywhere(const std::string& path, const std::string& name) {
    const std::string mistake = windows_name_mistake(name);
    if (!mistake.empty()) {
      const std::size_t dot = name.find('.');
      report("name-invalid", path, mistake,
             fmt::format("rename it, such as to \"{}-1{}\"", plain_name(name.substr(0, dot)),
                         dot == std::string::npos ? "" : printable_path(name.substr(dot))));
    } else if (path.size() > kMaxPathBytes) {
      report("name-invalid", path.substr(0, kMaxPathBytes) + "…",
             fmt::format("is a path of more than {} letters", kMaxPathBytes),
             "give it and its folders shorter names, or take it out of some folders");
    } else {
      return true;
    }
    return false;
  }

  void visit_file(const std::string& path, const std::string& name) {
    FileKind kind = file_kind(name);
    if (kind.use == FileUse::kLock) return;
    if (kind.use == FileUse::kMisplaced) {
      // A link to it is not also a link to nothing.
      if (consists_of(name, kAssetCharacters)) files_.push_back({path, false});
      misplaced_.push_back({printable_path(path), std::move(kind.what), std::move(kind.help)});
      return;
    }
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
                      suffix, is_page ? std::string(".md") : printable_path(extension)));
      return;
    }
    if (!lies_anywhere(path, name)) return;
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

  fs::path site_;
  Diagnostics& diagnostics_;
  std::vector<std::string> folders_;
  std::vector<SourceFile> files_;
  std::vector<MisplacedFile> misplaced_;
};

}  // namespace

std::vector<SourceFile> discover(const Config& config, Diagnostics& diagnostics) {
  return Walk(config.site_dir, diagnostics).run();
}

}  // namespace signpost
