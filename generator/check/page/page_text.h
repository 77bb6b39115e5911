// A page's Document as plain running text: blocks, sentences and words with their places. Made once
// a page by check_page; the checks of wording read it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"

namespace signpost {

enum class BlockKind : std::uint8_t { kParagraph, kItem, kHeading, kCell, kCode, kArgument };

// Offsets are into PageText::text; a block ends before its '\n'.
struct TextBlock {
  BlockKind kind = BlockKind::kParagraph;
  std::uint32_t node = 0;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t first_sentence = 0, sentence_count = 0;
};

struct Sentence {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t word_count = 0;
  std::uint32_t syllable_count = 0;
};

// A word all in capitals, of two letters or more.
struct CapitalWord {
  std::uint32_t begin = 0, end = 0;
};

struct PageText {
  std::string text;  // the blocks, each followed by '\n'
  std::vector<TextBlock> blocks;
  std::vector<Sentence> sentences;  // of paragraphs and items only
  std::vector<CapitalWord> capital_words;
  std::uint32_t word_count = 0;  // of all blocks but code

  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t line = 0, column = 0;
  };
  std::vector<Run> runs;  // where the text stands in the source, by rising `begin`

  struct Part {
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Part> facts;  // what {{ }} put in, by rising `begin`: nobody typed it

  [[nodiscard]] std::string_view block_text(const TextBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
  // Returns the sentence of the block in which `offset` stands, or all of the block.
  [[nodiscard]] Part sentence_at(const TextBlock& block, std::uint32_t offset) const;
  // Whether some of the text from `begin` to `end` was put in by a fact.
  [[nodiscard]] bool has_fact(std::uint32_t begin, std::uint32_t end) const;
  // Returns where the text from `begin` to `end` stands in the file at `path`.
  [[nodiscard]] Place place(std::string_view path, std::uint32_t begin, std::uint32_t end) const;
};

PageText read_page_text(const Document& document);

// As read_page_text, without sentences and words.
PageText read_page_blocks(const Document& document);

// Returns the sentences of the text between `begin` and `end`, and its words in capitals. A
// sentence ends at . ! ? before a space and a new start, not after "e.g." and the like.
struct Wording {
  std::vector<Sentence> sentences;
  std::vector<CapitalWord> capital_words;
  std::uint32_t word_count = 0;
};
void read_wording(std::string_view all, std::uint32_t begin, std::uint32_t end, Wording& wording);

}  // namespace signpost
