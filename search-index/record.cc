#include "search-index/record.h"

#include "search-index/bytes.h"

namespace search {
namespace {

constexpr int kProbes = 4;
constexpr std::size_t kBitsOfTerm = 6;

// Stands for an anchor that is made of its heading's words. No anchor holds it.
constexpr char kAnchorOfHeading[] = "\x01";

// Returns the anchor that a heading gets where nothing else has it: small letters, other signs
// between them as one hyphen.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_kept = is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_kept) {
      anchor += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!anchor.empty() && anchor.back() != '-') {
      anchor += '-';
    }
  }
  if (!anchor.empty() && anchor.back() == '-') anchor.pop_back();
  return anchor;
}

}  // namespace

std::string encode_record(const Record& record) {
  std::string out;
  for (const std::string* text : {&record.url, &record.title, &record.summary, &record.kind}) {
    append_text(out, *text);
  }
  append_number(out, record.passages.size());
  for (const RecordPassage& passage : record.passages) {
    const bool is_made = !passage.anchor.empty() && passage.anchor == anchor_of(passage.heading);
    append_text(out, is_made ? kAnchorOfHeading : passage.anchor);
    append_text(out, passage.heading);
    append_text(out, passage.text);
    append_text(out, passage.stems);
  }
  return out;
}

std::optional<Record> decode_record(std::string_view bytes) {
  ByteReader reader(bytes);
  Record record;
  record.url = reader.text();
  record.title = reader.text();
  record.summary = reader.text();
  record.kind = reader.text();
  record.passages.resize(reader.count());
  for (RecordPassage& passage : record.passages) {
    passage.anchor = reader.text();
    passage.heading = reader.text();
    if (passage.anchor == kAnchorOfHeading) passage.anchor = anchor_of(passage.heading);
    passage.text = reader.text();
    passage.stems = reader.text();
  }
  if (!reader.is_done()) return std::nullopt;
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
  std::string filter((hashes.size() * kBitsOfTerm + 7) / 8, '\0');
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
