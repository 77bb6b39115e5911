// A page's Markdown as a compact tree: parsed once, then checked, rendered and indexed from here.
// Nodes are 32 bytes and their text lives in one arena, so that 10,000 documents fit in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/directives.h"

namespace signpost {

enum class NodeKind : std::uint8_t {
  // blocks
  kDocument,
  kParagraph,
  kHeading,
  kBlockQuote,
  kList,
  kItem,
  kCodeBlock,
  kHtmlBlock,
  kThematicBreak,
  kTable,
  kTableRow,
  kTableCell,
  kFootnoteDefinition,
  kDirective,
  // inlines
  kText,
  kSoftBreak,
  kLineBreak,
  kCode,
  kHtmlInline,
  kEmphasis,
  kStrong,
  kStrikethrough,
  kLink,
  kImage,
  kFootnoteReference,
  kAbbreviation
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

// `line`/`column`: place in the source file, from 1 (bytes); 0 = not known. `text`: the literal of
// text and code, the label of a footnote, the short form of an abbreviation. `extra`: by kind, the
// index into links (link, image), directives, headings, infos (code block), footnotes (definition,
// reference), abbreviations; the first number of an ordered list.
struct Node {
  NodeKind kind = NodeKind::kText;
  std::uint8_t level =
      0;  // heading 1-6; list: 0 bullet, 1 ordered; cell: 0 none 1 left 2 centre 3 right
  std::uint8_t flags = 0;  // NodeFlag bits
  std::uint8_t spare = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;
  std::uint32_t first_child = kNoNode;
  std::uint32_t next = kNoNode;
  std::uint32_t extra = kNoNode;
};
static_assert(sizeof(Node) == 32);

enum NodeFlag : std::uint8_t {
  kTightList = 1,  // list
  kTaskItem = 2,   // item
  kTaskDone = 4,   // item
  kHeaderRow = 8,  // table row
};

enum class LinkKind : std::uint8_t {
  kExternal,  // https:, http:, mailto:, tel:
  kPage,      // another page: `page`, `fragment`
  kSamePage,  // "#fragment"
  kAsset,     // a file below content/: `url` is its site address
  kBroken,    // reported; rendered as text
};

struct Link {
  LinkKind kind = LinkKind::kBroken;
  std::uint32_t page = 0;  // index into Site::pages
  std::string url;         // external URL or asset's site address
  std::string fragment;    // without '#'
  std::string title;
  std::uint32_t length = 0;  // bytes of the source to underline, 0 = unknown
};

// `rule` is never null. `argument_has_facts`: some of its words are facts that were put in.
struct Directive {
  const DirectiveRule* rule = nullptr;
  std::string argument;
  std::vector<std::pair<std::string, std::string>> attributes;
  bool argument_has_facts = false;
};

struct Heading {
  std::uint32_t node = 0;
  std::uint8_t level = 2;
  std::string id, text;
};

// Of a definition: its number and how many references it has; of a reference: the number of its
// definition and which of that one's references it is, from 1.
struct Footnote {
  std::uint32_t number = 0;
  std::uint32_t use = 0;
};

// A word in capitals that the glossary does not know, where it first stands on the page.
struct Acronym {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// Text of `arena` that nobody typed into the page: the fact called `name` stands there in the place
// of `written_size` bytes of the source.
struct InsertedFact {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t written_size = 0;
  std::string name;  // "service.phone", "deadline mediation.contact_adviser"
};

// `abbreviations[i]` is the expansion of the kAbbreviation node with extra == i.
struct Document {
  std::vector<Node> nodes;  // nodes[0] is kDocument
  std::string arena;
  std::vector<Link> links;
  std::vector<Directive> directives;
  std::vector<std::string> infos;
  std::vector<std::string> abbreviations;
  std::vector<Heading> headings;  // in order; ids unique on the page
  std::vector<Footnote> footnotes;
  std::vector<Acronym> unknown_acronyms;
  std::vector<InsertedFact>
      inserted_facts;  // by rising `begin`; those of links and settings are not here

  [[nodiscard]] std::string_view text(const Node& node) const {
    return std::string_view(arena).substr(node.text_begin, node.text_size);
  }
};

// Returns what a directive's own line says to a reader; names of files and of data are not words.
std::string_view spoken_words(const Directive& directive);

// Returns the text of `node` and all below it, as a reader hears it (code included, breaks as
// spaces).
std::string plain_text(const Document& document, std::uint32_t node);

}  // namespace signpost
