#include "disclosure/people_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "base/text.h"
#include "base/word_runs.h"

namespace signpost {
namespace {

using Words = std::span<const std::string_view>;

bool holds(Words words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Ends of a head: what follows them says more of what is counted.
bool is_connector(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"about", "after", "as",     "at",      "before", "between", "by",    "during",  "for",
       "from",  "in",    "of",     "on",      "per",    "since",   "that",  "through", "to",
       "under", "using", "via",    "we",      "when",   "where",   "which", "who",     "whom",
       "whose", "with",  "within", "without", "not",    "is",      "are",   "were",    "was"});
  return holds(kWords, word);
}

// Words before what is counted.
bool is_filler(std::string_view word) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"a", "all", "count", "counts", "how", "many", "no", "number",
                                       "numbers", "of", "our", "sum", "the", "total", "totals"});
  return holds(kWords, word);
}

// What may stand behind the people who are counted: "families helped", "pupils waiting".
bool describes_people(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"altogether", "and", "known", "left", "met", "new", "only", "open", "or", "seen", "so",
       "today", "told", "here", "now", "far", "still"});
  return people_word(word) != PeopleWord::kNone || word.ends_with("ed") || word.ends_with("ing") ||
         holds(kWords, word);
}

}  // namespace

PeopleWord people_word(std::string_view word) {
  static constexpr auto kPersons = std::to_array<std::string_view>(
      {"adults",   "attendees", "babies",    "boys",     "brothers",     "callers",     "carers",
       "cases",    "casework",  "child",     "children", "clients",      "clients'",    "enquirers",
       "families", "family",    "fathers",   "girls",    "grandparents", "households",  "learners",
       "men",      "mothers",   "parent",    "parents",  "participants", "patients",    "people",
       "person",   "persons",   "pupil",     "pupils",   "referrals",    "respondents", "siblings",
       "sisters",  "students",  "teenagers", "users",    "women",        "youngsters"});
  static constexpr auto kEvents = std::to_array<std::string_view>(
      {"appeal",     "appeals",     "assessments", "attendance", "attended",  "claims",
       "complaints", "ehcps",       "enquiries",   "exclusions", "hearings",  "helped",
       "mediations", "plans",       "replies",     "requests",   "responses", "reviews",
       "supported",  "suspensions", "tribunals"});
  static constexpr auto kWorkers = std::to_array<std::string_view>(
      {"advisers", "governor", "governors", "members", "professionals", "staff", "teachers",
       "trustees", "volunteer", "volunteers", "workers"});
  if (holds(kPersons, word)) return PeopleWord::kPerson;
  if (holds(kEvents, word)) return PeopleWord::kEvent;
  return holds(kWorkers, word) ? PeopleWord::kWorker : PeopleWord::kNone;
}

std::vector<std::string> words_in_small_letters(std::string_view text) {
  return word_runs(ascii_lower(text), [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

bool names_people(std::string_view text) {
  return std::ranges::any_of(words_in_small_letters(text), [](std::string_view word) {
    const PeopleWord kind = people_word(word);
    return kind == PeopleWord::kPerson || kind == PeopleWord::kEvent || word == "volunteers";
  });
}

bool names_measure(std::string_view text) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"age",     "aged",       "ages",      "budget",   "bus",       "capacity", "cost",
       "costs",   "date",       "day",       "days",     "deadline",  "distance", "fee",
       "fees",    "fits",       "floor",     "from",     "hold",      "holds",    "hour",
       "hours",   "items",      "length",    "limit",    "max",       "maximum",  "mile",
       "miles",   "minimum",    "minutes",   "mins",     "money",     "month",    "months",
       "most",    "order",      "page",      "pages",    "paragraph", "pay",      "per",
       "percent", "percentage", "phone",     "places",   "price",     "ratio",    "room",
       "rooms",   "route",      "score",     "seats",    "section",   "sections", "sessions",
       "share",   "size",       "stage",     "step",     "steps",     "tel",      "telephone",
       "term",    "terms",      "time",      "times",    "to",        "wait",     "week",
       "weeks",   "when",       "width",     "year",     "years",     "zone",     "rate",
       "staff",   "needed",     "questions", "question", "mark",      "marks",    "points",
       "level",   "version",    "part",      "chapter",  "spaces",    "stop"});
  return text.find_first_of("%\xC2") != text.npos ||  // "£" begins with C2
         std::ranges::any_of(words_in_small_letters(text),
                             [](std::string_view word) { return holds(kWords, word); });
}

bool is_bare_head(std::string_view head) {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"", "number", "numbers", "count", "total", "how many", "no.", "no", "n", "#", "all",
       "figure", "figures", "in total", "this year", "last year", "so far"});
  if (holds(kHeads, head)) return true;
  // A year, a quarter or a month: "2024-25", "Q1", "April 2026".
  const auto digits = static_cast<std::size_t>(
      std::ranges::count_if(head, [](char c) { return c >= '0' && c <= '9'; }));
  return digits > 0 && (digits >= 4 || head.starts_with('q'));
}

std::optional<CountedPeople> counted_people(std::string_view head) {
  if (head.find_first_of("%\xC2") != head.npos) return std::nullopt;
  CountedPeople found;
  bool has_begun = false;
  for (std::string& word : words_in_small_letters(head)) {
    if (!has_begun && is_filler(word)) continue;
    has_begun = true;
    if (is_connector(word)) break;
    const PeopleWord kind = people_word(word);
    if (kind != PeopleWord::kNone) {
      found = {kind, std::move(word)};
    } else if (found.kind != PeopleWord::kNone && !describes_people(word)) {
      return std::nullopt;  // "parent workshops"
    }
  }
  if (found.kind == PeopleWord::kNone) return std::nullopt;
  return found;
}

}  // namespace signpost
