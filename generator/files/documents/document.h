// What a document for people to save holds: its words, and beside them its author, comments,
// tracked changes, hidden sheets. Documents are only looked into, never changed: their authors do
// that.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/documents/document_text.h"
#include "files/file_format.h"

namespace signpost {

// `told` has a phrase for each thing that nobody sees on opening the document ("2 comments of
// \"Anna\""), each once, at most 20. `damage` says why it cannot be looked into; "" where it was.
struct DocumentContents {
  std::vector<std::string> told;
  std::string damage;
  // What takes it out: what to click.
  std::string help;
  DocumentText text;
};

// Returns what the document in `bytes` holds. `ending` is one of pdf, docx, xlsx, pptx, odt, ods,
// odp and rtf; anything else holds nothing. `public_names` (the service, its council) may be its
// author. Archives and streams inside are unpacked up to 256 MiB.
DocumentContents read_document(std::string_view bytes, FileFormat format, std::string_view ending,
                               std::span<const std::string> public_names);

// Returns the words of a file that shows all that it holds: lines of text, of an SVG, of an EPUB.
DocumentText read_plain_text(std::string_view bytes, std::string_view ending);

}  // namespace signpost
