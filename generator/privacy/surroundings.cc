#include "privacy/surroundings.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "privacy/name_words.h"

namespace signpost {
namespace {

constexpr std::size_t kReach = 120;        // bytes on each side
constexpr std::size_t kReachAfter = 24;    // … within which a number is named after it
constexpr std::size_t kBirthReach = 48;    // … before a date in which "born" makes it a birthday
constexpr std::size_t kSubjectReach = 32;  // … before "born" which say of whom it is
constexpr std::size_t kBirthAfter = 16;    // … after a date: "12 March 2015 (date of birth)"

using Names = std::span<const std::string_view>;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_whole_word(std::string_view text, std::size_t at, std::size_t size) {
  const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
  return begins && (at + size >= text.size() || !is_letter_or_digit(text[at + size]));
}

// The end of the last of the words in `text`, or 0.
std::size_t last_end(std::string_view text, Names words) {
  std::size_t last = 0;
  for (const std::string_view word : words) {
    for (std::size_t at = text.rfind(word); at != text.npos; at = text.rfind(word, at - 1)) {
      if (is_whole_word(text, at, word.size())) last = std::max(last, at + word.size());
      if (at == 0 || last >= at + word.size()) break;
    }
  }
  return last;
}

bool has_word(std::string_view text, Names words) { return last_end(text, words) > 0; }

bool has_word(const Surroundings& around, Names words) {
  return has_word(around.before, words) || has_word(around.after, words);
}

// Whether a sentence ends before `i`: a mark, a space, a capital; not after "No." and the like.
bool begins_sentence(std::string_view text, std::size_t i) {
  if (i < 2 || i >= text.size() || text[i - 1] != ' ') return false;
  const char mark = text[i - 2];
  const bool is_capital = text[i] >= 'A' && text[i] <= 'Z';
  return is_capital && (mark == '.' || mark == '!' || mark == '?');
}

constexpr auto kNhsNames = std::to_array<std::string_view>(
    {"nhs", "nhs no", "nhs number", "nhs_number", "nhsno", "patient", "patient's", "patients"});
constexpr auto kInsuranceNames = std::to_array<std::string_view>(
    {"national insurance", "ni", "nino", "n.i", "insurance number", "insurance no"});
constexpr auto kPupilNames = std::to_array<std::string_view>({"upn", "pupil number"});
constexpr auto kPostcodeNames = std::to_array<std::string_view>(
    {"postcode", "post code", "postcodes", "postal code", "address", "home address"});
constexpr auto kVagueNames = std::to_array<std::string_view>(
    {"reference", "references", "ref", "id", "document", "item", "version", "form", "file",
     "request", "report", "serial", "barcode", "model", "booking", "application", "event", "issue",
     "batch"});
constexpr auto kOtherNames = std::to_array<std::string_view>({"charity",
                                                              "charity's",
                                                              "charities",
                                                              "company",
                                                              "company's",
                                                              "companies house",
                                                              "registered",
                                                              "registration",
                                                              "urn",
                                                              "urns",
                                                              "isbn",
                                                              "isbns",
                                                              "isbn 10",
                                                              "isbn 13",
                                                              "issn",
                                                              "doi",
                                                              "ofsted",
                                                              "ofsted's",
                                                              "invoice",
                                                              "invoices",
                                                              "order",
                                                              "orders",
                                                              "purchase order",
                                                              "grant",
                                                              "vat",
                                                              "meeting id",
                                                              "webinar id",
                                                              "passcode",
                                                              "ombudsman",
                                                              "ombudsman's",
                                                              "ukprn",
                                                              "uprn",
                                                              "laestab",
                                                              "dfe number",
                                                              "licence",
                                                              "license",
                                                              "permit",
                                                              "tender",
                                                              "contract",
                                                              "petition",
                                                              "foi",
                                                              "foi request",
                                                              "ticket",
                                                              "article",
                                                              "cost code",
                                                              "zoom",
                                                              "teams",
                                                              "catalogue",
                                                              "bus stop",
                                                              "oclc",
                                                              "pmid",
                                                              "pubmed",
                                                              "orcid",
                                                              "sort code",
                                                              "account",
                                                              "paye",
                                                              "utr",
                                                              "citation",
                                                              "ewca",
                                                              "ewhc",
                                                              "uksc",
                                                              "ukut",
                                                              "information request",
                                                              "policy number",
                                                              "isni",
                                                              "ico",
                                                              "ico's",
                                                              "receipt",
                                                              "parcel",
                                                              "tracking",
                                                              "serial number",
                                                              "part number",
                                                              "product code",
                                                              "credit note",
                                                              "remittance",
                                                              "supplier",
                                                              "asset",
                                                              "duns",
                                                              "eori",
                                                              "gtin",
                                                              "ean",
                                                              "isrc"});
// May stand between the name and the number.
constexpr auto kLinkWords = std::to_array<std::string_view>(
    {"number", "numbers", "no",   "nos",      "num",  "nr",   "reference", "ref",     "id",
     "is",     "was",     "are",  "has",      "have", "had",  "the",       "of",      "our",
     "its",    "under",   "a",    "as",       "case", "code", "file",      "request", "report",
     "and",    "this",    "with", "decision", "in",   "for",  "england",   "wales"});
constexpr auto kExampleNames = std::to_array<std::string_view>(
    {"example", "examples", "for instance", "such as", "looks like", "e.g", "made up", "ofcom",
     "films", "drama", "dramas", "fictional", "fictitious", "pretend", "reserved", "write it like",
     "like this"});
constexpr auto kPersonNames = std::to_array<std::string_view>(
    {"mum",         "mum's",    "mother",      "mother's",  "dad",      "dad's",    "father",
     "father's",    "his",      "her",         "child's",   "son",      "son's",    "daughter",
     "daughter's",  "pupil",    "pupil's",     "family",    "family's", "parent's", "carer's",
     "nan",         "gran",     "grandmother", "grandad",   "home",     "her home", "direct line",
     "direct dial", "personal", "private",     "mr",        "mrs",      "miss",     "ms",
     "dr",          "cllr",     "student",     "student's", "patient",  "client",   "client's",
     "my",          "lives",    "live",        "neighbour", "brother",  "sister",   "aunt",
     "uncle",       "foster"});
constexpr auto kOfficeNames = std::to_array<std::string_view>(
    {"uk",          "england",      "hospice",        "shop",        "tribunal",
     "tribunal's",  "council",      "council's",      "court",       "helpline",
     "help line",   "advice line",  "line",           "charity",     "charity's",
     "society",     "society's",    "association",    "trust",       "trust's",
     "hospital",    "hospital's",   "clinic",         "clinic's",    "school",
     "school's",    "college",      "college's",      "university",  "library",
     "library's",   "police",       "ombudsman",      "ombudsman's", "department",
     "reception",   "switchboard",  "centre",         "centre's",    "forum",
     "forum's",     "office",       "offices",        "commission",  "commissioner",
     "authority",   "authority's",  "service",        "service's",   "services",
     "team",        "team's",       "nursery",        "surgery",     "hub",
     "textphone",   "agency",       "hmcts",          "bureau",      "union",
     "federation",  "foundation",   "healthwatch",    "museum",      "desk",
     "enquiries",   "minicom",      "taxi",           "taxis",       "transport",
     "venue",       "hall",         "leisure centre", "nhs trust",   "icb",
     "social care", "out of hours", "emergency",      "academy",     "church",
     "mosque"});
constexpr auto kVenueNames = std::to_array<std::string_view>(
    {"department",    "ministry",    "ombudsman",   "commissioner", "agency",     "commission",
     "hmcts",         "dwp",         "hmrc",        "ofsted",       "hospice",    "maps",
     "venue",         "venues",      "hall",        "centre",       "centre's",   "center",
     "library",       "school",      "college",     "academy",      "church",     "mosque",
     "temple",        "chapel",      "gurdwara",    "hospital",     "clinic",     "surgery",
     "hub",           "office",      "offices",     "court",        "building",   "museum",
     "hotel",         "car park",    "sat nav",     "satnav",       "parking",    "reception",
     "po box",        "freepost",    "write to us", "post it to",   "send it to", "find us",
     "our address",   "address is",  "council",     "tribunal",     "university", "nursery",
     "station",       "theatre",     "leisure",     "sports",       "trust",      "charity",
     "society",       "association", "place",       "where",        "bus",        "entrance",
     "workshop",      "workshops",   "meet",        "meeting",      "drop in",    "room",
     "floor",         "civic",       "house",       "farm",         "cafe",       "arena",
     "stadium",       "warehouse",   "studio",      "institute",    "pavilion",   "park",
     "service",       "training",    "session",     "event",        "depot",      "map",
     "postcodes that"});
constexpr auto kHomeNames = std::to_array<std::string_view>(
    {"live",       "lives",       "lived",       "living at",     "reside",
     "resides",    "resident",    "moved",       "home",          "at home",
     "mum",        "mum's",       "mother's",    "father's",      "dad's",
     "her house",  "his house",   "their house", "my house",      "flat",
     "lodging",    "her address", "his address", "their address", "child's address",
     "family's",   "child's",     "pupil's",     "patient's",     "son's",
     "daughter's", "family",      "grandparents"});
constexpr auto kBirthNames =
    std::to_array<std::string_view>({"born", "birth:", "of birth", "dob", "d.o.b", "d.o.b.",
                                     "birthday", "birthdate", "birth date", "b.", "bday"});
constexpr auto kHelplineNames = std::to_array<std::string_view>(
    {"helpline", "help line", "textline", "text line", "text service", "crisis line", "advice line",
     "advice service", "samaritans", "shout", "chathealth", "parentline", "childline", "hotline",
     "emergency line", "bsl", "textphone", "our text number"});
// Between "born" and a date: it is another day, or that of all who are born in some time.
constexpr auto kOtherDays = std::to_array<std::string_view>(
    {"or after", "or before", "between", "before",      "after",   "from", "since", "until",
     "out of",   "party",     "e.g",     "for example", "such as", "like", "falls", "week",
     "by",       "lunch",     "picnic",  "event",       "if",      "open"});
// Before "born" or "birthday": of many, or of a thing.
constexpr auto kManyOrThings = std::to_array<std::string_view>({"happy",        "children",
                                                                "those",        "pupils",
                                                                "babies",       "anyone",
                                                                "anybody",      "everyone",
                                                                "everybody",    "if your child",
                                                                "if your baby", "a child",
                                                                "any child",    "all",
                                                                "people",       "students",
                                                                "if you were",  "if they were",
                                                                "if he or she", "its",
                                                                "whose",        "a baby",
                                                                "every child",  "who are",
                                                                "each child",   "twins or triplets",
                                                                "service",      "charity",
                                                                "forum",        "group",
                                                                "project"});
constexpr auto kAsking = std::to_array<std::string_view>({"for", "ask", "asks", "asked", "form"});

// Whether all words of the text may stand between a number and its name.
bool are_link_words(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_letter_or_digit(text[i])) continue;
    const std::string_view word = text.substr(begin, i - begin);
    if (!word.empty() && std::ranges::find(kLinkWords, word) == std::end(kLinkWords)) return false;
    begin = i + 1;
  }
  return true;
}

// Whether one of the names stands next to the number, before or after it.
bool is_called(const Surroundings& around, Names names) {
  const std::size_t end = last_end(around.before, names);
  if (end > 0 && are_link_words(std::string_view(around.before).substr(end))) return true;
  for (std::size_t size = 1; size <= std::min(around.after.size(), 2 * kReachAfter); ++size) {
    const std::string_view after = std::string_view(around.after).substr(0, size);
    const bool is_word_end = size == around.after.size() || !is_letter_or_digit(around.after[size]);
    if (!is_word_end || !is_letter_or_digit(after.back())) continue;
    for (const std::string_view name : names) {
      if (after.ends_with(name) && are_link_words(after.substr(0, size - name.size()))) return true;
    }
  }
  return false;
}

// Whether a given name stands in the text, with another name behind it: "jane smith", not "queen
// elizabeth hospital" or "the thomas rotherham college".
bool names_someone(std::string_view text) {
  int names = 0;  // given name and what follows it, as far as now
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_letter_or_digit(text[i]) || text[i] == '\'')) continue;
    const std::string_view word = text.substr(begin, i - begin);
    begin = i + 1;
    if (!word.empty()) {
      const bool is_plain = is_role_word(word) || is_link_word(word) || word[0] <= '9';
      if (is_office_word(word)) {
        names = 0;
      } else if (names >= 2 && is_plain) {
        return true;
      } else if (names > 0 && !is_plain) {
        ++names;
      } else {
        names = is_given_name(word) ? 1 : 0;
      }
    }
    const bool goes_on = i < text.size() && text[i] == ' ';
    if (!goes_on && names >= 2) return true;
    if (!goes_on) names = 0;
  }
  return false;
}

}  // namespace

Surroundings surroundings_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = begin > kReach ? begin - kReach : 0;
  for (std::size_t i = begin; i > from; --i) {
    if (begins_sentence(text, i)) {
      from = i;
      break;
    }
  }
  std::size_t to = std::min(text.size(), end + kReach);
  for (std::size_t i = end; i < to; ++i) {
    if (begins_sentence(text, i)) {
      to = i;
      break;
    }
  }
  Surroundings around{ascii_lower(text.substr(from, begin - from)),
                      ascii_lower(text.substr(end, to - end))};
  std::ranges::replace(around.before, '-', ' ');
  std::ranges::replace(around.after, '-', ' ');
  return around;
}

bool has_name(const Surroundings& around, NumberName name) {
  static constexpr std::array<Names, 4> kNames = {kNhsNames, kInsuranceNames, kPupilNames,
                                                  kPostcodeNames};
  const Names names = kNames[static_cast<std::size_t>(name)];
  return has_word(around.before, names) ||
         has_word(std::string_view(around.after).substr(0, kReachAfter), names);
}

bool is_other_number(const Surroundings& around) { return is_called(around, kOtherNames); }

bool is_mere_reference(const Surroundings& around) {
  return is_called(around, kVagueNames) && !has_word(around, kPersonNames) &&
         !has_word(around, kNhsNames);
}

bool is_example(const Surroundings& around) { return has_word(around, kExampleNames); }

bool is_of_office(const Surroundings& around) {
  return has_word(around, kOfficeNames) && !has_word(around, kPersonNames) &&
         !names_someone(around.before) && !names_someone(around.after);
}

bool is_of_helpline(const Surroundings& around) {
  return has_word(around, kHelplineNames) && !has_word(around, kPersonNames);
}

bool is_of_venue(const Surroundings& around) {
  return has_word(around, kVenueNames) && !has_word(around, kHomeNames) &&
         !names_someone(around.before);
}

bool is_birthday(const Surroundings& around) {
  const std::string_view before = around.before;
  const std::size_t from = before.size() > kBirthReach ? before.size() - kBirthReach : 0;
  if (const std::size_t end = last_end(before.substr(from), kBirthNames); end > 0) {
    const std::string_view subject = before.substr(0, from + end);
    const std::size_t first = subject.size() > kSubjectReach ? subject.size() - kSubjectReach : 0;
    return !has_word(before.substr(from + end), kOtherDays) &&
           !has_word(subject.substr(first), kManyOrThings);
  }
  const std::string_view after = std::string_view(around.after).substr(0, 2 * kBirthAfter);
  const std::size_t end = last_end(after, kBirthNames);
  return end > 0 && end <= kBirthAfter + 8 && !has_word(after.substr(0, end), kAsking) &&
         !has_word(around.before, kManyOrThings);
}

}  // namespace signpost
