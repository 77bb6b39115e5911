#include "reach/site_pages.h"

#include <cstdint>
#include <map>
#include <system_error>
#include <utility>

#include "base/file_io.h"
#include "base/text.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kRedirectBytes = 2048;  // where the head of a page says that it leads on
constexpr int kMostRedirects = 5;

std::string first_bytes(const fs::path& path, std::string_view shown) {
  Diagnostics unread;
  std::uint64_t size_bytes = 0;
  const Descriptor file = open_to_read(path, shown, size_bytes, unread);
  if (!file.is_open()) return "";
  std::string head(kRedirectBytes, '\0');
  const std::int64_t got = read_some(file.get(), head.data(), head.size());
  head.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return head;
}

// Returns where <meta http-equiv="refresh" content="0; url=…"> of a page leads, or "".
std::string refresh_target(std::string_view head) {
  const std::size_t meta = head.find("http-equiv=\"refresh\"");
  if (meta == head.npos) return "";
  const std::string_view rest = head.substr(meta);
  const std::size_t url = rest.find("url=");
  const std::size_t end = rest.find('>');
  if (url == rest.npos || url > end) return "";
  const std::string_view target = rest.substr(url + 4);
  return percent_decoded(target.substr(0, target.find_first_of("\"'#?>")));
}

// Returns the address that `href` of the page at `url` leads to, or "" where that is elsewhere.
std::string resolved(std::string_view url, std::string_view href) {
  if (href.find(':') != href.npos || href.starts_with('/')) return "";
  std::string folder(url.substr(0, url.rfind('/') == url.npos ? 0 : url.rfind('/') + 1));
  while (href.starts_with("../") && !folder.empty()) {
    href.remove_prefix(3);
    folder.pop_back();
    folder.erase(folder.rfind('/') == folder.npos ? 0 : folder.rfind('/') + 1);
  }
  if (href.starts_with("./")) href.remove_prefix(2);
  std::string path = folder + std::string(href);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  return path;
}

}  // namespace

SitePages::SitePages(const fs::path& website) {
  std::map<std::string, std::string> redirects;  // old address -> where it leads
  std::error_code error;
  for (fs::recursive_directory_iterator i(website, error), end; !error && i != end;
       i.increment(error)) {
    const std::string url = i->path().lexically_relative(website).generic_string();
    if (!url.ends_with(".html")) continue;
    const std::string target = refresh_target(first_bytes(i->path(), url));
    if (target.empty()) {
      pages_.emplace(ascii_lower(url), url);
    } else {
      redirects.emplace(url, resolved(url, target));
    }
  }
  for (const auto& [old_url, first] : redirects) {
    std::string url = first;
    for (int i = 0; i < kMostRedirects && redirects.contains(url); ++i) url = redirects.at(url);
    if (!url.empty()) pages_.emplace(ascii_lower(old_url), url);
  }
}

const std::string* SitePages::find(const std::string& path) const {
  const auto found = pages_.find(path);
  return found == pages_.end() ? nullptr : &found->second;
}

}  // namespace signpost
