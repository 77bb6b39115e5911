// Numbers that offices give to people, and postcodes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace signpost {

struct TextSpan {
  std::size_t begin = 0, end = 0;
};

// How strict a finder is: kNamed where the words around say that such a number stands here, so
// that it may be written in any groups and in small letters.
enum class Spelling { kUsual, kNamed };

// Each returns the number whose first figure stands at `i`, with the letters before it, or nothing.
std::optional<TextSpan> find_nhs_number(std::string_view text, std::size_t i, Spelling spelling);
std::optional<TextSpan> find_ni_number(std::string_view text, std::size_t i, Spelling spelling);
std::optional<TextSpan> find_upn(std::string_view text, std::size_t i, Spelling spelling);
std::optional<TextSpan> find_postcode(std::string_view text, std::size_t i, Spelling spelling);

// Whether ten figures carry the check digit of an NHS number (modulus 11, NHS Data Dictionary).
bool is_nhs_number(std::string_view figures);
// Whether a letter and twelve more characters are a pupil number with its check letter (modulus 23,
// DfE guide to UPNs).
bool is_upn(std::string_view upn);

}  // namespace signpost
