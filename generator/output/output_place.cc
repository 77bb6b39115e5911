#include "output/output_place.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOtherFolder = "give another folder with --out, such as \"public\"";

fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(path), error);
  if (error) real = fs::absolute(path).lexically_normal();
  return real.has_filename() ? real : real.parent_path();
}

bool is_within(const fs::path& inner, const fs::path& outer) {
  const fs::path relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

// Whether the folder is where another disk begins: rename cannot exchange that.
bool is_mount_point(const fs::path& folder) {
  struct stat own {};
  struct stat above {};
  return ::lstat(folder.c_str(), &own) == 0 && ::lstat(folder.parent_path().c_str(), &above) == 0 &&
         own.st_dev != above.st_dev;
}

bool is_home(const fs::path& folder) {
  const char* home = std::getenv("HOME");
  return home != nullptr && *home != '\0' && real_path(home) == folder;
}

// Says why no site can be published to the folder, in words that follow its name, or "".
std::string_view why_unusable(const fs::path& out) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(out, error);
  if (fs::is_symlink(status)) return "is a link that leads to no folder";
  if (fs::exists(status) && !fs::is_directory(status)) return "is not a folder";
  if (is_home(out)) return "is your home folder";
  return "";
}

}  // namespace

std::optional<fs::path> find_output_place(const fs::path& out_dir, const fs::path& site_dir,
                                          Diagnostics& diagnostics) {
  const fs::path out = real_path(out_dir);
  const fs::path site = real_path(site_dir);
  const std::string shown = out_dir.generic_string();
  const auto refuse = [&](std::string_view rule, std::string message, std::string help) {
    diagnostics.add(rule, {shown, 0, 0, 0}, std::move(message), std::move(help));
    return std::nullopt;
  };
  static constexpr std::string_view kSources[] = {"content", "themes", "kinds", ".git"};
  const bool is_source = std::ranges::any_of(
      kSources, [&](std::string_view folder) { return is_within(out, site / folder); });
  if (is_within(site, out) || is_source) {
    return refuse(
        "output-overlaps",
        fmt::format("the output folder \"{}\" holds or is part of the site's own files", shown),
        std::string(kOtherFolder));
  }
  if (const std::string_view why = why_unusable(out); !why.empty()) {
    return refuse("output-unusable", fmt::format("the output folder \"{}\" {}", shown, why),
                  std::string(kOtherFolder));
  }
  if (is_mount_point(out)) {
    return refuse(
        "output-unusable",
        fmt::format("the output folder \"{}\" is a disk of its own, which cannot be exchanged for "
                    "a new site at once",
                    shown),
        fmt::format("give a folder on it: --out {}/site", shown));
  }
  return out;
}

}  // namespace signpost
