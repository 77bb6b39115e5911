// What in a log line counts as a visit: the page, and where the visitor came from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reach/log_line.h"
#include "reach/site_pages.h"

namespace signpost {

// What a line asked for, and what came of it.
enum class VisitKind : std::uint8_t {
  kPage,
  kError,     // 4xx, 5xx
  kRedirect,  // 3xx but 304: the browser asks again
  kOutside,   // not below the site's own path
  kOther      // images and styles, parts of files (206), HEAD and POST, no page of the site
};

struct Visit {
  VisitKind kind = VisitKind::kOther;
  std::string page;  // its site address, of kPage
};

// Where the site's pages are.
struct ReachedSite {
  std::string base_path = "/";       // on its host: "/", "/send/"
  SitePages pages;                   // of the built site, where it is there
  std::vector<std::string> folders;  // that have a page of their own: "factsheets"
};

// Returns which page the line opened ("factsheets/sen-support.html"; "/" is "index.html"): a GET
// that was answered with 200 or 304. The same page are its address without ".html", in other letter
// case, with escapes, doubled slashes, a query or a fragment, a folder with or without "/" at the
// end, and an old address that leads on to it. Without the built site an address without an ending
// is a page, in small letters.
Visit visit_of(const LogLine& line, const ReachedSite& site);

// Returns the page of visit_of for a site of which nothing is known, "" where it is none.
std::string page_of(const LogLine& line, std::string_view base_path);

// Returns the host of a referrer, in small letters without "www." or port; "" where there is none,
// "other" where it is no name of a public host: an address, a local name, a file.
std::string referrer_host(std::string_view referrer);

// Whether `host` is one of `hosts` or a part of one ("help.example.org" of "example.org").
bool is_host_among(std::string_view host, std::span<const std::string> hosts);

// Returns the name that readers know a host by ("Google" of google.co.uk), or the host.
std::string referrer_name(std::string_view host);

}  // namespace signpost
