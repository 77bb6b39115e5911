#include "check/assets/line_tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "check/people_counts.h"
#include "disclosure/people_words.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes
constexpr std::size_t kMostHeadWords = 8;
constexpr std::size_t kMostTables = 1000;

// A line of a document: its words before the numbers at its end, and these.
struct TextLine {
  std::vector<std::string_view> words;
  std::size_t counts = 0;  // of the last words
  const DocumentPiece* piece = nullptr;
};

TextLine read_line(std::string_view line, const DocumentPiece& piece) {
  TextLine read{{}, 0, &piece};
  if (line.size() > kLongestLine) return read;
  while (true) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    if (line.empty()) break;
    const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
    read.words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  while (read.counts < read.words.size() &&
         is_word_count(read.words[read.words.size() - 1 - read.counts])) {
    ++read.counts;
  }
  return read;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += words[i];
  }
  return text;
}

bool is_head_of_people(const TextLine& line) {
  if (line.words.empty() || line.words.size() > kMostHeadWords || line.counts > 0) return false;
  const std::string text = joined(line.words, line.words.size());
  const std::optional<CountedPeople> counted = counted_people(text);
  return counted && counted->kind == PeopleWord::kPerson && !names_measure(text) &&
         text.find_first_of(".?!") == std::string::npos;
}

// Whether the line is a row of as many numbers as the one before has.
bool is_row(const TextLine& line, std::size_t counts) {
  return line.counts > 0 && line.counts < line.words.size() &&
         (counts == 0 || line.counts == counts);
}

class LineTables {
 public:
  void add(TextLine line) {
    if (head_ && is_row(line, rows_.empty() ? 0 : rows_.front().counts)) {
      rows_.push_back(std::move(line));
      return;
    }
    end_table();
    if (is_head_of_people(line)) head_ = std::move(line);
  }

  std::vector<DocumentTable> take() {
    end_table();
    return std::move(tables_);
  }

 private:
  void end_table() {
    if (head_ && rows_.size() > 1 && !is_rising() && tables_.size() < kMostTables) add_table();
    head_.reset();
    rows_.clear();
  }

  // Page numbers.
  [[nodiscard]] bool is_rising() const {
    const auto number = [](const TextLine& line) {
      std::string digits(line.words.back());
      std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
      return std::pair(digits.size(), digits);
    };
    return std::ranges::is_sorted(rows_, {}, number);
  }

  void add_table() {
    const std::size_t counts = rows_.front().counts;
    DocumentTable table;
    table.name = fmt::format("the lines below \"{}\" {}", joined(head_->words, head_->words.size()),
                             head_->piece->place);
    // The last words are heads of columns if they say who is counted; else all are a caption.
    const std::size_t word_count = head_->words.size();
    const bool has_heads = word_count > counts && counted_people(head_->words.back());
    if (has_heads) {
      table.cells.push_back({0, 0, joined(head_->words, word_count - counts)});
      for (std::size_t c = 0; c < counts; ++c) {
        table.cells.push_back({0, c + 1, std::string(head_->words[word_count - counts + c])});
      }
    } else {
      table.cells.push_back({0, 0, joined(head_->words, word_count)});
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const std::vector<std::string_view>& words = rows_[r].words;
      table.cells.push_back({r + 1, 0, joined(words, words.size() - counts)});
      for (std::size_t c = 0; c < counts; ++c) {
        table.cells.push_back({r + 1, c + 1, std::string(words[words.size() - counts + c])});
      }
    }
    tables_.push_back(std::move(table));
  }

  std::optional<TextLine> head_;
  std::vector<TextLine> rows_;
  std::vector<DocumentTable> tables_;
};

}  // namespace

std::vector<DocumentTable> tables_of_lines(const DocumentText& text) {
  LineTables tables;
  for (const DocumentPiece& piece : text.pieces) {
    for (const std::string_view line : split(piece.text, '\n')) {
      if (!trimmed(line).empty()) tables.add(read_line(line, piece));
    }
  }
  return tables.take();
}

}  // namespace signpost
