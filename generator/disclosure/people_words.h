// English words that people are counted by: whether a head, a caption or a unit says that figures
// are numbers of people, whatever else is said of the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// kPerson: "children", and what is one a person, "cases". kEvent: what may be one a person,
// "complaints". kWorker: people who are there for others, "staff".
enum class PeopleWord : std::uint8_t { kNone, kPerson, kEvent, kWorker };

// Returns what the word, in small letters, says of people.
PeopleWord people_word(std::string_view word);

// Returns the text's words in small letters, without marks and figures.
std::vector<std::string> words_in_small_letters(std::string_view text);

// Whether a word for people, but workers, stands in the text.
bool names_people(std::string_view text);
// Whether the text says that figures are something else, although people may be named beside them:
// "hours", "%", "£".
bool names_measure(std::string_view text);
// Whether the head of a column, in small letters, says that it counts, but not what: "number",
// "2024-25".
bool is_bare_head(std::string_view head);

struct CountedPeople {
  PeopleWord kind = PeopleWord::kNone;
  std::string word;  // in small letters
};

// Returns whom figures under this head count: "Children helped by phone" are children, "Calls from
// parents" and "Parent workshops" are nobody.
std::optional<CountedPeople> counted_people(std::string_view head);

}  // namespace signpost
