// What a PDF holds that no page shows, wherever it is: strings of any object, metadata of any
// object, attached files, forms, private data of programs, text between objects and behind the end.
// Internal to this room.
#pragma once

#include <string_view>

#include "files/documents/document_text.h"
#include "files/documents/pdf_objects.h"
#include "files/documents/told.h"

namespace signpost {

// Adds what names somebody or something to `told`, and all words to `text.unseen`, but those that
// `text` has already. Throws what qpdf throws, and
// std::length_error where it unpacks to too much.
void read_pdf_unseen(QPDF& pdf, std::string_view bytes, Told& told, DocumentText& text);

}  // namespace signpost
