#include "markdown/page_converter.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/phone.h"
#include "base/text.h"
#include "markdown/facts.h"
#include "markdown/raw_html.h"

namespace signpost {
namespace {

bool is_id(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// Ids that the page around the Markdown uses for itself.
bool is_reserved_id(std::string_view id) {
  return id.starts_with("sp-") || id.starts_with("fn-") || id.starts_with("fnref-");
}

std::uint32_t last_child(const Document& document, std::uint32_t index) {
  std::uint32_t last = document.nodes[index].first_child;
  while (last != kNoNode && document.nodes[last].next != kNoNode) last = document.nodes[last].next;
  return last;
}

// The mistakes of one page that are reported; more would say nothing new.
constexpr std::uint32_t kMaxReports = 500;

// Where `{#id}` starts at the end of a heading's text, or npos.
std::size_t find_explicit_id(std::string_view text) {
  if (!text.ends_with('}')) return std::string_view::npos;
  return text.rfind("{#");
}

// Returns where the byte `offset` of an expanded text stands in what was written. A fact begins
// where its braces do.
std::uint32_t source_offset(std::uint32_t offset, const std::vector<FactPlace>& facts) {
  std::uint32_t written = offset;
  for (const FactPlace& fact : facts) {
    if (fact.begin >= offset) break;
    written -= std::min(offset, fact.end) - fact.begin;
    if (fact.end <= offset) written += fact.written_size;
  }
  return written;
}

}  // namespace

PageConverter::PageConverter(const Site& site, const SiteData& data, std::size_t page_index,
                             const Body& body, const Syntax& syntax, Diagnostics& diagnostics)
    : site_(site),
      data_(data),
      page_(site.pages[page_index]),
      syntax_(syntax),
      raw_(syntax.document),
      diagnostics_(diagnostics),
      first_line_(body.first_line),
      lines_(body.text),
      links_(site, page_index),
      glossary_(data),
      builder_(document_) {
  document_.nodes.reserve(raw_.nodes.size() + 16);
  document_.arena.reserve(raw_.arena.size() + 64);
}

Document PageConverter::convert() {
  report_depth();
  report_fences();
  document_.footnotes = raw_.footnotes;
  document_.infos = raw_.infos;
  convert_children(0, {});
  name_headings();
  for (Node& node : document_.nodes) {
    if (node.line > 0) node.line += first_line_ - 1;
  }
  document_.nodes.shrink_to_fit();
  document_.arena.shrink_to_fit();
  document_.links.shrink_to_fit();
  return std::move(document_);
}

void PageConverter::report(std::string_view rule, std::uint32_t line, std::uint32_t column,
                           std::size_t length, std::string message, std::string help) {
  if (++report_count_ > kMaxReports) return;
  const std::uint32_t file_line = line == 0 ? 0 : line + first_line_ - 1;
  diagnostics_.add(rule, {page_.source_path, file_line, column, static_cast<std::uint32_t>(length)},
                   std::move(message), std::move(help));
}

void PageConverter::report_depth() {
  if (syntax_.too_deep_line == 0) return;
  report("markdown-too-deep", syntax_.too_deep_line, 1, 0,
         "lists, quotes, directives or emphasis lie too deep inside each other",
         "take some of them out of the others");
}

ExpandedText PageConverter::expand(std::string_view text, std::uint32_t line, std::uint32_t column,
                                   FactUse use) {
  if (!has_facts(text) || report_count_ >= kMaxReports) return {std::string(text), {}, {}};
  ExpandedText expanded = expand_facts(text, use, site_, data_, page_);
  for (FactMistake& mistake : expanded.mistakes) {
    const auto offset = static_cast<std::uint32_t>(mistake.written.data() - text.data());
    const std::uint32_t at = lines_.find(line, column + offset, mistake.written);
    report(mistake.is_syntax ? "fact-syntax" : "fact-unknown", line, at, mistake.written.size(),
           std::move(mistake.message), std::move(mistake.help));
  }
  return expanded;
}

std::string PageConverter::with_facts(std::string_view text, std::uint32_t line,
                                      std::uint32_t column, FactUse use) {
  return expand(text, line, column, use).text;
}

void PageConverter::convert_children(std::uint32_t index, Context context) {
  for (std::uint32_t child = raw_.nodes[index].first_child; child != kNoNode;
       child = raw_.nodes[child].next) {
    convert_node(child, context);
  }
}

std::uint32_t PageConverter::open_copy(const Node& node) {
  Node copy = node;
  copy.text_begin = static_cast<std::uint32_t>(document_.arena.size());
  document_.arena += raw_.text(node);
  return builder_.open(copy);
}

void PageConverter::copy_leaf(const Node& node) { builder_.add_text(node, raw_.text(node)); }

// Documents are at most kMaxDepth deep, so this may recurse.
void PageConverter::convert_node(std::uint32_t index, Context context) {
  const Node& node = raw_.nodes[index];
  switch (node.kind) {
    case NodeKind::kText:
      return convert_text(node, context);
    case NodeKind::kHtmlBlock:
    case NodeKind::kHtmlInline:
      return report_html(node);
    case NodeKind::kHeading:
      return convert_heading(index);
    case NodeKind::kLink:
    case NodeKind::kImage:
      return convert_link(index, context);
    case NodeKind::kBlockQuote:
      return convert_quote(index, context);
    case NodeKind::kDirective:
      return convert_directive(index, context);
    case NodeKind::kCode:
    case NodeKind::kCodeBlock:
    case NodeKind::kSoftBreak:
    case NodeKind::kLineBreak:
    case NodeKind::kThematicBreak:
    case NodeKind::kFootnoteReference:
      return copy_leaf(node);
    default:
      open_copy(node);
      convert_children(index, context);
      builder_.close();
  }
}

void PageConverter::report_html(const Node& node) {
  std::optional<HtmlMistake> mistake = describe_raw_html(raw_.text(node));
  if (!mistake || (mistake->is_closing_tag && html_reported_)) return;
  html_reported_ = true;
  std::string_view written = raw_.text(node);
  written = written.substr(0, written.find_first_of("\r\n"));
  report("raw-html", node.line, node.column, written.size(), std::move(mistake->message),
         std::move(mistake->help));
}

// "[Ring us](tel:01632 960 001)" is no link, since an address ends at a space.
void PageConverter::report_split_phone_link(const Node& node) {
  const std::string_view text = raw_.text(node);
  const std::size_t link = text.find("](tel:");
  if (link == text.npos) return;
  const std::string_view address = text.substr(link + 1);
  const std::string_view written = address.substr(0, address.find(')') + 1);
  if (written.find(' ') == written.npos) return;
  const std::string_view number = written.substr(5, written.size() - 6);
  const std::string plain = number.find("{{") == number.npos ? phone_link(number) : "";
  const auto at = node.column + static_cast<std::uint32_t>(link) + 1;
  report("link-malformed", node.line, lines_.find(node.line, at, written), written.size(),
         fmt::format("\"{}\" makes no link, because there are spaces in it", written),
         fmt::format("write (tel:{})", plain.empty() ? "{{service.phone_link}}" : plain));
}

void PageConverter::convert_text(const Node& node, Context context) {
  report_split_phone_link(node);
  add_words(node, raw_.text(node), context);
}

// Adds the text with its facts, and notes where they stand.
void PageConverter::add_words(const Node& node, std::string_view text, Context context) {
  if (!has_facts(text)) return mark_short_forms(node, text, {}, context);
  const ExpandedText expanded = expand(text, node.line, node.column, FactUse::kWords);
  const auto here = static_cast<std::uint32_t>(document_.arena.size());
  for (const FactPlace& fact : expanded.places) {
    document_.inserted_facts.push_back(
        {here + fact.begin, here + fact.end, fact.written_size, std::string(fact.name)});
  }
  mark_short_forms(node, expanded.text, expanded.places, context);
}

// Adds the text, with the first use of each short form of the glossary as a node of its own.
void PageConverter::mark_short_forms(Node node, std::string_view text,
                                     const std::vector<FactPlace>& facts, Context context) {
  const std::uint32_t column = node.column;
  const bool may_mark = !context.in_heading && !context.in_link && !context.in_image;
  std::size_t done = 0;
  const auto add_piece = [&](NodeKind kind, std::size_t end) {
    if (end == done) return;
    node.kind = kind;
    node.column = column + source_offset(static_cast<std::uint32_t>(done), facts);
    builder_.add_text(node, text.substr(done, end - done));
    node.extra = kNoNode;
    done = end;
  };
  std::size_t from = 0;
  for (std::optional<ShortForm> form; (form = glossary_.find(text, from));
       from = form->begin + form->size) {
    const std::string_view word = text.substr(form->begin, form->size);
    if (form->entry == nullptr) {
      if (unknown_acronyms_.contains(word)) continue;
      unknown_acronyms_.emplace(word);
      const auto at = column + static_cast<std::uint32_t>(form->begin);
      document_.unknown_acronyms.push_back(
          {std::string(word), node.line + first_line_ - 1, lines_.find(node.line, at, word)});
    } else if (may_mark && explained_.insert(form->entry).second) {
      add_piece(NodeKind::kText, form->begin);
      node.extra = static_cast<std::uint32_t>(document_.abbreviations.size());
      document_.abbreviations.push_back(form->entry->long_form);
      add_piece(NodeKind::kAbbreviation, form->begin + form->size);
    }
  }
  add_piece(NodeKind::kText, text.size());
}

void PageConverter::convert_heading(std::uint32_t index) {
  const Node& raw = raw_.nodes[index];
  Node copy = raw;
  copy.extra = static_cast<std::uint32_t>(document_.headings.size());
  const std::uint32_t made = builder_.open(copy);
  document_.headings.push_back({made, raw.level, "", ""});
  std::string id;
  const std::uint32_t last = last_child(raw_, index);
  for (std::uint32_t child = raw.first_child; child != kNoNode; child = raw_.nodes[child].next) {
    const Node& node = raw_.nodes[child];
    const std::string_view text = raw_.text(node);
    const bool may_name = child == last && node.kind == NodeKind::kText;
    const std::size_t begin = may_name ? find_explicit_id(text) : std::string_view::npos;
    if (begin == std::string_view::npos) {
      convert_node(child, {.in_heading = true});
      continue;
    }
    id = text.substr(begin + 2, text.size() - begin - 3);
    const std::string_view words = text.substr(0, text.find_last_not_of(' ', begin - 1) + 1);
    if (begin > 0 && !words.empty()) {
      add_words(node, words, {.in_heading = true});
    }
    if (is_id(id) && !is_reserved_id(id)) continue;
    report("heading-id", node.line, lines_.find(node.line, node.column, text.substr(begin)),
           text.size() - begin, "the name \"" + id + "\" of a heading cannot be used",
           "use small letters, digits and hyphens: {#" + slugify(id) + "}");
    id.clear();
  }
  builder_.close();
  explicit_ids_.push_back(std::move(id));
}

// Gives every heading its id: the one written, or its words; numbers keep them apart.
void PageConverter::name_headings() {
  std::set<std::string, std::less<>> used;
  std::map<std::string, std::uint64_t> last_numbers;  // by what the words come to
  for (std::size_t i = 0; i < document_.headings.size(); ++i) {
    Heading& heading = document_.headings[i];
    heading.text = plain_text(document_, heading.node);
    std::string& id = explicit_ids_[i];
    if (id.empty()) continue;
    if (used.insert(id).second) {
      heading.id = id;
      continue;
    }
    const Node& node = document_.nodes[heading.node];
    report("heading-id", node.line, node.column, 0, "two headings have the name \"" + id + "\"",
           "give one of them another name");
  }
  for (Heading& heading : document_.headings) {
    if (!heading.id.empty()) continue;
    std::string base = slugify(heading.text);
    if (base.empty()) base = "section";
    if (is_reserved_id(base + "-")) base.insert(0, "section-");
    std::string id = base;
    std::uint64_t& number = last_numbers.emplace(base, 1).first->second;
    while (!used.insert(id).second) {
      id = base;
      id.append("-").append(std::to_string(++number));
    }
    heading.id = std::move(id);
  }
}

void PageConverter::convert_link(std::uint32_t index, Context context) {
  const Node& raw = raw_.nodes[index];
  const Link& written = raw_.links[raw.extra];
  const bool image = raw.kind == NodeKind::kImage;
  const std::string address = with_facts(written.url, raw.line, raw.column, FactUse::kValue);
  ResolvedLink resolved;
  // An address with an unknown fact has been reported already.
  if (!has_facts(address)) {
    resolved = links_.resolve(address, image ? LinkUse::kImage : LinkUse::kLink);
  }
  if (!resolved.rule.empty()) {
    report(resolved.rule, raw.line, raw.column, written.length, std::move(resolved.message),
           std::move(resolved.help));
    resolved.link = Link{};
  }
  resolved.link.title = with_facts(written.title, raw.line, raw.column, FactUse::kValue);
  resolved.link.length = written.length;
  Node copy = raw;
  copy.extra = static_cast<std::uint32_t>(document_.links.size());
  document_.links.push_back(std::move(resolved.link));
  builder_.open(copy);
  if (image) {
    context.in_image = true;
  } else {
    context.in_link = true;
  }
  convert_children(index, context);
  builder_.close();
}

}  // namespace signpost
