#include "reach/visit.h"

#include <algorithm>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestPath = 200;

struct KnownSite {
  std::string_view host;  // with '.' at the end: under any country's ending
  std::string_view name;
};

constexpr KnownSite kKnownSites[] = {
    {"baidu.com", "Baidu"},
    {"bing.com", "Bing"},
    {"duckduckgo.com", "DuckDuckGo"},
    {"ecosia.org", "Ecosia"},
    {"facebook.com", "Facebook"},
    {"fb.com", "Facebook"},
    {"google.", "Google"},
    {"instagram.com", "Instagram"},
    {"qwant.com", "Qwant"},
    {"search.brave.com", "Brave Search"},
    {"startpage.com", "Startpage"},
    {"t.co", "X (Twitter)"},
    {"twitter.com", "X (Twitter)"},
    {"x.com", "X (Twitter)"},
    {"yahoo.", "Yahoo"},
    {"yandex.", "Yandex"},
};

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || static_cast<unsigned char>(c) >= 0x80;
}

// Returns the path with its escapes ("%c3%bc") undone, or "" where a site has no such path.
std::string decoded_path(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    if (c == '%') {
      const int high = i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
      const int low = i + 2 < path.size() ? hex_value(path[i + 2]) : -1;
      if (high < 0 || low < 0) return "";
      c = static_cast<char>(high * 16 + low);
      i += 2;
      if (!is_unreserved(c) && c != '/') return "";
    } else if (c != '/' && !is_unreserved(c)) {
      return "";
    }
    if (c != '/' || !out.ends_with('/')) out.push_back(c);
  }
  const bool leaves_site = out.find("/../") != out.npos || out.find("/./") != out.npos;
  return leaves_site || find_invalid_utf8(out) ? "" : out;
}

// Whether the last name of the path ends like a file that is no page, seen without decoding it.
bool is_other_file(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find('%') != name.npos) return false;
  return ascii_lower(name.substr(dot)) != ".html";
}

// Whether the page stands in a folder that is not among those of the site's settings.
bool is_in_other_folder(std::string_view page, const ReachedSite& site) {
  const std::size_t slash = page.find('/');
  if (slash == page.npos || site.folders.empty()) return false;
  const std::string_view top = page.substr(0, slash);
  return std::none_of(site.folders.begin(), site.folders.end(), [&](std::string_view folder) {
    return folder.substr(0, folder.find('/')) == top;
  });
}

// Returns the page at a path below the site's own, in small letters; "" where it is none.
std::string page_at(const std::string& path, const ReachedSite& site) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = std::string_view(path).substr(slash == path.npos ? 0 : slash + 1);
  const bool is_bare = !name.empty() && name.find('.') == name.npos;
  const bool is_folder =
      std::find(site.folders.begin(), site.folders.end(), path) != site.folders.end();
  std::string page = path;
  if (name.empty()) page += "index.html";
  if (is_bare) page += is_folder ? "/index.html" : ".html";
  if (!page.ends_with(".html") || page == ".html" || page.ends_with("/.html")) return "";
  if (page == "404.html") return "";
  const std::string* known = site.pages.find(page);
  if (known == nullptr && is_bare) known = site.pages.find(path + "/index.html");
  if (known != nullptr) return *known;
  // Without an ending, or in a folder that the site does not have, it is only then a page if the
  // site has it: other programs of the host, too, have such addresses.
  const bool is_elsewhere = is_bare || is_in_other_folder(page, site);
  return is_elsewhere && site.pages.are_known() ? "" : page;
}

bool is_under(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

// Whether the host is "google." and a country's ending: one short part, or two ("co.uk").
bool is_under_any_country(std::string_view host, std::string_view name) {
  for (std::string_view sub : {"", "m.", "uk.", "search.", "uk.search."}) {
    const std::string start = std::string(sub) + std::string(name);
    if (!host.starts_with(start)) continue;
    const std::string_view ending = host.substr(start.size());
    const std::size_t dot = ending.find('.');
    if (ending.empty()) return false;
    if (dot == ending.npos) return ending.size() <= 3;
    return dot <= 3 && ending.size() - dot - 1 == 2;
  }
  return false;
}

}  // namespace

Visit visit_of(const LogLine& line, const ReachedSite& site) {
  if (line.status >= 400) return {VisitKind::kError, ""};
  if (line.status >= 300 && line.status != 304) return {VisitKind::kRedirect, ""};
  if (line.method != "GET" || (line.status != 200 && line.status != 304)) return {};
  const std::string_view target = line.target.substr(0, line.target.find_first_of("?#"));
  if (!target.starts_with('/') || target.size() > kLongestPath) return {};
  if (is_other_file(target) && target.starts_with(site.base_path)) return {};
  std::string path = ascii_lower(decoded_path(target));
  const std::string base = ascii_lower(site.base_path);
  if (path.empty()) return {};
  if (path + "/" == base) path += '/';
  if (!path.starts_with(base)) return {VisitKind::kOutside, ""};
  path.erase(0, base.size());
  std::string page = page_at(path, site);
  if (page.empty()) return {};
  return {VisitKind::kPage, std::move(page)};
}

std::string page_of(const LogLine& line, std::string_view base_path) {
  return visit_of(line, {std::string(base_path), {}, {}}).page;
}

std::string referrer_host(std::string_view referrer) {
  if (referrer.empty() || referrer == "-") return "";
  const std::string text = ascii_lower(referrer);
  const bool is_web = text.starts_with("https://") || text.starts_with("http://");
  if (!is_web) return "other";
  std::string_view host = std::string_view(text).substr(text.find("://") + 3);
  host = host.substr(0, host.find_first_of("/?#\\"));
  if (const std::size_t at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  const std::size_t dot = host.rfind('.');
  const bool has_name = dot != host.npos && dot > 0 && dot + 1 < host.size() && host.size() <= 100;
  if (!has_name || host.find("..") != host.npos || host.front() == '.') return "other";
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_allowed = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  const bool is_name =
      std::all_of(host.begin(), host.end(), is_allowed) && is_letter(host[dot + 1]);
  const std::string_view ending = host.substr(dot + 1);
  const bool is_local = ending == "local" || ending == "internal" || ending == "localdomain" ||
                        ending == "lan" || ending == "arpa";
  return is_name && !is_local ? std::string(host) : "other";
}

bool is_host_among(std::string_view host, std::span<const std::string> hosts) {
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& known) { return is_under(host, known); });
}

std::string referrer_name(std::string_view host) {
  for (const KnownSite& site : kKnownSites) {
    const bool is_it = site.host.ends_with('.') ? is_under_any_country(host, site.host)
                                                : is_under(host, site.host);
    if (is_it) return std::string(site.name);
  }
  return std::string(host);
}

}  // namespace signpost
