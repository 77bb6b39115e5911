#include "build.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "content/content.h"
#include "output/staging.h"
#include "search/related_pages.h"
#include "search/search_engine.h"
#include "search/site_index.h"

namespace signpost {
namespace {

std::vector<Language> searched_languages(const Site& site);
RenderContext load_rendering_with_search(const LoadedSite& loaded, const SiteOptions& options,
                                         Diagnostics& diagnostics);
RelatedPages index_site(const LoadedSite& loaded, const RenderContext& context,
                        const SiteOptions& options, Staging& staging, Diagnostics& diagnostics);
BuildResult settle(Diagnostics diagnostics, const LoadedSite& loaded, const RenderContext& context,
                   const SiteOptions& options);
void publish(Staging& staging, BuildResult& result);

}  // namespace

BuildResult build_site(const BuildOptions& options) {
  const SiteOptions& site = options.site;
  Diagnostics diagnostics;
  std::optional<Staging> staging = Staging::open(options.out_dir, site.site_dir, diagnostics);
  const std::unique_ptr<const LoadedSite> loaded = load_site(site, diagnostics);

  // Beyond this point pages, their addresses and every heading's anchor are fixed.
  check_site(*loaded, site, diagnostics);
  const RenderContext context = load_rendering_with_search(*loaded, site, diagnostics);
  if (!staging) return settle(std::move(diagnostics), *loaded, context, site);
  const RelatedPages related = index_site(*loaded, context, site, *staging, diagnostics);

  // Beyond this point the search index is in the staging folder.
  FileSink sink;
  sink.write = [&](std::string_view url, std::string_view bytes, Diagnostics& found) {
    staging->write(url, bytes, found);
  };
  sink.copy = [&](const std::string& asset, Diagnostics& found) {
    staging->copy(loaded->config.site_dir / asset, asset, asset_url(asset), found);
  };
  render_site(context, *loaded, related, site.jobs, sink, diagnostics);
  copy_search_engines(searched_languages(loaded->site), site.share_dir, *staging, diagnostics);

  // Beyond this point the staging folder holds the whole site.
  BuildResult result = settle(std::move(diagnostics), *loaded, context, site);
  publish(*staging, result);
  return result;
}

BuildResult check_site_files(const SiteOptions& options) {
  Diagnostics diagnostics;
  const std::unique_ptr<const LoadedSite> loaded = load_site(options, diagnostics);
  check_site(*loaded, options, diagnostics);
  const RenderContext context = load_rendering_with_search(*loaded, options, diagnostics);
  const RelatedPages none(loaded->documents.size());
  render_site(context, *loaded, none, options.jobs, FileSink{}, diagnostics);
  return settle(std::move(diagnostics), *loaded, context, options);
}

namespace {

// The site's own language, and those that pages are in: others have nothing to be searched.
std::vector<Language> searched_languages(const Site& site) {
  std::vector<Language> languages;
  for (const Language& language : site.config->languages) {
    const bool has_page =
        std::ranges::find(site.pages, language.tag, &Page::language) != site.pages.end();
    if (language.tag == own_language(site) || has_page) languages.push_back(language);
  }
  return languages;
}

RenderContext load_rendering_with_search(const LoadedSite& loaded, const SiteOptions& options,
                                         Diagnostics& diagnostics) {
  return load_rendering(
      loaded, options,
      search_engine_urls(searched_languages(loaded.site), options.share_dir, diagnostics),
      diagnostics);
}

// Writes the search index to the staging folder, and finds what is related by it.
RelatedPages index_site(const LoadedSite& loaded, const RenderContext& context,
                        const SiteOptions& options, Staging& staging, Diagnostics& diagnostics) {
  SiteIndex index(loaded.site, loaded.data, staging.work_dir());
  const std::vector<search::TokenizedDocument> subjects =
      index.add_all(loaded.documents, options.jobs, diagnostics);
  index.write(staging, find_known_words(options.share_dir, loaded.config.languages, diagnostics),
              options.jobs, diagnostics);
  return find_related_pages(context, subjects, staging.work_dir(), options.jobs, diagnostics);
}

BuildResult settle(Diagnostics diagnostics, const LoadedSite& loaded, const RenderContext& context,
                   const SiteOptions& options) {
  BuildResult result;
  result.finding_options = finding_options(options, loaded.config);
  result.findings = settle_findings(std::move(diagnostics), loaded, result.finding_options);
  result.page_count = loaded.site.pages.size();
  result.duties = duty_lines(loaded.site, context.duties);
  return result;
}

// Publishes the site unless its findings forbid it; a failure takes the place of the findings.
void publish(Staging& staging, BuildResult& result) {
  result.file_count = staging.file_count();
  result.changed_count = staging.changed_count();
  if (exit_code(result.findings, result.finding_options) != 0) return;
  Diagnostics failures;
  result.published = staging.publish(failures);
  if (result.published) return;
  result.findings = resolve_findings(std::move(failures), {}, result.finding_options);
}

}  // namespace
}  // namespace signpost
