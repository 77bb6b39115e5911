#include "render/page_styles.h"

#include <algorithm>

#include <fmt/format.h>

namespace signpost {
namespace {

// Whether a class that begins with `name` stands in the page. Text that looks like one does no
// harm: a style sheet is loaded for nothing.
bool has_class(std::string_view html, std::string_view name) {
  for (std::size_t at = html.find(name); at != html.npos; at = html.find(name, at + 1)) {
    if (at > 0 && (html[at - 1] == '"' || html[at - 1] == ' ')) return true;
  }
  return false;
}

}  // namespace

LineStart line_start(std::string_view dir) {
  return dir == "rtl" ? LineStart::kRight : LineStart::kLeft;
}

std::string style_url(const Theme& theme, std::string_view name, LineStart start) {
  const ThemeAsset* asset = nullptr;
  if (start == LineStart::kRight && name.ends_with(".css")) {
    asset = theme.find_asset(fmt::format("{}.rtl.css", name.substr(0, name.size() - 4)));
  }
  if (asset == nullptr) asset = theme.find_asset(name);
  return asset == nullptr ? "" : asset->file.url;
}

std::string with_more_styles(std::string html, const Theme& theme, std::string_view main_href,
                             std::string_view root, LineStart start) {
  if (theme.more_styles.empty() || main_href.empty()) return html;
  std::size_t at = html.find(fmt::format("href=\"{}\"", main_href));
  if (at != html.npos) at = html.find('>', at);
  if (at == html.npos) return html;
  std::string links;
  for (const MoreStyle& more : theme.more_styles) {
    if (std::ranges::none_of(more.classes,
                             [&](const std::string& name) { return has_class(html, name); })) {
      continue;
    }
    links += fmt::format("\n<link rel=\"stylesheet\" href=\"{}{}\">", root,
                         style_url(theme, more.style, start));
  }
  return html.insert(at + 1, links);
}

}  // namespace signpost
