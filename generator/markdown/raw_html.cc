#include "markdown/raw_html.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"

namespace signpost {
namespace {

struct Replacement {
  std::string_view tag;
  std::string_view help;
};

constexpr std::string_view kLinkInstead = "link to it instead: [what it is](address)";

// clang-format off
constexpr auto kReplacements = std::to_array<Replacement>({
    {"a", "write [words](address)"},
    {"abbr", "put the short form into content/_data/glossary.yaml: it is explained at first use"},
    {"aside", "use :::note"},
    {"audio", kLinkInstead},
    {"b", "write **bold**"},
    {"blockquote", "start each line with > "},
    {"br", "end the line with a backslash (\\), or leave an empty line for a new paragraph"},
    {"button", "write a link: [words](address)"},
    {"center", "delete it: the theme decides how text is set"},
    {"code", "put the words between backquotes: `code`"},
    {"del", "write ~~struck out~~"},
    {"details", "use :::details Words to click"},
    {"div", "use a directive such as :::note or :::warning"},
    {"dl", "use :::summary with a list of \"Key: value\""},
    {"em", "write *emphasis*"},
    {"embed", kLinkInstead},
    {"font", "delete it: the theme decides how text looks"},
    {"form", "link to the form instead: [what it is](address)"},
    {"h1", "the page's title is in the front matter; write ## for a heading"},
    {"h2", "write ## Heading"},
    {"h3", "write ### Heading"},
    {"h4", "write #### Heading"},
    {"hr", "write --- on a line of its own"},
    {"i", "write *emphasis*"},
    {"iframe", kLinkInstead},
    {"img", "write ![what the image shows](file)"},
    {"li", "start the line with - "},
    {"object", kLinkInstead},
    {"ol", "start each line with 1. "},
    {"p", "leave an empty line between paragraphs"},
    {"pre", "put the lines between two lines of ```"},
    {"s", "write ~~struck out~~"},
    {"script", "delete it: pages have no scripts of their own"},
    {"section", "write a heading: ## Heading"},
    {"small", "delete it: small print is hard to read"},
    {"span", "delete it: the theme decides how text looks"},
    {"strike", "write ~~struck out~~"},
    {"strong", "write **bold**"},
    {"style", "delete it: the theme decides how pages look"},
    {"sub", "write the words without it"},
    {"summary", "use :::details Words to click"},
    {"sup", "for a note at the end of the page write [^1]"},
    {"table", "write a table with | between the columns, or use :::table"},
    {"td", "write a table with | between the columns, or use :::table"},
    {"th", "write a table with | between the columns, or use :::table"},
    {"tr", "write a table with | between the columns, or use :::table"},
    {"u", "delete it: readers take underlined words for links"},
    {"ul", "start each line with - "},
    {"video", kLinkInstead},
});
// clang-format on

// Classes that people give a <div>, and the directive for it.
constexpr auto kClasses = std::to_array<Replacement>({
    {"warning", "use :::warning"},
    {"contact", "use :::contact-now Contact us now if"},
    {"steps", "use :::steps"},
    {"download", "use :::download file"},
    {"details", "use :::details Words to click"},
    {"summary", "use :::summary"},
});

bool is_tag_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// Returns the name of the tag that starts at `<`, in lower case.
std::string tag_name(std::string_view html) {
  std::size_t end = std::min<std::size_t>(1, html.size());
  while (end < html.size() && is_tag_character(html[end])) ++end;
  return ascii_lower(html.substr(std::min<std::size_t>(1, html.size()), end - 1));
}

std::string_view help_for(std::string_view tag, std::string_view html) {
  if (tag == "div") {
    for (const Replacement& each : kClasses) {
      if (html.find(each.tag) != std::string_view::npos) return each.help;
    }
  }
  const auto found = std::ranges::find(kReplacements, tag, &Replacement::tag);
  return found != kReplacements.end() ? found->help : "write it in Markdown, or use a directive";
}

}  // namespace

std::optional<HtmlMistake> describe_raw_html(std::string_view html) {
  html = trimmed(html);
  std::string_view closing_tag;
  while (html.starts_with("<!--") || html.starts_with("</")) {
    const bool comment = html[1] == '!';
    const std::size_t end = comment ? html.find("-->", 4) : html.find('>');
    if (comment && end == std::string_view::npos) {
      return HtmlMistake{.message = "a comment that is never closed hides what follows it",
                         .help = "write --> where the comment ends"};
    }
    const std::size_t size = end == std::string_view::npos ? html.size() : end + (comment ? 3 : 1);
    if (!comment && closing_tag.empty()) closing_tag = html.substr(0, size);
    html = trimmed(html.substr(size));
  }
  const std::size_t begin = std::min(html.find('<'), html.size());
  const std::string tag = tag_name(html.substr(begin));
  if (html.empty() || tag.empty()) {
    if (html.empty() && closing_tag.empty()) return std::nullopt;
    const std::string shown(closing_tag.empty() ? html.substr(0, 20) : closing_tag);
    return HtmlMistake{.message = "raw HTML \"" + shown + "\" is not published",
                       .help = "delete it, and write Markdown or a directive instead",
                       .is_closing_tag = !closing_tag.empty()};
  }
  const std::string_view opening = html.substr(begin, html.find('>', begin) - begin);
  return HtmlMistake{.message = "raw HTML \"<" + tag + ">\" is not published",
                     .help = std::string(help_for(tag, opening))};
}

}  // namespace signpost
