// Phone and NHS numbers that are written as they are spoken: "oh one two two five, three nine six,
// double oh oh". Internal to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// The bytes of a number in words, and its figures.
struct SpokenNumber {
  std::size_t begin = 0, end = 0;
  std::string figures;
};

// Returns the rows of 10 to 15 figures of which at least one is in words. Linear in the length.
std::vector<SpokenNumber> find_spoken_numbers(std::string_view text);

}  // namespace signpost
