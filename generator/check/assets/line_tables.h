// Tables that a document shows as lines of words: "Need  Families", "Deafblind  3". Internal to
// this room.
#pragma once

#include <vector>

#include "files/documents/document_text.h"

namespace signpost {

// Returns the tables of counts among the lines of the document: a line that says who is counted,
// without figures, and two or more below it that end in as many numbers each. Pages of a contents
// list, which only rise, are none. Each is named for where its head stands.
std::vector<DocumentTable> tables_of_lines(const DocumentText& text);

}  // namespace signpost
