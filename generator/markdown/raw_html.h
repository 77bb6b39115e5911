// Raw HTML in pages is never published: what to write instead of each tag.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

struct HtmlMistake {
  std::string message;
  std::string help;
  bool is_closing_tag = false;  // need not be reported where its opening tag was
};

// Returns what is wrong with a piece of raw HTML (an inline tag, or a whole block), or nothing for
// comments, which are left out in silence.
std::optional<HtmlMistake> describe_raw_html(std::string_view html);

}  // namespace signpost
