#include "render/frame_view.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "render/json_ld.h"
#include "render/languages_view.h"
#include "render/page_styles.h"
#include "render/search_view.h"
#include "words/marks.h"
#include "words/times.h"

namespace signpost {
namespace {

// The facts of the configuration that templates see, by the part before the dot.
constexpr std::string_view kServiceFacts[] = {
    "name", "short_name", "area", "council", "phone", "phone_link", "email", "address", "hours"};

std::string fact(const Facts& facts, const std::string& name) {
  const auto found = facts.find(name);
  return found == facts.end() ? "" : found->second;
}

// How far ahead people plan to ring us.
constexpr long kClosureDays = 30;

// The closures of the days to come, those of one reason on days in a row as one.
View::List closures_view(const RenderContext& context, const Words& words) {
  const Date today = context.today;
  std::vector<Closure> closures = context.config->service.closures;
  std::ranges::stable_sort(closures, {}, &Closure::date);
  View::List views;
  for (std::size_t i = 0; i < closures.size();) {
    const Closure& first = closures[i];
    std::size_t last = i;
    while (last + 1 < closures.size() && closures[last + 1].reason == first.reason &&
           days_until(closures[last + 1].date, closures[last].date) == 1) {
      ++last;
    }
    const Period period{first.date, closures[last].date};
    i = last + 1;
    if (period.to < today || days_until(period.from, today) > kClosureDays) continue;
    View view;
    view.set("days",
             words.fact(period.from == period.to ? date_text(words, period.from)
                                                 : period_text(words, period.from, period.to)));
    view.set("reason", text_in(context, LocalText{first.reason}, words.language()));
    views.push_back(std::move(view));
  }
  return views;
}

View service_view(const RenderContext& context, const Words& words, const Facts& facts) {
  const Config& config = *context.config;
  View service;
  for (const std::string_view name : kServiceFacts) {
    service.set(std::string(name), words.fact(fact(facts, "service." + std::string(name))));
  }
  service.set("hours_note", text_in(context, config.service.hours.note, words.language()));
  View::List lines;
  for (const std::string& line : config.service.address) lines.push_back(words.fact(line));
  service.set("address_lines", std::move(lines));
  set_list(service, "closures", closures_view(context, words));
  return service;
}

// Returns what templates call `t`: every string; of one with forms also "key_forms", a list.
View strings_view(const Words& words) {
  View strings;
  for (const auto& [key, phrase] : words.phrases()) {
    strings.set(key, words.text(key));
    if (phrase.forms.empty()) continue;
    View::List forms;
    for (const auto& [name, text] : phrase.forms) {
      View form;
      form.set("form", name);
      form.set("text", phrase.is_english ? in_language(text, "en", "ltr") : text);
      forms.push_back(std::move(form));
    }
    strings.set(key + "_forms", std::move(forms));
  }
  return strings;
}

std::string menu_title(const Page& page) {
  std::string title = page.text("nav_title");
  return title.empty() ? page.title : title;
}

std::string_view folder_of(std::string_view url) {
  const std::size_t slash = url.rfind('/');
  return slash == url.npos ? std::string_view() : url.substr(0, slash);
}

bool is_within(std::string_view folder, std::string_view section) {
  return !section.empty() && folder.starts_with(section) &&
         (folder.size() == section.size() || folder[section.size()] == '/');
}

View menu_view(const RenderContext& context, const std::vector<MenuLink>& menu,
               const PageHead& head, const std::string& root) {
  View::List links;
  for (const MenuLink& link : menu) {
    const std::size_t page =
        link.page == kNoPage ? kNoPage : localized(context, link.page, head.language);
    const bool is_other = page != link.page;
    const Page* target = page == kNoPage ? nullptr : &context.site->pages[page];
    const std::string& url = target == nullptr ? link.url : target->url;
    const bool is_here = url == head.url;
    const bool has_own = !is_other || link.title.has(head.language);
    View view = link_view(has_own ? text_in(context, link.title, head.language)
                                  : text_in(context, *target, menu_title(*target), head.language),
                          root + url);
    view.set_flag("current", is_here || is_within(folder_of(head.url), link.section));
    view.set_flag("current_page", is_here);
    links.push_back(std::move(view));
  }
  return links;
}

// Returns the link to the first of the addresses that the site has, or "".
std::string link_to(const RenderContext& context, const std::string& root, const PageHead& head,
                    std::initializer_list<std::string_view> urls) {
  for (const std::string_view url : urls) {
    const auto page = context.site->page_by_url.find(url);
    if (page != context.site->page_by_url.end()) {
      return root + context.site->pages[localized(context, page->second, head.language)].url;
    }
    if (context.find_listing(url) != nullptr) return root + std::string(url);
  }
  return "";
}

View links_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  const auto to = [&](std::initializer_list<std::string_view> urls) {
    return link_to(context, root, head, urls);
  };
  View links;
  links.set("home", to({"index.html"}));
  links.set("search", to({search_url(context, head.language), "search.html"}));
  links.set("a_to_z", to({"a-to-z.html"})).set("software", to({"software-used.html"}));
  links.set("contact", to({"about/contact.html", "contact.html"}));
  links.set("languages", to({"languages.html"}));
  std::string news;
  if (!context.news.empty()) {
    const std::string& folder = context.site->pages[context.news.front()].folder;
    if (!folder.empty()) news = to({folder + "/index.html"});
  }
  links.set("news", std::move(news));
  links.set("feed", context.news.empty() ? "" : root + "feed.xml");
  return links;
}

View assets_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  const std::string& dir = context.languages[language_index(context, head.language)].dir;
  const auto href = [&](const std::string& name) {
    const ThemeAsset* asset = context.theme.find_asset(name);
    return asset == nullptr ? "" : root + asset->file.url;
  };
  const std::string css = style_url(context.theme, context.theme.style, line_start(dir));
  View assets;
  assets.set("css", css.empty() ? "" : root + css);
  assets.set("js", href(context.theme.script)).set("icon", href(context.theme.icon));
  const bool is_search = is_search_page(context, head.url);
  assets.set("search_js", is_search ? href(context.theme.search_script) : "");
  return assets;
}

// {href, has_name} of the service's own logo, or false.
View logo_view(const Config& config, const std::string& root) {
  if (config.brand.logo.empty()) return View::boolean(false);
  View logo;
  logo.set("href", root + config.brand.logo).set_flag("has_name", config.brand.is_name_in_logo);
  return logo;
}

View breadcrumbs_view(const RenderContext& context, const PageHead& head, const std::string& root) {
  View::List links;
  const auto home = context.site->page_by_url.find("index.html");
  if (home == context.site->page_by_url.end()) return links;
  const std::size_t own_home = localized(context, home->second, head.language);
  const std::string& home_url = context.site->pages[own_home].url;
  if (home_url == head.url) return links;
  links.push_back(link_view(context.words(head.language).text("home"), root + home_url));
  const std::string_view url = head.url;
  for (std::size_t end = url.find('/'); end != url.npos; end = url.find('/', end + 1)) {
    const std::string section = std::string(url.substr(0, end)) + "/index.html";
    const auto page = context.site->page_by_url.find(section);
    const Listing* listing = context.find_listing(section);
    if (page != context.site->page_by_url.end()) {
      const Page& own = context.site->pages[localized(context, page->second, head.language)];
      if (own.url != head.url)
        links.push_back(
            link_view(text_in(context, own, menu_title(own), head.language), root + own.url));
    } else if (listing != nullptr && section != head.url) {
      links.push_back(link_view(title_in(context, *listing, head.language), root + section));
    }
  }
  if (!head.of_url.empty()) links.push_back(link_view(head.of_title, root + head.of_url));
  return links;
}

std::string locale_of(std::string_view tag) {
  std::string locale(tag);
  std::replace(locale.begin(), locale.end(), '-', '_');
  return locale;
}

View identity_view(const RenderContext& context, const PageHead& head) {
  const Language& language = context.languages[language_index(context, head.language)];
  View page;
  page.set("title", head.title).set("summary", head.summary).set("url", head.url);
  page.set("kind", head.kind).set("kind_label", head.kind_label);
  page.set("language", language.tag).set("dir", language.dir);
  page.set("part_of", head.part == kWholePage ? "" : head.of_title);
  page.set("locale", locale_of(language.tag))
      .set("canonical",
           context.absolute_url(head.canonical_url.empty() ? head.url : head.canonical_url));
  const Page* source = head.page == kNoPage ? nullptr : &context.site->pages[head.page];
  page.set_flag("is_home",
                head.url == "index.html" || (source != nullptr && is_front_page(*source)));
  page.set_flag("is_search", is_search_page(context, head.url));
  page.set_flag("is_draft", source != nullptr && source->draft);
  page.set_flag("is_placeholder", context.config->service.is_placeholder);
  page.set("date", date_view(context.words(head.language),
                             source == nullptr ? std::nullopt : source->listed_day()));
  return page;
}

}  // namespace

std::vector<View> shared_views(const RenderContext& context) {
  std::vector<View> views;
  for (const Language& language : context.languages) {
    const Words& words = context.words(language.tag);
    const auto own_facts = context.site->facts.find(language.tag);
    const Facts facts = own_facts == context.site->facts.end() ? Facts() : own_facts->second;
    View promises, independence, theme;
    promises.set("first_contact", words.fact(fact(facts, "promises.first_contact")));
    independence.set("statement",
                     text_in(context, context.config->independence_statement, language.tag));
    theme.set("colour", context.theme.colour).set("dark_colour", context.theme.dark_colour);
    View shared;
    shared.set("t", strings_view(words));
    shared.set("service", service_view(context, words, facts));
    shared.set("promises", std::move(promises)).set("independence", std::move(independence));
    shared.set("theme", std::move(theme));
    shared.set("tagline", text_in(context, context.config->brand.tagline, language.tag));
    views.push_back(std::move(shared));
  }
  return views;
}

View frame_view(const RenderContext& context, const PageHead& head) {
  const std::string root = root_from(context, head.url);
  View view;
  view.set("root", root).set("page", identity_view(context, head));
  view.set("assets", assets_view(context, head, root));
  view.set("logo", logo_view(*context.config, root));
  view.set("navigation", menu_view(context, context.navigation, head, root));
  view.set("footer_links", menu_view(context, context.footer, head, root));
  view.set("links", links_view(context, head, root));
  view.set("breadcrumbs", breadcrumbs_view(context, head, root));
  add_languages(context, head, root, view);
  view.set("search", search_view(context, head, root));
  view.set("json_ld", json_ld(context, head));
  return view;
}

}  // namespace signpost
