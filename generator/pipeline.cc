#include "pipeline.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "check/assets/contents.h"
#include "check/checks.h"
#include "content/allowances.h"
#include "content/parts.h"
#include "data/unread_files.h"
#include "kinds/load_kinds.h"
#include "markdown/markdown.h"
#include "render/large_print.h"
#include "render/theme/theme.h"
#include "render/theme/theme_details.h"

namespace signpost {
namespace {

struct Sources {
  std::vector<Page> pages;
  std::vector<Body> bodies;  // by page
  std::vector<std::string> assets;
};

Sources read_sources(const Config& config, const SiteOptions& options, Diagnostics& diagnostics) {
  const std::vector<SourceFile> files = discover(config, diagnostics);
  std::vector<std::optional<ParsedPage>> parsed(files.size());
  const Drafts drafts = options.drafts ? Drafts::kInclude : Drafts::kLeaveOut;
  for_each(files.size(), options.jobs, diagnostics,
           [&](std::size_t index, std::size_t, Diagnostics& found) {
             if (!files[index].is_page) return;
             parsed[index] = parse_page(files[index], config, drafts, found);
           });
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
  for_each(bodies.size(), jobs, diagnostics,
           [&](std::size_t index, std::size_t, Diagnostics& found) {
             documents[index] = parse_markdown(site, data, index, std::move(bodies[index]), found);
           });
  return documents;
}

bool is_html(std::string_view url) { return url.ends_with(".html"); }

// Returns the path of "https://host/path/": "/path/", or "" where there is no base URL.
std::string path_of(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  if (host == std::string_view::npos) return "";
  const std::size_t path = base_url.find('/', host + 3);
  return path == std::string_view::npos ? "/" : std::string(base_url.substr(path));
}

// The files of content/ that the settings name.
std::vector<PublishedAsset> named_by_settings(const Brand& brand) {
  std::vector<PublishedAsset> named;
  if (!brand.logo.empty()) named.push_back({"content/" + brand.logo, brand.logo_place, true});
  for (const BrandFont& font : brand.fonts) named.push_back({"content/" + font.path, font.place});
  return named;
}

// Every address of the built site beside the search index.
SiteAddresses site_addresses(const Site& site, const RenderContext& context,
                             std::span<const OutputFile> made,
                             std::span<const PublishedAsset> assets) {
  SiteAddresses addresses{{}, path_of(site.config->base_url)};
  for (const Page& page : site.pages) {
    addresses.urls.push_back(page.url);
    for (std::string& url : part_urls(page)) addresses.urls.push_back(std::move(url));
  }
  for (const OutputFile& file : made) addresses.urls.push_back(file.url);
  for (const PublishedAsset& asset : assets) addresses.urls.push_back(asset_url(asset.path));
  for (const Page& page : site.pages) {
    if (has_large_print(context, page)) {
      addresses.urls.push_back(large_print_url(whole_url(page)));
    }
  }
  for (const std::string& asset : site.assets) {
    // Reported as misplaced: a link to it is not also a link to nothing.
    if (is_misplaced(asset)) addresses.urls.push_back(asset_url(asset));
  }
  std::sort(addresses.urls.begin(), addresses.urls.end());
  return addresses;
}

}  // namespace

std::unique_ptr<const LoadedSite> load_site(const SiteOptions& options, Diagnostics& diagnostics) {
  auto loaded = std::make_unique<LoadedSite>();
  Kinds kinds = load_kinds(options.share_dir, options.site_dir, diagnostics);
  loaded->config = load_config(options.site_dir, std::move(kinds), diagnostics);
  if (!options.base_url.empty()) loaded->config.base_url = options.base_url;
  const Config& config = loaded->config;
  LoadedData data = load_data(config, options.today, diagnostics);
  loaded->data = std::move(data.data);
  loaded->withheld = std::move(data.withheld);
  check_data_files(config.site_dir, diagnostics);
  loaded->theme_details = find_theme_details(config);
  SiteWords words = load_words(config, options.share_dir, diagnostics);
  Sources sources = read_sources(config, options, diagnostics);
  loaded->site = assemble_site(config, std::move(words), std::move(sources.pages),
                               std::move(sources.assets), diagnostics);

  // Beyond this point pages and their addresses are fixed.
  loaded->documents = parse_documents(loaded->site, loaded->data, std::move(sources.bodies),
                                      options.jobs, diagnostics);
  loaded->splits = split_pages(loaded->site, loaded->documents);
  loaded->on_day = site_on_day({loaded->site, loaded->data, loaded->documents, options.today});
  return loaded;
}

void check_site(const LoadedSite& loaded, const SiteOptions& options, Diagnostics& diagnostics) {
  check_all({loaded.site, loaded.data, loaded.documents, loaded.on_day, loaded.withheld,
             loaded.theme_details},
            options.jobs, diagnostics);
}

RenderContext load_rendering(const LoadedSite& loaded, const SiteOptions& options,
                             std::map<std::string, std::string, std::less<>> search_engine_urls,
                             Diagnostics& diagnostics) {
  Theme theme = load_theme(loaded.config, options.share_dir, diagnostics);
  const RenderOptions render{options.jobs, std::move(search_engine_urls)};
  RenderContext context = make_render_context(loaded.site, loaded.data, loaded.on_day,
                                              std::move(theme), render, diagnostics);
  context.splits = &loaded.splits;
  return context;
}

void render_site(const RenderContext& context, const LoadedSite& loaded,
                 const RelatedPages& related, std::size_t jobs, const FileSink& sink,
                 Diagnostics& diagnostics) {
  std::vector<OutputFile> made = render_listings(context);
  for (OutputFile& asset : collect_assets(context.theme)) made.push_back(std::move(asset));
  const std::vector<PublishedAsset> assets = find_assets(loaded, context.theme);
  const SiteAddresses addresses = site_addresses(loaded.site, context, made, assets);
  for (const OutputFile& file : made) {
    if (is_html(file.url)) check_html(file.url, file.bytes, addresses, diagnostics);
    sink.write(file.url, file.bytes, diagnostics);
  }
  for_each(loaded.documents.size(), jobs, diagnostics,
           [&](std::size_t page, std::size_t worker, Diagnostics& found) {
             const Document& document = loaded.documents[page];
             std::vector<OutputFile> files =
                 render_parts(context, page, document, related[page], worker);
             files.push_back({loaded.site.pages[page].url,
                              render_page(context, page, document, related[page], worker)});
             for (const OutputFile& file : files) {
               check_html(file.url, file.bytes, addresses, found);
               sink.write(file.url, file.bytes, found);
               const Page& shown = loaded.site.pages[page];
               if (file.url != whole_url(shown) || !has_large_print(context, shown)) continue;
               sink.write(large_print_url(file.url), as_large_print(file.bytes), found);
             }
           });
  context.templates.report_unfinished(diagnostics);
  context.shipped_templates.report_unfinished(diagnostics);
  publish_assets(loaded, assets, jobs, sink, diagnostics);
}

std::vector<PublishedAsset> find_assets(const LoadedSite& loaded, const Theme& theme) {
  std::vector<std::string_view> texts;
  for (const TemplateSource& source : theme.templates) texts.push_back(source.text);
  const std::vector<PublishedAsset> named = named_by_settings(loaded.config.brand);
  return find_published_assets(loaded.site, loaded.documents, texts, named);
}

void publish_assets(const LoadedSite& loaded, std::span<const PublishedAsset> assets,
                    std::size_t jobs, const FileSink& sink, Diagnostics& diagnostics) {
  check_unpublished_assets(loaded.site, assets, diagnostics);
  if (assets.empty()) return;
  const PublicContacts contacts = public_contacts_of(loaded.site);
  for_each(assets.size(), jobs, diagnostics,
           [&](std::size_t index, std::size_t, Diagnostics& found) {
             const PublishedAsset& asset = assets[index];
             const ReadAsset read = read_asset(loaded.site, contacts, asset, found);
             if (!read.is_publishable) return;
             if (read.cleaned) {
               sink.write(asset_url(asset.path), *read.cleaned, found);
             } else {
               sink.copy(asset.path, found);
             }
           });
}

FindingOptions finding_options(const SiteOptions& options, const Config& config) {
  FindingOptions settled;
  settled.strict = options.strict;
  settled.strict_dates = options.strict_dates;
  settled.grace_days = config.grace_days;
  settled.site_dir = options.site_dir;
  settled.base_url = config.base_url;
  settled.severities = config.checks;
  return settled;
}

Findings settle_findings(Diagnostics diagnostics, const LoadedSite& loaded,
                         const FindingOptions& options) {
  return resolve_findings(std::move(diagnostics), read_allowances(loaded.site.pages), options);
}

}  // namespace signpost
