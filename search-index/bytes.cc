#include "search-index/bytes.h"

#include <algorithm>

namespace search {

void append_number(std::string& out, std::size_t number) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7F) | 0x80);
    number >>= 7;
  }
  out += static_cast<char>(number);
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  append_number(out, texts.size());
  for (const std::string& text : texts) append_text(out, text);
}

std::size_t ByteReader::number() {
  unsigned long long value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (bytes_.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    value |= static_cast<unsigned long long>(byte & 0x7FU) << shift;
    if (byte < 0x80) return static_cast<std::size_t>(value);
  }
  is_good_ = false;
  bytes_ = {};
  return 0;
}

std::string ByteReader::text() {
  const std::size_t size = number();
  if (size > bytes_.size()) is_good_ = false;
  if (!is_good_) return {};
  std::string value(bytes_.substr(0, size));
  bytes_.remove_prefix(size);
  return value;
}

std::size_t ByteReader::count() {
  const std::size_t value = number();
  if (value > bytes_.size()) is_good_ = false;
  return is_good_ ? value : 0;
}

std::vector<std::string> ByteReader::texts() {
  std::vector<std::string> values(count());
  for (std::string& value : values) value = text();
  return values;
}

void ByteReader::skip(std::size_t size) {
  if (size > bytes_.size()) is_good_ = false;
  bytes_.remove_prefix(std::min(size, bytes_.size()));
}

}  // namespace search
