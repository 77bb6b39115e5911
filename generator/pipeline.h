// From a site's folder to findings and finished HTML, as values: load, check, render. Nothing here
// writes a file or knows the search index, so that it also runs where there is neither; build.h
// does the rest.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "check/assets/assets.h"
#include "config/config.h"
#include "content/content.h"
#include "data/data.h"
#include "duties/site_on_day.h"
#include "findings/findings.h"
#include "markdown/document.h"
#include "markdown/split_pages.h"
#include "privacy/placed_details.h"
#include "render/render.h"

namespace signpost {

struct SiteOptions {
  std::filesystem::path site_dir = ".";
  std::filesystem::path share_dir;  // the program's own data (find_share_folder): themes, search
  std::string base_url;             // "": what site-config.yaml says
  Date today;
  bool drafts = false;
  bool strict = false;
  bool strict_dates = false;
  std::size_t jobs = 1;
};

// The whole site as values: sources read, addresses fixed, every anchor known. Lives where it is
// made, since the stages refer to each other.
struct LoadedSite {
  Config config;
  SiteData data;
  std::vector<WithheldTable> withheld;  // what `data` does not tell
  Site site;
  SiteOnDay on_day;
  std::vector<Document> documents;  // by page
  SiteSplits splits;
  PlacedDetails theme_details;  // of the site's own files of the theme
};

// Returns the site. Reports what is wrong with its settings, its data, the theme's words and each
// page's source.
std::unique_ptr<const LoadedSite> load_site(const SiteOptions& options, Diagnostics& diagnostics);

// Reports what the checks of pages and of the site find.
void check_site(const LoadedSite& loaded, const SiteOptions& options, Diagnostics& diagnostics);

// Returns what all pages are rendered with: the theme, and the lists of the site. Reports theme-
// and template- rules. `search_engine_urls` as in RenderOptions.
RenderContext load_rendering(const LoadedSite& loaded, const SiteOptions& options,
                             std::map<std::string, std::string, std::less<>> search_engine_urls,
                             Diagnostics& diagnostics);

// What becomes of each finished file.
using WriteFile =
    std::function<void(std::string_view url, std::string_view bytes, Diagnostics& found)>;

// What becomes of a file of content/ that is published as it is ("content/leaflet.pdf").
using CopyFile = std::function<void(const std::string& source_path, Diagnostics& found)>;

// Where the site's files go; both are called on several threads.
struct FileSink {
  WriteFile write = [](std::string_view, std::string_view, Diagnostics&) {};
  CopyFile copy = [](const std::string&, Diagnostics&) {};
};

// Renders every page, each offering the pages that `related` has for it, and every file that is
// made from lists; checks the HTML and hands each file to `sink`, with the files of content/ that
// are published.
void render_site(const RenderContext& context, const LoadedSite& loaded,
                 const RelatedPages& related, std::size_t jobs, const FileSink& sink,
                 Diagnostics& diagnostics);

// Returns the files of content/ that pages or the theme name.
std::vector<PublishedAsset> find_assets(const LoadedSite& loaded, const Theme& theme);

// Hands each of `assets` to `sink` and reports what is wrong with them and with the other files of
// content/.
void publish_assets(const LoadedSite& loaded, std::span<const PublishedAsset> assets,
                    std::size_t jobs, const FileSink& sink, Diagnostics& diagnostics);

// Returns how the findings of a run are settled.
FindingOptions finding_options(const SiteOptions& options, const Config& config);

// Returns the findings as the site wants them: with its severities, without what its pages set
// aside.
Findings settle_findings(Diagnostics diagnostics, const LoadedSite& loaded,
                         const FindingOptions& options);

}  // namespace signpost
