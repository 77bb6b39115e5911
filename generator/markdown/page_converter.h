// From what a page's Markdown says (Syntax) to what the page is (Document): facts inserted, links
// resolved, directives checked, short forms marked, headings named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/directives.h"
#include "markdown/document_builder.h"
#include "markdown/facts.h"
#include "markdown/glossary_words.h"
#include "markdown/links.h"
#include "markdown/source_lines.h"
#include "markdown/syntax.h"

namespace signpost {

// Converts one page. What it is made from must outlive it.
class PageConverter {
 public:
  PageConverter(const Site& site, const SiteData& data, std::size_t page_index, const Body& body,
                const Syntax& syntax, Diagnostics& diagnostics);

  Document convert();

 private:
  // What surrounds a node.
  struct Context {
    bool in_heading = false;
    bool in_link = false;
    bool in_image = false;
  };

  void convert_node(std::uint32_t index, Context context);
  void convert_children(std::uint32_t index, Context context);
  std::uint32_t open_copy(const Node& node);
  void copy_leaf(const Node& node);

  void convert_text(const Node& node, Context context);
  void report_split_phone_link(const Node& node);
  void add_words(const Node& node, std::string_view text, Context context);
  void mark_short_forms(Node node, std::string_view text, const std::vector<FactPlace>& facts,
                        Context context);
  void convert_heading(std::uint32_t index);
  void convert_link(std::uint32_t index, Context context);
  void report_html(const Node& node);

  // page_directives.cc
  void convert_quote(std::uint32_t index, Context context);
  void convert_alert(std::uint32_t index, const Alert& alert, Context context);
  void convert_directive(std::uint32_t index, Context context);
  Directive make_directive(const Node& node, const DirectiveRule& rule,
                           const DirectiveHeader& header);
  void check_argument(const Node& node, const DirectiveRule& rule, const DirectiveHeader& header,
                      Directive& directive);
  void check_attributes(const Node& node, const DirectiveRule& rule, const DirectiveHeader& header,
                        Directive& directive);
  void resolve_argument(const Node& node, const DirectiveHeader& header, Directive& directive);
  void check_statement_part(const Node& node, const DirectiveHeader& header, Directive& directive);
  template <typename Known>
  void check_data(std::string_view what, const Known& known, const Node& node,
                  const DirectiveHeader& header, Directive& directive);
  void resolve_download(const Node& node, const DirectiveHeader& header, Directive& directive);
  void resolve_organisation(const Node& node, const DirectiveHeader& header, Directive& directive);
  void report_fences();

  void name_headings();
  void report_depth();

  // Reports with a place in the page's file; `line` counts from the first line of the Markdown.
  void report(std::string_view rule, std::uint32_t line, std::uint32_t column, std::size_t length,
              std::string message, std::string help = "");
  // Reports what is wrong with the facts of `text`; mistakes are looked for at `column` and after.
  ExpandedText expand(std::string_view text, std::uint32_t line, std::uint32_t column, FactUse use);
  // Returns `text` with its facts, reported the same way.
  std::string with_facts(std::string_view text, std::uint32_t line, std::uint32_t column,
                         FactUse use = FactUse::kWords);

  const Site& site_;
  const SiteData& data_;
  const Page& page_;
  const Syntax& syntax_;
  const Document& raw_;
  Diagnostics& diagnostics_;
  std::uint32_t first_line_;
  SourceLines lines_;
  LinkResolver links_;
  GlossaryWords glossary_;
  std::set<const GlossaryEntry*> explained_;
  std::set<std::string, std::less<>> unknown_acronyms_;
  std::vector<std::string> explicit_ids_;  // by heading, "" where the page gives none
  bool html_reported_ = false;
  std::uint32_t report_count_ = 0;
  Document document_;
  DocumentBuilder builder_;
};

}  // namespace signpost
