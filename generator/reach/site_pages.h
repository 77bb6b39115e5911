// The pages of the built site, by their addresses in small letters.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace signpost {

class SitePages {
 public:
  // Knows no page.
  SitePages() = default;
  // Looks for the ".html" files in the folder and below; knows none where it cannot be read.
  explicit SitePages(const std::filesystem::path& website);

  // Returns the address of the page at `path` (in small letters), as the site spells it; of an old
  // address that leads on at once (http-equiv="refresh"), the page that it leads to. nullptr where
  // there is no such page.
  [[nodiscard]] const std::string* find(const std::string& path) const;

  [[nodiscard]] bool are_known() const { return !pages_.empty(); }

 private:
  std::unordered_map<std::string, std::string> pages_;  // in small letters -> address
};

}  // namespace signpost
