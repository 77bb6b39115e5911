#include "build.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "check/checks.h"
#include "config/config.h"
#include "content/allowances.h"
#include "content/content.h"
#include "data/data.h"
#include "duties/status.h"
#include "markdown/markdown.h"
#include "output/staging.h"
#include "render/render.h"
#include "render/theme/theme.h"
#include "search-index/related.h"
#include "search/related_pages.h"
#include "search/search_engine.h"
#include "search/site_index.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

// The whole site as values: sources read, addresses fixed, every anchor known. Lives where it is
// made, since the stages refer to each other.
struct LoadedSite {
  Config config;
  SiteData data;
  Site site;
  std::vector<Document> documents;
  RenderContext context;
};

FindingOptions finding_options(const BuildOptions& options, const Config& config) {
  FindingOptions report;
  report.strict = options.strict;
  report.site_dir = options.site_dir;
  report.base_url = config.base_url;
  report.severities = config.checks;
  return report;
}

// Moves the findings of parallel calls into `diagnostics`, in input order.
void join(std::vector<Diagnostics> parts, Diagnostics& diagnostics) {
  for (Diagnostics& part : parts) diagnostics.append(std::move(part));
}

struct Sources {
  std::vector<Page> pages;
  std::vector<Body> bodies;
  std::vector<std::string> assets;
};

Sources read_sources(const Config& config, const BuildOptions& options, Diagnostics& diagnostics) {
  const std::vector<SourceFile> files = discover(config, diagnostics);
  std::vector<std::optional<ParsedPage>> parsed(files.size());
  std::vector<Diagnostics> found(files.size());
  const Drafts drafts = options.drafts ? Drafts::kInclude : Drafts::kLeaveOut;
  parallel_for(files.size(), options.jobs, [&](std::size_t index, std::size_t) {
    if (!files[index].is_page) return;
    parsed[index] = parse_page(files[index], config, drafts, found[index]);
  });
  join(std::move(found), diagnostics);
  Sources sources;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].is_page) {
      sources.assets.push_back(files[i].path);
    } else if (parsed[i]) {
      sources.pages.push_back(std::move(parsed[i]->page));
      sources.bodies.push_back(std::move(parsed[i]->body));
    }
  }
  return sources;
}

std::vector<Document> parse_documents(const Site& site, const SiteData& data,
                                      std::vector<Body> bodies, std::size_t jobs,
                                      Diagnostics& diagnostics) {
  std::vector<Document> documents(bodies.size());
  std::vector<Diagnostics> found(bodies.size());
  parallel_for(bodies.size(), jobs, [&](std::size_t index, std::size_t) {
    documents[index] = parse_markdown(site, data, index, std::move(bodies[index]), found[index]);
  });
  join(std::move(found), diagnostics);
  return documents;
}

void check_documents(const LoadedSite& loaded, const BuildOptions& options,
                     Diagnostics& diagnostics) {
  std::vector<Diagnostics> found(loaded.documents.size());
  parallel_for(loaded.documents.size(), options.jobs, [&](std::size_t index, std::size_t) {
    check_page(loaded.site, loaded.data, index, loaded.documents[index], options.today,
               found[index]);
  });
  join(std::move(found), diagnostics);
  check_site(loaded.site, loaded.documents, diagnostics);
  check_duties(loaded.site, options.today, diagnostics);
  check_meetings(loaded.site, diagnostics);
  check_standards(loaded.site, options.today, diagnostics);
  check_workshops(loaded.site, options.today, diagnostics);
}

RenderOptions render_options(const BuildOptions& options, const Config& config) {
  RenderOptions render{options.today, options.jobs, {}};
  for (const Language& language : config.languages) {
    const SearchEngine engine = find_search_engine(options.share_dir, language.tag);
    if (!engine.first_url.empty()) render.search_engine_urls[language.tag] = engine.first_url;
  }
  return render;
}

std::unique_ptr<LoadedSite> load_site(const BuildOptions& options, Diagnostics& diagnostics) {
  auto loaded = std::make_unique<LoadedSite>();
  loaded->config = load_config(options.site_dir, diagnostics);
  if (!options.base_url.empty()) loaded->config.base_url = options.base_url;
  const Config& config = loaded->config;
  loaded->data = load_data(config, options.today, diagnostics);
  Theme theme = load_theme(config, options.share_dir, diagnostics);
  Sources sources = read_sources(config, options, diagnostics);
  loaded->site =
      assemble_site(config, std::move(sources.pages), std::move(sources.assets), diagnostics);

  // Beyond this point pages and their addresses are fixed.
  loaded->documents = parse_documents(loaded->site, loaded->data, std::move(sources.bodies),
                                      options.jobs, diagnostics);

  // Beyond this point every heading's anchor is known.
  check_documents(*loaded, options, diagnostics);
  loaded->context = make_render_context(loaded->site, loaded->data, std::move(theme),
                                        render_options(options, config), diagnostics);
  return loaded;
}

// What becomes of each finished file: written to staging, or only looked at.
using Sink = std::function<void(std::string_view url, std::string_view bytes, Diagnostics&)>;

bool is_html(std::string_view url) { return url.ends_with(".html"); }

// Returns the path of "https://host/path/": "/path/", or "" where there is no base URL.
std::string path_of(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  if (host == std::string_view::npos) return "";
  const std::size_t path = base_url.find('/', host + 3);
  return path == std::string_view::npos ? "/" : std::string(base_url.substr(path));
}

// Every address of the built site beside the search index.
SiteAddresses site_addresses(const LoadedSite& loaded, std::span<const OutputFile> made) {
  SiteAddresses addresses{{}, path_of(loaded.config.base_url)};
  for (const Page& page : loaded.site.pages) addresses.urls.push_back(page.url);
  for (const OutputFile& file : made) addresses.urls.push_back(file.url);
  for (const std::string& asset : loaded.site.assets) {
    addresses.urls.push_back(asset_url(asset));
  }
  std::sort(addresses.urls.begin(), addresses.urls.end());
  return addresses;
}

// Indexes every page. Returns what tells the subject of each.
std::vector<search::TokenizedDocument> index_documents(const LoadedSite& loaded, std::size_t jobs,
                                                       SiteIndex& index, Diagnostics& diagnostics) {
  std::vector<search::TokenizedDocument> telling(loaded.documents.size());
  std::vector<Diagnostics> found(index.group_count());
  parallel_for(index.group_count(), jobs, [&](std::size_t group, std::size_t) {
    std::vector<search::TokenizedDocument> part =
        index.add_group(group, loaded.documents, found[group]);
    std::move(part.begin(), part.end(),
              telling.begin() + static_cast<std::ptrdiff_t>(index.group_begin(group)));
  });
  join(std::move(found), diagnostics);
  return telling;
}

// Renders every page and list, checks the HTML and hands each file to `sink`.
void render_site(const LoadedSite& loaded, const RelatedPages& related, std::size_t jobs,
                 const Sink& sink, Diagnostics& diagnostics) {
  std::vector<OutputFile> made = render_listings(loaded.context);
  for (OutputFile& asset : collect_assets(loaded.context.theme)) made.push_back(std::move(asset));
  const SiteAddresses addresses = site_addresses(loaded, made);
  for (const OutputFile& file : made) {
    if (is_html(file.url)) check_html(file.url, file.bytes, addresses, diagnostics);
    sink(file.url, file.bytes, diagnostics);
  }
  std::vector<Diagnostics> found(loaded.documents.size());
  parallel_for(found.size(), jobs, [&](std::size_t i, std::size_t worker) {
    const std::string& url = loaded.site.pages[i].url;
    const std::string html =
        render_page(loaded.context, i, loaded.documents[i], related[i], worker);
    check_html(url, html, addresses, found[i]);
    sink(url, html, found[i]);
  });
  join(std::move(found), diagnostics);
}

void copy_assets(const LoadedSite& loaded, Staging& staging, Diagnostics& diagnostics) {
  for (const std::string& asset : loaded.site.assets) {
    staging.copy(loaded.config.site_dir / asset, asset, asset_url(asset), diagnostics);
  }
}

// Returns the right words of each language that the site has.
std::vector<std::vector<std::string>> right_words(const LoadedSite& loaded,
                                                  const BuildOptions& options) {
  std::vector<std::vector<std::string>> words;
  for (const Language& language : loaded.config.languages) {
    words.push_back(find_right_words(options.share_dir, language.tag));
  }
  return words;
}

// Copies the search engine of each language that the site has.
void copy_engines(const LoadedSite& loaded, const BuildOptions& options, Staging& staging,
                  Diagnostics& diagnostics) {
  std::set<fs::path> files;
  for (const Language& language : loaded.config.languages) {
    const SearchEngine engine = find_search_engine(options.share_dir, language.tag);
    files.insert(engine.files.begin(), engine.files.end());
  }
  if (files.empty()) {
    diagnostics.add("search-engine-missing", {"site-config.yaml", 0, 0, 0},
                    "this program was built without the search of the browser");
  }
  for (const fs::path& file : files) {
    staging.copy(file, file.generic_string(), engine_url(file), diagnostics);
  }
}

BuildResult settle(const BuildOptions& options, const LoadedSite& loaded, Diagnostics diagnostics) {
  BuildResult result;
  result.finding_options = finding_options(options, loaded.config);
  result.findings = resolve_findings(std::move(diagnostics), read_allowances(loaded.site.pages),
                                     result.finding_options);
  result.page_count = loaded.site.pages.size();
  result.duties = duty_lines(loaded.site, loaded.context.duties);
  return result;
}

}  // namespace

BuildResult check_site_files(const BuildOptions& options) {
  Diagnostics diagnostics;
  const std::unique_ptr<const LoadedSite> loaded = load_site(options, diagnostics);
  const Sink look_only = [](std::string_view, std::string_view, Diagnostics&) {};
  const RelatedPages none(loaded->documents.size());
  render_site(*loaded, none, options.jobs, look_only, diagnostics);
  return settle(options, *loaded, std::move(diagnostics));
}

BuildResult build_site(const BuildOptions& options) {
  Diagnostics diagnostics;
  std::optional<Staging> staging = Staging::open(options.out_dir, options.site_dir, diagnostics);
  const std::unique_ptr<const LoadedSite> loaded = load_site(options, diagnostics);
  if (!staging) return settle(options, *loaded, std::move(diagnostics));

  SiteIndex index(loaded->site, loaded->data, staging->work_dir());
  const std::vector<search::TokenizedDocument> telling =
      index_documents(*loaded, options.jobs, index, diagnostics);
  index.write(*staging, right_words(*loaded, options), options.jobs, diagnostics);

  // Beyond this point the search index is in the staging folder.
  const RelatedPages related =
      find_related_pages(loaded->context, telling, staging->work_dir(), options.jobs, diagnostics);
  const Sink write = [&](std::string_view url, std::string_view bytes, Diagnostics& found) {
    staging->write(url, bytes, found);
  };
  render_site(*loaded, related, options.jobs, write, diagnostics);
  copy_assets(*loaded, *staging, diagnostics);
  copy_engines(*loaded, options, *staging, diagnostics);

  // Beyond this point the staging folder holds the whole site.
  BuildResult result = settle(options, *loaded, std::move(diagnostics));
  result.file_count = staging->file_count();
  result.changed_count = staging->changed_count();
  if (exit_code(result.findings, result.finding_options) != 0) return result;
  Diagnostics failures;
  result.published = staging->publish(failures);
  if (!result.published) {
    result.findings = resolve_findings(std::move(failures), {}, result.finding_options);
  }
  return result;
}

}  // namespace signpost
