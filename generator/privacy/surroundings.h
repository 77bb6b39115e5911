// What the words around a number say that it is: a charity's number, a venue's postcode, an
// example. Between the finders of numbers and personal_data.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

// The words of the same sentence, in small letters with spaces for hyphens, at most 120 bytes on
// each side.
struct Surroundings {
  std::string before, after;
};

// Returns what stands around the text from `begin` to `end`, in its plain spelling.
Surroundings surroundings_of(std::string_view text, std::size_t begin, std::size_t end);

enum class NumberName { kNhs, kInsurance, kPupil, kPostcode };
// Whether the sentence has a name of such numbers before the number, or just after it.
bool has_name(const Surroundings& around, NumberName name);
// Whether the words next to the number say that it is that of a charity, a book, an invoice …
bool is_other_number(const Surroundings& around);
// … or a reference or an id, in a sentence that is not about one person.
bool is_mere_reference(const Surroundings& around);

// Whether the sentence says that it gives an example.
bool is_example(const Surroundings& around);
// Whether the sentence is about an office that answers the phone, and about nobody's own number.
bool is_of_office(const Surroundings& around);
// Whether the sentence is about a line that many ring or text, though it be a mobile number.
bool is_of_helpline(const Surroundings& around);
// Whether the sentence is about a place that is open to people, and not about anybody's home.
bool is_of_venue(const Surroundings& around);
// Whether the sentence is about somebody's home, or about one person.
bool is_of_home(const Surroundings& around);
// Whether the postcode at `begin` follows the name of a place and has no number of a house before
// it: "the Scout Hut, Mill Lane, ".
bool follows_named_place(std::string_view text, std::size_t begin);
// Whether a date here is somebody's birthday; not that of all who are born in a year.
bool is_birthday(const Surroundings& around);
// Whether a date here is the day on which somebody turns an age: "she turned 16 on ".
bool is_day_of_age(const Surroundings& around);
// Whether a date here stands right behind a name or a word for a child: "Oliver (", "Sam Brown (".
bool follows_child(const Surroundings& around);
// … or in letters behind a name, in a sentence about a child: "Child: Sam Brown, ".
bool follows_name_of_child(const Surroundings& around);
// Whether the words right before or behind figures say that they are a date of birth: "DOB ".
bool is_called_birthday(const Surroundings& around);

}  // namespace signpost
