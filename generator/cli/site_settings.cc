#include "cli/site_settings.h"

#include <cstdint>
#include <system_error>

#include "base/folder.h"

namespace signpost {
namespace fs = std::filesystem;

std::optional<Config> site_settings(const fs::path& site_dir, Diagnostics& diagnostics) {
  constexpr char kSettings[] = "site-config.yaml";
  std::error_code error;
  const fs::file_status status = fs::symlink_status(site_dir / kSettings, error);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  read_site_file(site_dir, kSettings, std::uint64_t{1} << 20, diagnostics);
  Diagnostics found;
  Config config = load_config(site_dir, {}, found);
  for (const Diagnostic& diagnostic : found.all()) {
    if (!diagnostic.rule.starts_with("yaml-")) continue;
    diagnostics.add(diagnostic.rule, diagnostic.place, diagnostic.message, diagnostic.help);
  }
  return config;
}

}  // namespace signpost
