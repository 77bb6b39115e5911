// What an answer to a question with a scale means: its points, the names of its ends, the words
// that the question set or --map give them, and what is no answer at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/evaluations/evaluations.h"

namespace signpost {

// kNumber: a number of which nobody has said what it means (`number`). kNoPoint: "not applicable".
// kConflict: a number and words of different points. `word`: by which plain words it is known, if
// they are not of the question itself; `is_said`: --map has them; `is_mapped`: by which number.
// `beside`: the number that stands beside the words.
enum class AnswerKind : std::uint8_t { kPoint, kNoPoint, kNumber, kConflict, kUnknown };

struct Answer {
  AnswerKind kind = AnswerKind::kUnknown;
  std::size_t point = 0;  // an index of the scale
  std::int64_t number = 0;
  const std::string* word = nullptr;
  bool is_mapped = false;
  bool is_said = false;
  std::optional<std::int64_t> beside = {};
};

class AnswerTable {
 public:
  // `maps` are those of --map: "1..5" (the form's numbers, from the lowest point to the highest),
  // "Strongly agree=4", "Not sure=" (no answer), "Found us=key of an option"; each of one question
  // alone behind its key: "helpful:5..1", and this goes before what is said of all.
  AnswerTable(const QuestionSet& set, std::span<const std::string> maps);

  // What is wrong with `maps` and what to type, or "".
  [[nodiscard]] const std::string& mistake() const { return mistake_; }
  // Whether --map speaks of this question alone.
  [[nodiscard]] bool has_own(std::size_t question) const;
  // Returns the numbers of which it is said what they mean in this question, by rising value.
  [[nodiscard]] std::vector<std::int64_t> numbers(std::size_t question) const;

  // `question`: an index of the set's questions.
  [[nodiscard]] Answer read(std::size_t question, std::string_view cell) const;
  // Returns the plain words that --map gives to the option of a question with choices.
  [[nodiscard]] std::vector<std::string> words_of(std::size_t choice,
                                                  std::string_view option_key) const;

 private:
  using Words = std::map<std::string, std::optional<std::size_t>, std::less<>>;

  using Numbers = std::map<std::int64_t, std::optional<std::size_t>>;
  // What --map says, of all questions or of one.
  struct Said {
    Words words;
    Numbers numbers;
    std::map<std::string, std::string, std::less<>> options;  // keys, by plain words
  };

  void add_map(const std::string& typed);
  [[nodiscard]] std::string_view take_key(std::string_view& text);
  void say_number(Said& said, std::int64_t number, std::optional<std::size_t> point);
  void say_option(Said& said, std::string_view text, std::string_view key);
  void say_twice(std::string_view answer);
  bool add_range(std::string_view text, const std::string& prefix, Said& said);
  [[nodiscard]] const Said* find_own(const std::string& key) const;
  [[nodiscard]] Numbers numbers_of(std::size_t question) const;
  [[nodiscard]] std::optional<Answer> find_words(std::size_t question,
                                                 std::string_view plain) const;

  const QuestionSet& set_;
  std::vector<Words> ends_;  // of each question: the names of its ends
  Words words_;              // by the set
  Numbers numbers_;          // by the set
  Said all_;
  std::map<std::string, Said, std::less<>> own_;  // by the key of the question
  std::string mistake_;
};

// Returns the whole number that all of the text is, or nothing.
std::optional<std::int64_t> plain_integer(std::string_view text);

// Whether the plain words say that somebody gives no answer: "not applicable", "don't know".
bool is_no_answer(std::string_view plain);

}  // namespace signpost
