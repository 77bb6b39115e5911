#include "search-index/record.h"

namespace search {
namespace {

constexpr int kProbes = 4;

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

// Reads from the front of `bytes`. After anything unreadable `is_good` is false and all that is
// read is empty.
struct Reader {
  std::string_view bytes;
  bool is_good = true;

  std::size_t number() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (bytes.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
      value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    is_good = false;
    return 0;
  }

  std::string text() {
    const std::size_t size = number();
    if (size > bytes.size()) is_good = false;
    if (!is_good) return {};
    std::string value(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return value;
  }

  // Every entry takes a byte at least.
  std::size_t count() {
    const std::size_t value = number();
    if (value > bytes.size()) is_good = false;
    return is_good ? value : 0;
  }

  std::vector<std::string> texts() {
    std::vector<std::string> values(count());
    for (std::string& value : values) value = text();
    return values;
  }
};

}  // namespace

std::string encode_record(const Record& record) {
  std::string out;
  for (const std::string* text : {&record.url, &record.title, &record.summary, &record.kind}) {
    append_text(out, *text);
  }
  append_texts(out, record.topics);
  append_texts(out, record.audiences);
  append_number(out, record.passages.size());
  for (const RecordPassage& passage : record.passages) {
    append_text(out, passage.anchor);
    append_text(out, passage.heading);
    append_text(out, passage.text);
    append_text(out, passage.stems);
  }
  return out;
}

std::optional<Record> decode_record(std::string_view bytes) {
  Reader reader{bytes};
  Record record;
  record.url = reader.text();
  record.title = reader.text();
  record.summary = reader.text();
  record.kind = reader.text();
  record.topics = reader.texts();
  record.audiences = reader.texts();
  record.passages.resize(reader.count());
  for (RecordPassage& passage : record.passages) {
    passage.anchor = reader.text();
    passage.heading = reader.text();
    passage.text = reader.text();
    passage.stems = reader.text();
  }
  if (!reader.is_good || !reader.bytes.empty()) return std::nullopt;
  return record;
}

std::uint64_t term_hash(std::string_view term) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : term) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  return hash;
}

std::string make_stem_filter(const std::vector<std::uint64_t>& hashes) {
  std::string filter(hashes.size(), '\0');
  const std::uint64_t bit_count = filter.size() * 8;
  for (const std::uint64_t hash : hashes) {
    // Double hashing (Kirsch and Mitzenmacher, 2006).
    const std::uint64_t step = (hash >> 32) | 1;
    for (std::uint64_t probe = 0; probe < kProbes; ++probe) {
      const std::uint64_t bit = ((hash & 0xFFFFFFFF) + probe * step) % bit_count;
      char& byte = filter[static_cast<std::size_t>(bit / 8)];
      byte = static_cast<char>(static_cast<unsigned char>(byte) | (1U << (bit % 8)));
    }
  }
  return filter;
}

bool may_contain(std::string_view filter, std::uint64_t hash) {
  if (filter.empty()) return false;
  const std::uint64_t bit_count = filter.size() * 8;
  const std::uint64_t step = (hash >> 32) | 1;
  for (std::uint64_t probe = 0; probe < kProbes; ++probe) {
    const std::uint64_t bit = ((hash & 0xFFFFFFFF) + probe * step) % bit_count;
    const auto byte = static_cast<unsigned char>(filter[static_cast<std::size_t>(bit / 8)]);
    if ((byte >> (bit % 8) & 1U) == 0) return false;
  }
  return true;
}

}  // namespace search
