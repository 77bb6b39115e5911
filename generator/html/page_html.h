// HTML of a page's Document, with the markup and classes that themes style (page_html.cc, and
// directive_html.cc for directives).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "content/content.h"
#include "data/data.h"
#include "markdown/directive_body.h"
#include "markdown/document.h"

namespace signpost {

// Renders one Document. What it is made from must outlive it.
class PageHtml {
 public:
  PageHtml(const Site& site, const SiteData& data, std::size_t page_index, const Document& document)
      : site_(site),
        data_(data),
        page_(site.pages[page_index]),
        words_(site.words_of(page_)),
        document_(document) {}

  std::string take();

 private:
  // What a node needs to know of those above it.
  struct Parent {
    bool tight = false;   // paragraphs of this item are not wrapped in <p>
    bool strong = false;  // already in <strong>
    const Node* footnote = nullptr;
  };

  void render(std::uint32_t index, const Parent& parent);
  void render_children(const Node& node, const Parent& parent);
  void render_from(std::uint32_t child, const Parent& parent);
  void render_inline(std::uint32_t index, const Node& node, const Parent& parent);
  void wrap(const Node& node, std::string_view name);

  void render_paragraph(const Node& node, const Parent& parent);
  void render_heading(const Node& node);
  void render_quote(const Node& node);
  void render_list(const Node& node);
  void render_item(const Node& node, const Parent& parent);
  void render_code_block(const Node& node);
  void render_table(const Node& table);
  void render_row(const Node& row, bool header);
  void render_footnote(const Node& node);
  void render_link(const Node& node);
  void render_image(std::uint32_t index, const Node& node);

  // directive_html.cc
  void render_directive(const Node& node);
  void render_note(const Node& node, const Directive& directive);
  void render_warning(const Node& node, const Directive& directive);
  void render_contact_now(const Node& node, const Directive& directive);
  void render_details(const Node& node, const Directive& directive);
  void render_steps(const Node& node);
  void render_advice(const Node& node, const Directive& directive);
  void render_summary(const Node& node, const Directive& directive);
  void render_summary_row(std::uint32_t item);
  void append_value_start(std::string_view text);
  void render_download(const Node& node, const Directive& directive);
  void render_deadline(const Node& node, const Directive& directive);
  void render_figure(const Directive& directive);
  void render_organisation(const Directive& directive);
  void append_detail(std::string_view key, std::string_view href, std::string_view text,
                     std::string_view note);

  // Returns what a table is called to screen readers: "Table: " and `label`, with a number where
  // the page has several of that name.
  std::string table_label(std::string_view label);
  // Appends the string of the theme, escaped.
  void append_string(std::string_view key, Fillings fillings = {});
  // Appends a paragraph of class `name` that may hold only words.
  void append_words(std::string_view name, std::string_view words);
  // Returns the next id "sp-NAME-1", "sp-NAME-2" … of the page.
  std::string next_id(std::string_view name);
  std::string href_of(const Link& link) const;

  const Site& site_;
  const SiteData& data_;
  const Page& page_;
  const Words& words_;
  const Document& document_;
  std::string out_;
  std::string_view last_heading_;
  std::map<std::string, int, std::less<>> numbers_;  // of ids and table labels
  bool footnote_seen_ = false;
};

}  // namespace signpost
