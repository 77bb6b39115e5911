// The words around a number by which surroundings.h tells what it is, in small letters. Internal to
// this room.
#pragma once

#include <array>
#include <string_view>

namespace signpost {

inline constexpr auto kNhsNames = std::to_array<std::string_view>(
    {"nhs", "nhs no", "nhs number", "nhs_number", "nhsno", "patient", "patient's", "patients"});
inline constexpr auto kInsuranceNames = std::to_array<std::string_view>(
    {"national insurance", "ni", "nino", "n.i", "insurance number", "insurance no"});
inline constexpr auto kPupilNames = std::to_array<std::string_view>({"upn", "pupil number"});
inline constexpr auto kPostcodeNames = std::to_array<std::string_view>(
    {"postcode", "post code", "postcodes", "postal code", "address", "home address"});
inline constexpr auto kVagueNames = std::to_array<std::string_view>(
    {"reference", "references", "ref", "id", "document", "item", "version", "form", "file",
     "request", "report", "serial", "barcode", "model", "booking", "application", "event", "issue",
     "batch"});
inline constexpr auto kOtherNames = std::to_array<std::string_view>({"charity",
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
inline constexpr auto kLinkWords = std::to_array<std::string_view>(
    {"number", "numbers", "no",   "nos",      "num",  "nr",   "reference", "ref",     "id",
     "is",     "was",     "are",  "has",      "have", "had",  "the",       "of",      "our",
     "its",    "under",   "a",    "as",       "case", "code", "file",      "request", "report",
     "and",    "this",    "with", "decision", "in",   "for",  "england",   "wales"});
inline constexpr auto kExampleNames = std::to_array<std::string_view>(
    {"example", "examples", "for instance", "such as", "looks like", "e.g", "made up", "ofcom",
     "films", "drama", "dramas", "fictional", "fictitious", "pretend", "reserved", "write it like",
     "like this"});
inline constexpr auto kPersonNames = std::to_array<std::string_view>(
    {"mum",         "mum's",    "mother",      "mother's",  "dad",      "dad's",    "father",
     "father's",    "his",      "her",         "child's",   "son",      "son's",    "daughter",
     "daughter's",  "pupil",    "pupil's",     "family",    "family's", "parent's", "carer's",
     "nan",         "gran",     "grandmother", "grandad",   "home",     "her home", "direct line",
     "direct dial", "personal", "private",     "mr",        "mrs",      "miss",     "ms",
     "dr",          "cllr",     "student",     "student's", "patient",  "client",   "client's",
     "my",          "lives",    "live",        "neighbour", "brother",  "sister",   "aunt",
     "uncle",       "foster"});
inline constexpr auto kOfficeNames = std::to_array<std::string_view>(
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
     "mosque",      "fax",          "dial in",        "conference"});
// Who speaks is a service: families say "I".
inline constexpr auto kOurselves = std::to_array<std::string_view>({"we", "us"});
inline constexpr auto kVenueNames = std::to_array<std::string_view>({"department",
                                                                     "ministry",
                                                                     "ombudsman",
                                                                     "commissioner",
                                                                     "agency",
                                                                     "commission",
                                                                     "hmcts",
                                                                     "dwp",
                                                                     "hmrc",
                                                                     "ofsted",
                                                                     "hospice",
                                                                     "maps",
                                                                     "venue",
                                                                     "venues",
                                                                     "hall",
                                                                     "centre",
                                                                     "centre's",
                                                                     "center",
                                                                     "library",
                                                                     "school",
                                                                     "college",
                                                                     "academy",
                                                                     "church",
                                                                     "mosque",
                                                                     "temple",
                                                                     "chapel",
                                                                     "gurdwara",
                                                                     "hospital",
                                                                     "clinic",
                                                                     "surgery",
                                                                     "hub",
                                                                     "office",
                                                                     "offices",
                                                                     "court",
                                                                     "building",
                                                                     "museum",
                                                                     "hotel",
                                                                     "car park",
                                                                     "sat nav",
                                                                     "satnav",
                                                                     "parking",
                                                                     "reception",
                                                                     "po box",
                                                                     "freepost",
                                                                     "write to us",
                                                                     "post it to",
                                                                     "send it to",
                                                                     "find us",
                                                                     "our address",
                                                                     "address is",
                                                                     "council",
                                                                     "tribunal",
                                                                     "university",
                                                                     "nursery",
                                                                     "station",
                                                                     "theatre",
                                                                     "leisure",
                                                                     "sports",
                                                                     "trust",
                                                                     "charity",
                                                                     "society",
                                                                     "association",
                                                                     "place",
                                                                     "where",
                                                                     "bus",
                                                                     "entrance",
                                                                     "workshop",
                                                                     "workshops",
                                                                     "meet",
                                                                     "meeting",
                                                                     "drop in",
                                                                     "room",
                                                                     "floor",
                                                                     "civic",
                                                                     "house",
                                                                     "farm",
                                                                     "cafe",
                                                                     "arena",
                                                                     "stadium",
                                                                     "warehouse",
                                                                     "studio",
                                                                     "institute",
                                                                     "pavilion",
                                                                     "park",
                                                                     "service",
                                                                     "training",
                                                                     "session",
                                                                     "event",
                                                                     "depot",
                                                                     "map",
                                                                     "postcodes that",
                                                                     "meets",
                                                                     "held at",
                                                                     "takes place",
                                                                     "hut"});
inline constexpr auto kHomeNames = std::to_array<std::string_view>(
    {"live",       "lives",       "lived",       "living at",     "reside",
     "resides",    "resident",    "moved",       "home",          "at home",
     "mum",        "mum's",       "mother's",    "father's",      "dad's",
     "her house",  "his house",   "their house", "my house",      "flat",
     "lodging",    "her address", "his address", "their address", "child's address",
     "family's",   "child's",     "pupil's",     "patient's",     "son's",
     "daughter's", "family",      "grandparents"});
// Places that many come to, in words that are also said of homes.
inline constexpr auto kPublicPlaces = std::to_array<std::string_view>(
    {"family hub", "family hubs", "family centre", "children's centre", "family support",
     "we moved", "we have moved", "our office", "our old office", "our new office"});
inline constexpr auto kBirthNames =
    // clang-format off
    std::to_array<std::string_view>({"born", "birth:", "of birth", "dob", "d.o.b", "d.o.b.",
                                     "birthday", "birthdate", "birth date", "b.", "bday", "d o b",
                                     "d/o/b", "b'day", "birth day",
    // as families write it in their own languages (CLDR), without marks on letters
    "ne le", "nee le", "date de naissance", "geboren", "geburtsdatum", "geburtstag", "geb.",
    "data urodzenia", "urodzony", "urodzona", "urodzi", "urodziny", "ur.", "fecha de nacimiento",
    "nacido", "nacida", "nacio", "cumpleanos", "data de nascimento", "nascido", "nascida",
    "nasceu", "data di nascita", "nato il", "nata il", "data nasterii", "nascut", "nascuta",
    "dyddiad geni", "ganwyd", "pen blwydd", "dogum tarihi", "dogumlu", "taariikhda dhalashada",
    "\u062a\u0627\u0631\u06cc\u062e \u067e\u06cc\u062f\u0627\u064a\u0634",  // Urdu
    "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0645\u064a\u0644\u0627\u062f",  // Arabic
    "\u51fa\u751f", "\u751f\u65e5",  // Chinese
    "\u0a1c\u0a28\u0a2e", "\u091c\u0928\u092e", "\u099c\u09a8\u09ae"});  // Punjabi, Hindi, Bengali
// clang-format on
inline constexpr auto kHelplineNames = std::to_array<std::string_view>(
    {"helpline", "help line", "textline", "text line", "text service", "crisis line", "advice line",
     "advice service", "samaritans", "shout", "chathealth", "parentline", "childline", "hotline",
     "emergency line", "bsl", "textphone", "our text number"});
// Between "born" and a date: it is another day, or that of all who are born in some time.
inline constexpr auto kOtherDays = std::to_array<std::string_view>(
    {"or after", "or before", "between", "before",      "after",   "from", "since", "until",
     "out of",   "party",     "e.g",     "for example", "such as", "like", "falls", "week",
     "by",       "lunch",     "picnic",  "event",       "if",      "open"});
// Before "born" or "birthday": of many, or of a thing.
inline constexpr auto kManyOrThings =
    std::to_array<std::string_view>({"happy",        "children",
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
                                     "project",      "enter",
                                     "your date",    "your birthday"});
// Before the day on which one person turns an age.
inline constexpr auto kOnePerson = std::to_array<std::string_view>(
    {"he", "she", "his", "her", "my", "our", "who", "son", "daughter", "i"});
inline constexpr auto kAgeVerbs =
    std::to_array<std::string_view>({"turned", "turns", "turn", "be", "was", "is", "becomes",
                                     "became", "aged", "reached", "reaches", "turning"});
// Before a name and a date: the day is that of a decision or a letter.
inline constexpr auto kDecisions = std::to_array<std::string_view>(
    {"by", "approved", "signed", "reviewed", "updated", "author", "written", "checked", "agreed",
     "decided", "letter", "from", "meeting", "minutes"});
inline constexpr auto kChildWords = std::to_array<std::string_view>(
    {"pupil", "child", "boy", "girl", "son", "daughter", "student", "twin", "baby"});
inline constexpr auto kAsking =
    std::to_array<std::string_view>({"for", "ask", "asks", "asked", "form"});

}  // namespace signpost
