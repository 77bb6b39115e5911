// What the site itself gives to the public: contacts of the service and of organisations, venues,
// names of places. Made once for all checks of what could tell who somebody is.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/content.h"
#include "privacy/personal_data.h"

namespace signpost {

// `phones`: figures from 0; `emails`: addresses, and "@host" for all of a host; `postcodes`: as in
// PersonalMatch; `names`: the words of the names of the service, its area, its council and of the
// organisations. All in small letters.
struct PublicContacts {
  std::set<std::string, std::less<>> phones, emails, postcodes;
  std::vector<std::string> names;
};

PublicContacts public_contacts_of(const Site& site);

// Whether a detail of this kind and value may be seen. On the page of an organisation (`page`, else
// nullptr) so may its landlines, its postcodes and the addresses of its own host.
bool is_public(const PublicContacts& contacts, const Page* page, PersonalKind kind,
               std::string_view value);

// Reports the rule of the kind, personal-* or placeholder*. `shown`: as it is written.
void report_detail(PersonalKind kind, std::string_view shown, Place place,
                   Diagnostics& diagnostics);

// Reports the same of a document that is published; `where`: "on page 2 of \"plan.pdf\"".
void report_detail_of_document(PersonalKind kind, std::string_view shown, std::string_view where,
                               Place place, Diagnostics& diagnostics);

}  // namespace signpost
