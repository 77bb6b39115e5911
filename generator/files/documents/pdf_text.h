// The words of a PDF's pages, forms and bookmarks. Internal to this room.
#pragma once

#include "files/documents/document_text.h"
#include "files/documents/pdf_objects.h"

namespace signpost {

// Adds the words of the pages, also those that something covers, of what is filled into its forms,
// of notes on the page that are seen, of bookmarks and of where links lead. Sets `unread` where
// pages are pictures, or fonts do not say what their letters are. Time and memory are bounded: at
// the bound `unread` says so.
void read_pdf_text(QPDF& pdf, DocumentText& text);

}  // namespace signpost
