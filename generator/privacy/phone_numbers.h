// UK phone numbers, and foreign ones that begin with +.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// A phone number in a text: its bytes, and its figures from 0, or from + of a foreign one.
struct PhoneMatch {
  std::size_t begin = 0, end = 0;
  std::string figures;
};

// Returns the number whose first figure stands at `i`. Not those of organisations (03, 08, 09),
// unless nobody has them; not a part of a longer number, a date or times of day.
std::optional<PhoneMatch> find_phone(std::string_view text, std::size_t i);

// Returns the number's figures with 0 instead of +44 or 0044, or "" where `text` is no UK number.
std::string uk_phone_figures(std::string_view text);
// Whether the figures are in a range that Ofcom keeps for drama and so nobody has.
bool is_drama_phone(std::string_view figures);
// Whether they are of a mobile phone.
bool is_mobile_phone(std::string_view figures);

}  // namespace signpost
