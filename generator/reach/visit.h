// What in a log line counts as a visit of a person: the page, whether a robot asked, where it came
// from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reach/log_line.h"

namespace signpost {

// Returns the site address of the page that the line gave out ("factsheets/sen-support.html"; "/"
// and "/index.html" are "index.html"), or "" where it is none: only a GET that was answered with
// 200 or 304 for a path that ends in ".html" or "/" is a page view. `base_path` is where the site
// lies on its host ("/" or "/send/"); what lies elsewhere is none of its pages. The query is
// dropped.
std::string page_of(const LogLine& line, std::string_view base_path);

// Whether the user agent is a program and not a browser: it says so by a word ("bot", "crawler"),
// is empty, or does not begin as every browser's does (RFC 9110, section 10.1.5: "Mozilla/5.0 (…").
bool is_robot(std::string_view user_agent);

// Returns the host of a referrer, in small letters without "www." or port; "" where there is none,
// "other" where it is no name of a public host: an address, a local name, a file.
std::string referrer_host(std::string_view referrer);

// Whether `host` is one of `hosts` or a part of one ("help.example.org" of "example.org").
bool is_host_among(std::string_view host, std::span<const std::string> hosts);

// Returns the name that readers know a host by ("Google" of google.co.uk), or the host.
std::string referrer_name(std::string_view host);

}  // namespace signpost
