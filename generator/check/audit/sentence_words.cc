#include "check/audit/sentence_words.h"

#include <algorithm>
#include <array>
#include <iterator>
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
    {"a", kA}, {"about", kStop}, {"account", kOther}, {"adult", kPeople}, {"adviser", kThing},
    {"age", kLabel}, {"aged", kLabel}, {"all", kAll}, {"altogether", kTotal}, {"am", kMeasure},
    {"an", kA}, {"and", kAnd}, {"another", kRest}, {"answer", kTell}, {"answered", kTell},
    {"apart", kRest}, {"appeal", kPeople}, {"applicant", kPeople}, {"application", kPeople},
    {"april", kMeasure}, {"are", kStop}, {"article", kLabel}, {"as", kAs}, {"at", kStop},
    {"attendee", kPeople}, {"august", kMeasure}, {"average", kMean}, {"baby", kPeople},
    {"bar", kBut, 1}, {"be", kStop}, {"been", kStop}, {"besides", kBut, 1}, {"blank", kUnknown},
    {"book", kThing}, {"boy", kPeople}, {"brother", kPeople}, {"but", kBut}, {"by", kStop},
    {"caller", kPeople}, {"carer", kPeople}, {"case", kPeople}, {"caseload", kTotal, 1},
    {"cent", kPercent}, {"chapter", kLabel}, {"child", kPeople}, {"clause", kLabel},
    {"client", kPeople}, {"combined", kTotal}, {"complaint", kPeople}, {"couldn't", kNo},
    {"couple", kPair, 2}, {"day", kMeasure}, {"december", kMeasure}, {"decrease", kChange},
    {"decreased", kChange}, {"did", kStop}, {"didn't", kNo}, {"difference", kChange},
    {"disclosed", kTell}, {"do", kStop}, {"double", kTimes, 2}, {"doubled", kTimesVerb, 2},
    {"down", kChange}, {"dozen", kMultiplier, 12}, {"dozens", kOther}, {"drawing", kPicture},
    {"drop", kChange}, {"dropped", kChange}, {"each", kMean}, {"eight", kNumber, 8},
    {"eighteen", kNumber, 18}, {"eighteenth", kOrdinal, 18}, {"eighth", kFraction, 12.5},
    {"eightieth", kOrdinal, 80}, {"eighty", kNumber, 80}, {"eleven", kNumber, 11},
    {"eleventh", kOrdinal, 11}, {"else", kRest}, {"empty", kRest}, {"enquirer", kPeople},
    {"enquiry", kPeople}, {"entered", kTell}, {"entry", kRecord}, {"every", kPer},
    {"everybody", kAll}, {"everyone", kAll}, {"everything", kAll}, {"except", kBut, 1},
    {"excluding", kBut, 1}, {"exclusion", kPeople}, {"extra", kChange}, {"family", kPeople},
    {"father", kPeople}, {"february", kMeasure}, {"fell", kChange}, {"fewer", kChange},
    {"fifteen", kNumber, 15}, {"fifteenth", kOrdinal, 15}, {"fifth", kFraction, 20},
    {"fiftieth", kOrdinal, 50}, {"fifty", kNumber, 50}, {"figure", kLabel}, {"file", kRecord},
    {"filled", kTell}, {"film", kPicture}, {"five", kNumber, 5}, {"fivefold", kTimesVerb, 5},
    {"for", kPer}, {"form", kRecord}, {"fortieth", kOrdinal, 40}, {"forty", kNumber, 40},
    {"four", kNumber, 4}, {"fourfold", kTimesVerb, 4}, {"fourteen", kNumber, 14},
    {"fourteenth", kOrdinal, 14}, {"from", kStop}, {"gained", kChange}, {"girl", kPeople},
    {"give", kTell}, {"given", kTell}, {"grandparent", kPeople}, {"grew", kChange},
    {"group", kThing}, {"growth", kChange}, {"had", kStop}, {"half", kFraction, 50},
    {"halve", kFraction, 50}, {"halved", kTimesVerb, 0.5}, {"has", kStop}, {"have", kStop},
    {"hearing", kPeople}, {"higher", kChange}, {"hour", kMeasure, 1}, {"household", kPeople},
    {"hundred", kMultiplier, 100}, {"hundreds", kOther}, {"hundredth", kOrdinal, 100},
    {"image", kPicture}, {"in", kIn, 1}, {"increase", kChange},
    {"increased", kChange}, {"is", kStop}, {"it", kStop}, {"its", kStop}, {"january", kMeasure},
    {"july", kMeasure}, {"june", kMeasure}, {"km", kMeasure, 1}, {"knew", kTell}, {"know", kTell},
    {"known", kTell}, {"last", kStop}, {"leaflet", kThing}, {"learner", kPeople}, {"less", kChange},
    {"level", kLabel}, {"lost", kChange}, {"lower", kChange}, {"man", kPeople}, {"manager", kThing},
    {"march", kMeasure}, {"may", kStop}, {"mean", kMean}, {"meeting", kThing},
    {"mile", kMeasure, 1}, {"million", kMultiplier, 1000000}, {"millions", kOther},
    {"minute", kMeasure, 1}, {"missing", kUnknown}, {"model", kPicture}, {"month", kMeasure, -12},
    {"monthly", kMean, -12}, {"more", kChange}, {"mother", kPeople}, {"next", kStop},
    {"nine", kNumber, 9}, {"nineteen", kNumber, 19}, {"nineteenth", kOrdinal, 19},
    {"ninetieth", kOrdinal, 90}, {"ninety", kNumber, 90}, {"ninth", kFraction, 100.0 / 9},
    {"no", kNo}, {"not", kNo}, {"november", kMeasure}, {"number", kNumberNoun},
    {"october", kMeasure}, {"of", kIn}, {"officer", kThing}, {"on", kStop}, {"one", kNumber, 1},
    {"or", kStop}, {"other", kRest}, {"our", kStop}, {"out", kIn}, {"overall", kTotal},
    {"page", kLabel}, {"pair", kPair, 2}, {"parent", kPeople}, {"part", kLabel},
    {"participant", kPeople}, {"patient", kPeople}, {"pence", kMeasure, 1}, {"people", kPeople},
    {"per", kPer}, {"percent", kPercent}, {"person", kPeople}, {"photo", kPicture},
    {"photograph", kPicture}, {"picture", kPicture}, {"place", kThing}, {"pm", kMeasure},
    {"pound", kMeasure, 1}, {"pupil", kPeople}, {"quadruple", kTimes, 4},
    {"quadrupled", kTimesVerb, 4}, {"quarter", kFraction, 25}, {"questionnaire", kRecord},
    {"record", kRecord}, {"recorded", kTell}, {"reduction", kChange}, {"referral", kPeople},
    {"regulation", kLabel}, {"remainder", kRest}, {"remaining", kRest}, {"reply", kPeople},
    {"request", kPeople}, {"respondent", kPeople}, {"response", kPeople}, {"rest", kRest},
    {"rise", kChange}, {"room", kThing}, {"rose", kChange}, {"said", kTell}, 
    {"say", kTell}, {"second", kMeasure}, {"section", kLabel}, {"september", kMeasure},
    {"session", kThing}, {"seven", kNumber, 7}, {"seventeen", kNumber, 17},
    {"seventeenth", kOrdinal, 17}, {"seventh", kFraction, 100.0 / 7}, {"seventieth", kOrdinal, 70},
    {"seventy", kNumber, 70}, {"shared", kTell}, {"sheet", kRecord}, {"sibling", kPeople},
    {"single", kNumber, 1}, {"sister", kPeople}, {"six", kNumber, 6}, {"sixteen", kNumber, 16},
    {"sixteenth", kOrdinal, 16}, {"sixth", kFraction, 100.0 / 6}, {"sixtieth", kOrdinal, 60},
    {"sixty", kNumber, 60}, {"so", kStop}, {"spare", kRest}, {"state", kTell}, {"stated", kTell},
    {"step", kLabel}, {"student", kPeople}, {"table", kLabel}, {"team", kThing},
    {"teenager", kPeople}, {"tell", kTell}, {"ten", kNumber, 10}, {"tenfold", kTimesVerb, 10},
    {"tenth", kFraction, 10}, {"than", kStop}, {"that", kThat}, {"the", kThe}, {"their", kStop},
    {"them", kStop}, {"then", kStop}, {"there", kStop}, {"these", kStop}, {"they", kStop},
    {"third", kFraction, 100.0 / 3}, {"thirteen", kNumber, 13}, {"thirteenth", kOrdinal, 13},
    {"thirtieth", kOrdinal, 30}, {"thirty", kNumber, 30}, {"this", kStop}, {"those", kThat},
    {"thousand", kMultiplier, 1000}, {"thousands", kOther}, {"three", kNumber, 3},
    {"threefold", kTimesVerb, 3}, {"thrice", kTimes, 3}, {"time", kMeasure}, {"times", kTimesNoun},
    {"to", kStop}, {"together", kTotal}, {"told", kTell}, {"total", kTotal}, {"treble", kTimes, 3},
    {"trebled", kTimesVerb, 3}, {"triple", kTimes, 3}, {"tripled", kTimesVerb, 3},
    {"twelfth", kOrdinal, 12}, {"twelve", kNumber, 12}, {"twentieth", kOrdinal, 20},
    {"twenty", kNumber, 20}, {"twice", kTimes, 2}, {"two", kNumber, 2}, {"twofold", kTimesVerb, 2},
    {"typical", kMean}, {"unanswered", kUnknown}, {"under", kStop},
    {"undisclosed", kUnknown}, {"unfilled", kRest}, {"unknown", kUnknown}, {"unrecorded", kUnknown},
    {"unspecified", kUnknown}, {"unstated", kUnknown}, {"unused", kRest}, {"up", kChange},
    {"us", kStop}, {"vacant", kRest}, {"video", kPicture}, {"visitor", kPeople}, {"was", kStop},
    {"we", kStop}, {"week", kMeasure, -52}, {"weekly", kMean, -52}, {"were", kStop},
    {"what", kThat}, {"which", kStop}, {"who", kStop}, {"whom", kStop}, {"whose", kStop},
    {"wish", kTell}, {"with", kStop}, {"without", kNo}, {"woman", kPeople}, {"worker", kThing},
    {"workshop", kThing}, {"written", kTell}, {"year", kMeasure}, {"youngster", kPeople},
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
  const bool has_key = result.kind == kOther || result.kind == kPeople || result.kind == kTell ||
                       result.kind == kRest || result.kind == kRecord || result.kind == kThing ||
                       result.kind == kPicture || (result.kind == kTotal && result.value > 0);
  if (has_key) result.key = key_of_word(known != nullptr && lower == "people" ? "person" : lower);
  return result;
}

bool has_number_word(std::string_view text) {
  constexpr auto kKinds = std::to_array<WordKind>(
      {kNumber, kMultiplier, kPair, kOrdinal, kFraction, kTimes, kTimesVerb});
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = word_size(text, i);
    if (size > 0) {
      const std::string_view word = text.substr(i, size);
      const bool is_roman = size > 1 && word.find_first_not_of("MDCLXVI") == word.npos;
      const KnownWord* known = find_known(ascii_lower(word));
      const bool is_known =
          known != nullptr && std::ranges::find(kKinds, known->kind) != kKinds.end();
      if (is_roman || is_known) return true;
    }
    i += std::max<std::size_t>(size, 1);
  }
  return false;
}

}  // namespace signpost
