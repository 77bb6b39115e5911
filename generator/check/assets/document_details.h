// What the words and tables of a published document tell: details of people, small counts.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "check/public_contacts.h"
#include "disclosure/disclosure.h"
#include "files/documents/document_text.h"

namespace signpost {

// A document that is published. `name`: as messages call it; `place`: what names it first.
struct PublishedDocument {
  std::string_view name;
  const DocumentText& text;
  const Place& place;
};

// Reports personal-* and placeholder* of its words, each detail once, and asset-unread for what
// cannot be looked at. After 20 details of a file, one finding counts the others.
void check_document_details(const PublishedDocument& document, const PublicContacts& contacts,
                            Diagnostics& diagnostics);

// Reports asset-small-counts and asset-people-counts, once a table: figures of people that are
// published as they are.
void check_document_counts(const PublishedDocument& document, DisclosureProfile profile,
                           Diagnostics& diagnostics);

}  // namespace signpost
