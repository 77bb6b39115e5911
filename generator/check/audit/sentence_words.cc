#include "check/audit/sentence_words.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "base/text.h"

namespace signpost {
namespace {

struct KnownWord {
  std::string_view word;
  WordKind kind;
  double value = 0;
};

using enum WordKind;

// Sorted. Of words with an ending, the form that without_ending() returns.
// clang-format off
constexpr KnownWord kKnownWords[] = {
    {"a", kStop}, {"about", kStop}, {"account", kOther}, {"adult", kPeople}, {"age", kLabel},
    {"aged", kLabel}, {"all", kStop}, {"altogether", kStop}, {"am", kMeasure}, {"an", kStop},
    {"and", kAnd}, {"answer", kTell}, {"answered", kTell}, {"appeal", kPeople},
    {"applicant", kPeople}, {"application", kPeople}, {"april", kMeasure}, {"are", kStop},
    {"article", kLabel}, {"as", kStop}, {"at", kStop}, {"august", kMeasure}, {"average", kMean},
    {"be", kStop}, {"been", kStop}, {"boy", kPeople}, {"but", kStop}, {"by", kStop},
    {"caller", kPeople}, {"carer", kPeople}, {"case", kPeople}, {"cent", kPercent},
    {"chapter", kLabel}, {"child", kPeople}, {"clause", kLabel}, {"client", kPeople},
    {"complaint", kPeople}, {"couldn't", kNo}, {"couple", kNumber, 2}, {"day", kMeasure},
    {"december", kMeasure}, {"decreased", kChange}, {"did", kStop}, {"didn't", kNo},
    {"disclosed", kTell}, {"do", kStop}, {"dozen", kNumber, 12}, {"each", kMean},
    {"eight", kNumber, 8}, {"eighteen", kNumber, 18}, {"eighty", kNumber, 80},
    {"eleven", kNumber, 11}, {"enquiry", kPeople}, {"every", kPer}, {"exclusion", kPeople},
    {"extra", kChange}, {"family", kPeople}, {"father", kPeople}, {"february", kMeasure},
    {"fell", kChange}, {"fewer", kChange}, {"fifteen", kNumber, 15}, {"fifth", kFraction, 20},
    {"fifty", kNumber, 50}, {"figure", kLabel}, {"five", kNumber, 5}, {"for", kPer},
    {"forty", kNumber, 40}, {"four", kNumber, 4}, {"fourteen", kNumber, 14}, {"from", kStop},
    {"girl", kPeople}, {"give", kTell}, {"given", kTell}, {"grew", kChange}, {"had", kStop},
    {"half", kFraction, 50}, {"halve", kFraction, 50}, {"has", kStop}, {"have", kStop},
    {"hearing", kPeople}, {"hour", kMeasure, 1}, {"household", kPeople}, {"hundred", kNumber, 100},
    {"in", kIn}, {"increased", kChange}, {"is", kStop}, {"it", kStop}, {"its", kStop},
    {"january", kMeasure}, {"july", kMeasure}, {"june", kMeasure}, {"km", kMeasure, 1},
    {"known", kTell}, {"learner", kPeople}, {"less", kChange}, {"level", kLabel},
    {"man", kPeople}, {"march", kMeasure}, {"may", kStop}, {"mean", kMean},
    {"mile", kMeasure, 1}, {"minute", kMeasure, 1}, {"missing", kUnknown}, {"month", kMeasure},
    {"more", kChange}, {"mother", kPeople}, {"nine", kNumber, 9}, {"nineteen", kNumber, 19},
    {"ninety", kNumber, 90}, {"no", kNo}, {"not", kNo}, {"november", kMeasure}, {"number", kStop},
    {"october", kMeasure}, {"of", kIn}, {"on", kStop}, {"one", kNumber, 1}, {"or", kStop},
    {"our", kStop}, {"out", kIn}, {"page", kLabel}, {"parent", kPeople}, {"part", kLabel},
    {"participant", kPeople}, {"patient", kPeople}, {"pence", kMeasure, 1}, {"people", kPeople},
    {"per", kPer}, {"percent", kPercent}, {"person", kPeople}, {"pm", kMeasure},
    {"pound", kMeasure, 1}, {"pupil", kPeople}, {"quarter", kFraction, 25}, {"recorded", kTell},
    {"referral", kPeople}, {"regulation", kLabel}, {"reply", kPeople}, {"request", kPeople},
    {"respondent", kPeople}, {"response", kPeople}, {"rise", kChange}, {"rose", kChange},
    {"said", kTell}, {"say", kTell}, {"second", kMeasure}, {"section", kLabel},
    {"september", kMeasure}, {"seven", kNumber, 7}, {"seventeen", kNumber, 17},
    {"seventy", kNumber, 70}, {"shared", kTell}, {"sibling", kPeople}, {"single", kNumber, 1},
    {"six", kNumber, 6}, {"sixteen", kNumber, 16}, {"sixty", kNumber, 60}, {"so", kStop},
    {"state", kTell}, {"stated", kTell}, {"step", kLabel}, {"student", kPeople},
    {"table", kLabel}, {"teenager", kPeople}, {"tell", kTell}, {"ten", kNumber, 10},
    {"tenth", kFraction, 10}, {"than", kStop}, {"that", kStop}, {"the", kStop}, {"their", kStop},
    {"them", kStop}, {"then", kStop}, {"there", kStop}, {"these", kStop}, {"they", kStop},
    {"third", kFraction, 100.0 / 3}, {"thirteen", kNumber, 13}, {"thirty", kNumber, 30},
    {"this", kStop}, {"those", kStop}, {"thousand", kNumber, 1000}, {"three", kNumber, 3},
    {"time", kMeasure}, {"to", kStop}, {"told", kTell}, {"total", kStop}, {"twelve", kNumber, 12},
    {"twenty", kNumber, 20}, {"two", kNumber, 2}, {"typical", kMean}, {"unanswered", kUnknown},
    {"under", kStop}, {"undisclosed", kUnknown}, {"unknown", kUnknown}, {"unrecorded", kUnknown},
    {"unspecified", kUnknown}, {"unstated", kUnknown}, {"up", kChange}, {"us", kStop},
    {"visitor", kPeople}, {"was", kStop}, {"we", kStop},
    {"week", kMeasure}, {"were", kStop}, {"which", kStop}, {"who", kStop}, {"whom", kStop},
    {"whose", kStop}, {"wish", kTell}, {"with", kStop}, {"without", kNo}, {"woman", kPeople},
    {"written", kTell}, {"year", kMeasure}, {"youngster", kPeople},
};
// clang-format on
static_assert(std::ranges::is_sorted(kKnownWords, {}, &KnownWord::word));

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

// "families" and "family", "children" and "child" are one word.
std::string without_ending(std::string word) {
  if (word.ends_with("'s")) word.resize(word.size() - 2);
  if (word == "children") return "child";
  if (word == "people" || word == "persons") return "person";
  if (word == "men") return "man";
  if (word == "women") return "woman";
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  const bool is_plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  if (is_plural) word.pop_back();
  return word;
}

const KnownWord* find_known(std::string_view word) {
  const auto* const found = std::ranges::lower_bound(kKnownWords, word, {}, &KnownWord::word);
  return found != std::end(kKnownWords) && found->word == word ? found : nullptr;
}

// FNV-1a, of the first letters: what comes after them is mostly an ending, in other languages too.
WordKey key_of_word(std::string_view word) {
  constexpr std::size_t kLetters = 6;
  WordKey key = 2166136261U;
  for (const char c : word.substr(0, kLetters)) {
    key = (key ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return std::max<WordKey>(key, kUnknownKey + 1);
}

}  // namespace

std::size_t word_size(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    if (rest.starts_with("\xE2\x80\x99") && end > i) {
      end += 3;
      continue;
    }
    const bool is_sign = rest.starts_with("\xE2\x80") || rest.starts_with("\xC2\xA0") ||
                         rest.starts_with("\xC2\xA3");
    const bool is_apostrophe = rest[0] == '\'' && end > i && rest.size() > 1 &&
                               is_letter(static_cast<unsigned char>(rest[1]));
    if (is_sign || !(is_apostrophe || is_letter(static_cast<unsigned char>(rest[0])))) break;
    ++end;
  }
  return end - i;
}

SentenceWord sentence_word(std::string_view word) {
  std::string lower = ascii_lower(word);
  for (std::size_t at = lower.find("\xE2\x80\x99"); at != std::string::npos;
       at = lower.find("\xE2\x80\x99")) {
    lower.replace(at, 3, "'");
  }
  const KnownWord* known = find_known(lower);
  if (known == nullptr) {
    lower = without_ending(std::move(lower));
    known = find_known(lower);
  }
  SentenceWord result;
  if (known != nullptr) {
    result.kind = known->kind;
    result.value = known->value;
  }
  const bool has_key = result.kind == kOther || result.kind == kPeople || result.kind == kTell;
  if (has_key) result.key = key_of_word(known != nullptr && lower == "people" ? "person" : lower);
  return result;
}

bool is_number_word(const SentenceWord& word) { return word.kind == kNumber; }

bool has_number_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = word_size(text, i);
    if (size > 0) {
      const KnownWord* known = find_known(ascii_lower(text.substr(i, size)));
      if (known != nullptr && (known->kind == kNumber || known->kind == kFraction)) return true;
    }
    i += std::max<std::size_t>(size, 1);
  }
  return false;
}

}  // namespace signpost
