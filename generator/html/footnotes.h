// HTML of a Document: the parts that a plain page and a page of a site share.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "words/words.h"

namespace signpost {

// Starts a new line of HTML unless it is at the start of one.
void append_line_start(std::string& out);

// Appends the text of an image's children, escaped, for its alt attribute.
void append_alt_text(std::string& out, const Document& document, std::uint32_t image);

// Footnotes, with the markup of the cmark-gfm program.
void append_footnote_reference(std::string& out, std::string_view label, const Footnote& use);
// The list of them, once before its first item.
void append_footnotes_start(std::string& out);
// `value`: the item's number, where that is not the next one of the list; else 0.
void append_footnote_item_start(std::string& out, std::string_view label, std::uint32_t value = 0);
// Links back to `uses` of the definition, from 1 by rising number; none means the first.
void append_footnote_back_links(std::string& out, const Words& words, std::string_view label,
                                const Footnote& footnote, std::span<const std::uint32_t> uses);
// Returns the numbers of all uses of the definition.
std::vector<std::uint32_t> all_uses(const Footnote& footnote);

// Returns true where the last child of the footnote is a paragraph, which then takes the links
// back.
bool ends_with_paragraph(const Document& document, const Node& footnote);

}  // namespace signpost
