#include "unit/small_site.h"

#include "unit/shipped_kinds.h"

namespace signpost {

std::string small_config(std::string_view more) {
  return std::string(R"(service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  phone: "01632 960 001"
  email: help@anytown.example
  address: [1 High Street, Anytown]
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
  closures: [{date: 2026-12-25, reason: Christmas Day}]
promises: {first_contact_working_days: 5}
independence: {funded_by: [Anytown Council], statement: We do not take sides.}
)")
      .append(more);
}

void SmallSite::make(std::string_view today, const std::string& base_url) {
  SiteOptions options;
  options.site_dir = folder_.path();
  options.share_dir = share_with_kinds();
  options.today = parse_date(today).value();
  options.base_url = base_url;
  loaded_ = load_site(options, diagnostics_);
  context_ = load_rendering(*loaded_, options, {}, diagnostics_);
}

std::string SmallSite::rendered(std::string_view url,
                                std::initializer_list<std::string_view> related) {
  std::vector<std::size_t> pages;
  for (const std::string_view each : related) pages.push_back(page_at(each));
  const std::size_t page = page_at(url);
  return render_page(context_, page, loaded_->documents[page], pages, 0);
}

std::string SmallSite::listing(std::string_view url) {
  for (const OutputFile& file : render_listings(context_)) {
    if (file.url == url) return file.bytes;
  }
  return "(no such file)";
}

std::vector<std::string> SmallSite::listing_urls() {
  std::vector<std::string> urls;
  for (const OutputFile& file : render_listings(context_)) urls.push_back(file.url);
  return urls;
}

}  // namespace signpost
