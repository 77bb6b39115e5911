#include "render/json_ld.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/london_time.h"
#include "base/phone.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

Json organization(const RenderContext& context) {
  const Service& service = context.config->service;
  Json result = {{"@type", "Organization"}, {"name", service.name}};
  if (!context.config->base_url.empty()) result["url"] = context.config->base_url;
  return result;
}

std::string day_name(std::string_view day) {
  std::string name(day);
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
  return "https://schema.org/" + name;
}

// The days when the phone is answered, then each day when it is not: opening and closing at the
// same minute is how schema.org says "closed".
Json opening_hours(const Service& service) {
  Json result = Json::array();
  Json days = Json::array();
  for (const std::string& day : service.hours.days) days.push_back(day_name(day));
  if (!days.empty()) {
    result.push_back({{"@type", "OpeningHoursSpecification"},
                      {"dayOfWeek", std::move(days)},
                      {"opens", service.hours.from},
                      {"closes", service.hours.to}});
  }
  for (const Closure& closure : service.closures) {
    const std::string date = iso_date(closure.date);
    result.push_back({{"@type", "OpeningHoursSpecification"},
                      {"description", closure.reason},
                      {"validFrom", date},
                      {"validThrough", date},
                      {"opens", "00:00"},
                      {"closes", "00:00"}});
  }
  return result;
}

Json service_json(const RenderContext& context) {
  const Service& service = context.config->service;
  std::string address;
  for (const std::string& line : service.address) address += (address.empty() ? "" : ", ") + line;
  const Json contact = {{"@type", "ContactPoint"},
                        {"telephone", international_phone(service.phone)},
                        {"email", service.email},
                        {"hoursAvailable", opening_hours(service)}};
  return {{"@type", "GovernmentService"},
          {"name", service.name},
          {"serviceType", context.words(own_language(context)).plain("service_type")},
          {"areaServed", {{"@type", "AdministrativeArea"}, {"name", service.area}}},
          {"isAccessibleForFree", true},
          {"provider", organization(context)},
          {"availableChannel",
           {{"@type", "ServiceChannel"},
            {"servicePhone", contact},
            {"servicePostalAddress", {{"@type", "PostalAddress"}, {"streetAddress", address}}}}}};
}

void set_date(Json& json, const char* key, const std::optional<Date>& date) {
  if (date) json[key] = iso_date(*date);
}

// Returns the first page of a split one, or a part of it, with what it leads to or belongs to: all
// of it is the article.
Json with_parts(const RenderContext& context, const PageHead& head, Json result) {
  const Page& page = context.site->pages[head.page];
  result["@type"] = head.part == kOpeningPart ? "CollectionPage" : "WebPage";
  result["headline"] = head.title;
  if (head.part != kOpeningPart) result.erase("description");
  const std::string whole = context.absolute_url(page.whole_url);
  if (whole.empty()) return result;
  if (head.part != kOpeningPart) {
    result["isPartOf"] = {{"@type", page.kind->schema_type}, {"name", page.title}, {"url", whole}};
    return result;
  }
  Json parts = Json::array();
  for (const PagePart& part : page.parts) {
    parts.push_back(
        {{"@type", "WebPage"}, {"name", part.title}, {"url", context.absolute_url(part.url)}});
  }
  result["hasPart"] = std::move(parts);
  return result;
}

// Returns the page as what its kind is to schema.org, or null where it is nothing.
Json article(const RenderContext& context, const PageHead& head) {
  if (head.page == kNoPage) return nullptr;
  const Page& page = context.site->pages[head.page];
  const Kind* kind = page.kind;
  if (kind == nullptr || kind->schema_type.empty()) return nullptr;
  Json result = {{"@type", kind->schema_type},
                 {"headline", page.title},
                 {"description", page.summary},
                 {"inLanguage", page.language},
                 {"isAccessibleForFree", true}};
  const std::string url = context.absolute_url(head.url);
  if (!url.empty()) result["url"] = url;
  if (head.part != kWholePage) return with_parts(context, head, std::move(result));
  // What is listed newest first came out on its day; anything else is kept up to date.
  if (kind->newest_first) set_date(result, "datePublished", page.listed_day());
  const bool is_kept = !kind->newest_first && !kind->days.empty();
  set_date(result, "dateModified", page.date(is_kept ? kind->days.front() : "reviewed"));
  if (std::string version = page.text("version"); !version.empty()) {
    result["version"] = std::move(version);
  }
  result["publisher"] = organization(context);
  return result;
}

// A session is somewhere, online, or both (schema.org, eventAttendanceMode).
void set_location(const Words& words, const Session& session, const std::string& url, Json& event) {
  Json places = Json::array();
  if (!session.venue.empty()) {
    places.push_back({{"@type", "Place"}, {"name", session.venue}, {"address", session.venue}});
  }
  if (session.is_online) {
    Json online = {{"@type", "VirtualLocation"}, {"name", words.plain("session_online")}};
    if (!url.empty()) online["url"] = url;
    places.push_back(std::move(online));
  }
  const char* mode = places.size() > 1   ? "MixedEventAttendanceMode"
                     : session.is_online ? "OnlineEventAttendanceMode"
                                         : "OfflineEventAttendanceMode";
  event["eventAttendanceMode"] = std::string("https://schema.org/") + mode;
  if (places.size() == 1) {
    event["location"] = places.front();
  } else if (!places.empty()) {
    event["location"] = std::move(places);
  }
}

// Returns the sessions to come of a page: a workshop's.
std::vector<Json> events(const RenderContext& context, const PageHead& head) {
  std::vector<Json> result;
  if (head.page == kNoPage) return result;
  const Page& page = context.site->pages[head.page];
  const std::size_t original = localized(context, head.page, own_language(context));
  if (page.is_example()) return result;
  const std::string url = context.absolute_url(head.url);
  for (const Session& session : context.workshops.sessions_of(original)) {
    if (session.date < context.today) continue;
    const bool is_cancelled = session.status == SessionStatus::kCancelled;
    Json event = {{"@type", "Event"},
                  {"name", page.title},
                  {"description", page.summary},
                  {"startDate", london_moment(session.date, session.from)},
                  {"endDate", london_moment(session.date, session.to)},
                  {"eventStatus", std::string("https://schema.org/") +
                                      (is_cancelled ? "EventCancelled" : "EventScheduled")}};
    set_location(context.words(page.language), session, url, event);
    if (session.places) event["maximumAttendeeCapacity"] = *session.places;
    event["isAccessibleForFree"] = true;
    event["inLanguage"] = page.language;
    if (!url.empty()) event["url"] = url;
    event["organizer"] = organization(context);
    result.push_back(std::move(event));
  }
  return result;
}

// Returns the way to the page, or null without a base URL: its addresses must be absolute.
Json breadcrumbs(const RenderContext& context, const PageHead& head) {
  if (context.config->base_url.empty() || head.url == "index.html") return nullptr;
  Json items = Json::array();
  const auto add = [&](const std::string& name, std::string_view url) {
    items.push_back({{"@type", "ListItem"},
                     {"position", items.size() + 1},
                     {"name", name},
                     {"item", context.absolute_url(url)}});
  };
  add(context.words(head.language).plain("home"), "index.html");
  const std::string_view url = head.url;
  for (std::size_t end = url.find('/'); end != url.npos; end = url.find('/', end + 1)) {
    const std::string section = std::string(url.substr(0, end)) + "/index.html";
    const Listing* listing = context.find_listing(section);
    if (listing != nullptr && section != head.url)
      add(title_in(context, *listing, head.language), section);
  }
  if (!head.of_url.empty()) add(head.of_title, head.of_url);
  add(head.title, head.url);
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

bool is_about_the_service(const PageHead& head) {
  return head.url == "index.html" || head.url == "about/contact.html" || head.url == "contact.html";
}

}  // namespace

std::string json_ld(const RenderContext& context, const PageHead& head) {
  if (head.url == "404.html" || head.kind == "redirect") return "";
  Json graph = Json::array();
  if (is_about_the_service(head)) graph.push_back(service_json(context));
  for (Json& each : events(context, head)) graph.push_back(std::move(each));
  for (Json& each : std::vector<Json>{article(context, head), breadcrumbs(context, head)}) {
    if (!each.is_null()) graph.push_back(std::move(each));
  }
  if (graph.empty()) return "";
  const Json json = {{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;  // "</script" and "<!--" would end or change the element
  safe.reserve(text.size());
  for (const char c : text) c == '<' ? safe += "\\u003c" : safe += c;
  return safe;
}

}  // namespace signpost
