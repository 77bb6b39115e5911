// The directory of organisations as other stages ask for it: by name, and what it makes public.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/web_address.h"
#include "content/content.h"

namespace signpost {

bool is_organisation(const Page& page);

// Returns the page of the organisation whose file is called `name` ("ipsea" for ipsea.md): the one
// in `language`, else the one in the site's own.
std::optional<std::size_t> find_organisation(const Site& site, std::string_view name,
                                             std::string_view language);
// Returns the names of all organisations, sorted. They live as long as the site.
std::vector<std::string_view> organisation_names(const Site& site);

// Returns the address of an organisation's website, or what is wrong with it.
CheckedAddress website_mistake(std::string_view website);
// Whether `website` is a whole address that begins with https:// or http://.
bool is_web_address(std::string_view website);
// Returns the address as people say it: "example.org" for "https://www.example.org/help".
std::string website_name(std::string_view website);

}  // namespace signpost
