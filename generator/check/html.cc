#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/checks.h"

namespace signpost {
namespace {

// Whether `text` is the name, in any letter case; `name` is in small letters.
bool same_name(std::string_view text, std::string_view name) {
  return text.size() == name.size() &&
         std::equal(text.begin(), text.end(), name.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

struct Attribute {
  std::string_view name, value;
  std::size_t offset = 0;
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool ends_name(char c) { return is_space(c) || c == '>' || c == '/' || c == '='; }

// Walks the start tags of a page in order (HTML standard, section 13.2.5, without its errors):
// comments, end tags and the text of scripts and styles are passed over.
class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  // Goes to the next start tag; false at the end.
  bool next() {
    while ((at_ = html_.find('<', at_)) != html_.npos) {
      if (html_.substr(at_).starts_with("<!--")) {
        at_ = std::min(html_.find("-->", at_), html_.size());
        continue;
      }
      const char c = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        read_tag();
        return true;
      }
      ++at_;
    }
    return false;
  }

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::size_t offset() const { return begin_; }
  [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }

  [[nodiscard]] std::string_view find(std::string_view attribute) const {
    for (const Attribute& a : attributes_) {
      if (same_name(a.name, attribute)) return a.value;
    }
    return "";
  }

 private:
  void read_tag() {
    begin_ = at_;
    std::size_t i = at_ + 1;
    while (i < html_.size() && !ends_name(html_[i])) ++i;
    name_ = html_.substr(at_ + 1, i - at_ - 1);
    attributes_.clear();
    while (i < html_.size() && html_[i] != '>') {
      if (is_space(html_[i]) || html_[i] == '/' || html_[i] == '=') {
        ++i;
      } else {
        i = read_attribute(i);
      }
    }
    at_ = std::min(i + 1, html_.size());
    if (same_name(name_, "script")) skip_to("</script");
    if (same_name(name_, "style")) skip_to("</style");
  }

  std::size_t read_attribute(std::size_t i) {
    const std::size_t begin = i;
    while (i < html_.size() && !ends_name(html_[i])) ++i;
    Attribute attribute{html_.substr(begin, i - begin), "", begin};
    if (i < html_.size() && html_[i] == '=') {
      ++i;
      if (i < html_.size() && (html_[i] == '"' || html_[i] == '\'')) {
        const std::size_t end = std::min(html_.find(html_[i], i + 1), html_.size());
        attribute.value = html_.substr(i + 1, end - i - 1);
        i = std::min(end + 1, html_.size());
      } else {
        const std::size_t value = i;
        while (i < html_.size() && !is_space(html_[i]) && html_[i] != '>') ++i;
        attribute.value = html_.substr(value, i - value);
      }
    }
    attributes_.push_back(attribute);
    return i;
  }

  void skip_to(std::string_view end_tag) { at_ = std::min(html_.find(end_tag, at_), html_.size()); }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::string_view name_;
  std::vector<Attribute> attributes_;
};

// "https:", "mailto:", or "//host": an address that does not begin at this page (RFC 3986, 4.2).
bool is_absolute(std::string_view url) {
  if (url.starts_with("//")) return true;
  const std::size_t end = url.find_first_of(":/?#");
  return end != url.npos && url[end] == ':';
}

// Returns what a link's address in HTML leads to: "&amp;" and the escapes of addresses undone.
std::string decoded(std::string_view text) {
  std::string address;
  for (std::size_t i = 0; i < text.size(); ++i) {
    address += text[i];
    if (text.substr(i).starts_with("&amp;")) i += 4;
  }
  return percent_decoded(address);
}

// The site address that the relative `link` of the page at `url` leads to; nothing where it leaves
// the site.
std::optional<std::string> resolved(std::string_view url, std::string_view link) {
  std::vector<std::string_view> parts = split(url, '/');
  parts.pop_back();
  for (const std::string_view part : split(link, '/')) {
    if (part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

Place html_place(std::string_view url, std::string_view html, std::size_t offset) {
  const std::string_view before = html.substr(0, offset);
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {std::string(url), line, static_cast<std::uint32_t>(offset - start + 1), 0};
}

// The mistakes of one page that are reported; more would say nothing new.
constexpr std::size_t kMaxHtmlReports = 100;

struct LocalLink {
  std::string_view fragment;
  std::size_t offset = 0;
};

// The checks of one page, tag by tag.
class HtmlChecker {
 public:
  HtmlChecker(std::string_view url, std::string_view html, const SiteAddresses& addresses,
              Diagnostics& diagnostics)
      : url_(url), html_(html), addresses_(addresses), diagnostics_(diagnostics) {}

  void check() {
    TagReader tags(html_);
    while (tags.next()) {
      check_attributes(tags);
      check_inline_code(tags);
      check_addresses(tags);
    }
    for (const LocalLink& link : local_links_) check_fragment(link);
  }

 private:
  void add(std::string_view rule, std::size_t offset, std::string message, std::string help) {
    if (++report_count_ > kMaxHtmlReports) return;
    diagnostics_.add(rule, html_place(url_, html_, offset), std::move(message), std::move(help));
  }

  void check_attributes(const TagReader& tags) {
    for (const Attribute& attribute : tags.attributes()) {
      if (same_name(attribute.name, "id") && !ids_.insert(attribute.value).second) {
        add("html-duplicate-id", attribute.offset,
            fmt::format("the id \"{}\" is used twice", attribute.value),
            "check the theme's templates");
      }
      const bool is_handler =
          attribute.name.size() > 2 && same_name(attribute.name.substr(0, 2), "on");
      if (is_handler || same_name(attribute.name, "style")) {
        add("html-inline-code", attribute.offset,
            fmt::format("<{}> has the attribute \"{}\"", tags.name(), attribute.name),
            "move it to the theme's scripts or styles");
      }
    }
  }

  // A script without src runs, unless its type makes it data (HTML standard, section 4.12.1).
  void check_inline_code(const TagReader& tags) {
    const bool is_style = same_name(tags.name(), "style");
    const bool is_script = same_name(tags.name(), "script") && tags.find("src").empty() &&
                           !tags.find("type").ends_with("json");
    if (!is_style && !is_script) return;
    add("html-inline-code", tags.offset(),
        fmt::format("the page has a <{}> of its own", tags.name()),
        "move it to the theme's scripts or styles");
  }

  void check_addresses(const TagReader& tags) {
    for (const Attribute& attribute : tags.attributes()) {
      if (same_name(attribute.name, "src") || same_name(attribute.name, "poster")) {
        check_resource(attribute);
      } else if (same_name(attribute.name, "href")) {
        if (!same_name(tags.name(), "link")) {
          check_link(attribute);
        } else if (loads(tags.find("rel"))) {
          check_resource(attribute);
        }
      }
    }
  }

  // The kinds of <link> that a browser fetches.
  static bool loads(std::string_view rel) {
    static constexpr std::string_view kLoads[] = {"stylesheet", "icon",         "preload",
                                                  "manifest",   "preconnect",   "prefetch",
                                                  "mask-icon",  "modulepreload"};
    return std::ranges::any_of(kLoads, [&](std::string_view l) { return rel.find(l) != rel.npos; });
  }

  void check_resource(const Attribute& attribute) {
    if (is_absolute(attribute.value) && !attribute.value.starts_with("data:")) {
      add("html-remote-resource", attribute.offset,
          fmt::format("the page loads \"{}\" from another host", attribute.value),
          "keep the file with the site");
    } else {
      check_link(attribute);
    }
  }

  void check_link(const Attribute& attribute) {
    const std::string_view value = attribute.value;
    if (is_absolute(value)) return;
    if (value.starts_with('#')) {
      local_links_.push_back({value.substr(1), attribute.offset});
      return;
    }
    const std::string_view path = value.substr(0, value.find_first_of("?#"));
    const bool is_raw = path.find_first_of("%&") == path.npos;
    const std::optional<std::string> target = target_of(is_raw ? std::string(path) : decoded(path));
    const bool exists = target && std::ranges::binary_search(addresses_.urls, *target);
    if (!path.empty() && exists) return;
    add("html-missing-target", attribute.offset,
        fmt::format("the address \"{}\" leads to no file of the site", value),
        "check the theme's templates and the menu");
  }

  // The site address that a path on this page means, or nothing where it leaves the site.
  [[nodiscard]] std::optional<std::string> target_of(std::string_view path) const {
    if (!path.starts_with('/')) return resolved(url_, path);
    const std::string& base = addresses_.base_path;
    if (base.empty() || !path.starts_with(base)) return std::nullopt;
    return std::string(path.substr(base.size()));
  }

  void check_fragment(const LocalLink& link) {
    if (link.fragment.empty() || ids_.contains(link.fragment)) return;
    if (ids_.contains(decoded(link.fragment))) return;
    add("html-missing-target", link.offset,
        fmt::format("nothing on the page has the id \"{}\"", link.fragment),
        "check the theme's templates");
  }

  std::string_view url_, html_;
  const SiteAddresses& addresses_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string_view> ids_;
  std::vector<LocalLink> local_links_;
  std::size_t report_count_ = 0;
};

}  // namespace

void check_html(std::string_view url, std::string_view html, const SiteAddresses& addresses,
                Diagnostics& diagnostics) {
  HtmlChecker(url, html, addresses, diagnostics).check();
}

}  // namespace signpost
