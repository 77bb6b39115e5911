#include "publications/organisations.h"

#include <algorithm>

namespace signpost {

bool is_organisation(const Page& page) { return is_kind(page, "organisation"); }

std::optional<std::size_t> find_organisation(const Site& site, std::string_view name,
                                             std::string_view language) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (!is_organisation(page) || page.slug != name) continue;
    if (page.language == language) return i;
    if (!found || page.language == own_language(site)) found = i;
  }
  return found;
}

std::vector<std::string_view> organisation_names(const Site& site) {
  std::vector<std::string_view> names;
  for (const Page& page : site.pages) {
    if (is_organisation(page)) names.push_back(page.slug);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

CheckedAddress website_mistake(std::string_view website) {
  CheckedAddress checked = check_web_address(website, AddressUse::kPage);
  const std::string_view address = checked.address;
  const std::size_t host = address.find("://");
  if (!checked.mistake.empty()) return checked;
  if (address.substr(host + 3, address.find_first_of("/?#", host + 3) - host - 3).find('.') ==
      address.npos) {
    return {"", "its name has no full stop in it", "write it whole: \"https://www.example.org/\""};
  }
  return checked;
}

bool is_web_address(std::string_view website) { return website_mistake(website).mistake.empty(); }

std::string website_name(std::string_view website) {
  const std::size_t scheme = website.find("://");
  std::string_view name = scheme == website.npos ? website : website.substr(scheme + 3);
  if (name.starts_with("www.")) name.remove_prefix(4);
  return std::string(name.substr(0, name.find_first_of("/?#:")));
}

}  // namespace signpost
