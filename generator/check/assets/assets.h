// The files of content/ beside its pages: which are published, and what is wrong with the others.
// Only what a page or the theme names is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/content.h"
#include "markdown/document.h"

namespace signpost {

// A file that is published, with the place that names it first. `is_shown`: a page shows it as a
// picture. `is_offered`: a directive, a field or a picture names it, and no mere link.
struct PublishedAsset {
  std::string path;  // "content/about/team.jpg"
  Place place;
  bool is_shown = false;
  bool is_offered = false;
};

// Whether the file is one that is never published, which discover reports.
bool is_misplaced(std::string_view path);

// Returns the files that may be published and that a link, a picture, a directive or a field of a
// page names, or one of `theme_texts`, the theme's templates, or that are `named` by the settings;
// sorted by path.
std::vector<PublishedAsset> find_published_assets(const Site& site,
                                                  std::span<const Document> documents,
                                                  std::span<const std::string_view> theme_texts,
                                                  std::span<const PublishedAsset> named = {});

// Reports the files that are not published: asset-unused once for all of them, and file-misplaced
// for documents, which somebody may think are.
void check_unpublished_assets(const Site& site, std::span<const PublishedAsset> published,
                              Diagnostics& diagnostics);

}  // namespace signpost
