#include "render/content_policy.h"

#include <algorithm>
#include <string_view>

namespace signpost {
namespace {

// Each kind of thing that the site has, from its own host alone; 'wasm-unsafe-eval' lets the search
// engine, which is WebAssembly, be compiled and allows no other evaluation. Firefox takes the
// address of a local file for an origin of its own that 'self' does not match: `file:` is for
// copies on a stick, and no page that comes from a host may load such addresses.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'; style-src 'self' file:; "
    "img-src 'self' file:; font-src 'self' file:; media-src 'self' file:; "
    "form-action 'self' file:; base-uri 'none'";

// Returns where the head of a page begins: after <head>, or where that is left out (HTML standard,
// section 13.1.2.4) after <html> or the doctype; npos for what is no page.
std::size_t head_begin(std::string_view html) {
  for (const std::string_view tag : {"<head", "<html", "<!doctype", "<!DOCTYPE"}) {
    std::size_t at = html.find(tag);
    // Not <header>.
    while (at != html.npos && html.substr(at + tag.size(), 2) == "er") at = html.find(tag, at + 1);
    if (at == html.npos) continue;
    const std::size_t end = html.find('>', at);
    if (end != html.npos) return end + 1;
  }
  return html.npos;
}

}  // namespace

std::string content_policy_header() {
  return std::string(kContentPolicy) + "; frame-ancestors 'none'";
}

std::string with_content_policy(std::string html) {
  std::size_t at = head_begin(html);
  if (at == html.npos) return html;
  const std::size_t next = std::min(html.find_first_not_of(" \t\r\n", at), html.size());
  if (html.compare(next, 13, "<meta charset") == 0) {
    const std::size_t end = html.find('>', next);
    if (end != html.npos) at = end + 1;
  }
  std::string meta = "\n<meta http-equiv=\"Content-Security-Policy\" content=\"";
  return html.insert(at, meta.append(kContentPolicy).append("\">"));
}

}  // namespace signpost
