#include "search-index/results_json.h"

#include <string_view>

namespace search {
namespace {

// Returns the bytes of the well-formed UTF-8 character that `text` begins with, 0 if there is none
// (Unicode 15, table 3-7).
std::size_t character_size(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto is_tail = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return is_tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool is_short = first == 0xE0 && second < 0xA0;
    const bool is_surrogate = first == 0xED && second >= 0xA0;
    return is_tail(1) && is_tail(2) && !is_short && !is_surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool is_short = first == 0xF0 && second < 0x90;
    const bool is_beyond = first == 0xF4 && second >= 0x90;
    return is_tail(1) && is_tail(2) && is_tail(3) && !is_short && !is_beyond ? 4 : 0;
  }
  return 0;
}

constexpr char kDigits[] = "0123456789abcdef";

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    const auto byte = static_cast<unsigned char>(text.front());
    if (size == 0) {
      out += "\xEF\xBF\xBD";  // U+FFFD
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15U];
    } else if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text.front();
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  out += '"';
}

void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ',';
  append_string(out, key);
  out += ':';
}

void append_field(std::string& out, std::string_view key, std::string_view value) {
  append_key(out, key);
  append_string(out, value);
}

void append_field(std::string& out, std::string_view key, const std::vector<std::string>& values) {
  append_key(out, key);
  out += '[';
  for (const std::string& value : values) {
    if (out.back() != '[') out += ',';
    append_string(out, value);
  }
  out += ']';
}

void append_facet(std::string& out, std::string_view key, const std::vector<FacetCount>& counts) {
  append_key(out, key);
  out += '[';
  for (const FacetCount& facet : counts) {
    if (out.back() != '[') out += ',';
    out += '{';
    append_field(out, "id", facet.id);
    append_key(out, "count");
    out += std::to_string(facet.count) + '}';
  }
  out += ']';
}

void append_hit(std::string& out, const Hit& hit) {
  out += '{';
  append_field(out, "url", hit.url);
  append_field(out, "anchor", hit.anchor);
  append_field(out, "heading", hit.heading);
  append_field(out, "kind", hit.kind);
  append_field(out, "title", hit.title);
  append_field(out, "snippet", hit.snippet);
  out += '}';
}

}  // namespace

std::string results_json(const Results& results) {
  std::string out = "{";
  if (!results.error.empty()) {
    append_field(out, "error", results.error);
    return out + '}';
  }
  append_field(out, "words", results.words);
  append_key(out, "cut");
  out += results.is_cut ? "true" : "false";
  append_field(out, "corrected", results.corrected_words);
  append_key(out, "corrections");
  out += '[';
  for (const CorrectedWord& word : results.corrections) {
    if (out.back() != '[') out += ',';
    out += '{';
    append_field(out, "from", word.from);
    append_field(out, "to", word.to);
    out += '}';
  }
  out += ']';
  append_key(out, "total");
  out += std::to_string(results.total);
  append_key(out, "hits");
  out += '[';
  for (const Hit& hit : results.hits) {
    if (out.back() != '[') out += ',';
    append_hit(out, hit);
  }
  out += ']';
  append_key(out, "facets");
  out += '{';
  append_facet(out, "kinds", results.kinds);
  append_facet(out, "topics", results.topics);
  append_facet(out, "audiences", results.audiences);
  out += "}}";
  return out;
}

}  // namespace search
