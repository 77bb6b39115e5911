#include "unit/small_site.h"

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
  const Date day = parse_date(today).value();
  config_ = load_config(folder_.path(), diagnostics_);
  config_.base_url = base_url;
  data_ = load_data(config_, day, diagnostics_);
  std::vector<Page> pages;
  std::vector<Body> bodies;
  for (const SourceFile& file : discover(config_, diagnostics_)) {
    std::optional<ParsedPage> parsed = parse_page(file, config_, Drafts::kLeaveOut, diagnostics_);
    if (!parsed) continue;
    pages.push_back(std::move(parsed->page));
    bodies.push_back(std::move(parsed->body));
  }
  site_ = assemble_site(config_, std::move(pages), {}, diagnostics_);
  for (std::size_t i = 0; i < site_.pages.size(); ++i) {
    documents_.push_back(parse_markdown(site_, data_, i, bodies[i], diagnostics_));
  }
  Theme theme = load_theme(config_, "", diagnostics_);
  context_ = make_render_context(site_, data_, std::move(theme), {day, 1, {}}, diagnostics_);
}

std::string SmallSite::rendered(std::string_view url,
                                std::initializer_list<std::string_view> related) {
  std::vector<std::size_t> pages;
  for (const std::string_view each : related) pages.push_back(page_at(each));
  const std::size_t page = page_at(url);
  return render_page(context_, page, documents_[page], pages, 0);
}

std::string SmallSite::listing(std::string_view url) {
  for (const OutputFile& file : render_listings(context_)) {
    if (file.url == url) return file.bytes;
  }
  return "(no such file)";
}

}  // namespace signpost
