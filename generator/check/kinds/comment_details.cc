#include "check/kinds/comment_details.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>
#include <utility>

#include "base/english.h"
#include "base/text.h"
#include "privacy/child_words.h"
#include "privacy/name_words.h"
#include "privacy/plain_spelling.h"

namespace signpost {
namespace {

constexpr unsigned kMostOfFew = 20;  // "only 12 children here"

struct TellingWord {
  std::string_view word, what;
};

// Words after or before which a family is easily known.
constexpr auto kTellingWords = std::to_array<TellingWord>({
    {"mr", "a name"},
    {"mrs", "a name"},
    {"miss", "a name"},
    {"ms", "a name"},
    {"dr", "a name"},
    {"aged", "an age"},
    {"adhd", "a condition"},
    {"autism", "a condition"},
    {"autistic", "a condition"},
    {"deaf", "a condition"},
    {"deafblind", "a condition"},
    {"blind", "a condition"},
    {"dyslexia", "a condition"},
    {"dyslexic", "a condition"},
    {"dyspraxia", "a condition"},
    {"epilepsy", "a condition"},
    {"epileptic", "a condition"},
    {"cerebral", "a condition"},
    {"tourette", "a condition"},
    {"tourette's", "a condition"},
    {"syndrome", "a condition"},
    {"rett", "a condition"},
    {"fasd", "a condition"},
    {"pda", "a condition"},
    {"diabetes", "a condition"},
    {"diabetic", "a condition"},
    {"cancer", "a condition"},
    {"leukaemia", "a condition"},
    {"dystrophy", "a condition"},
    {"fibrosis", "a condition"},
    {"bifida", "a condition"},
    {"hydrocephalus", "a condition"},
    {"mutism", "a condition"},
    {"wheelchair", "a condition"},
    {"twins", "a family that is known by it"},
    {"triplets", "a family that is known by it"},
    {"adopted", "a family that is known by it"},
    {"fostered", "a family that is known by it"},
    {"foster", "a family that is known by it"},
    {"refugee", "a family that is known by it"},
    {"refugees", "a family that is known by it"},
});

using CommentWords = std::span<const std::string_view>;
constexpr auto kRelatives = std::to_array<std::string_view>(
    {"son", "daughter", "child", "boy", "girl", "twin", "grandson", "granddaughter", "nephew",
     "niece", "brother", "sister", "husband", "wife", "partner", "mum", "dad", "called", "named"});
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"Year", "Reception", "English", "School", "Primary", "Monday", "Tuesday", "Wednesday",
     "Thursday", "Friday", "Saturday", "Sunday", "Christmas", "Easter", "Covid", "Brilliant",
     "Thank", "Thanks"});
constexpr auto kStreets = std::to_array<std::string_view>(
    {"Avenue", "Road", "Street", "Lane", "Close", "Drive", "Crescent", "Terrace", "Gardens",
     "Grove", "Mews", "Court", "Walk", "Rise"});
constexpr auto kPeople = std::to_array<std::string_view>(
    {"child", "children", "boy", "boys", "girl", "girls", "pupil", "pupils", "student", "students",
     "family", "families", "kid", "kids", "user", "users"});
constexpr auto kArticles = std::to_array<std::string_view>(
    {"The", "My", "Our", "A", "An", "His", "Her", "Their", "At", "In", "Your", "Every", "This",
     "That", "Special", "Local", "High"});
constexpr auto kAfterAge = std::to_array<std::string_view>(
    {"and", "now", "but", "so", "with", "in", "at", "he", "she", "who", "has", "when", "yrs"});

bool is_among(CommentWords words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool begins_large(std::string_view word) { return !word.empty() && is_capital(word[0]); }
bool is_all_large(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}
bool is_figures(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == word.npos;
}

// The words of a comment, with what is asked of them.
class CommentReader {
 public:
  explicit CommentReader(std::string_view text) : text_(text), words_(child_words(text)) {
    for (const ChildWord& word : words_) lower_.push_back(ascii_lower(word.text));
  }

  std::vector<CommentDetail> read() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      look_at_lists(i);
      look_at_names(i);
      look_at_places(i);
      look_at_ages(i);
      look_at_dates(i);
      look_at_few(i);
    }
    return std::move(details_);
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? words_[i].text : std::string_view();
  }
  [[nodiscard]] std::string_view lower(std::size_t i) const {
    return i < lower_.size() ? std::string_view(lower_[i]) : std::string_view();
  }
  // Whether only a space stands between the word and the one before it.
  [[nodiscard]] bool follows(std::size_t i) const {
    return i > 0 && i < words_.size() && words_[i].before == ' ' && words_[i - 1].after == ' ';
  }

  void add(std::size_t first, std::size_t last, std::string_view what) {
    const auto begin = static_cast<std::size_t>(words_[first].text.data() - text_.data());
    const std::string_view end = words_[last].text;
    const auto size = static_cast<std::size_t>(end.data() - text_.data()) + end.size() - begin;
    std::string shown(text_.substr(begin, size));
    const bool is_told = std::ranges::any_of(
        details_, [&](const CommentDetail& detail) { return detail.shown == shown; });
    if (!is_told) details_.push_back({std::move(shown), what});
  }

  void look_at_lists(std::size_t i) {
    for (const TellingWord& telling : kTellingWords) {
      if (lower(i) == telling.word) add(i, i, telling.what);
    }
    if (lower(i) == "rare" || lower(i) == "rarest") {
      const bool is_condition = lower(i + 1) == "condition" || lower(i + 1) == "disorder" ||
                                lower(i + 1) == "disease" || lower(i + 1) == "genetic";
      if (is_condition) add(i, i + 1, "a condition");
    }
  }

  void look_at_names(std::size_t i) {
    if (!begins_large(word(i)) || (is_all_large(word(i)) && word(i).size() < 3)) return;
    std::string bare(lower(i));
    if (bare.ends_with("'s")) bare.resize(bare.size() - 2);
    const bool is_of_thing = follows(i + 1) && begins_large(word(i + 1)) &&
                             (is_school_word(word(i + 1)) || is_among(kStreets, word(i + 1)) ||
                              is_office_word(lower(i + 1)));
    if (is_of_thing) return;
    if (is_given_name(bare)) return add(i, i, "a name");
    if (is_all_large(word(i)) || i == 0 || !follows(i)) return;
    const bool is_plain = is_among(kNoNames, word(i)) || english_month(bare).has_value();
    if (!is_plain && is_among(kRelatives, lower(i - 1))) return add(i, i, "a name");
    if (lower(i - 1) != "the" || is_plain) return;
    const bool is_family = lower(i + 1) == "family" || lower(i + 1) == "household";
    const bool is_plural = word(i).size() > 3 && word(i).ends_with('s') &&
                           (lower(i + 1) == "of" || lower(i + 1) == "from" || !follows(i + 1));
    if (is_family || is_plural) add(i - 1, is_family ? i + 1 : i, "a name");
  }

  void look_at_places(std::size_t i) {
    if (!follows(i) || !begins_large(word(i - 1)) || is_among(kArticles, word(i - 1))) return;
    if (is_school_word(word(i)) && lower(i) != "high") add(i - 1, i, "a school");
    if (is_among(kStreets, word(i))) add(i - 1, i, "an address");
  }

  void look_at_ages(std::size_t i) {
    if (lower(i) == "old" && i > 1 && lower(i - 1).starts_with("year")) {
      if (is_school_age(lower(i - 2))) add(i - 2, i, "an age");
    }
    const bool is_year = lower(i) == "year" || lower(i) == "reception";
    if (is_year && begins_large(word(i))) {
      const bool is_numbered =
          lower(i) == "year" && is_figures(word(i + 1)) && word(i + 1).size() < 3;
      if (is_numbered) add(i, i + 1, "a school year");
      if (lower(i) == "reception" && i > 0 && lower(i - 1) == "in") add(i, i, "a school year");
    }
    if (!is_school_age(lower(i)) || i == 0) return;
    const bool is_between = (words_[i].before == '(' && words_[i].after == ')') ||
                            (is_figures(word(i)) && words_[i].before == ' ' &&
                             words_[i - 1].after == ',' && words_[i].after == ',');
    const bool is_said = lower(i - 1) == "is" || lower(i - 1) == "was" ||
                         lower(i - 1) == "turned" || lower(i - 1) == "age";
    const bool ends =
        words_[i].after != ' ' || i + 1 == words_.size() || is_among(kAfterAge, lower(i + 1));
    if (is_between || (is_said && ends)) add(i, i, "an age");
  }

  void look_at_dates(std::size_t i) {
    const bool is_day = is_figures(word(i)) && word(i).size() < 3 && words_[i].after == '/' &&
                        is_figures(word(i + 1)) && words_[i + 1].after == '/';
    if (is_day && i + 2 < words_.size()) return add(i, i + 2, "a date");
    if (!begins_large(word(i)) || !english_month(lower(i))) return;
    const bool is_a_word_too = lower(i) == "may" || lower(i) == "march";
    const bool is_by_number = (i > 0 && std::isdigit(static_cast<unsigned char>(word(i - 1)[0]))) ||
                              is_figures(word(i + 1));
    if (!is_a_word_too || is_by_number) add(i, i, "a date");
  }

  // "only 2 children here", "the only family with", "one of three boys who".
  void look_at_few(std::size_t i) {
    const bool is_one_of = lower(i) == "of" && i > 0 && lower(i - 1) == "one";
    if (lower(i) != "only" && !is_one_of) return;
    const bool is_own = i > 0 && (lower(i - 1) == "an" || lower(i - 1) == "my");
    if (is_own) return;
    std::size_t next = i + 1;
    bool has_number = false;
    for (; next < i + 4 && next < words_.size() && !is_among(kPeople, lower(next)); ++next) {
      const bool is_few = is_figures(lower(next)) && lower(next).size() < 3 &&
                          lower(next) <= std::to_string(kMostOfFew);
      has_number = has_number || is_few || english_numeral(lower(next)).has_value();
    }
    if (!is_among(kPeople, lower(next)) || (is_one_of && !has_number)) return;
    const bool is_only_one = i > 0 && (lower(i - 1) == "the" || lower(i - 1) == "are");
    if (has_number || is_only_one) add(i, next, "a group so small");
  }

  std::string_view text_;
  std::vector<ChildWord> words_;
  std::vector<std::string> lower_;
  std::vector<CommentDetail> details_;
};

}  // namespace

std::vector<CommentDetail> comment_details(std::string_view comment) {
  const std::string plain = plain_spelling(comment).text;
  return CommentReader(plain).read();
}

}  // namespace signpost
