// What is looked for in each sort of document. Internal to this room. Each adds to `told`; what
// cannot be read fails the package, or is returned as damage.
#pragma once

#include <string>
#include <string_view>

#include "files/documents/document_text.h"
#include "files/documents/package.h"
#include "files/documents/told.h"

namespace signpost {

// Office Open XML (ECMA-376): properties, embedded files and links of all, then the sort's own.
void inspect_office(Package& package, std::string_view ending, Told& told);
void inspect_text_document(Package& package, Told& told);  // word/
void inspect_workbook(Package& package, Told& told);       // xl/
void inspect_slides(Package& package, Told& told);         // ppt/

// OpenDocument 1.3 (OASIS).
void inspect_open_document(Package& package, Told& told);

// Parts that such a document does not have, pictures that tell something, bytes outside of parts.
void inspect_stray_parts(Package& package, std::string_view ending, Told& told);

// ISO 32000-1, and the words of it. Returns the damage, or "".
std::string inspect_pdf(std::string_view bytes, Told& told, DocumentText& text);

// Rich Text Format 1.9.1, and its words.
void inspect_rich_text(std::string_view bytes, Told& told, DocumentText& text);

}  // namespace signpost
