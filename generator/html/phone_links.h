// Phone numbers in running text as links that ring them.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Appends the text as HTML, escaped, with a tel: link around each phone number that connects.
void append_text_with_phones(std::string& html, std::string_view text);

}  // namespace signpost
