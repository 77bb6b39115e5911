#include "privacy/spoken_numbers.h"

#include <algorithm>
#include <optional>

#include "base/english.h"
#include "base/text.h"

namespace signpost {
namespace {

constexpr std::size_t kFewestSpoken = 10;
constexpr std::size_t kMostSpoken = 15;    // ITU-T E.164, section 6
constexpr std::size_t kMostSpokenGap = 3;  // signs between two words

bool is_spoken_digit(char c) { return c >= '0' && c <= '9'; }

bool is_spoken_sign(char c) {
  return is_spoken_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool may_part_spoken(char c) {
  return std::string_view(" ,-.()\n").find(c) != std::string_view::npos;
}

// The words of a text, one after another.
class SpokenWords {
 public:
  explicit SpokenWords(std::string_view text) : text_(text) {}

  // Goes to the next word; "" at the end.
  std::string_view next() {
    const std::size_t from = end_;
    while (end_ < text_.size() && !is_spoken_sign(text_[end_])) ++end_;
    begin_ = end_;
    is_joined_ = begin_ - from <= kMostSpokenGap &&
                 std::ranges::all_of(text_.substr(from, begin_ - from), may_part_spoken);
    while (end_ < text_.size() && is_spoken_sign(text_[end_])) ++end_;
    return text_.substr(begin_, end_ - begin_);
  }

  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  // Whether nothing but a few marks stands before the word.
  [[nodiscard]] bool is_joined() const { return is_joined_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0, end_ = 0;
  bool is_joined_ = true;
};

// The figure that a word says.
std::optional<char> spoken_figure(std::string_view word) {
  constexpr std::size_t kLongest = 6;  // "nought"
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::string lower = ascii_lower(word);
  for (const std::string_view nought : {"o", "oh", "nought", "nil"}) {
    if (lower == nought) return '0';
  }
  const std::optional<unsigned> numeral = english_numeral(lower);
  if (!numeral || *numeral > 9) return std::nullopt;
  return static_cast<char>('0' + *numeral);
}

std::size_t times_said(std::string_view word) {
  const std::string lower = word.size() == 6 ? ascii_lower(word) : "";
  if (lower == "double") return 2;
  return lower == "triple" || lower == "treble" ? 3 : 1;
}

bool is_all_figures(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_spoken_digit);
}

}  // namespace

std::vector<SpokenNumber> find_spoken_numbers(std::string_view text) {
  std::vector<SpokenNumber> found;
  SpokenNumber run;
  bool has_word = false;
  std::size_t times = 1;  // that the next figure is said
  const auto end_run = [&] {
    const std::size_t size = run.figures.size();
    if (has_word && size >= kFewestSpoken && size <= kMostSpoken) found.push_back(run);
    run = {};
    has_word = false;
  };
  SpokenWords words(text);
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
    if (!words.is_joined()) end_run();
    const std::size_t begin = words.begin();
    if (const std::size_t said = times_said(word); said > 1) {
      times = said;
      continue;
    }
    const std::optional<char> figure = spoken_figure(word);
    if (!figure && !is_all_figures(word)) {
      end_run();
    } else {
      if (run.figures.empty()) run.begin = begin;
      if (figure) {
        run.figures.append(times, *figure);
      } else {
        run.figures.append(word);
      }
      has_word |= figure.has_value();
      run.end = words.end();
      if (run.figures.size() > 4 * kMostSpoken) end_run();
    }
    times = 1;
  }
  end_run();
  return found;
}

}  // namespace signpost
