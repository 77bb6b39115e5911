// Which pages a reader may want after a page, by what they are about: from the index's terms,
// before pages are rendered.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "render/render.h"
#include "search-index/related.h"

namespace signpost {

// Returns the related pages of every page: those that its front matter names, then those that are
// found to be about the same things, in its language, search::kMaxRelated in all. Pages that only
// list others (home, a folder's own page, the search page …) are not found, and none for them.
// `subjects` is what the index says of each page; an index of its own is made of it below
// `work_dir`. Reports `io-index`.
RelatedPages find_related_pages(const RenderContext& context,
                                std::span<const search::TokenizedDocument> subjects,
                                const std::filesystem::path& work_dir, std::size_t jobs,
                                Diagnostics& diagnostics);

}  // namespace signpost
