// Phone numbers in a text that people read: those that can be rung, which become links, and those
// that would not connect. What each number is, base/phone.h says.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/phone.h"

namespace signpost {

// `begin`, `end`: its bytes in the text. `number.mistake` is "" of one that connects.
struct WrittenPhone {
  std::size_t begin = 0, end = 0;
  PhoneNumber number;
};

// Returns the phone numbers of a text of one block, in order. `label`: words that stand elsewhere
// and say what it holds, such as the head of its column. Left alone are figures that are called
// something else ("case 0114 273 456"), dates, times, counts, and what neither its shape nor a
// word before it makes a phone number. Numbers of three or four figures are never found: "call 150
// people". Linear in the length.
std::vector<WrittenPhone> find_written_phones(std::string_view text, std::string_view label = {});

}  // namespace signpost
