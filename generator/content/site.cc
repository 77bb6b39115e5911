// All pages together: one address each, old addresses, translations.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "content/content.h"
#include "content/parts.h"
#include "content/translations.h"

namespace signpost {
namespace {

// Gives out the site's addresses. Windows, macOS and USB sticks do not tell letter case apart, so
// two addresses that differ only in it are one.
class Addresses {
 public:
  // The source that has the address already, or nullptr and `source` has it now.
  const std::string* claim(std::string_view url, const std::string& source) {
    const auto [entry, is_new] = sources_.try_emplace(ascii_lower(url), source);
    return is_new ? nullptr : &entry->second;
  }
  // As claim, for an old address: none of its folders may be a file, and it may not be a folder.
  const std::string* claim_alias(std::string_view alias, const std::string& source) {
    const std::string key = ascii_lower(alias);
    for (std::size_t slash = key.find('/'); slash != std::string::npos;
         slash = key.find('/', slash + 1)) {
      const auto file = sources_.find(key.substr(0, slash));
      if (file != sources_.end()) return &file->second;
    }
    const auto below = sources_.lower_bound(key + "/");
    if (below != sources_.end() && below->first.starts_with(key + "/")) return &below->second;
    return claim(alias, source);
  }

 private:
  std::map<std::string, std::string, std::less<>> sources_;
};

void claim_pages(Site& site, Addresses& addresses, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    site.page_by_source.emplace(page.source_path, i);
    const std::string* taken = addresses.claim(page.url, page.source_path);
    if (taken == nullptr) {
      site.page_by_url.emplace(page.url, i);
      continue;
    }
    diagnostics.add("url-conflict", {page.source_path, 0, 0, 0},
                    fmt::format("\"{}\" is already the address of \"{}\"", page.url, *taken),
                    "rename one of the two files");
  }
}

void claim_assets(const Site& site, Addresses& addresses, Diagnostics& diagnostics) {
  for (const std::string& asset : site.assets) {
    const std::string url = asset_url(asset);
    const std::string* taken = addresses.claim(url, asset);
    if (taken == nullptr) continue;
    diagnostics.add("url-conflict", {asset, 0, 0, 0},
                    fmt::format("\"{}\" is already the address of \"{}\"", url, *taken),
                    "rename one of the two files");
  }
}

// The pages that a page is split into.
void claim_parts(const Site& site, Addresses& addresses, Diagnostics& diagnostics) {
  for (const Page& page : site.pages) {
    for (const std::string& url : part_urls(page)) {
      const std::string* taken = addresses.claim_alias(url, page.source_path);
      if (taken == nullptr) continue;
      const FieldEntry* field = page.find(kPartsField);
      diagnostics.add(
          "url-conflict", {page.source_path, field->line, field->column, 0},
          fmt::format("\"{}\", a part of this page, is already the address of \"{}\"", url, *taken),
          "give the part another title, or rename the other file");
    }
  }
}

void claim_aliases(Site& site, Addresses& addresses, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    const FieldEntry* entry = page.find("aliases");
    if (entry == nullptr) continue;
    for (const std::string& alias : page.list("aliases")) {
      const std::string* taken = addresses.claim_alias(alias, page.source_path);
      if (taken == nullptr) {
        site.aliases.emplace(alias, i);
        continue;
      }
      diagnostics.add("alias-conflict", {page.source_path, entry->line, entry->column, 0},
                      fmt::format("the old address \"{}\" is in use by \"{}\"", alias, *taken),
                      "take it out of aliases:, or rename the other");
    }
  }
}

// Pages with one folder and slug are one page in several languages.
void join_translations(Site& site, Diagnostics& diagnostics) {
  site.translations.resize(site.pages.size());
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    groups[{site.pages[i].folder, site.pages[i].slug}].push_back(i);
  }
  const std::string& own = own_language(site);
  for (const auto& [name, members] : groups) {
    const bool has_original = std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      return site.pages[i].language == own;
    });
    for (const std::size_t i : members) {
      for (const std::size_t other : members) {
        if (other != i && site.pages[other].language != site.pages[i].language) {
          site.translations[i].push_back(other);
        }
      }
      const Page& page = site.pages[i];
      if (has_original || is_made_in_each_language(page)) continue;
      diagnostics.add(
          "translation-without-original", {page.source_path, 0, 0, 0},
          fmt::format("there is no page \"{}.md\" that this one translates", page.slug),
          fmt::format("add \"{}.md\" beside it, or correct the file's name", page.slug));
    }
  }
}

}  // namespace

std::string_view path_in_content(std::string_view source_path) {
  constexpr std::string_view kRoot = "content/";
  if (source_path.starts_with(kRoot)) source_path.remove_prefix(kRoot.size());
  return source_path;
}

std::string asset_url(std::string_view source_path) {
  return std::string(path_in_content(source_path));
}

Site assemble_site(const Config& config, SiteWords words, std::vector<Page> pages,
                   std::vector<std::string> assets, Diagnostics& diagnostics) {
  Site site;
  site.config = &config;
  site.words = std::move(words);
  for (const Language& language : config.languages) {
    site.facts[language.tag] = make_facts(config, words_in(site.words, language.tag));
  }
  site.pages = std::move(pages);
  site.assets = std::move(assets);
  std::stable_sort(site.pages.begin(), site.pages.end(),
                   [](const Page& a, const Page& b) { return a.source_path < b.source_path; });
  std::sort(site.assets.begin(), site.assets.end());
  Addresses addresses;
  claim_pages(site, addresses, diagnostics);
  claim_assets(site, addresses, diagnostics);
  claim_parts(site, addresses, diagnostics);
  claim_aliases(site, addresses, diagnostics);
  join_translations(site, diagnostics);
  return site;
}

std::string relative_url(std::string_view from, std::string_view to) {
  std::size_t common = 0;  // just after the last '/' that both have
  for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  const std::string_view below = from.substr(common);
  std::string relative;
  for (auto up = std::count(below.begin(), below.end(), '/'); up > 0; --up) relative += "../";
  relative += to.substr(common);
  return relative;
}

}  // namespace signpost
