#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/text_readers.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxRepeats = std::size_t{1} << 20;  // rows of a sheet

std::size_t times_repeated(const XmlElement& element, std::string_view attribute) {
  const std::string_view text = element.attribute(attribute);
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp<std::size_t>(count, 1, kMaxRepeats);
}

// Comments and earlier versions, which are reported as such.
bool is_unseen(std::string_view name) { return name == "annotation" || name == "tracked-changes"; }
bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }

// Appends the words inside the element; those of paragraphs in it only for cells.
enum class InnerTexts { kTake, kLeave };
void append_text(const XmlElement& element, InnerTexts inner, std::string& out) {
  walk_xml(
      element,
      [&](const XmlElement& each) {
        const std::string_view name = each.name();
        if (is_unseen(name) || name == "table") return false;
        if (is_paragraph(name)) {
          if (inner == InnerTexts::kTake) out += ' ';
          return inner == InnerTexts::kTake;
        }
        if (name == "s" || name == "tab" || name == "line-break") out += ' ';
        return true;
      },
      [&](std::string_view words) { out += words; });
}

DocumentTable read_rows(const XmlElement& element, std::string name, bool is_sheet) {
  DocumentTable table{std::move(name), is_sheet, {}};
  std::size_t row = 0, next_row = 0, column = 0;
  walk_xml(element,
           [&](const XmlElement& each) {
             const std::string_view part = each.name();
             if (part == "table-row") {
               row = next_row;
               next_row += times_repeated(each, "number-rows-repeated");
               column = 0;
             }
             if (part != "table-cell" && part != "covered-table-cell") return part != "table";
             std::string words;
             append_text(each, InnerTexts::kTake, words);
             if (!trimmed(words).empty()) table.cells.push_back({row, column, std::move(words)});
             column += times_repeated(each, "number-columns-repeated");
             return false;
           },
           {});
  return table;
}

class ContentReader {
 public:
  // `place` is where all of it stands; "" numbers paragraphs and slides.
  ContentReader(std::string place, DocumentText& text) : place_(std::move(place)), text_(text) {}

  void visit(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "page" && element.parent().name() == "presentation") {
      ++slide_count_;
    } else if (is_paragraph(name)) {
      add_paragraph(element);
    } else if (name == "table" && !element.is_in("annotation")) {
      const bool is_sheet = element.parent().name() == "spreadsheet";
      std::string title = is_sheet ? fmt::format("the sheet \"{}\"", element.attribute("name"))
                                   : fmt::format("table {}", text_.tables.size() + 1);
      text_.tables.push_back(read_rows(element, std::move(title), is_sheet));
    } else if (name == "desc") {
      text_.add("in the description of a picture", element.text());
    } else if (name == "a") {
      text_.add_link(element.attribute("href"));
    }
  }

 private:
  void add_paragraph(const XmlElement& element) {
    if (element.is_in("table-cell") || element.is_in("annotation") ||
        element.is_in("tracked-changes")) {
      return;
    }
    std::string words;
    append_text(element, InnerTexts::kLeave, words);
    if (trimmed(words).empty()) return;
    ++paragraph_count_;
    std::string place = slide_count_ > 0 ? fmt::format("on slide {}", slide_count_)
                                         : fmt::format("in paragraph {}", paragraph_count_);
    text_.add(place_.empty() ? std::move(place) : place_, std::move(words));
  }

  std::string place_;
  DocumentText& text_;
  std::size_t paragraph_count_ = 0, slide_count_ = 0;
};

}  // namespace

void read_open_document_text(Package& package, DocumentText& text) {
  visit_xml(package.read("meta.xml"), [&](const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "title" || name == "subject" || name == "keyword") {
      text.add("in its properties", element.text());
    }
  });
  ContentReader content("", text);
  visit_xml(package.read("content.xml"),
            [&](const XmlElement& element) { content.visit(element); });
  ContentReader styles("in a header or footer", text);
  visit_xml(package.read("styles.xml"), [&](const XmlElement& element) { styles.visit(element); });
}

}  // namespace signpost
