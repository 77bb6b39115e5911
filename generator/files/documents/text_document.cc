#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "files/documents/inspectors.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

// ECMA-376, part 1, 17.13.5: what is kept of each change until somebody accepts it.
constexpr std::string_view kChanges[] = {
    "ins",        "del",           "moveFrom",        "moveTo",        "rPrChange",
    "pPrChange",  "sectPrChange",  "tblPrChange",     "tblGridChange", "trPrChange",
    "tcPrChange", "tblPrExChange", "numberingChange", "cellIns",       "cellDel",
    "cellMerge"};

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

// "word/document.xml", headers, footers, notes.
bool has_text(std::string_view part) {
  return part.starts_with("word/") && part.ends_with(".xml") && part.find('/', 5) == part.npos &&
         (part.starts_with("word/document") || part.starts_with("word/header") ||
          part.starts_with("word/footer") || part.starts_with("word/footnotes") ||
          part.starts_with("word/endnotes"));
}

void inspect_element(const XmlElement& element, Told& told) {
  const std::string_view name = element.name();
  if (std::ranges::find(kChanges, name) != std::end(kChanges)) {
    told.count("tracked change", element.attribute("author"));
  } else if (name == "vanish" && !is_off(element.attribute("val"))) {
    const XmlElement run = element.parent().parent();
    const bool is_hidden = run.name() == "r" && run.has_child("t");
    if (is_hidden && !trimmed(run.text()).empty()) told.add("hidden text");
  }
}

}  // namespace

void inspect_text_document(Package& package, Told& told) {
  for (const std::string& name : package.names()) {
    if (has_text(name)) {
      const bool is_xml = visit_xml(
          package.read(name), [&](const XmlElement& element) { inspect_element(element, told); });
      if (!is_xml) package.fail("its text is damaged");
    } else if (name.starts_with("word/comments")) {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        if (element.name() == "comment") told.count("comment", element.attribute("author"));
      });
    } else if (name == "word/people.xml") {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        if (element.name() != "person") return;
        told.add_name("an author of comments,", element.attribute("author"));
      });
    } else if (name.starts_with("word/recipientData")) {
      told.add("a list of people that letters went to");
    }
  }
  visit_xml(package.read("word/settings.xml"), [&](const XmlElement& element) {
    if (element.name() == "mailMerge") told.add("where the names for its letters came from");
    if (element.name() == "docVar") {
      told.add_name("a variable,", element.attribute("val"));
    }
  });
}

}  // namespace signpost
