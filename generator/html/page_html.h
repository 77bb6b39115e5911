// HTML of a page's Document, with the markup and classes that themes style. What a directive looks
// like is the caller's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "html/directive_html.h"
#include "html/html.h"
#include "html/page_numbers.h"
#include "markdown/document.h"
#include "markdown/split_pages.h"

namespace signpost {

// Renders one Document, or the part of it that `shown` is. What it is made from must outlive it.
class PageHtml {
 public:
  PageHtml(const Site& site, const SiteSplits& splits, const ShownPage& shown,
           const Document& document, const RenderDirective& render_directive)
      : site_(site),
        splits_(splits),
        shown_(shown),
        page_(shown.page),
        words_(site.words_of(page_)),
        document_(document),
        render_directive_(render_directive),
        last_heading_(page_.title) {}

  std::string take();

 private:
  // What a node needs to know of those above it.
  struct Parent {
    bool tight = false;   // paragraphs of this item are not wrapped in <p>
    bool strong = false;  // already in <strong>
    const Node* footnote = nullptr;
  };

  // The nodes of one part, then the footnotes that they refer to.
  void render_part(const PageSplit& split);
  void find_footnote_uses(const Node& node);
  [[nodiscard]] std::vector<std::uint32_t> uses_of(const Footnote& footnote) const;

  void render(std::uint32_t index, const Parent& parent);
  void render_children(const Node& node, const Parent& parent);
  void render_from(std::uint32_t child, const Parent& parent);
  void render_inline(std::uint32_t index, const Node& node, const Parent& parent);
  void wrap(const Node& node, std::string_view name);
  // … where a phone number becomes no link: in a link, in a heading.
  void render_without_links(const Node& node);

  void render_paragraph(const Node& node, const Parent& parent);
  void render_heading(const Node& node);
  void render_quote(const Node& node);
  void render_list(const Node& node);
  void render_item(const Node& node, const Parent& parent);
  void render_code_block(const Node& node);
  void render_table(const Node& table);
  // Returns the names of the columns of a table whose rows are stacked on phones, else none.
  [[nodiscard]] std::vector<std::string> column_names(const Node& table) const;
  void render_row(const Node& row, bool header, const std::vector<std::string>& columns);
  void render_footnote(const Node& node);
  void render_link(const Node& node);
  void render_image(std::uint32_t index, const Node& node);

  // directive_html.cc
  void render_directive(std::uint32_t index, const Node& node);
  // Returns what `render` writes.
  template <typename Render>
  std::string captured(const Render& render);
  std::vector<KeyValueHtml> key_rows(const Node& node);
  std::optional<KeyValueHtml> key_row(std::uint32_t item);
  void append_value_start(std::string_view text);

  // Appends the string of the theme, escaped.
  void append_string(std::string_view key, Fillings fillings = {});
  std::string href_of(const Link& link) const;

  const Site& site_;
  const SiteSplits& splits_;
  const ShownPage& shown_;
  const Page& page_;  // as it is shown
  const Words& words_;
  const Document& document_;
  const RenderDirective& render_directive_;
  std::string out_;
  std::string_view last_heading_;  // the page's title before the first
  int last_level_ = 1;             // of that heading
  bool may_link_ = true;           // phone numbers in text
  bool is_raised_ = false;         // the part's title stands for the heading above
  // Of a part: the uses of footnotes in it, by the number of the footnote.
  std::map<std::uint32_t, std::vector<std::uint32_t>> footnote_uses_;
  PageNumbers numbers_;  // of directives and of tables' labels
  std::uint32_t footnote_count_ = 0;
};

}  // namespace signpost
