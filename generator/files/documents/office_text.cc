#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/text_readers.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

// Elements that hold no words of their own, or the same ones again for older programs.
bool is_without_words(std::string_view name) {
  return name == "pPr" || name == "rPr" || name == "Fallback" || name == "rPh";
}

// Appends the words inside the element; those of paragraphs in it only for cells.
enum class InnerParagraphs { kTake, kLeave };
void append_words(const XmlElement& element, InnerParagraphs inner, std::string& out) {
  walk_xml(element,
           [&](const XmlElement& each) {
             const std::string_view name = each.name();
             if (is_without_words(name) || name == "tbl") return false;
             if (name == "t") {
               out += each.text();
               return false;
             }
             if (name == "p") {
               if (inner == InnerParagraphs::kTake) out += ' ';
               return inner == InnerParagraphs::kTake;
             }
             if (name == "tab" || name == "br" || name == "cr") out += ' ';
             if (name == "noBreakHyphen") out += '-';
             return true;
           },
           {});
}

DocumentTable read_table(const XmlElement& element, std::string name) {
  DocumentTable table{std::move(name), false, {}};
  std::size_t row_count = 0, column = 0;
  walk_xml(element,
           [&](const XmlElement& each) {
             if (each.name() == "tr") {
               ++row_count;
               column = 0;
             }
             if (each.name() != "tc") return true;
             std::string words;
             append_words(each, InnerParagraphs::kTake, words);
             const std::size_t row = std::max<std::size_t>(row_count, 1) - 1;
             if (!trimmed(words).empty()) table.cells.push_back({row, column, std::move(words)});
             ++column;
             return false;
           },
           {});
  return table;
}

// The series of a chart as a table: its name over its values, beside what they are of.
void read_chart_series(const XmlElement& element, DocumentTable& table, std::size_t column) {
  std::size_t name_row = 0, value_row = 0;
  walk_xml(element,
           [&](const XmlElement& each) {
             if (each.name() != "v") return true;
             const auto row = [&]() -> std::size_t {
               if (each.is_in("tx")) return 0;
               return each.is_in("cat") ? ++name_row : ++value_row;
             }();
             const bool is_name = each.is_in("cat");
             if (is_name && column > 1) return false;  // all series have the same
             table.cells.push_back({row, is_name ? 0 : column, each.text()});
             return false;
           },
           {});
}

// Reads the paragraphs, tables and descriptions of a part. `place` may number the paragraphs.
class OfficePart {
 public:
  OfficePart(std::string place, DocumentText& text) : place_(std::move(place)), text_(text) {}

  void visit(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "p") {
      if (element.is_in("tc") || element.is_in("Fallback")) return;
      std::string words;
      append_words(element, InnerParagraphs::kLeave, words);
      if (!trimmed(words).empty()) add_paragraph(std::move(words));
    } else if (name == "tbl" && !element.is_in("Fallback")) {
      const std::string number = fmt::format("table {}", text_.tables.size() + 1);
      text_.tables.push_back(
          read_table(element, place_.empty() ? number : fmt::format("{} {}", number, place_)));
    } else if (name == "docPr" || name == "cNvPr") {
      text_.add("in the description of a picture", std::string(element.attribute("descr")));
    } else if (name == "v" && element.is_in("chart")) {
      text_.add("in a chart", element.text());
    } else if (name == "ser") {
      read_chart_series(element, chart_, ++series_count_);
    }
  }

  // Beyond this point nothing of the part is visited.
  void finish() {
    if (chart_.cells.empty()) return;
    const auto order = [](const DocumentCell& a, const DocumentCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    };
    std::ranges::stable_sort(chart_.cells, order);
    chart_.name = fmt::format("chart {}", ++text_.chart_count);
    text_.tables.push_back(std::move(chart_));
  }

 private:
  void add_paragraph(std::string words) {
    ++paragraph_count_;
    text_.add(place_.empty() ? fmt::format("in paragraph {}", paragraph_count_) : place_,
              std::move(words));
  }

  std::string place_;
  DocumentText& text_;
  std::size_t paragraph_count_ = 0, series_count_ = 0;
  DocumentTable chart_;
};

// Where the words of a part of a Word document stand; "" for its main text, nothing for others.
const std::pair<std::string_view, std::string_view> kWordParts[] = {
    {"word/document", ""},
    {"word/header", "in a header"},
    {"word/footer", "in a footer"},
    {"word/footnotes", "in a note"},
    {"word/endnotes", "in a note"},
    {"word/charts/chart", "in a chart"},
    {"word/diagrams/data", "in a diagram"}};

// The parts of the slides in the order in which they are shown.
std::vector<std::string> slide_parts(Package& package) {
  std::map<std::string, std::string, std::less<>> targets;
  visit_xml(package.read("ppt/_rels/presentation.xml.rels"), [&](const XmlElement& element) {
    std::string_view target = element.attribute("Target");
    if (target.starts_with("/ppt/")) target.remove_prefix(5);
    targets.emplace(element.attribute("Id"), fmt::format("ppt/{}", target));
  });
  std::vector<std::string> parts;
  visit_xml(package.read("ppt/presentation.xml"), [&](const XmlElement& element) {
    if (element.name() != "sldId") return;
    // "id" and "r:id" are two attributes; relations are called "rId7".
    const auto found = targets.find(element.attribute("r:id"));
    if (found != targets.end()) parts.push_back(found->second);
  });
  return parts;
}

}  // namespace

void read_office_part(Package& package, const std::string& part, const std::string& place,
                      DocumentText& text) {
  OfficePart reader(place, text);
  visit_xml(package.read(part), [&](const XmlElement& element) { reader.visit(element); });
  reader.finish();
}

void read_office_properties(Package& package, DocumentText& text) {
  visit_xml(package.read("docProps/core.xml"), [&](const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "title" || name == "subject" || name == "keywords" || name == "category") {
      text.add("in its properties", element.text());
    }
  });
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".rels")) continue;
    visit_xml(package.read(name), [&](const XmlElement& element) {
      if (element.attribute("TargetMode") == "External") text.add_link(element.attribute("Target"));
    });
  }
}

void read_office_text(Package& package, std::string_view ending, DocumentText& text) {
  read_office_properties(package, text);
  if (ending == "pptx") {
    std::size_t number = 0;
    for (const std::string& part : slide_parts(package)) {
      read_office_part(package, part, fmt::format("on slide {}", ++number), text);
    }
  }
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".xml")) continue;
    for (const auto& [beginning, place] : kWordParts) {
      if (name.starts_with(beginning)) read_office_part(package, name, std::string(place), text);
    }
    if (name.starts_with("ppt/charts/chart") || name.starts_with("ppt/diagrams/data")) {
      read_office_part(package, name, "in a chart", text);
    }
  }
}

}  // namespace signpost
