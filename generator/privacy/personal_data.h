// Finds what must not stand on a public page: phone numbers and email addresses of people, NHS,
// National Insurance and pupil numbers, dates of birth, postcodes, initials of a child beside age
// and school; and numbers reserved for drama. Whatever its spelling; what the sentence itself calls
// something else is left alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/official_numbers.h"
#include "privacy/phone_numbers.h"

namespace signpost {

enum class PersonalKind : std::uint8_t {
  kPhone,
  kDramaPhone,
  kEmail,
  kExampleEmail,
  kNhsNumber,
  kNiNumber,
  kUpn,
  kBirthDate,
  kPostcode,
  kPersonName,
  kInitials
};

// `begin`, `end`: offsets in the text as it was given. `value`: a phone number as figures from 0,
// an email address in small letters, a postcode in capitals without a space; else as written.
// A name is only found by find_details (placed_details.h).
struct PersonalMatch {
  PersonalKind kind = PersonalKind::kPhone;
  std::uint32_t begin = 0, end = 0;
  std::string value;
};

// Appends what stands in `all` between `begin` and `end`, in order. `label`: words before the text
// that say what it is, such as the name of its field or column. Linear in the length.
void find_personal_data(std::string_view all, std::uint32_t begin, std::uint32_t end,
                        std::vector<PersonalMatch>& matches, std::string_view label = {});

// Returns the postcodes of the text, in capitals without a space.
std::vector<std::string> postcodes_in(std::string_view text);

}  // namespace signpost
