// What reads the words of each sort of document. Internal to this room. Each adds to `text`; what
// cannot be read is left out, for the inspectors have reported it.
#pragma once

#include <string_view>

#include "files/documents/document_text.h"
#include "files/documents/package.h"

namespace signpost {

// Word and PowerPoint (ECMA-376): paragraphs joined from their runs, tables, text boxes, headers,
// footers, notes, descriptions of pictures, charts. `ending`: docx or pptx.
void read_office_text(Package& package, std::string_view ending, DocumentText& text);

// The paragraphs of one part of an Office document, all at one place.
void read_office_part(Package& package, const std::string& part, const std::string& place,
                      DocumentText& text);

// Title, subject and keywords of an Office document, and where its links lead.
void read_office_properties(Package& package, DocumentText& text);

// Excel: the cells of each sheet as they are shown, dates as 2015-03-12; text boxes and headers.
void read_workbook_text(Package& package, DocumentText& text);

// OpenDocument: texts, sheets and slides alike.
void read_open_document_text(Package& package, DocumentText& text);

// What the parts of an archive hold beside what the other readers have read, which run before:
// other parts, attributes, fields, older copies, comments of XML, strings in binary parts.
void read_unseen_text(Package& package, DocumentText& text);

// Adds the strings of a binary file, in ASCII and UTF-16.
void add_strings(std::string_view bytes, const std::string& place, DocumentText& text);

}  // namespace signpost
