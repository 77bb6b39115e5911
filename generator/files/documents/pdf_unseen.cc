#include "files/documents/pdf_unseen.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/text_readers.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

constexpr std::size_t kMostOfStreams = std::size_t{64} << 20;
constexpr std::size_t kMostBetween = 4096;  // bytes between two objects that are looked at
constexpr int kDeepest = 64;
constexpr char kUnseen[] = "in a part that no page shows";

// Strings that are no text (ISO 32000-1, 7.6, 9.8, 12.8, 14.4).
constexpr auto kNoTexts = std::to_array<std::string_view>(
    {"/ID",           "/O",         "/U",        "/OE",       "/UE",     "/Perms",
     "/CheckSum",     "/CharSet",   "/Registry", "/Ordering", "/Panose", "/Lookup",
     "/DA",           "/ByteRange", "/Cert",     "/URI",      "/V",      "/DV",
     "/CreationDate", "/ModDate",   "/M",        "/Producer"});

bool is_readable(std::string_view text) {
  const auto odd = std::ranges::count_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
  });
  return !text.empty() && static_cast<std::size_t>(odd) * 10 < text.size();
}

bool has_ascii_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::string string_of(QPDFObjectHandle object) {
  return object.isString() ? object.getUTF8Value() : "";
}

// The value of a field, or of one of its parents.
std::string field_words(QPDFObjectHandle field, const std::string& key) {
  for (int i = 0; i < kDeepest && field.isDictionary(); ++i) {
    if (field.hasKey(key)) return string_of(field.getKey(key));
    field = field.getKey("/Parent");
  }
  return "";
}

class PdfUnseenReader {
 public:
  PdfUnseenReader(Told& told, DocumentText& text) : told_(told), text_(text) {
    for (const DocumentPiece& piece : text.pieces) shown_.insert(piece.text);
  }

  void read(QPDF& pdf) {
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      read_contents(page.getObjectHandle().getKey("/Contents"));
    }
    visit(pdf.getTrailer(), 0);
    for (const QPDFObjectHandle& object : pdf.getAllObjects()) {
      visit(object, 0);
      if (QPDFObjectHandle(object).isStream()) read_stream(object);
    }
    read_id(pdf.getTrailer().getKey("/ID"));
  }

  // Text between objects (comments, 7.2.3), and what stands behind the end.
  void read_between(std::string_view bytes) {
    for (std::size_t at = bytes.find("endobj"); at != bytes.npos;
         at = bytes.find("endobj", at + 6)) {
      std::string_view between = bytes.substr(at + 6, kMostBetween);
      for (const std::string_view end : {" obj", "xref", "trailer"}) {
        between = between.substr(0, between.find(end));
      }
      if (has_ascii_letter(between)) add_strings(between, kUnseen, text_);
    }
    const std::size_t end = bytes.rfind("%%EOF");
    const std::string_view rest = end == bytes.npos ? "" : trimmed(bytes.substr(end + 5));
    if (has_ascii_letter(rest)) {
      told_.add("what stands behind its end");
      add_strings(rest, kUnseen, text_);
    }
  }

 private:
  // Objects that others lead to are visited by themselves.
  void visit(QPDFObjectHandle object, int depth) {
    if (depth > kDeepest) return;
    if (object.isStream()) object = object.getDict();
    if (object.isArray()) {
      for (const QPDFObjectHandle& each : object.getArrayAsVector()) take("", each, depth);
    } else if (object.isDictionary()) {
      inspect(object);
      for (const auto& [key, each] : object.getDictAsMap()) {
        if (std::ranges::find(kNoTexts, key) == kNoTexts.end()) take(key, each, depth);
      }
    }
  }

  void take(std::string_view key, QPDFObjectHandle object, int depth) {
    if (object.isString()) {
      add(key, string_of(object));
    } else if (!object.isIndirect()) {
      visit(object, depth + 1);
    }
  }

  void add(std::string_view key, std::string words) {
    if (!is_readable(words) || shown_.contains(words)) return;
    const bool is_read_aloud = key == "/ActualText" || key == "/Alt" || key == "/E";
    text_.add_unseen(is_read_aloud ? "in a text for screen readers" : kUnseen, std::move(words));
  }

  void inspect(QPDFObjectHandle dictionary) {
    if (dictionary.hasKey("/EF")) {
      std::string name = string_of(dictionary.getKey("/UF"));
      if (name.empty()) name = string_of(dictionary.getKey("/F"));
      told_.add(fmt::format("the attached file \"{}\"", name));
    }
    if (dictionary.hasKey("/Private") &&
        has_ascii_letter(string_of(dictionary.getKey("/Private")))) {
      told_.add("private data of the program that made it");
    }
    DocumentText link;
    link.add_link(string_of(dictionary.getKey("/URI")));
    for (DocumentPiece& piece : link.pieces) {
      if (!shown_.contains(piece.text)) text_.unseen.push_back(std::move(piece));
    }
    if (dictionary.hasKey("/V")) inspect_field(dictionary);
  }

  // What is typed into a field, unless it stands there from the start (12.7.3, 12.7.4.3).
  void inspect_field(QPDFObjectHandle field) {
    constexpr long long kReadOnly = 1;
    const std::string value = string_of(field.getKey("/V"));
    if (trimmed(value).empty()) return;
    std::string label = field_words(field, "/TU");
    if (label.empty()) label = field_words(field, "/T");
    std::string words = fmt::format("{}: {}", label, value);
    if (!shown_.contains(words)) text_.add_unseen(kUnseen, std::move(words));
    QPDFObjectHandle flags = field.getKey("/Ff"), type = field.getKey("/FT");
    const bool is_fixed = flags.isInteger() && (flags.getIntValue() & kReadOnly) != 0;
    if (!type.isNameAndEquals("/Tx") || is_fixed) return;
    if (value != field_words(field, "/DV")) {
      told_.add(fmt::format("what somebody typed into its field \"{}\"", label));
    }
  }

  // Marked content says what it is in the page's own drawing (14.9.4).
  void read_contents(QPDFObjectHandle contents) {
    std::vector<QPDFObjectHandle> streams;
    if (contents.isArray()) streams = contents.getArrayAsVector();
    if (contents.isStream()) streams = {contents};
    for (const QPDFObjectHandle& stream : streams) {
      contents_.emplace(QPDFObjectHandle(stream).getObjectID(),
                        QPDFObjectHandle(stream).getGeneration());
      const std::string drawing = unpack(stream);
      for (const std::string_view key : {"/ActualText", "/Alt", "/E"}) read_marks(drawing, key);
    }
  }

  void read_marks(std::string_view drawing, std::string_view key) {
    for (std::size_t at = drawing.find(key); at != drawing.npos; at = drawing.find(key, at + 1)) {
      const std::size_t begin = drawing.find_first_not_of(" \r\n", at + key.size());
      if (begin == drawing.npos) return;
      const char sign = drawing[begin];
      if (sign != '(' && sign != '<') continue;
      std::size_t end = begin + 1;
      int open = 1;
      for (; end < drawing.size() && open > 0; ++end) {
        if (sign == '<') open -= drawing[end] == '>' ? 1 : 0;
        if (sign != '(') continue;
        if (drawing[end] == '\\') {
          ++end;
        } else if (drawing[end] == '(' || drawing[end] == ')') {
          open += drawing[end] == '(' ? 1 : -1;
        }
      }
      if (open > 0) return;
      const std::string literal(drawing.substr(begin, end - begin));
      add(key, string_of(QPDFObjectHandle::parse(literal)));
    }
  }

  std::string unpack(const QPDFObjectHandle& stream) {
    std::string words = unpacked(stream, bytes_left_);
    bytes_left_ -= words.size();
    return words;
  }

  void read_stream(QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    if (dictionary.getKey("/Type").isNameAndEquals("/Metadata")) {
      const std::string xmp = unpack(stream);
      inspect_xmp(xmp);
      add_strings(xmp, "in its properties", text_);
      return;
    }
    const std::pair<int, int> id{stream.getObjectID(), stream.getGeneration()};
    const bool is_typed = dictionary.hasKey("/Subtype") || dictionary.hasKey("/FunctionType") ||
                          dictionary.hasKey("/Length1") || dictionary.hasKey("/N") ||
                          dictionary.hasKey("/PatternType") || dictionary.hasKey("/ShadingType");
    QPDFObjectHandle type = dictionary.getKey("/Type");
    const bool is_of_file = type.isNameAndEquals("/ObjStm") || type.isNameAndEquals("/XRef");
    if (is_typed || is_of_file || contents_.contains(id)) return;
    add_strings(unpack(stream), kUnseen, text_);
  }

  void inspect_xmp(std::string_view xmp) {
    visit_xml(xmp, [&](const XmlElement& element) {
      const std::string_view name = element.name();
      if (name == "li" && element.is_in("creator")) told_.add_name("its author", element.text());
      if (name == "Company") told_.add_name("its company", element.text());
      if (name == "Manager") told_.add_name("its manager", element.text());
      if (name == "Description") {
        told_.add_name("its author", element.attribute("Author"));
        told_.add_name("its company", element.attribute("Company"));
      }
    });
  }

  // An identifier is a digest; words in it are somebody's (14.4).
  void read_id(QPDFObjectHandle id) {
    if (!id.isArray()) return;
    for (QPDFObjectHandle each : id.getArrayAsVector()) {
      const std::string words = each.isString() ? each.getStringValue() : "";
      const bool is_text = std::ranges::all_of(words, [](char c) { return c >= ' ' && c < 0x7F; });
      if (!is_text ||
          words.find_first_of("ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ") == words.npos) {
        continue;
      }
      told_.add_name("a text as its identifier,", words);
      text_.add_unseen(kUnseen, words);
    }
  }

  Told& told_;
  DocumentText& text_;
  std::set<std::string, std::less<>> shown_;
  std::set<std::pair<int, int>> contents_;
  std::size_t bytes_left_ = kMostOfStreams;
};

}  // namespace

void read_pdf_unseen(QPDF& pdf, std::string_view bytes, Told& told, DocumentText& text) {
  PdfUnseenReader reader(told, text);
  reader.read(pdf);
  reader.read_between(bytes);
}

}  // namespace signpost
