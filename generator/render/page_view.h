// The values that templates are given (themes/signpost/README.md lists them).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "content/content.h"
#include "html/html.h"
#include "markdown/document.h"
#include "render/render.h"
#include "render/theme/view.h"

namespace signpost {

// What names a page, with or without a file of content/.
struct PageHead {
  std::string title, summary, url;
  std::string kind, kind_label;
  std::string language;
  std::size_t page = kNoPage;
  std::string canonical_url = {};  // the address that this one stands for, if it is another
  std::size_t part = kWholePage;   // of a split page
  // Of a part, and of all of a split page on one page: the page that leads to it.
  std::string of_title = {}, of_url = {};
};

// Returns the layout's name for a page: its front matter's, else its kind's.
std::string layout_of(const Page& page);
// Whether the page is the front page of the site, in any of its languages.
bool is_front_page(const Page& page);

// Returns the index of the language in the context, 0 where it has none such.
std::size_t language_index(const RenderContext& context, std::string_view language);

// Returns the page in `language`, itself where it is not translated.
std::size_t localized(const RenderContext& context, std::size_t page, std::string_view language);

// Returns "" or "../" …: the way from the page at `url` to the site's root. A page for missing
// addresses is shown at any depth, so it gets the base URL's path where there is one.
std::string root_from(const RenderContext& context, std::string_view url);

PageHead head_of(const RenderContext& context, std::size_t page_index);
PageHead head_of(const RenderContext& context, const ShownPage& shown);
PageHead head_of(const Listing& listing);

// Returns the title of a folder in the language, of another list as it is.
std::string title_in(const RenderContext& context, const Listing& listing,
                     std::string_view language);

// Returns the text in `language`; the site's own, marked as being in that, where it has no other.
std::string text_in(const RenderContext& context, const LocalText& text, std::string_view language);
// Returns `text` of a page, marked as being in the page's language where that is not `language`.
std::string text_in(const RenderContext& context, const Page& page, const std::string& text,
                    std::string_view language);

// Returns an item of `languages`: the link from the page `here` to `url`, its like in `language`.
View language_view(const Language& language, const std::string& root, const std::string& url,
                   std::string_view here);

// Adds content and all that the front matter says.
void add_page_values(const RenderContext& context, const ShownPage& shown, const Document& document,
                     std::string content, View& view);

// Adds the pages to offer on `page`, as items of `lists`.
void add_related(const RenderContext& context, const Page& page,
                 std::span<const std::size_t> related, View& view);

// Returns {title, href}.
View link_view(std::string_view title, std::string href);

// Returns {text, iso}, or false.
View date_view(const Words& words, const std::optional<Date>& date);

// Returns one item of `lists`: title, href, summary, kind_label, date.
View item_view(const RenderContext& context, const std::string& root, std::size_t page_index);
// Returns such an item for a group: it has no kind and no date.
View group_item(const RenderContext& context, const std::string& root, std::string_view language,
                const PageGroup& group);

// Returns the links with summaries of the groups that `ids` names, of all without `ids`.
View::List term_links(const RenderContext& context, const std::string& root,
                      std::string_view language, const std::vector<PageGroup>& groups,
                      const std::vector<std::string>* ids);

}  // namespace signpost
