#include "unit/golden_site.h"

#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

fs::path share_folder(const fs::path& folder) {
  fs::path share = folder / "share";
  write_file(share / "search/search-engine.en.0123456789.1of1.js",
             "// The engine of the search.\n");
  const fs::path source = fs::path(SIGNPOST_SOURCE_DIR) / "themes/signpost";
  const fs::path theme = share / "themes/signpost";
  fs::create_directories(theme);
  for (const char* name : {"layouts", "partials", "directives", "i18n", "images", "theme.yaml"}) {
    fs::copy(source / name, theme / name, fs::copy_options::recursive);
  }
  fs::copy(fs::path(SIGNPOST_SOURCE_DIR) / "generator/kinds", share / "kinds");
  write_file(theme / "styles/main.css", "/* The styles. */\n");
  for (const char* name : {"cards", "figures", "front", "letters", "records", "search", "tables"}) {
    write_file(theme / fmt::format("styles/{}.css", name), fmt::format("/* Of {}. */\n", name));
  }
  write_file(theme / "scripts/main.js", "// The script of every page.\n");
  write_file(theme / "scripts/search.js", "// The script of the search page.\n");
  return share;
}

// Returns the day that counts as today in the site: that of its file today.txt.
Date today_of(const fs::path& site) {
  std::ifstream file(site / "today.txt");
  std::string text;
  file >> text;
  const std::optional<Date> date = parse_date(text);
  EXPECT_TRUE(date) << "write a date into " << site / "today.txt";
  return date.value_or(Date());
}

}  // namespace

BuildOptions golden_site_options(std::string_view name, const fs::path& folder) {
  BuildOptions options;
  options.site.site_dir = fs::path(SIGNPOST_TESTS_DIR) / "sites" / name;
  options.out_dir = folder / "public";
  options.site.share_dir = share_folder(folder);
  options.site.today = today_of(options.site.site_dir);
  options.site.jobs = 2;
  return options;
}

}  // namespace signpost
