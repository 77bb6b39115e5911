#include "render/site_files.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "render/content_policy.h"

namespace signpost {
namespace {

constexpr std::size_t kFeedEntries = 30;

constexpr std::string_view kPolicyHeader = "Content-Security-Policy";
// What every answer carries beside the policy.
constexpr std::pair<std::string_view, std::string_view> kHeaders[] = {
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Permissions-Policy",
     "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
     "fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
     "payment=(), usb=(), xr-spatial-tracking=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Strict-Transport-Security", "max-age=31536000"},
};

// Returns `text` for XML 1.0, without the characters that it cannot hold.
std::string xml_escaped(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 || c == '\n' || c == '\t';
  });
  return html_escaped(kept);
}

std::string element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return "<" + tag + ">" + xml_escaped(text) + "</" + tag + ">\n";
}

std::string link(std::string_view relation, std::string_view type, const std::string& href) {
  return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
         xml_escaped(href) + "\"/>\n";
}

// Absolute where there is a base URL, else relative to the feed, which lies at the root.
std::string feed_href(const RenderContext& context, const std::string& url) {
  const std::string absolute = context.absolute_url(url);
  return absolute.empty() ? url : absolute;
}

std::string moment(const Page& page) {
  const std::optional<Date> date = page.date("date");
  return (date ? iso_date(*date) : "1970-01-01") + "T00:00:00Z";
}

std::string feed_entry(const RenderContext& context, const Page& page) {
  std::string entry = "<entry>\n" + element("title", page.title);
  entry += element("id", "urn:uuid:" + stable_uuid(context, page.source_path));
  entry += element("published", moment(page)) + element("updated", moment(page));
  entry += link("alternate", "text/html", feed_href(context, page.url));
  return entry + element("summary", page.summary) + "</entry>\n";
}

std::optional<Date> last_change(const Page& page) {
  for (const std::string_view field : {"reviewed", "approved", "date"}) {
    if (const std::optional<Date> date = page.date(field)) return date;
  }
  return page.listed_day();
}

std::string sitemap_entry(const std::string& url, const std::optional<Date>& changed) {
  std::string entry = "<url><loc>" + xml_escaped(url) + "</loc>";
  if (changed) entry += "<lastmod>" + iso_date(*changed) + "</lastmod>";
  return entry + "</url>\n";
}

}  // namespace

std::string atom_feed(const RenderContext& context) {
  if (context.news.empty()) return "";
  const std::vector<Page>& pages = context.site->pages;
  const std::string& language = own_language(context);
  const std::string& name = context.config->service.name;
  std::string feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  feed +=
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + xml_escaped(language) + "\">\n";
  feed += element("title", name + ": " + context.words(language).plain("news"));
  feed += element("id", "urn:uuid:" + stable_uuid(context, "feed.xml"));
  feed += element("updated", moment(pages[context.news.front()]));
  feed += "<author>" + element("name", name) + "</author>\n";
  const std::string self = context.absolute_url("feed.xml");
  if (!self.empty()) feed += link("self", "application/atom+xml", self);
  feed += link("alternate", "text/html", feed_href(context, "index.html"));
  for (std::size_t i = 0; i < std::min(kFeedEntries, context.news.size()); ++i) {
    feed += feed_entry(context, pages[context.news[i]]);
  }
  return feed + "</feed>\n";
}

std::string sitemap(const RenderContext& context) {
  if (context.config->base_url.empty()) return "";
  std::vector<std::pair<std::string, std::optional<Date>>> entries;
  for (const Page& page : context.site->pages) {
    if (page.draft) continue;
    entries.emplace_back(page.url, last_change(page));
    // The parts stand on it, too.
    if (page.is_split()) entries.emplace_back(page.whole_url, last_change(page));
  }
  for (const Listing& listing : context.listings) {
    const bool is_own = context.site->page_by_url.contains(listing.url);
    if (!is_own && listing.type != ListingType::kNotFound) {
      entries.emplace_back(listing.url, std::nullopt);
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const auto& [url, changed] : entries) {
    xml += sitemap_entry(context.absolute_url(url), changed);
  }
  return xml + "</urlset>\n";
}

std::string stable_uuid(const RenderContext& context, std::string_view name) {
  std::string hex = sha256_hex(context.config->service.name + "\n" + std::string(name));
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) % 4];
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20, 12);
}

std::string robots_txt(const RenderContext& context) {
  const std::string map = context.absolute_url("sitemap.xml");
  const std::string rules = "User-agent: *\nAllow: /\n";
  return map.empty() ? rules : rules + "\nSitemap: " + map + "\n";
}

std::string headers_file() {
  std::string file = fmt::format("/*\n  {}: {}\n", kPolicyHeader, content_policy_header());
  for (const auto& [name, value] : kHeaders) {
    file += "  " + std::string(name) + ": " + std::string(value) + "\n";
  }
  // Names of these hold a hash of what they are.
  for (const char* folder : {"/assets/*", "/search/parts/*"}) {
    file += std::string(folder) + "\n  Cache-Control: public, max-age=31536000, immutable\n";
  }
  return file;
}

std::string nginx_headers() {
  std::string file =
      "# Security headers of this site: `include` this file in nginx's `server` block, and again\n"
      "# in each `location` that has an `add_header` of its own (it drops those of the server).\n"
      "# Large scripts lie there compressed too (.gz, .br): `gzip_static on;` and, with that "
      "module,\n"
      "# `brotli_static on;` send those. Files of assets/ and search/parts/ never change.\n"
      "# Calendar files (.ics) are text/calendar: add that to `types` if nginx does not know it.\n";
  file += fmt::format("add_header {} \"{}\" always;\n", kPolicyHeader, content_policy_header());
  for (const auto& [name, value] : kHeaders) {
    file += "add_header " + std::string(name) + " \"" + std::string(value) + "\" always;\n";
  }
  return file;
}

}  // namespace signpost
