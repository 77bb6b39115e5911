// What a page's HTML leaves to others: the look of its directives.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "html/page_numbers.h"
#include "markdown/document.h"

namespace signpost {

// An item "Key: value", each part as HTML.
struct KeyValueHtml {
  std::string key, value;
};

// A directive whose content is HTML already.
struct DirectiveHtml {
  const Directive& directive;
  int number = 1;         // of this name on the page
  std::string body = {};  // its content, unless that is `rows`
  std::vector<KeyValueHtml> rows = {};
  std::string words = {};         // its content as plain text, where it names a file
  std::string_view heading = {};  // the last above it
  int level = 2;                  // of a heading that it has itself, 2 to 6
  PageNumbers& numbers;
};

// Returns the whole HTML of a directive, ending in a new line.
using RenderDirective = std::function<std::string(const DirectiveHtml&)>;

}  // namespace signpost
