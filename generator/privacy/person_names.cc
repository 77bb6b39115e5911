#include "privacy/person_names.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "base/text.h"
#include "privacy/name_words.h"
#include "privacy/plain_spelling.h"

namespace signpost {
namespace {

constexpr std::size_t kLongestName = 6;     // words of one person's name
constexpr std::size_t kLongestAcronym = 8;  // letters

enum class WordClass {
  kTitle,
  kRole,
  kOffice,
  kLink,
  kParticle,
  kInitial,
  kAcronym,
  kName,
  kOther
};

struct NameWord {
  WordClass word_class = WordClass::kOther;
  bool is_given_name = false;
};
using NameWords = std::vector<NameWord>;

bool begins_with_capital(std::string_view word) {
  std::size_t i = 0;
  const UChar32 c = next_character(word, i);
  return c >= 0 && (u_isupper(c) != 0 || u_istitle(c) != 0);
}

bool is_in_capitals(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// "A", "A.", "A.W."
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] >= 'A' && word[i] <= 'Z') {
      ++letters;
      if (i + 1 < word.size() && word[i + 1] != '.') return false;
    } else if (word[i] != '.') {
      return false;
    }
  }
  return letters > 0 && letters <= 4 && (letters == 1 || word.find('.') != word.npos);
}

// The word in small letters without "'s" and without marks at its ends.
std::string bare_word(std::string_view word) {
  std::string lower = ascii_lower(word);
  while (!lower.empty() && (lower.back() == '.' || lower.back() == '"')) lower.pop_back();
  if (lower.ends_with("'s")) lower.resize(lower.size() - 2);
  return lower;
}

NameWord classify(std::string_view word, bool all_capitals, std::span<const std::string> known) {
  const std::string lower = bare_word(word);
  if (lower.find_first_of("0123456789@") != lower.npos) return {WordClass::kOther};
  if (is_title_word(lower)) return {WordClass::kTitle};
  if (is_initials(word)) return {WordClass::kInitial};
  if (is_office_word(lower)) return {WordClass::kOffice};
  if (is_role_word(lower) || std::ranges::find(known, lower) != known.end()) {
    return {WordClass::kRole};
  }
  if (is_link_word(lower)) return {WordClass::kLink};
  if (is_name_particle(lower)) return {WordClass::kParticle};
  const bool is_given = is_given_name(lower);
  if (ascii_lower(word).ends_with("'s")) return {WordClass::kOffice};  // "Barnardo's"
  if (!begins_with_capital(word)) return {WordClass::kOther, is_given};
  if (!all_capitals && !is_given && word.size() <= kLongestAcronym && word.size() > 1 &&
      is_in_capitals(word) && static_cast<unsigned char>(word[0]) < 0x80) {
    return {WordClass::kAcronym};
  }
  return {WordClass::kName, is_given};
}

bool is_of_name(const NameWord& word) {
  return word.word_class == WordClass::kName || word.word_class == WordClass::kInitial ||
         word.word_class == WordClass::kParticle;
}

// How many words from `from` on could be one name, and whether they are.
struct NameRun {
  std::size_t size = 0;
  bool is_name = false;
};

NameRun name_run(const NameWords& words, std::size_t from) {
  NameRun run;
  std::size_t names = 0;
  std::size_t initials = 0;
  bool has_given_name = false;
  for (std::size_t i = from; i < words.size() && is_of_name(words[i]); ++i) {
    ++run.size;
    names += words[i].word_class == WordClass::kName ? 1U : 0U;
    initials += words[i].word_class == WordClass::kInitial ? 1U : 0U;
    has_given_name = has_given_name || words[i].is_given_name;
  }
  run.is_name = run.size <= kLongestName &&
                (names >= 2 || (names == 1 && (initials > 0 || run.size > 1 || has_given_name)));
  return run;
}

// Names stand at the start of a part or after a role; what follows "of" or stands before "School"
// is an office.
bool has_name(const NameWords& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordClass before = i == 0 ? WordClass::kRole : words[i - 1].word_class;
    if (words[i].word_class == WordClass::kTitle && i + 1 < words.size() &&
        (words[i + 1].word_class == WordClass::kName ||
         words[i + 1].word_class == WordClass::kInitial)) {
      return true;
    }
    if (!is_of_name(words[i]) || before == WordClass::kLink || before == WordClass::kOther ||
        before == WordClass::kAcronym || before == WordClass::kOffice) {
      continue;
    }
    const NameRun run = name_run(words, i);
    const std::size_t end = i + run.size;
    const bool is_office =
        std::any_of(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(),
                    [](const NameWord& word) { return word.word_class == WordClass::kOffice; });
    if (run.is_name && !is_office) return true;
    i = end - 1;
  }
  // "anna whitfield", all in small letters
  return words.size() == 2 && words[0].is_given_name && words[1].word_class == WordClass::kOther;
}

// The parts of the text, each as its words.
std::vector<std::vector<std::string_view>> parts_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> parts(1);
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) return;
    const std::string lower = ascii_lower(word);
    const bool parts_names = lower == "and" || lower == "&" || lower == "-" || lower == "with" ||
                             lower == "+" || lower == "or";
    if (parts_names) {
      parts.emplace_back();
    } else {
      parts.back().push_back(word);
    }
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_end = i == text.size();
    if (!is_end && text[i] != ' ' &&
        std::string_view(",;/()|:").find(text[i]) == std::string_view::npos) {
      continue;
    }
    end_word(i);
    if (!is_end && text[i] != ' ') parts.emplace_back();
  }
  return parts;
}

}  // namespace

bool looks_like_person(std::string_view text, std::span<const std::string> known) {
  const std::string plain = plain_spelling(text).text;
  const bool all_capitals = is_in_capitals(plain) && plain.find(' ') != plain.npos;
  std::size_t single_names = 0;
  bool has_role = false;
  for (const std::vector<std::string_view>& part : parts_of(plain)) {
    NameWords words;
    for (const std::string_view word : part) words.push_back(classify(word, all_capitals, known));
    if (has_name(words)) return true;
    const bool is_single = words.size() == 1 && words[0].word_class == WordClass::kName;
    single_names += is_single ? 1U : 0U;
    has_role = has_role || std::ranges::any_of(words, [](const NameWord& word) {
                 return word.word_class == WordClass::kRole;
               });
  }
  // "Whitfield, Anna" and "Kerry, SEND Manager"
  return single_names >= 2 || (single_names == 1 && has_role);
}

}  // namespace signpost
