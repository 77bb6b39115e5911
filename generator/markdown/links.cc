#include "markdown/links.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "base/phone.h"
#include "base/text.h"
#include "base/web_address.h"

namespace signpost {
namespace {

constexpr std::string_view kRoot = "content/";
constexpr auto kSchemes = std::to_array<std::string_view>({"https", "http", "mailto", "tel"});

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Returns the scheme as a browser finds it, in lower case, or "": browsers drop control characters
// and spaces before and inside it (WHATWG URL, "basic URL parser"), so they are dropped here too.
std::string find_scheme(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (is_control(c) || c == ' ') continue;
    if (c == ':') return scheme;
    const bool valid =
        is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!valid) return "";
    scheme += is_letter(c) ? static_cast<char>(static_cast<unsigned char>(c) | 0x20U) : c;
  }
  return "";
}

// Returns `path`, relative to the folder of `from`, without "." and "..", or nothing where it
// leaves content/.
std::optional<std::string> joined(std::string_view from, std::string_view path) {
  std::vector<std::string_view> parts = split(from.substr(0, from.rfind('/')), '/');
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (parts.size() <= 1) return std::nullopt;
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.rfind('.'));
}

// Returns the one of `sources` whose name, without its ending, is nearest to that of `path`, or "".
std::string nearest_file(std::string_view path, const std::vector<std::string_view>& sources) {
  std::vector<std::string_view> names(sources.size());
  std::ranges::transform(sources, names.begin(), stem);
  const std::string near = nearest_name(stem(path), names);
  const auto found = std::ranges::find(names, near);
  if (near.empty() || found == names.end()) return "";
  return std::string(sources[static_cast<std::size_t>(found - names.begin())]);
}

// "content/about/x.md" as people know it: "about/x.md".
std::string without_root(std::string_view path) {
  return std::string(path.starts_with(kRoot) ? path.substr(kRoot.size()) : path);
}

ResolvedLink mistake(std::string rule, std::string message, std::string help) {
  return {Link{}, std::move(rule), std::move(message), std::move(help)};
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

// Control characters would be lost or harmful in a terminal: they are shown as "?".
std::string shown(std::string_view address) {
  std::string out(address.substr(0, 80));
  std::ranges::replace_if(out, is_control, '?');
  return in_quotes(out);
}

ResolvedLink check_website(std::string_view address) {
  const std::size_t slashes = address.find("//");
  const std::size_t colon = address.find(':');
  if (slashes != colon + 1) {
    return mistake("link-malformed", "the address " + shown(address) + " has no // after the colon",
                   "write it in full: https://www.example.org/page");
  }
  const std::string_view rest = address.substr(slashes + 2);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#\\"));
  if (host.empty() || host.find('@') != std::string_view::npos) {
    return mistake("link-malformed", "the address " + shown(address) + " names no website",
                   "write it in full: https://www.example.org/page");
  }
  const CheckedAddress checked =
      check_web_address(address.substr(0, slashes + 2 + host.size()), AddressUse::kPage);
  if (!checked.mistake.empty()) {
    return mistake("link-malformed",
                   "the address " + shown(address) + " leads nowhere: " + checked.mistake,
                   checked.help);
  }
  return {};
}

ResolvedLink check_email_address(std::string_view address) {
  const std::string_view email = address.substr(address.find(':') + 1);
  const std::string_view mailbox = email.substr(0, email.find('?'));
  const std::size_t at = mailbox.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == mailbox.size()) {
    return mistake("link-malformed", shown(address) + " is not an email address",
                   "write mailto:name@example.org, or mailto:{{service.email}}");
  }
  return {};
}

// Whether the address has nothing behind its scheme because the service's own number or mailbox,
// which was to stand there, is wrong or missing: that is reported where it is set.
bool lacks_setting(std::string_view address, std::string_view scheme, const Service& service) {
  if (!trimmed(address.substr(scheme.size() + 1)).empty()) return false;
  return (scheme == "tel" && phone_link(service.phone).empty()) ||
         (scheme == "mailto" && service.email.empty());
}

// Returns the link of a number, however it is written.
ResolvedLink resolve_phone(std::string_view address) {
  const std::string written = percent_decoded(address.substr(address.find(':') + 1));
  PhoneNumber number = read_phone(written);
  if (!number.mistake.empty()) {
    return mistake("link-malformed", std::move(number.mistake),
                   number.help + ", or tel:{{service.phone_link}}");
  }
  if (number.link.empty()) {
    return mistake("link-malformed",
                   in_quotes(written) + " is for text messages, and cannot be rung",
                   "write it without a link");
  }
  ResolvedLink resolved;
  resolved.link.kind = LinkKind::kExternal;
  resolved.link.url = "tel:" + number.link;
  return resolved;
}

// Returns what to do to link to a page that is made from lists ("languages.pl.md"), "" for another
// path. A file of content/ at its address is its opening words.
std::string made_page_help(std::string_view path) {
  static constexpr std::string_view kMade[] = {"a-to-z.", "languages.", "search.",
                                               "software-used."};
  const auto is_made = [&](std::string_view made) { return path.starts_with(made); };
  if (std::ranges::none_of(kMade, is_made)) return "";
  std::string help =
      "the program makes this page: to link to it, write its opening words as content/";
  return help.append(path.substr(0, path.rfind('.'))).append(".md");
}

}  // namespace

ResolvedLink LinkResolver::resolve(std::string_view address, LinkUse use) {
  address = trimmed(address);
  const std::string scheme = find_scheme(address);
  if (!scheme.empty()) return resolve_external(address, scheme, use);
  if (address.empty() || std::ranges::any_of(address, is_control)) {
    return mistake("link-malformed",
                   address.empty() ? "a link without an address"
                                   : "the address " + shown(address) + " holds control characters",
                   "write [words](address)");
  }
  if (address.starts_with("//") || address.find('\\') != std::string_view::npos) {
    return mistake("link-malformed", "the address " + shown(address) + " is not complete",
                   address.starts_with("//") ? "start it with https://" : "write / and not \\");
  }
  return resolve_relative(address, use);
}

ResolvedLink LinkResolver::resolve_external(std::string_view address, std::string_view scheme,
                                            LinkUse use) {
  if (std::ranges::find(kSchemes, scheme) == kSchemes.end()) {
    return mistake(
        "link-forbidden-scheme",
        "a link may not start with " + in_quotes(std::string(scheme) + ":"),
        "links start with https:, http:, mailto: or tel:, or lead to a file of the site");
  }
  if (use != LinkUse::kLink) {
    return mistake("image-remote", "the file " + shown(address) + " is on another website",
                   "copy it into content/ and write its path");
  }
  if (lacks_setting(address, scheme, site_.config->service)) return {};
  if (scheme == "tel" && std::ranges::none_of(address, is_control)) return resolve_phone(address);
  const bool has_space =
      std::ranges::any_of(address, [](char c) { return is_control(c) || c == ' '; });
  if (has_space) {
    return mistake("link-malformed", "the address " + shown(address) + " has a space in it",
                   "take it out, or write %20");
  }
  ResolvedLink checked = scheme == "mailto" ? check_email_address(address) : check_website(address);
  if (!checked.rule.empty()) return checked;
  checked.link.kind = LinkKind::kExternal;
  checked.link.url = address;
  return checked;
}

ResolvedLink LinkResolver::resolve_relative(std::string_view address, LinkUse use) {
  const std::size_t hash = address.find('#');
  const std::string_view before = address.substr(0, hash);
  const std::string_view written = before.substr(0, before.find('?'));
  ResolvedLink resolved;
  Link& link = resolved.link;
  if (hash != std::string_view::npos) link.fragment = percent_decoded(address.substr(hash + 1));
  if (before.empty()) {
    link.kind = LinkKind::kSamePage;
    if (!link.fragment.empty()) return resolved;
    return mistake("link-malformed", "\"#\" without a name", "write #name-of-the-heading");
  }
  if (written.size() != before.size()) {
    return mistake("link-malformed", "the address " + shown(address) + " has a \"?\" in it",
                   "write the path of the file alone");
  }
  const std::string path = percent_decoded(written);
  if (path.starts_with('/')) {
    const std::string source = "content" + path;
    return mistake(
        "link-malformed", "the address " + shown(address) + " starts with a slash",
        "write the path from this page's folder: " + in_quotes(written_from_page(source)));
  }
  const std::optional<std::string> source = joined(page_.source_path, path);
  if (!source) {
    return mistake("link-missing-page", shown(address) + " leads out of the content folder",
                   "copy the file into content/, or write its https:// address");
  }
  const auto page = site_.page_by_source.find(*source);
  if (page != site_.page_by_source.end() && use == LinkUse::kLink) {
    link.kind = LinkKind::kPage;
    link.page = static_cast<std::uint32_t>(page->second);
    if (page->second >= site_.translations.size()) return resolved;
    for (const std::size_t other : site_.translations[page->second]) {
      const bool same_language = site_.pages[other].language == page_.language;
      if (same_language) link.page = static_cast<std::uint32_t>(other);
    }
    return resolved;
  }
  if (std::ranges::binary_search(site_.assets, *source)) {
    link.kind = LinkKind::kAsset;
    link.url = without_root(*source);
    return resolved;
  }
  return missing(*source, use);
}

ResolvedLink LinkResolver::missing(const std::string& path, LinkUse use) {
  const std::string_view name = file_name(path);
  const bool page = use == LinkUse::kLink && (name.find('.') == std::string_view::npos ||
                                              name.ends_with(".md") || name.ends_with(".html"));
  std::string help = page ? made_page_help(without_root(path)) : "";
  if (help.empty() && hints_left_ > 0) {
    --hints_left_;
    const std::string similar = find_similar(path);
    if (!similar.empty()) {
      help = "did you mean " + in_quotes(written_from_page(similar)) + "?";
      if (similar != path && ascii_lower(similar) == ascii_lower(path)) {
        help += " (capital letters count)";
      }
    }
  }
  if (page) {
    if (help.empty()) help = "write the path of a .md file, from this page's folder";
    return mistake("link-missing-page", "no page " + in_quotes(without_root(path)), help);
  }
  if (help.empty()) help = "check the file's name and folder";
  return mistake("asset-missing", "no file " + in_quotes(without_root(path)), help);
}

// Looks for what was meant: the same path with other capitals, the source of a published or old
// address, a page without its ending, the same name in another folder, a near name.
std::string LinkResolver::find_similar(const std::string& path) {
  const std::string lower = ascii_lower(path);
  const std::string url = without_root(path);
  if (const auto found = site_.page_by_url.find(url); found != site_.page_by_url.end()) {
    return site_.pages[found->second].source_path;
  }
  if (const auto found = site_.aliases.find(url); found != site_.aliases.end()) {
    return site_.pages[found->second].source_path;
  }
  for (const std::string& ending : {std::string(".md"), std::string("/index.md")}) {
    if (site_.page_by_source.contains(path + ending)) return path + ending;
  }
  std::vector<std::string_view> sources;
  sources.reserve(site_.pages.size() + site_.assets.size());
  for (const Page& page : site_.pages) sources.push_back(page.source_path);
  sources.insert(sources.end(), site_.assets.begin(), site_.assets.end());
  std::string_view same_name;
  for (const std::string_view source : sources) {
    if (source.size() == path.size() && ascii_lower(source) == lower) return std::string(source);
    if (same_name.empty() && file_name(source) == file_name(path)) same_name = source;
  }
  if (!same_name.empty()) return std::string(same_name);
  const std::string_view folder = std::string_view(path).substr(0, path.rfind('/') + 1);
  std::vector<std::string_view> neighbours;
  std::ranges::copy_if(sources, std::back_inserter(neighbours), [&](std::string_view source) {
    return source.starts_with(folder) && file_name(source).size() + folder.size() == source.size();
  });
  const std::string near = nearest_file(path, neighbours);
  return near.empty() ? nearest_file(path, sources) : near;
}

std::string LinkResolver::written_from_page(const std::string& source_path) const {
  return relative_url(page_.source_path, source_path);
}

}  // namespace signpost
