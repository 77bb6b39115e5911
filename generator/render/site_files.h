// The files beside the pages: feed, sitemap, what servers and robots are told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/render.h"

namespace signpost {

// Returns the Atom feed of the news (RFC 4287), or "" without news.
std::string atom_feed(const RenderContext& context);

// Returns the sitemap (sitemaps.org, protocol 0.9), or "" without a base URL.
std::string sitemap(const RenderContext& context);

// Returns a UUID for `name` that stays the same when the site moves (RFC 9562, version 8: made by
// hashing).
std::string stable_uuid(const RenderContext& context, std::string_view name);

std::string robots_txt(const RenderContext& context);

// Returns the security headers for hosts that read a `_headers` file.
std::string headers_file();
// Returns the same for nginx, to be included in its `server` block.
std::string nginx_headers();

}  // namespace signpost
