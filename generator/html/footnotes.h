// HTML of a Document: the parts that a plain page and a page of a site share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/document.h"
#include "words/words.h"

namespace signpost {

// Starts a new line of HTML unless it is at the start of one.
void append_line_start(std::string& out);

// Appends the text of an image's children, escaped, for its alt attribute.
void append_alt_text(std::string& out, const Document& document, std::uint32_t image);

// Footnotes, with the markup of the cmark-gfm program.
void append_footnote_reference(std::string& out, std::string_view label, const Footnote& use);
void append_footnote_item_start(std::string& out, std::string_view label, const Footnote& footnote);
void append_footnote_back_links(std::string& out, const Words& words, std::string_view label,
                                const Footnote& footnote);

// Returns true where the last child of the footnote is a paragraph, which then takes the links
// back.
bool ends_with_paragraph(const Document& document, const Node& footnote);

}  // namespace signpost
