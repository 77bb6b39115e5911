#include "data/evaluations/answer_table.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "base/near_names.h"
#include "base/text.h"
#include "data/evaluations/export_words.h"

namespace signpost {
namespace {

// An answer of a number and words, such as "5 - Very easy", "5 (very easy)" or "very easy (5)".
// Returns its words, or nothing.
std::string_view words_beside_number(std::string_view plain) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::string_view kMarks = " -:.)(=,";
  const std::size_t first = plain.find_first_not_of(kDigits);
  if (first == std::string_view::npos) return {};
  if (first > 0) {
    std::string_view words = plain.substr(first);
    if (kMarks.find(words[0]) == std::string_view::npos) return {};
    const bool is_bracketed = words.find('(') < 2 && words.ends_with(')');
    words.remove_prefix(std::min(words.find_first_not_of(kMarks), words.size()));
    if (is_bracketed) words.remove_suffix(1);
    return words;
  }
  if (plain.ends_with(')')) plain.remove_suffix(1);
  const std::size_t last = plain.find_last_not_of(kDigits);
  if (last + 1 == plain.size()) return {};
  const std::size_t end = plain.substr(0, last + 1).find_last_not_of(kMarks);
  if (end == last || end == std::string_view::npos) return {};
  return plain.substr(0, end + 1);
}

// The number at the beginning or the end of such an answer.
std::optional<std::int64_t> number_beside_words(std::string_view plain) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = plain.find_first_not_of(kDigits);
  if (first > 0) return plain_integer(plain.substr(0, first));
  if (plain.ends_with(')')) plain.remove_suffix(1);
  return plain_integer(plain.substr(plain.find_last_not_of(kDigits) + 1));
}

}  // namespace

std::optional<std::int64_t> plain_integer(std::string_view text) {
  std::int64_t value = 0;
  if (const std::size_t point = text.find(".0"); point != text.npos && point > 0) {
    const bool is_whole = text.find_first_not_of('0', point + 1) == text.npos;
    if (is_whole) text = text.substr(0, point);  // "3.0", as spreadsheets write 3
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
  if (!is_whole || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  return value;
}

bool is_no_answer(std::string_view plain) {
  static constexpr std::string_view kWords[] = {"not applicable",
                                                "not applicable to me",
                                                "does not apply",
                                                "doesn't apply",
                                                "n/a",
                                                "-",
                                                "--",
                                                "na",
                                                "don't know",
                                                "dont know",
                                                "do not know",
                                                "no answer",
                                                "prefer not to say",
                                                "rather not say",
                                                "can't say",
                                                "cannot say",
                                                "no opinion",
                                                "not answered",
                                                "not relevant",
                                                "can't remember",
                                                "i don't know",
                                                "don't know / not applicable",
                                                "not applicable / don't know"};
  return std::ranges::find(kWords, plain) != std::end(kWords);
}

AnswerTable::AnswerTable(const QuestionSet& set, std::span<const std::string> maps) : set_(set) {
  for (const ScaleQuestion& question : set.questions) {
    Words ends;
    if (!set.scale.empty()) {
      ends.emplace(plain_answer(question.low), 0);
      ends.emplace(plain_answer(question.high), set.scale.size() - 1);
    }
    ends_.push_back(std::move(ends));
  }
  for (std::size_t i = 0; i < set.words.size(); ++i) {
    for (const std::string& word : set.words[i]) {
      const std::string plain = plain_answer(word);
      const auto number = plain_integer(plain);
      if (number) {
        numbers_.emplace(*number, i);
      } else {
        words_.emplace(plain, i);
      }
    }
  }
  for (const std::string& map : maps) {
    if (mistake_.empty()) add_map(map);
  }
}

// The form's numbers in the order of the points: "1..5", or "5..1" where 1 is the best.
bool AnswerTable::add_range(std::string_view text, const std::string& prefix, Said& said) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return false;
  const auto first = plain_integer(text.substr(0, dots));
  const auto last = plain_integer(text.substr(dots + 2));
  if (!first || !last) return false;
  const std::int64_t step = *last < *first ? -1 : 1;
  const auto count = static_cast<std::size_t>(std::abs(*last - *first)) + 1;
  if (count != set_.scale.size()) {
    mistake_ = fmt::format(
        "--map \"{0}{1}\" has {2} numbers, but the scale of \"{3}\" has {4} points, {5} to {6}; "
        "say "
        "of each number which point it is: --map {0}1={7} --map {0}2={8}",
        prefix, text, count, set_.version, set_.scale.size(), set_.scale.front(), set_.scale.back(),
        set_.scale[0], set_.scale[std::min<std::size_t>(1, set_.scale.size() - 1)]);
    return true;
  }
  for (std::size_t i = 0; i < count && mistake_.empty(); ++i) {
    say_number(said, *first + step * static_cast<std::int64_t>(i), i);
  }
  return true;
}

void AnswerTable::say_twice(std::string_view answer) {
  mistake_ = fmt::format(
      "--map says two things of \"{}\"; say once what it means, and leave the other --map out",
      answer);
}

void AnswerTable::say_number(Said& said, std::int64_t number, std::optional<std::size_t> point) {
  if (said.numbers.emplace(number, point).first->second != point) say_twice(std::to_string(number));
}

// Takes the key of a question and its ":" from the front of what --map says; "" where there is
// none.
std::string_view AnswerTable::take_key(std::string_view& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view typed = trimmed(text.substr(0, colon));
  std::vector<std::string_view> keys;
  for (const ScaleQuestion& question : set_.questions) keys.emplace_back(question.key);
  for (const ChoiceQuestion& question : set_.choices) keys.emplace_back(question.key);
  if (const auto key = std::ranges::find(keys, typed); key != keys.end()) {
    text = trimmed(text.substr(colon + 1));
    return *key;
  }
  // An answer may have a colon, too: a key is one word.
  const std::string near = typed.find(' ') == typed.npos ? nearest_name(typed, keys) : "";
  if (!near.empty()) {
    mistake_ = fmt::format("--map \"{}\": \"{}\" is no question of \"{}\"; did you mean \"{}\"?",
                           text, typed, set_.version, near);
  }
  return {};
}

// `text`: as it was typed. `key`: of the question, or "" for any that has the option.
void AnswerTable::say_option(Said& said, std::string_view text, std::string_view key) {
  const std::size_t sign = text.rfind('=');
  const std::string answer = plain_answer(text.substr(0, sign));
  const std::string option(trimmed(text.substr(sign + 1)));
  for (const ChoiceQuestion& question : set_.choices) {
    if (!key.empty() && question.key != key) continue;
    if (std::ranges::find(question.options, option, &ChoiceOption::key) == question.options.end()) {
      continue;
    }
    if (said.options.emplace(answer, option).first->second != option) say_twice(answer);
    return;
  }
  mistake_ = fmt::format(
      "--map \"{}\": \"{}\" is no point of the scale and no option of \"{}\"; the points are {}, "
      "and nothing after the = means that it is no answer",
      text, option, key.empty() ? set_.version : std::string(key), fmt::join(set_.scale, ", "));
}

void AnswerTable::add_map(const std::string& typed) {
  std::string_view text = trimmed(typed);
  const std::string_view key = take_key(text);
  if (!mistake_.empty()) return;
  Said& said = key.empty() ? all_ : own_[std::string(key)];
  if (add_range(text, key.empty() ? "" : fmt::format("{}:", key), said)) return;
  const std::size_t sign = text.rfind('=');
  if (sign == std::string_view::npos || trimmed(text.substr(0, sign)).empty()) {
    mistake_ = fmt::format(
        "--map \"{}\" does not say what an answer means; write --map 1..5, where the form has the "
        "numbers 1 to 5, or --map \"Strongly agree={}\"",
        typed, set_.scale.empty() ? 4 : set_.scale.back());
    return;
  }
  const std::string answer = plain_answer(text.substr(0, sign));
  const std::string target(trimmed(text.substr(sign + 1)));
  std::optional<std::size_t> point;
  for (std::size_t i = 0; i < set_.scale.size(); ++i) {
    if (std::to_string(set_.scale[i]) == target) point = i;
  }
  if (!point && !target.empty()) return say_option(said, text, key);
  if (const auto number = plain_integer(answer)) {
    say_number(said, *number, point);
  } else if (said.words.emplace(answer, point).first->second != point) {
    say_twice(answer);
  }
}

bool AnswerTable::has_own(std::size_t question) const {
  return find_own(set_.questions[question].key) != nullptr;
}

const AnswerTable::Said* AnswerTable::find_own(const std::string& key) const {
  const auto found = own_.find(key);
  return found == own_.end() ? nullptr : &found->second;
}

// What is said of one question's numbers leaves nothing of what is said of all.
AnswerTable::Numbers AnswerTable::numbers_of(std::size_t question) const {
  const Said* own = find_own(set_.questions[question].key);
  if (own != nullptr && !own->numbers.empty()) return own->numbers;
  Numbers numbers = all_.numbers;
  numbers.insert(numbers_.begin(), numbers_.end());
  return numbers;
}

std::optional<Answer> AnswerTable::find_words(std::size_t question, std::string_view plain) const {
  const Said* own = find_own(set_.questions[question].key);
  const Words* own_words = own == nullptr ? nullptr : &own->words;
  for (const Words* words : {own_words, &all_.words, &ends_[question], &words_}) {
    if (words == nullptr) continue;
    const auto found = words->find(plain);
    if (found == words->end()) continue;
    const AnswerKind kind = found->second ? AnswerKind::kPoint : AnswerKind::kNoPoint;
    const bool is_end = words == &ends_[question];
    Answer answer{kind, found->second.value_or(0), 0, is_end ? nullptr : &found->first};
    answer.is_said = words == own_words || words == &all_.words;
    return answer;
  }
  if (is_no_answer(plain)) return Answer{AnswerKind::kNoPoint};
  return std::nullopt;
}

Answer AnswerTable::read(std::size_t question, std::string_view cell) const {
  const std::string plain = plain_answer(cell);
  if (const auto known = find_words(question, plain)) return *known;
  const Numbers numbers = numbers_of(question);
  if (const auto number = plain_integer(plain)) {
    if (numbers.empty()) return {AnswerKind::kNumber, 0, *number};
    const auto known = numbers.find(*number);
    if (known == numbers.end()) return {};
    if (!known->second) return {AnswerKind::kNoPoint};
    return {AnswerKind::kPoint, *known->second, *number, nullptr, true};
  }
  const std::string_view words = words_beside_number(plain);
  if (words.empty()) return {};
  Answer answer = find_words(question, words).value_or(Answer{});
  if (answer.kind != AnswerKind::kPoint) return answer;
  answer.beside = number_beside_words(plain);
  if (!answer.beside || numbers.empty()) return answer;
  const auto known = numbers.find(*answer.beside);
  const bool is_same = known != numbers.end() && known->second == answer.point;
  return is_same ? answer : Answer{AnswerKind::kConflict};
}

std::vector<std::int64_t> AnswerTable::numbers(std::size_t question) const {
  std::vector<std::int64_t> all;
  for (const auto& [number, point] : numbers_of(question)) all.push_back(number);
  return all;
}

std::vector<std::string> AnswerTable::words_of(std::size_t choice,
                                               std::string_view option_key) const {
  std::vector<std::string> words;
  for (const Said* said : {find_own(set_.choices[choice].key), &all_}) {
    if (said == nullptr) continue;
    for (const auto& [word, key] : said->options) {
      if (key == option_key) words.push_back(word);
    }
  }
  return words;
}

}  // namespace signpost
