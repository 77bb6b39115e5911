// A compact binary form of what an index stores beside its terms: numbers as varints (7 bits a
// byte, the lowest first), texts with their length before them. Xapian's own version file uses the
// same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

void append_number(std::string& out, std::size_t number);
void append_text(std::string& out, std::string_view text);
void append_texts(std::string& out, const std::vector<std::string>& texts);

// Reads from the front of bytes that may be damaged. After anything unreadable is_good() is false
// and all that is read is empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  // Returns a number below 2^35.
  std::size_t number();
  std::string text();
  std::vector<std::string> texts();
  // Returns the number of entries that follow, of a byte each at least.
  std::size_t count();
  void skip(std::size_t size);

  [[nodiscard]] bool is_good() const { return is_good_; }
  // Whether all has been read, and was good.
  [[nodiscard]] bool is_done() const { return is_good_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool is_good_ = true;
};

}  // namespace search
