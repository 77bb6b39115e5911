#include "reach/visit.h"

#include <algorithm>

#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestPath = 200;

// Parts of the names that programs give themselves, in small letters.
constexpr std::string_view kRobotWords[] = {
    "archive", "bot",    "check",   "crawl",    "curl",        "download",   "facebookexternalhit",
    "feed",    "fetch",  "grabber", "headless", "http-client", "httpclient", "lighthouse",
    "monitor", "nagios", "pingdom", "preview",  "probe",       "python",     "scan",
    "scraper", "search", "slurp",   "spider",   "uptime",      "validator",  "wget"};

// Robot words in the names of things that people use: a brand of phones, an app of a search engine.
constexpr std::string_view kNotRobots[] = {"cubot", "googlesearch", "gsa/"};

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

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Returns the path with its escapes ("%c3%bc") undone, or "" where a site has no such path.
std::string decoded_path(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    if (c == '%') {
      const int high = i + 2 < path.size() ? hex_digit(path[i + 1]) : -1;
      const int low = i + 2 < path.size() ? hex_digit(path[i + 2]) : -1;
      if (high < 0 || low < 0) return "";
      c = static_cast<char>(high * 16 + low);
      i += 2;
      if (!is_unreserved(c)) return "";
    } else if (c == '/' && out.ends_with('/')) {
      continue;
    } else if (c != '/' && !is_unreserved(c)) {
      return "";
    }
    out.push_back(c);
  }
  const bool leaves_site = out.find("/../") != out.npos || out.find("/./") != out.npos;
  return leaves_site || find_invalid_utf8(out) ? "" : out;
}

std::string without_words(std::string text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word)) {
      text.erase(at, word.size());
    }
  }
  return text;
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

std::string page_of(const LogLine& line, std::string_view base_path) {
  if (line.method != "GET" || (line.status != 200 && line.status != 304)) return "";
  const std::string_view target = line.target.substr(0, line.target.find_first_of("?#"));
  if (!target.starts_with('/') || target.size() > kLongestPath) return "";
  std::string path = decoded_path(target);
  if (!path.starts_with(base_path)) return "";
  path.erase(0, base_path.size());
  if (path.empty() || path.ends_with('/')) path += "index.html";
  if (path == ".html" || path.ends_with("/.html") || path == "404.html") return "";
  return path.ends_with(".html") ? path : "";
}

bool is_robot(std::string_view user_agent) {
  if (!user_agent.starts_with("Mozilla/") && !user_agent.starts_with("Opera/")) return true;
  const std::string name = without_words(ascii_lower(user_agent), kNotRobots);
  return std::any_of(std::begin(kRobotWords), std::end(kRobotWords),
                     [&](std::string_view word) { return name.find(word) != name.npos; });
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
