// Whole numbers in bytes. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

// Returns the number in `size` bytes (up to 8) from `at`, the most significant first; 0 where the
// text ends before.
inline std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  if (size > bytes.size() || at > bytes.size() - size) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

// As big_endian, with the least significant byte first.
inline std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  if (size > bytes.size() || at > bytes.size() - size) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

inline void append_big_endian(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t i = size; i > 0; --i) {
    out.push_back(static_cast<char>((value >> (8 * (i - 1))) & 0xFFU));
  }
}

inline void append_little_endian(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    out.push_back(static_cast<char>(value & 0xFFU));
    value >>= 8U;
  }
}

}  // namespace signpost
