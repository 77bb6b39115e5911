#include "check/page/page_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "check/page/syllables.h"

namespace signpost {
namespace {

enum class ByteClass : std::uint8_t { kOther, kLower, kUpper, kDigit, kHigh };

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = ByteClass::kLower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = ByteClass::kUpper;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = ByteClass::kDigit;
  for (std::size_t c = 0x80; c < 256; ++c) classes[c] = ByteClass::kHigh;
  return classes;
}
constexpr std::array<ByteClass, 256> kByteClasses = make_byte_classes();

ByteClass byte_class(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }

// Collects the blocks of a Document in reading order.
class Collector {
 public:
  explicit Collector(const Document& document) : document_(document) {
    page_.text.reserve(document.arena.size() + document.arena.size() / 4);
  }

  PageText collect() {
    if (!document_.nodes.empty()) walk(0, false);
    return std::move(page_);
  }

 private:
  // Documents are of bounded depth (markdown-too-deep), so this may recurse.
  void walk(std::uint32_t index, bool in_item) {
    const Node& node = document_.nodes[index];
    switch (node.kind) {
      case NodeKind::kParagraph:
        return add_inlines(index, in_item ? BlockKind::kItem : BlockKind::kParagraph);
      case NodeKind::kHeading:
        return add_inlines(index, BlockKind::kHeading);
      case NodeKind::kTableCell:
        return add_inlines(index, BlockKind::kCell);
      case NodeKind::kCodeBlock:
        return add_code(index);
      case NodeKind::kDirective:
        if (node.extra < document_.directives.size()) add_argument(index);
        break;
      default:
        break;
    }
    const bool child_in_item = node.kind == NodeKind::kItem;
    for (std::uint32_t child = node.first_child; child != kNoNode;
         child = document_.nodes[child].next) {
      walk(child, child_in_item);
    }
  }

  // The words stand behind ":::name ".
  void add_argument(std::uint32_t index) {
    const Directive& directive = document_.directives[document_.nodes[index].extra];
    const std::string_view words = spoken_words(directive);
    if (words.empty()) return;
    begin_block(index, BlockKind::kArgument);
    constexpr std::size_t kSigns = 4;  // three colons and a space
    page_.runs.back().column += static_cast<std::uint32_t>(directive.rule->name.size() + kSigns);
    page_.text += words;
    end_block();
  }

  // Each line of code has a place of its own; the first of a fenced block is below its fence.
  void add_code(std::uint32_t index) {
    begin_block(index, BlockKind::kCode);
    PageText::Run run = page_.runs.back();
    page_.runs.pop_back();
    // Indented code begins behind four spaces.
    const bool is_fenced = document_.nodes[index].extra < document_.infos.size() || run.column < 5;
    if (run.line != 0 && is_fenced) ++run.line;
    for (const std::string_view line : split(document_.text(document_.nodes[index]), '\n')) {
      run.begin = here();
      page_.runs.push_back(run);
      page_.text.append(line) += '\n';
      if (run.line != 0) ++run.line;
    }
    page_.text.pop_back();
    end_block();
  }

  void begin_block(std::uint32_t index, BlockKind kind) {
    page_.blocks.push_back({kind, index, here(), here(), 0, 0});
    const Node& node = document_.nodes[index];
    page_.runs.push_back({here(), node.line, node.column});
  }

  void end_block() {
    page_.blocks.back().end = here();
    page_.text += '\n';
  }

  void add_inlines(std::uint32_t index, BlockKind kind) {
    begin_block(index, kind);
    append_inlines(index);
    end_block();
  }

  void append_inlines(std::uint32_t index) {
    for (std::uint32_t child = document_.nodes[index].first_child; child != kNoNode;
         child = document_.nodes[child].next) {
      const Node& node = document_.nodes[child];
      if (node.line != 0 && node.column != 0) {
        page_.runs.push_back({here(), node.line, node.column});
      }
      switch (node.kind) {
        case NodeKind::kText:
        case NodeKind::kCode:
        case NodeKind::kAbbreviation:
          add_text(node);
          break;
        case NodeKind::kSoftBreak:
        case NodeKind::kLineBreak:
          page_.text += ' ';
          break;
        case NodeKind::kFootnoteReference:
          break;
        default:
          append_inlines(child);
      }
    }
  }

  // What follows a fact stands in the source behind its braces.
  void add_text(const Node& node) {
    const std::uint32_t start = here();
    page_.text += document_.text(node);
    const std::vector<InsertedFact>& facts = document_.inserted_facts;
    const std::uint32_t end = node.text_begin + node.text_size;
    auto fact = std::ranges::upper_bound(facts, node.text_begin, {}, &InsertedFact::end);
    std::uint32_t column = node.column;
    for (std::uint32_t done = node.text_begin; fact != facts.end() && fact->begin < end; ++fact) {
      const std::uint32_t begin = std::max(fact->begin, done);
      const std::uint32_t stop = std::min(fact->end, end);
      page_.facts.push_back({start + begin - node.text_begin, start + stop - node.text_begin});
      column += begin - done + fact->written_size;
      done = stop;
      if (node.line == 0 || node.column == 0) continue;
      page_.runs.push_back({start + stop - node.text_begin, node.line, column});
    }
  }

  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(page_.text.size()); }

  const Document& document_;
  PageText page_;
};

// Letters and digits of any script: all above ASCII but general punctuation (U+2000 to U+203F),
// of which the apostrophe U+2019 stays inside words.
bool is_word_at(std::string_view text, std::size_t i) {
  switch (byte_class(text[i])) {
    case ByteClass::kOther:
      return false;
    case ByteClass::kHigh:
      return !(text.substr(i).starts_with("\xE2\x80") &&
               !text.substr(i).starts_with("\xE2\x80\x99")) &&
             !text.substr(i).starts_with("\xC2\xA0");
    default:
      return true;
  }
}

std::size_t character_size(std::string_view text, std::size_t i) {
  if (byte_class(text[i]) != ByteClass::kHigh) return 1;
  std::size_t size = 1;
  while (i + size < text.size() && (static_cast<unsigned char>(text[i + size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

// Inside a word: apostrophes, hyphens and points ("e.g.", "gov.uk") before a letter, points and
// commas between digits.
bool joins_word(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size() || !is_word_at(text, i + 1)) return false;
  const bool digit_before = byte_class(text[i - 1]) == ByteClass::kDigit;
  const bool digit_after = byte_class(text[i + 1]) == ByteClass::kDigit;
  if (text[i] == '.' && !digit_before && byte_class(text[i + 1]) == ByteClass::kLower) return true;
  if (text[i] == '.' || text[i] == ',' || text[i] == ':') return digit_before && digit_after;
  return text[i] == '\'' || text[i] == '-' || (text[i] == '@' && !digit_before);
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t i = begin;
  while (i < text.size()) {
    if (is_word_at(text, i)) {
      i += character_size(text, i);
    } else if (i > begin && joins_word(text, i)) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

bool is_all_capitals(std::string_view word) {
  return word.size() >= 2 && std::ranges::all_of(word, [](char c) {
           return byte_class(c) == ByteClass::kUpper || c == '-' || c == '\'';
         });
}

bool is_abbreviation(std::string_view word) {
  static constexpr std::string_view kWords[] = {"Dr", "Mr",  "Mrs", "Ms",  "No", "Prof", "St",
                                                "cf", "e.g", "eg",  "etc", "ie", "p",    "para",
                                                "pp", "reg", "s",   "sch", "ss", "vs"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

// Whether a sentence ends at the mark at `i`, after `last_word`: a space follows and what comes
// next is not a small letter.
bool ends_sentence(std::string_view text, std::size_t i, std::string_view last_word) {
  if (text[i] == '.' && is_abbreviation(last_word)) return i + 1 >= text.size();
  std::size_t next = i + 1;
  while (next < text.size() && (text[next] == ')' || text[next] == '"' || text[next] == '\'')) {
    ++next;
  }
  if (text.substr(next).starts_with("\xE2\x80\x9D")) next += 3;  // a closing quotation mark
  if (next >= text.size()) return true;
  if (text[next] != ' ') return false;
  while (next < text.size() && text[next] == ' ') ++next;
  return next >= text.size() || byte_class(text[next]) != ByteClass::kLower;
}

}  // namespace

Place PageText::place(std::string_view path, std::uint32_t begin, std::uint32_t end) const {
  const auto after = std::ranges::upper_bound(runs, begin, {}, &Run::begin);
  if (after == runs.begin()) return {std::string(path), 0, 0, 0};
  const Run& run = *(after - 1);
  const std::uint32_t column = run.column == 0 ? 0 : run.column + (begin - run.begin);
  return {std::string(path), run.line, column, end - begin};
}

PageText::Part PageText::sentence_at(const TextBlock& block, std::uint32_t offset) const {
  for (std::uint32_t i = 0; i < block.sentence_count; ++i) {
    const Sentence& sentence = sentences[block.first_sentence + i];
    if (sentence.begin <= offset && offset < sentence.end) return {sentence.begin, sentence.end};
  }
  return {block.begin, block.end};
}

bool PageText::has_fact(std::uint32_t begin, std::uint32_t end) const {
  const auto fact = std::ranges::upper_bound(facts, begin, {}, &Part::end);
  return fact != facts.end() && fact->begin < end;
}

void read_wording(std::string_view all, std::uint32_t begin, std::uint32_t end, Wording& wording) {
  const std::string_view text = all.substr(0, end);
  Sentence sentence{begin, begin, 0, 0};
  std::string_view last_word;
  const auto finish = [&](std::size_t at) {
    sentence.end = static_cast<std::uint32_t>(at);
    if (sentence.word_count > 0) wording.sentences.push_back(sentence);
    sentence = {};
  };
  for (std::size_t i = begin; i < end;) {
    if (is_word_at(text, i)) {
      const std::size_t stop = word_end(text, i);
      last_word = text.substr(i, stop - i);
      if (sentence.word_count == 0) sentence.begin = static_cast<std::uint32_t>(i);
      ++sentence.word_count;
      ++wording.word_count;
      sentence.syllable_count += count_syllables(last_word);
      if (is_all_capitals(last_word)) {
        wording.capital_words.push_back(
            {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(stop)});
      }
      i = stop;
      continue;
    }
    const bool is_mark = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (is_mark && ends_sentence(text, i, last_word)) finish(i + 1);
    i += character_size(text, i);
  }
  finish(end);
}

PageText read_page_blocks(const Document& document) { return Collector(document).collect(); }

PageText read_page_text(const Document& document) {
  PageText page = read_page_blocks(document);
  Wording wording;
  for (TextBlock& block : page.blocks) {
    if (block.kind == BlockKind::kCode) continue;
    const std::size_t before = wording.sentences.size();
    read_wording(page.text, block.begin, block.end, wording);
    if (block.kind != BlockKind::kParagraph && block.kind != BlockKind::kItem) {
      wording.sentences.resize(before);
    }
    block.first_sentence = static_cast<std::uint32_t>(before);
    block.sentence_count = static_cast<std::uint32_t>(wording.sentences.size() - before);
  }
  page.sentences = std::move(wording.sentences);
  page.capital_words = std::move(wording.capital_words);
  page.word_count = wording.word_count;
  return page;
}

}  // namespace signpost
