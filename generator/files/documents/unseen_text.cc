#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "files/documents/text_readers.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

constexpr std::size_t kShortestString = 8;  // characters
constexpr std::size_t kMostUnseen = 200'000;

// Elements whose text the other readers have read, or that are figures of a sheet or a chart.
bool is_read_elsewhere(std::string_view part, const XmlElement& element) {
  const std::string_view name = element.name();
  if (name == "v" || name == "instrText" || name == "c") return true;
  const bool is_text = name == "t" || name == "span" || name == "p" || name == "h";
  if (part == "content.xml" || part == "styles.xml") return true;
  const bool is_shown = part.starts_with("word/document") || part.starts_with("word/header") ||
                        part.starts_with("word/footer") || part.starts_with("word/footnotes") ||
                        part.starts_with("word/endnotes") || part.starts_with("word/charts/") ||
                        part.starts_with("word/diagrams/data") || part.starts_with("ppt/slides/") ||
                        part.starts_with("ppt/charts/") || part.starts_with("ppt/diagrams/data") ||
                        part.starts_with("xl/");
  return is_text && is_shown;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// Whether a value of an attribute may be words of somebody: no colour, size, id or address of a
// format.
bool may_be_words(const XmlElement& element, std::string_view value) {
  static constexpr auto kNamed = std::to_array<std::string_view>(
      {"alias", "tag", "bookmarkStart", "docVar", "definedName", "title", "bookmark"});
  if (value.size() < 6 || value.starts_with('{') || value.starts_with("http")) return false;
  if (std::ranges::find(kNamed, element.name()) != kNamed.end()) return true;
  return has_letter(value) && value.find_first_of(" @_+") != value.npos;
}

class UnseenReader {
 public:
  UnseenReader(std::string_view part, DocumentText& text)
      : part_(part),
        place_(fmt::format("in a part that it does not show ({})", part)),
        text_(text) {
    for (const DocumentPiece& piece : text.pieces) shown_.insert(piece.text);
  }

  void read(std::string_view xml) {
    visit_xml(xml, [&](const XmlElement& element) { visit(element); });
    add(fields_);
    for (std::size_t at = xml.find("<!--"); at != xml.npos; at = xml.find("<!--", at + 4)) {
      add(std::string(xml.substr(at + 4, xml.find("-->", at) - at - 4)));
    }
  }

 private:
  void add(std::string words) {
    std::ranges::replace(words, '_', ' ');
    if (text_.unseen.size() < kMostUnseen) text_.add_unseen(place_, std::move(words));
  }

  void visit(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "fldChar") fields_ += ' ';
    if (name == "instrText") fields_ += element.own_text();
    if (element.is_in("Fallback")) {
      if (name == "p" && !shown_.contains(element.text())) add(element.text());
    } else if (!is_read_elsewhere(part_, element)) {
      const std::string words = element.own_text();
      if (!trimmed(words).empty()) add(fmt::format("{}: {}", name, words));
    }
    element.for_each_attribute([&](std::string_view attribute, std::string_view value) {
      if (attribute == "descr" || !may_be_words(element, value)) return;
      const bool is_plain = attribute == "val" || attribute == "name";
      add(fmt::format("{}: {}", is_plain ? name : attribute, value));
    });
  }

  std::string_view part_;
  std::string place_, fields_;
  DocumentText& text_;
  std::set<std::string, std::less<>> shown_;
};

// The texts of a workbook that no cell has.
void read_unused_texts(Package& package, DocumentText& text) {
  std::set<std::string, std::less<>> shown;
  for (const DocumentTable& table : text.tables) {
    for (const DocumentCell& cell : table.cells) shown.emplace(trimmed(cell.text));
  }
  visit_xml(package.read("xl/sharedStrings.xml"), [&](const XmlElement& element) {
    if (element.name() != "si") return;
    std::string words = element.text();
    if (!shown.contains(trimmed(words))) {
      text.add_unseen("in a text that no cell shows", std::move(words));
    }
  });
}

bool is_xml_part(std::string_view lower) {
  return lower.ends_with(".xml") || lower.ends_with(".rels") || lower.ends_with(".vml") ||
         lower.ends_with(".rdf") || lower.ends_with(".svg") || lower.ends_with(".xhtml");
}

// Parts that look alike in all documents of a program.
bool is_of_format(std::string_view part) {
  return part == "[Content_Types].xml" || part.find("/theme/") != part.npos ||
         part.ends_with("/fontTable.xml") || part.ends_with("/webSettings.xml") ||
         part.ends_with("/styles.xml") || part.ends_with("/stylesWithEffects.xml") ||
         part == "META-INF/manifest.xml" || part == "xl/sharedStrings.xml" ||
         part.find("slideLayouts/") != part.npos || part.find("slideMasters/") != part.npos;
}

bool is_binary_with_words(std::string_view lower) {
  return lower.ends_with(".bin") || lower.ends_with(".emf") || lower.ends_with(".wmf") ||
         lower.ends_with(".txt") || lower.ends_with(".dat");
}

}  // namespace

void add_strings(std::string_view bytes, const std::string& place, DocumentText& text) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{2}}) {
    std::string run;
    const auto end_run = [&] {
      if (run.size() >= kShortestString && has_letter(run)) text.add_unseen(place, run);
      run.clear();
    };
    for (std::size_t i = 0; i + step <= bytes.size() && text.unseen.size() < kMostUnseen;) {
      const bool is_sign = bytes[i] >= ' ' && bytes[i] < 0x7F && (step == 1 || bytes[i + 1] == 0);
      if (is_sign) {
        run += bytes[i];
        i += step;
      } else {
        end_run();
        ++i;
      }
    }
    end_run();
  }
}

void read_unseen_text(Package& package, DocumentText& text) {
  if (package.has("xl/sharedStrings.xml")) read_unused_texts(package, text);
  for (const std::string& name : package.names()) {
    const std::string lower = ascii_lower(name);
    if (is_of_format(name)) continue;
    if (is_xml_part(lower)) {
      UnseenReader(name, text).read(package.read(name));
    } else if (is_binary_with_words(lower)) {
      add_strings(package.read(name), fmt::format("in a part that it does not show ({})", name),
                  text);
    }
  }
}

}  // namespace signpost
