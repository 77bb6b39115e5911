// What the audit knows of words: which are numbers, which stand for people, which say that
// something changed. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace signpost {

// A word without its ending, as a number; 0 is no word. Equal for "Families" and "family".
using WordKey = std::uint32_t;

// kPeople: "families", "cases". kMeasure: "hours", "days". kLabel: what a number of it only names:
// "page", "table". kTell: "known", "say", which with kNo are those of whom nothing is known. kRest:
// "other", "remaining", "empty". kBut: "except". kRecord: "forms". kTotal: "altogether". kThing:
// what people before it only describe: "case workers". kPicture: "photo". Of numbers: kMultiplier
// "dozen", kPair "couple", kOrdinal "seventeenth", kFraction "third", kTimes "twice", kTimesVerb
// "doubled", kTimesNoun "times".
enum class WordKind : std::uint8_t {
  kOther,
  kStop,
  kA,
  kAll,
  kAnd,
  kAs,
  kBut,
  kChange,
  kFraction,
  kIn,
  kLabel,
  kMean,
  kMeasure,
  kMultiplier,
  kNo,
  kNumber,
  kNumberNoun,
  kOrdinal,
  kPair,
  kPeople,
  kPer,
  kPercent,
  kPicture,
  kRecord,
  kRest,
  kTell,
  kThat,
  kThe,
  kThing,
  kTimes,
  kTimesNoun,
  kTimesVerb,
  kTotal,
  kUnknown
};

// The key of all that says that something is not known.
inline constexpr WordKey kUnknownKey = 1;

// `value`: of a word for a number, 2 of "two", "couple" and "twice"; of a fraction, 25 of "quarter"
// (in per cent); of a measure, 1 if it is never a time in which people are counted, such as "hour",
// and -12 or -52 of a month and a week, of which a year has so many, as of "monthly"; 1 of "in";
// of kBut, 1 where it says by itself that something is left out, such as "except".
struct SentenceWord {
  WordKind kind = WordKind::kOther;
  WordKey key = 0;
  double value = 0;
};

// Returns the bytes of the word at `i`, or 0: letters of any script and apostrophes inside.
std::size_t word_size(std::string_view text, std::size_t i);

// Returns what is known of the word. Words that every sentence has get no key.
SentenceWord sentence_word(std::string_view word);

// Whether a word for a number or a part stands in the text, or a Roman number.
bool has_number_word(std::string_view text);

}  // namespace signpost
