#include "files/documents/pdf_font.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxRanges = 200'000;

// The characters of Windows-1252 from 0x80 to 0x9F (ISO 32000-1, Annex D: WinAnsiEncoding).
constexpr std::uint16_t kWindows[] = {
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

// Names of glyphs that are no letter or "uni" and its number (Adobe Glyph List).
constexpr std::pair<std::string_view, std::string_view> kGlyphNames[] = {
    {"ampersand", "&"},
    {"asciitilde", "~"},
    {"asterisk", "*"},
    {"at", "@"},
    {"bracketleft", "["},
    {"bracketright", "]"},
    {"bullet", "\u2022"},
    {"colon", ":"},
    {"comma", ","},
    {"eight", "8"},
    {"emdash", "\u2014"},
    {"endash", "\u2013"},
    {"equal", "="},
    {"exclam", "!"},
    {"ff", "ff"},
    {"ffi", "ffi"},
    {"ffl", "ffl"},
    {"fi", "fi"},
    {"five", "5"},
    {"fl", "fl"},
    {"four", "4"},
    {"hyphen", "-"},
    {"minus", "-"},
    {"nbspace", " "},
    {"nine", "9"},
    {"numbersign", "#"},
    {"one", "1"},
    {"parenleft", "("},
    {"parenright", ")"},
    {"percent", "%"},
    {"period", "."},
    {"plus", "+"},
    {"question", "?"},
    {"quotedbl", "\""},
    {"quotedblleft", "\u201C"},
    {"quotedblright", "\u201D"},
    {"quoteleft", "'"},
    {"quoteright", "'"},
    {"quotesingle", "'"},
    {"semicolon", ";"},
    {"seven", "7"},
    {"sfthyphen", "-"},
    {"six", "6"},
    {"slash", "/"},
    {"space", " "},
    {"sterling", "\u00A3"},
    {"three", "3"},
    {"two", "2"},
    {"underscore", "_"},
    {"zero", "0"}};

// The text of a glyph's name; what follows a point says how it looks.
std::string text_of_name(std::string_view name) {
  name = name.substr(0, name.find('.'));
  if (name.size() == 1) return std::string(name);
  const auto* const found =
      std::ranges::find(kGlyphNames, name, &std::pair<std::string_view, std::string_view>::first);
  if (found != std::end(kGlyphNames)) return std::string(found->second);
  const std::size_t prefix = name.starts_with("uni") ? 3 : 1;
  const bool is_number = name.starts_with("uni") || name.starts_with("u");
  std::uint32_t c = 0;
  if (is_number && name.size() >= prefix + 4) {
    const std::size_t most = prefix == 3 ? prefix + 4 : prefix + 6;
    const char* const end = name.data() + std::min(name.size(), most);
    const auto [stop, error] = std::from_chars(name.data() + prefix, end, c, 16);
    const bool is_character = c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
    std::string text;
    if (error == std::errc{} && stop == end && is_character) append_utf8(text, c);
    if (!text.empty()) return text;
  }
  // "Aacute": the letter is what numbers and names are found by.
  constexpr std::string_view kMarks[] = {"acute", "grave", "circumflex", "dieresis",
                                         "tilde", "ring",  "caron",      "cedilla"};
  const bool has_mark = std::ranges::find(kMarks, name.substr(1)) != std::end(kMarks);
  return has_mark ? std::string(name.substr(0, 1)) : "";
}

std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char c : bytes.substr(0, 4)) code = code << 8U | static_cast<unsigned char>(c);
  return code;
}

std::string windows_text(std::uint32_t code) {
  std::string text;
  append_utf8(text, code >= 0x80 && code < 0xA0 ? kWindows[code - 0x80] : code);
  return text;
}

// The characters of UTF-16BE; a code stands for a few at most.
std::vector<std::uint32_t> characters_of(std::string_view utf16) {
  constexpr std::size_t kMostBytes = 32;
  std::vector<std::uint32_t> characters;
  utf16 = utf16.substr(0, kMostBytes);
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    const std::uint32_t unit = code_of(utf16.substr(i, 2));
    const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (is_low && !characters.empty() && characters.back() >= 0xD800 &&
        characters.back() <= 0xDBFF) {
      characters.back() = 0x10000 + ((characters.back() - 0xD800) << 10U) + (unit - 0xDC00);
    } else {
      characters.push_back(unit);
    }
  }
  std::erase_if(characters, [](std::uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; });
  return characters;
}

double number_in(QPDFObjectHandle object) {
  return object.isNumber() ? object.getNumericValue() : 0;
}

// Reads a ToUnicode map (ISO 32000-1, 9.10.3): "<0003> <0041>" between beginbfchar and endbfchar,
// "<0003> <0005> <0041>" or a list of strings between beginbfrange and endbfrange.
class UnicodeMapReader {
 public:
  explicit UnicodeMapReader(std::map<std::uint32_t, PdfCodeRange>& ranges) : ranges_(ranges) {}

  void read(const std::string& map) {
    const auto source = std::make_shared<BufferInputSource>("map", map);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    while (ranges_.size() < kMaxRanges) {
      const QPDFTokenizer::Token token = tokenizer.readToken(source, "map", true);
      if (token.getType() == QPDFTokenizer::tt_eof) break;
      if (token.getType() == QPDFTokenizer::tt_word) {
        section_ = token.getValue();
        strings_.clear();
      } else if (token.getType() == QPDFTokenizer::tt_array_close) {
        strings_.clear();
      } else if (token.getType() == QPDFTokenizer::tt_array_open) {
        is_in_list_ = strings_.size() == 2;
      } else if (token.getType() == QPDFTokenizer::tt_string) {
        take(token.getValue());
      }
    }
  }

  // How long a code is in bytes, or 0 where the map does not say.
  [[nodiscard]] std::size_t code_size() const { return code_size_; }

 private:
  void take(const std::string& bytes) {
    if (section_ == "begincodespacerange") {
      if (code_size_ == 0) code_size_ = std::clamp<std::size_t>(bytes.size(), 1, 2);
      return;
    }
    const bool is_range = section_ == "beginbfrange";
    if (!is_range && section_ != "beginbfchar") return;
    strings_.push_back(bytes);
    if (strings_.size() < (is_range ? 3 : 2)) {
      is_in_list_ = false;
      list_code_ = code_of(strings_[0]);
      return;
    }
    if (is_in_list_) {
      add(list_code_, list_code_, bytes);
      ++list_code_;
      strings_.pop_back();
      return;
    }
    add(code_of(strings_[0]), code_of(strings_[is_range ? 1 : 0]), bytes);
    strings_.clear();
  }

  void add(std::uint32_t from, std::uint32_t last, std::string_view utf16) {
    const std::vector<std::uint32_t> characters = characters_of(utf16);
    if (characters.empty() || last < from) return;
    std::string prefix;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) append_utf8(prefix, characters[i]);
    ranges_.insert_or_assign(from, PdfCodeRange{from, last, characters.back(), prefix});
  }

  std::map<std::uint32_t, PdfCodeRange>& ranges_;
  std::string section_;
  std::vector<std::string> strings_;  // since the section or the last entry began
  std::uint32_t list_code_ = 0;
  std::size_t code_size_ = 0;
  bool is_in_list_ = false;
};

}  // namespace

PdfFont::PdfFont(QPDFObjectHandle font, std::size_t most) {
  if (!font.isDictionary()) return;
  is_composite_ = font.getKey("/Subtype").isNameAndEquals("/Type0");
  code_size_ = is_composite_ ? 2 : 1;
  const std::string map = unpacked(font.getKey("/ToUnicode"), most);
  cost_bytes_ = map.size();
  UnicodeMapReader reader(ranges_);
  reader.read(map);
  if (is_composite_) {
    if (reader.code_size() > 0) code_size_ = reader.code_size();
    read_composite(font);
  } else {
    read_simple(font);
  }
}

// 9.6.2 and 9.6.5: a list of widths from a first code on.
void PdfFont::read_simple(QPDFObjectHandle font) {
  const bool is_drawn = font.getKey("/Subtype").isNameAndEquals("/Type3");
  double scale = 0.001;
  QPDFObjectHandle matrix = font.getKey("/FontMatrix");
  if (is_drawn && matrix.isArray() && matrix.getArrayNItems() == 6) {
    scale = std::abs(number_in(matrix.getArrayItem(0)));
  }
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (widths.isArray()) {
    has_widths_ = true;
    auto code = static_cast<std::uint32_t>(number_in(font.getKey("/FirstChar")));
    cost_bytes_ += static_cast<std::size_t>(widths.getArrayNItems());
    for (const QPDFObjectHandle& each : widths.getArrayAsVector()) {
      QPDFObjectHandle width = each;
      widths_.insert_or_assign(code, WidthRange{code, number_in(width) * scale});
      if (++code > 255) break;
    }
  }
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) read_differences(encoding.getKey("/Differences"));
}

// 9.6.6: codes, each followed by the names of the glyphs from it on.
void PdfFont::read_differences(QPDFObjectHandle differences) {
  if (!differences.isArray()) return;
  std::uint32_t code = 0;
  cost_bytes_ += static_cast<std::size_t>(differences.getArrayNItems());
  for (QPDFObjectHandle each : differences.getArrayAsVector()) {
    if (each.isNumber()) {
      code = static_cast<std::uint32_t>(std::clamp(number_in(each), 0.0, 256.0));
    } else if (each.isName() && code < 256) {
      names_.insert_or_assign(code++, text_of_name(each.getName().substr(1)));
    }
  }
}

// 9.7.4.3: "120 [400 325 500]", "7080 8032 1000".
void PdfFont::read_composite(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  const std::string name = encoding.isName() ? encoding.getName() : "";
  is_unicode_ = name.find("UCS2") != std::string::npos || name.find("UTF16") != std::string::npos;
  QPDFObjectHandle parts = font.getKey("/DescendantFonts");
  if (!parts.isArray() || parts.getArrayNItems() == 0) return;
  QPDFObjectHandle part = parts.getArrayItem(0);
  if (!part.isDictionary()) return;
  has_widths_ = true;
  default_width_ = part.hasKey("/DW") ? number_in(part.getKey("/DW")) / 1000 : 1;
  if (part.getKey("/W").isArray()) read_cid_widths(part.getKey("/W"));
}

void PdfFont::read_cid_widths(QPDFObjectHandle widths) {
  std::vector<QPDFObjectHandle> items = widths.getArrayAsVector();
  cost_bytes_ += items.size();
  const auto code_at = [&](std::size_t i) {
    return static_cast<std::uint32_t>(std::clamp(number_in(items[i]), 0.0, 65535.0));
  };
  for (std::size_t i = 0; i + 1 < items.size() && widths_.size() < kMaxRanges;) {
    std::uint32_t code = code_at(i);
    if (items[i + 1].isArray()) {
      const std::vector<QPDFObjectHandle> list = items[i + 1].getArrayAsVector();
      cost_bytes_ += list.size();
      for (const QPDFObjectHandle& width : list) {
        widths_.insert_or_assign(code, WidthRange{code, number_in(width) / 1000});
        if (++code > 65535) break;
      }
      i += 2;
    } else if (i + 2 < items.size()) {
      widths_.insert_or_assign(code, WidthRange{code_at(i + 1), number_in(items[i + 2]) / 1000});
      i += 3;
    } else {
      break;
    }
  }
}

std::string PdfFont::text_of(std::uint32_t code) const {
  auto range = ranges_.upper_bound(code);
  if (range != ranges_.begin() && (--range)->second.last >= code) {
    const std::uint32_t c = range->second.first + (code - range->first);
    std::string text = range->second.prefix;
    if (c > 0 && c < 0xD800) append_utf8(text, c);
    if (c > 0xDFFF && c < 0x110000) append_utf8(text, c);
    return text;
  }
  if (is_composite_) {
    std::string text;
    if (is_unicode_ && code > 0 && (code < 0xD800 || code > 0xDFFF)) append_utf8(text, code);
    return text;
  }
  const auto name = names_.find(code);
  if (name != names_.end()) return name->second;
  return code < 32 ? "" : windows_text(code);
}

double PdfFont::width_of(std::uint32_t code) const {
  auto range = widths_.upper_bound(code);
  if (range == widths_.begin() || (--range)->second.last < code) return default_width_;
  return range->second.width;
}

std::vector<PdfGlyph> PdfFont::decode(std::string_view bytes) const {
  std::vector<PdfGlyph> glyphs;
  glyphs.reserve(bytes.size() / code_size_);
  for (std::size_t i = 0; i + code_size_ <= bytes.size(); i += code_size_) {
    const std::uint32_t code = code_of(bytes.substr(i, code_size_));
    glyphs.push_back({text_of(code), width_of(code), code_size_ == 1 && code == 32});
  }
  return glyphs;
}

}  // namespace signpost
