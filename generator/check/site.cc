#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/near_names.h"
#include "base/text.h"
#include "check/site_checks.h"
#include "privacy/phone_numbers.h"
#include "publications/meetings.h"
#include "publications/workshops.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxNamedHeadings = 5;

// "factsheets/sen-support" for content/factsheets/sen-support.md.
std::string_view shown_name(const Page& page) {
  std::string_view name = path_in_content(page.source_path);
  if (name.ends_with(".md")) name.remove_suffix(3);
  return name;
}

Place title_place(const Page& page) {
  const FieldEntry* title = page.find("title");
  if (title == nullptr) return {page.source_path, 0, 0, 0};
  return {page.source_path, title->line, title->column, 0};
}

std::vector<NamedPage> pages_of(const Site& site, const Page& page) {
  static const std::vector<Field> kNone;
  return named_pages(page.fields, page.kind == nullptr ? kNone : page.kind->fields,
                     site.config->kinds.common);
}

// The ids of a page's headings, sorted, and which of them are near to another; made when a link
// first asks for them.
class AnchorIndex {
 public:
  explicit AnchorIndex(std::span<const Document> documents)
      : documents_(documents),
        ids_(documents.size()),
        near_ids_(documents.size()),
        is_made_(documents.size()) {}

  bool has(std::size_t page, std::string_view id) {
    std::vector<std::string_view>& ids = ids_[page];
    if (!is_made_[page]) {
      is_made_[page] = true;
      for (const Heading& heading : documents_[page].headings) ids.push_back(heading.id);
      std::ranges::sort(ids);
    }
    return std::ranges::binary_search(ids, id);
  }

  // Returns the id of the page that is nearest, or "".
  std::string_view nearest(std::size_t page, std::string_view id) {
    const std::vector<Heading>& headings = documents_[page].headings;
    if (near_ids_[page].empty()) {
      std::vector<std::string_view> ids;
      ids.reserve(headings.size());
      for (const Heading& heading : headings) ids.push_back(heading.id);
      near_ids_[page] = NearNames(std::move(ids));
    }
    const std::size_t found = near_ids_[page].find(id);
    return found < headings.size() ? std::string_view(headings[found].id) : "";
  }

 private:
  std::span<const Document> documents_;
  std::vector<std::vector<std::string_view>> ids_;
  std::vector<NearNames> near_ids_;
  std::vector<bool> is_made_;
};

std::string anchor_help(const Document& target, std::string_view near) {
  const std::vector<Heading>& headings = target.headings;
  if (headings.empty()) return "the page has no headings: leave out the part from \"#\"";
  if (!near.empty()) return fmt::format("did you mean \"#{}\"?", near);
  std::string help = "its headings are ";
  for (std::size_t i = 0; i < std::min(headings.size(), kMaxNamedHeadings); ++i) {
    help += fmt::format("{}\"#{}\"", i == 0 ? "" : ", ", headings[i].id);
  }
  return help + (headings.size() > kMaxNamedHeadings ? " and more" : "");
}

NearNames page_paths(const Site& site) {
  std::vector<std::string_view> paths;
  for (const Page& page : site.pages) paths.push_back(path_in_content(page.source_path));
  return NearNames(std::move(paths));
}

// Returns the help that names the page below content/ whose path is the nearest, or "".
std::string nearest_page(const Site& site, const NearNames& paths, std::string_view path) {
  const std::size_t found = paths.find(path);
  if (found == paths.size()) return "";
  return fmt::format("did you mean \"{}\"?", path_in_content(site.pages[found].source_path));
}

// Lists that Signpost makes without a source: sections, topics, audiences, A to Z and search.
bool is_made_list(const Config& config, std::string_view page) {
  static constexpr std::string_view kMade[] = {"a-to-z.md", "audiences/index.md", "search.md",
                                               "software-used.md", "topics/index.md"};
  if (page == "languages.md") return config.languages.size() > 1;
  const auto is_folder = [&](const Folder& folder) { return page == folder.path + "/index.md"; };
  return std::ranges::find(kMade, page) != std::end(kMade) ||
         std::ranges::any_of(config.folders, is_folder);
}

void check_menu(const Site& site, std::span<const MenuItem> menu, std::string_view name,
                Diagnostics& diagnostics) {
  const NearNames paths = page_paths(site);
  for (const MenuItem& item : menu) {
    if (item.page.empty() || site.page_by_source.contains("content/" + item.page)) continue;
    if (is_made_list(*site.config, item.page)) continue;
    diagnostics.add("menu-missing-page", item.place,
                    fmt::format("the {} leads to \"{}\", which is not a page", name, item.page),
                    nearest_page(site, paths, item.page));
  }
}

bool is_listed_by_group(const Page& page) {
  return page.kind != nullptr && page.kind->listed_by == ListedBy::kGroup;
}

// The pages that a person comes to by following links, from the home page, the menus and the
// sections' own pages.
class LinkedPages {
 public:
  LinkedPages(const Site& site, std::span<const Document> documents)
      : site_(site), documents_(documents), linked_(site.pages.size()) {
    for (std::size_t i = 0; i < site.pages.size(); ++i) {
      if (site.pages[i].slug == "index" || is_listed_by_group(site.pages[i])) add(i);
    }
    for (const MenuItem& item : site.config->navigation) add_source("content/" + item.page);
    for (const MenuItem& item : site.config->footer) add_source("content/" + item.page);
    while (!waiting_.empty()) {
      const std::size_t page = waiting_.back();
      waiting_.pop_back();
      follow(page);
    }
  }

  [[nodiscard]] bool has(std::size_t page) const { return linked_[page]; }

 private:
  void add(std::size_t page) {
    if (page >= linked_.size() || linked_[page]) return;
    linked_[page] = true;
    waiting_.push_back(page);
  }

  void add_source(const std::string& path) {
    const auto found = site_.page_by_source.find(path);
    if (found != site_.page_by_source.end()) add(found->second);
  }

  void follow(std::size_t page) {
    for (const Link& link : documents_[page].links) {
      if (link.kind == LinkKind::kPage) add(link.page);
    }
    for (const NamedPage& named : pages_of(site_, site_.pages[page])) {
      add_source("content/" + named.path);
    }
    for (const MeetingFile& file : meeting_files(site_.pages[page]))
      add_source("content/" + file.path);
    if (page < site_.translations.size()) {
      for (const std::size_t other : site_.translations[page]) add(other);
    }
  }

  const Site& site_;
  std::span<const Document> documents_;
  std::vector<bool> linked_;
  std::vector<std::size_t> waiting_;
};

// News is found by its folder's list, a workshop by its menu, a meeting by its group.
bool is_found_by_list(const Page& page) {
  return page.kind != nullptr && page.kind->listed_by != ListedBy::kNothing;
}

// Sections, topics and audiences list their pages.
bool is_listed(const Page& page) {
  return !page.folder.empty() || !page.list("topics").empty() || !page.list("audiences").empty();
}

}  // namespace

void check_anchors(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const std::span<const Document> documents = input.documents;
  AnchorIndex anchors(documents);
  for (std::size_t from = 0; from < documents.size(); ++from) {
    const Document& document = documents[from];
    for (const Node& node : document.nodes) {
      if (node.kind != NodeKind::kLink || node.extra >= document.links.size()) continue;
      const Link& link = document.links[node.extra];
      const bool is_local = link.kind == LinkKind::kPage || link.kind == LinkKind::kSamePage;
      if (!is_local || link.fragment.empty()) continue;
      const std::size_t to = link.kind == LinkKind::kPage ? link.page : from;
      if (to >= documents.size() || anchors.has(to, link.fragment)) continue;
      diagnostics.add(
          "link-missing-anchor",
          {site.pages[from].source_path, node.line, node.column, link.length},
          fmt::format("no heading \"{}\" on {}", link.fragment, shown_name(site.pages[to])),
          anchor_help(documents[to], anchors.nearest(to, link.fragment)));
    }
  }
}

void check_titles(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  std::map<std::pair<std::string_view, std::string>, std::size_t> first;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (page.title.empty()) continue;
    const auto [found, is_new] = first.try_emplace({page.language, ascii_lower(page.title)}, i);
    if (is_new) continue;
    diagnostics.add("page-duplicate-title", title_place(page),
                    fmt::format("{} has the title \"{}\" too",
                                shown_name(site.pages[found->second]), page.title),
                    "say in each title what is special about the page");
  }
}

void check_menus(const SiteInput& input, Diagnostics& diagnostics) {
  const Config& config = *input.site.config;
  check_menu(input.site, config.navigation, "menu", diagnostics);
  check_menu(input.site, config.footer, "footer", diagnostics);
}

// The pages that front matter names, such as those under "related".
void check_related(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const NearNames paths = page_paths(site);
  for (const Page& page : site.pages) {
    for (const NamedPage& named : pages_of(site, page)) {
      if (site.page_by_source.contains("content/" + named.path)) continue;
      std::string help = nearest_page(site, paths, named.path);
      if (help.empty()) help = "write the path of a .md file, from the content folder";
      diagnostics.add("link-missing-page", {page.source_path, named.line, named.column, 0},
                      fmt::format("no page \"{}\"", named.path), std::move(help));
    }
  }
}

void check_orphans(const SiteInput& input, Diagnostics& diagnostics) {
  const LinkedPages linked(input.site, input.documents);
  for (std::size_t i = 0; i < input.site.pages.size(); ++i) {
    const Page& page = input.site.pages[i];
    if (linked.has(i) || page.draft || is_found_by_list(page)) continue;
    if (is_listed(page)) {
      diagnostics.add("page-only-listed", title_place(page), "only lists lead to the page",
                      "link to it from a page about the same thing");
    } else {
      diagnostics.add("page-orphan", title_place(page), "nothing leads to the page",
                      "link to it, or put it in the menu");
    }
  }
}

// The phone number and email address of the settings must be real before families see them.
void check_contacts(const SiteInput& input, Diagnostics& diagnostics) {
  const Config& config = *input.site.config;
  const Place place{"site-config.yaml", 0, 0, 0};
  if (is_drama_phone(uk_phone_figures(config.service.phone))) {
    diagnostics.add("placeholder-phone", place,
                    fmt::format("the service's phone number \"{}\" is reserved for made-up use",
                                config.service.phone),
                    "put the service's real number under \"service\"");
  }
  if (config.service.is_placeholder) {
    diagnostics.add("placeholder", place,
                    "the phone number and email address are marked as examples",
                    "put in the real ones, then write \"placeholder: false\"");
  }
}

}  // namespace signpost
