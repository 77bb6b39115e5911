// Titles of the pages of a built site, for the names in reach tables.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// Returns the title of the page at the site address `url` in the built site's folder, or nothing
// where there is no such page. It is what the page tells other sites it is called (Open Graph's
// "og:title", ogp.me), else its <title>, else `url`.
std::optional<std::string> page_title(const std::filesystem::path& website, std::string_view url);

}  // namespace signpost
