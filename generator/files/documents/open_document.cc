#include <algorithm>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "files/documents/inspectors.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

void inspect_meta(Package& package, Told& told) {
  visit_xml(package.read("meta.xml"), [&](const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "initial-creator") told.add_name("its author", element.text());
    if (name == "creator") told.add_name("who saved it last,", element.text());
    if (name == "printed-by") told.add_name("who printed it,", element.text());
    if (name == "description") told.add_name("its comment", element.text());
    if (name == "user-defined") told.add_name("a property,", element.text());
  });
}

// Whether what has the style that these properties are of is not shown.
bool hides(const XmlElement& properties) {
  const std::string_view name = properties.name();
  return (name == "table-properties" && properties.attribute("display") == "false") ||
         (name == "text-properties" && properties.attribute("display") == "none") ||
         (name == "drawing-page-properties" && properties.attribute("visibility") == "hidden");
}

// The creator of a note or change is an element inside it.
class ContentInspector {
 public:
  explicit ContentInspector(Told& told) : told_(told) {}

  void visit(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "creator") {
      if (element.is_in("annotation")) told_.count("comment", element.text());
      if (element.is_in("changed-region")) told_.count("tracked change", element.text());
    } else if (name == "style") {
      style_ = element.attribute("name");
    } else if (hides(element)) {
      hidden_styles_.insert(style_);
    } else if (name == "table" && !element.attribute("name").empty()) {
      table_ = element.attribute("name");
      column_ = 0;
      hidden_columns_.clear();
      if (is_hidden(element)) told_.add_name("the hidden sheet", table_);
    } else if (name == "span" || name == "p") {
      if (is_hidden(element) && !trimmed(element.text()).empty()) told_.add("hidden text");
    } else if (name == "section" && element.attribute("display") == "none") {
      if (!trimmed(element.text()).empty()) told_.add("a hidden section");
    } else if (name == "page" && is_hidden(element)) {
      told_.count("hidden slide");
    } else if (name == "hidden-text" || name == "hidden-paragraph") {
      told_.add("hidden text");
    } else if (name == "notes" && element.has_child("frame") && has_notes(element)) {
      told_.count("slide with speaker's note");
    } else if (name == "table-column") {
      const unsigned begin = column_;
      column_ += repeats(element, "number-columns-repeated");
      if (is_folded(element)) hidden_columns_.emplace_back(begin, column_);
    } else if (name == "table-row") {
      cell_ = 0;
      if (is_folded(element) && !trimmed(element.text()).empty()) {
        told_.add_name("hidden rows of the sheet", table_);
      }
    } else if (name == "table-cell" || name == "covered-table-cell") {
      inspect_cell(element);
    }
  }

 private:
  [[nodiscard]] bool is_hidden(const XmlElement& element) const {
    return hidden_styles_.contains(std::string(element.attribute("style-name")));
  }

  static bool has_notes(const XmlElement& notes) {
    const std::string text = notes.text();
    return trimmed(text).find_first_not_of("<number>0123456789") != std::string_view::npos;
  }

  static bool is_folded(const XmlElement& line) {
    const std::string_view visibility = line.attribute("visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  static unsigned repeats(const XmlElement& element, std::string_view name) {
    const std::string_view text = element.attribute(name);
    unsigned count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::min(count, 1U << 20U);
  }

  void inspect_cell(const XmlElement& cell) {
    const unsigned begin = cell_;
    cell_ += repeats(cell, "number-columns-repeated");
    const bool is_hidden = std::ranges::any_of(hidden_columns_, [&](const auto& range) {
      return begin < range.second && cell_ > range.first;
    });
    if (is_hidden && !trimmed(cell.text()).empty()) {
      told_.add_name("hidden columns of the sheet", table_);
    }
  }

  Told& told_;
  std::string style_, table_;
  std::set<std::string> hidden_styles_;
  // Of the table: how many columns have come, those that are hidden, and where in the row we are.
  unsigned column_ = 0, cell_ = 0;
  std::vector<std::pair<unsigned, unsigned>> hidden_columns_;
};

}  // namespace

void inspect_open_document(Package& package, Told& told) {
  const std::string manifest = package.read("META-INF/manifest.xml");
  if (manifest.find("encryption-data") != manifest.npos) {
    return package.fail("it is protected by a password");
  }
  if (!package.has("content.xml")) {
    return package.fail("it is another sort of document inside");
  }
  inspect_meta(package, told);
  for (const std::string part : {"styles.xml", "content.xml"}) {
    ContentInspector inspector(told);
    const bool is_xml =
        visit_xml(package.read(part), [&](const XmlElement& element) { inspector.visit(element); });
    if (!is_xml && part == "content.xml") package.fail("its text is damaged");
  }
  for (const std::string& name : package.names()) {
    const std::string lower = ascii_lower(name);
    if (name.starts_with("Versions/")) told.add("earlier versions");
    if (name.starts_with("Basic/") && lower.ends_with("module1.xml")) told.add("a macro");
  }
  visit_xml(manifest, [&](const XmlElement& element) {
    const std::string_view type = element.attribute("media-type");
    const bool is_object = element.attribute("full-path").starts_with("Object ");
    const bool is_document = type.ends_with(".spreadsheet") || type.ends_with(".text");
    if (is_object && is_document) told.add("an embedded document");
  });
}

}  // namespace signpost
