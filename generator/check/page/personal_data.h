// Finds what must not stand on a public page: phone numbers and email addresses of people, NHS,
// National Insurance and pupil numbers, dates of birth, postcodes; and numbers reserved for drama.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  kPostcode
};

struct PersonalMatch {
  PersonalKind kind = PersonalKind::kPhone;
  std::uint32_t begin = 0, end = 0;
  std::string value;  // a phone number as figures from 0, an email address in small letters, a
                      // postcode as written
};

// Appends what stands in `all` between `begin` and `end`, in order. Linear in the length.
void find_personal_data(std::string_view all, std::uint32_t begin, std::uint32_t end,
                        std::vector<PersonalMatch>& matches);

// Returns the number's figures with 0 instead of +44 or 0044, or "" where `text` is no UK number.
std::string uk_phone_figures(std::string_view text);
// Whether the figures are in a range that Ofcom keeps for drama and so nobody has.
bool is_drama_phone(std::string_view figures);
// Whether ten figures carry the check digit of an NHS number (modulus 11, NHS Data Dictionary).
bool is_nhs_number(std::string_view figures);
// Whether a letter and twelve more characters are a pupil number with its check letter (modulus 23,
// DfE guide to UPNs).
bool is_upn(std::string_view upn);

}  // namespace signpost
