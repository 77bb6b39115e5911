// The text of a table's cell made plain: spaces, dashes and digits come in many characters.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the text without spaces, line breaks and characters that nobody sees at its ends; inside,
// spaces of any kind and line breaks are one plain space each. `text` is UTF-8.
std::string tidy_cell(std::string_view text);

// Returns the text of a figure in ASCII, but for £ and € and what has no place in a figure: digits
// of any script (Unicode's category Nd) as 0 to 9, spaces as ' ', dashes and the minus sign as '-',
// full-width and Arabic signs as ours, ≤ and ≥ as < and >, marks of footnotes as '*'.
std::string plain_figure(std::string_view text);

// Returns the text, or its first `most` code points and "…", so that a message stays short.
std::string shortened(std::string_view text, std::size_t most = 60);

}  // namespace signpost
