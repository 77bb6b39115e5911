#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

bool is_vague(std::string_view lower) {
  while (lower.ends_with('.') || lower.ends_with('!')) lower.remove_suffix(1);
  static constexpr std::string_view kVague[] = {"click",
                                                "click here",
                                                "click this link",
                                                "details",
                                                "find out more",
                                                "go here",
                                                "here",
                                                "info",
                                                "information",
                                                "learn more",
                                                "link",
                                                "more",
                                                "more info",
                                                "more information",
                                                "page",
                                                "read more",
                                                "read this",
                                                "see here",
                                                "see more",
                                                "this",
                                                "this document",
                                                "this link",
                                                "this page",
                                                "this website",
                                                "website"};
  return std::ranges::find(kVague, lower) != std::end(kVague);
}

bool is_web_address(std::string_view lower) {
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.");
}

// Where the link goes, so that two links can be compared.
std::string target_of(const Link& link) {
  switch (link.kind) {
    case LinkKind::kPage:
      return fmt::format("{}#{}", link.page, link.fragment);
    case LinkKind::kSamePage:
      return "#" + link.fragment;
    default:
      return link.url;
  }
}

void check_words(const Link& link, std::string_view words, const Place& place,
                 Diagnostics& diagnostics) {
  const std::string lower = ascii_lower(words);
  if (words.empty()) {
    diagnostics.add("link-empty", place, "the link has no words",
                    "write [what the page is called](address)");
  } else if (is_vague(lower)) {
    diagnostics.add("link-text-vague", place,
                    fmt::format("the link \"{}\" does not say where it goes", words),
                    "use the title of the page it goes to");
  } else if (is_web_address(lower)) {
    diagnostics.add("link-bare-url", place,
                    fmt::format("the link shows the web address \"{}\"", words),
                    fmt::format("write [what the page is called]({})", link.url));
  }
  if (link.kind == LinkKind::kExternal && ascii_lower(link.url.substr(0, 5)) == "http:") {
    diagnostics.add("link-insecure", place,
                    fmt::format("the address \"{}\" is not encrypted", link.url),
                    "try the same address with https:");
  }
}

}  // namespace

void check_link_texts(const PageInput& input, Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> targets;
  for (std::uint32_t i = 0; i < input.document.nodes.size(); ++i) {
    const Node& node = input.document.nodes[i];
    if (node.kind != NodeKind::kLink || node.extra >= input.document.links.size()) continue;
    const Link& link = input.document.links[node.extra];
    if (link.kind == LinkKind::kBroken) continue;
    const Place place{input.page.source_path, node.line, node.column, link.length};
    const std::string plain = plain_text(input.document, i);
    const std::string_view words = trimmed(plain);
    check_words(link, words, place, diagnostics);
    if (words.empty()) continue;
    const auto [first, is_new] = targets.try_emplace(ascii_lower(words), target_of(link));
    if (!is_new && first->second != target_of(link)) {
      diagnostics.add(
          "link-same-text", place,
          fmt::format("another link with the words \"{}\" goes to another place", words),
          "say in each link where it goes");
    }
  }
}

}  // namespace signpost
