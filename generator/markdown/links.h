// Where a link of a page leads: another page, a file of the site, or an address elsewhere.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "content/content.h"
#include "markdown/document.h"

namespace signpost {

enum class LinkUse : std::uint8_t { kLink, kImage, kDownload };

// `rule` is "" where nothing is wrong; otherwise `link` is kBroken.
struct ResolvedLink {
  Link link;
  std::string rule;
  std::string message;
  std::string help;
};

// Resolves the links of one page. Looking for a similar name costs a walk over the site, so only
// the first mistakes of a page get one.
class LinkResolver {
 public:
  LinkResolver(const Site& site, std::size_t page_index)
      : site_(site), page_(site.pages[page_index]), hints_left_(hints_of_page(site)) {}

  // Returns where `address` (as written, entities and escapes already undone) leads. Mistakes:
  // asset-missing, image-remote, link-forbidden-scheme, link-malformed, link-missing-page.
  ResolvedLink resolve(std::string_view address, LinkUse use);

 private:
  ResolvedLink resolve_external(std::string_view address, std::string_view scheme, LinkUse use);
  ResolvedLink resolve_relative(std::string_view address, LinkUse use);
  ResolvedLink missing(const std::string& path, LinkUse use);
  std::string find_similar(const std::string& path);
  std::string written_from_page(const std::string& source_path) const;

  const Site& site_;
  // Of a large site fewer, so that what all pages look for does not grow with its square.
  static std::uint32_t hints_of_page(const Site& site) {
    constexpr std::size_t kMost = 20;
    constexpr std::size_t kMaxCompared = 40'000;
    const std::size_t sources = site.pages.size() + site.assets.size();
    return static_cast<std::uint32_t>(
        std::min(kMost, kMaxCompared / std::max<std::size_t>(sources, 1)));
  }

  const Page& page_;
  std::uint32_t hints_left_;
};

}  // namespace signpost
