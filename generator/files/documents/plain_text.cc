#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/document.h"
#include "files/documents/package.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{8} << 20;

void read_lines(std::string_view bytes, DocumentText& text) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    text.unread = "is text in UTF-16";
    return;
  }
  std::size_t line = 0;
  for (const std::string_view words : split(bytes, '\n')) {
    text.add(fmt::format("on line {}", ++line), std::string(words));
  }
}

void read_drawing(std::string_view bytes, DocumentText& text) {
  visit_xml(bytes, [&](const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "text" || name == "title" || name == "desc")
      text.add("in the words", element.text());
  });
}

bool is_block(std::string_view name) {
  return name == "p" || name == "li" || name == "td" || name == "th" || name == "title" ||
         (name.size() == 2 && name[0] == 'h');
}

void read_book(std::string_view bytes, DocumentText& text) {
  Package package(bytes);
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".xhtml") && !name.ends_with(".html") && !name.ends_with(".htm")) continue;
    visit_xml(package.read(name), [&](const XmlElement& element) {
      if (is_block(element.name())) text.add(fmt::format("in {}", name), element.text());
    });
  }
  if (!package.damage().empty()) text.unread = "cannot be unpacked: " + package.damage();
}

}  // namespace

DocumentText read_plain_text(std::string_view bytes, std::string_view ending) {
  DocumentText text;
  if (ending == "epub") {
    read_book(bytes, text);
  } else if (bytes.size() > kMaxTextBytes) {
    text.unread = "has more text than can be looked through";
  } else if (ending == "svg") {
    read_drawing(bytes, text);
  } else {
    read_lines(bytes, text);
  }
  return text;
}

}  // namespace signpost
