#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/inspectors.h"
#include "files/documents/xml_part.h"

namespace signpost {
namespace {

// Properties that templates and servers add and that name nobody.
constexpr std::string_view kTellingWords[] = {"owner",  "author",  "client", "manager",
                                              "editor", "person",  "case",   "user",
                                              "typist", "checked", "review", "name"};

bool is_telling_property(std::string_view name, std::string_view value) {
  if (value.find('@') != value.npos) return true;
  const std::string lower = ascii_lower(name);
  // Of Microsoft's sensitivity labels, all but the owner name the label.
  if (lower.starts_with("msip_label_")) return false;
  return std::ranges::any_of(kTellingWords,
                             [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

void inspect_properties(Package& package, Told& told) {
  const auto core = [&](const XmlElement& element) {
    if (element.name() == "creator") told.add_name("its author", element.text());
    if (element.name() == "lastModifiedBy") told.add_name("who saved it last,", element.text());
    if (element.name() == "description") told.add_name("its comment", element.text());
  };
  visit_xml(package.read("docProps/core.xml"), core);
  const auto extended = [&](const XmlElement& element) {
    if (element.name() == "Company") told.add_name("its company", element.text());
    if (element.name() == "Manager") told.add_name("its manager", element.text());
    const bool is_path = element.name() == "Template" || element.name() == "HyperlinkBase";
    if (is_path && element.text().find_first_of("\\/") != std::string::npos) {
      told.add_name("a folder of its writer's computer,", element.text());
    }
  };
  visit_xml(package.read("docProps/app.xml"), extended);
  const auto custom = [&](const XmlElement& element) {
    if (element.name() != "property") return;
    const std::string value = element.text();
    const std::string_view name = element.attribute("name");
    if (is_telling_property(name, value)) {
      told.add_name(fmt::format("its property \"{}\",", name), value);
    }
  };
  visit_xml(package.read("docProps/custom.xml"), custom);
}

// Where a document's parts lead out of it: to a file on the computer of whoever wrote it.
void inspect_links(Package& package, const std::string& name, Told& told) {
  visit_xml(package.read(name), [&](const XmlElement& element) {
    const std::string_view target = element.attribute("Target");
    if (element.attribute("TargetMode") != "External") return;
    if (ascii_lower(target).starts_with("file:") || target.find('\\') != target.npos) {
      told.add_name("a link to a file of its writer's computer,", target);
    }
  });
}

// Elements of data behind a form by which a person is named.
constexpr std::string_view kPersonElements[] = {
    "author", "creator", "lastmodifiedby", "manager", "owner",  "editor", "user",  "username",
    "client", "patient", "pupil",          "child",   "person", "name",   "email", "phone"};

// SharePoint's own columns name people.
void inspect_custom_part(Package& package, const std::string& name, Told& told) {
  visit_xml(package.read(name), [&](const XmlElement& element) {
    if (element.name() == "DisplayName") told.add_name("a name of SharePoint,", element.text());
    const std::string lower = ascii_lower(element.name());
    const bool is_cited = element.is_in("Sources");  // the books that a text names
    if (!is_cited && std::ranges::find(kPersonElements, lower) != std::end(kPersonElements)) {
      told.add_name(fmt::format("a value of \"{}\",", element.name()), element.own_text());
    }
  });
}

}  // namespace

void inspect_office(Package& package, std::string_view ending, Told& told) {
  const std::string_view main = ending == "docx"   ? "word/document.xml"
                                : ending == "xlsx" ? "xl/workbook.xml"
                                                   : "ppt/presentation.xml";
  if (!package.has(main)) return package.fail("it is another sort of document inside");
  inspect_properties(package, told);
  for (const std::string& name : package.names()) {
    const std::string_view part = name;
    if (part.ends_with(".rels")) inspect_links(package, name, told);
    if (part.find("/embeddings/") != part.npos) {
      told.add_name("an embedded file,", part.substr(part.rfind('/') + 1));
    }
    if (part.ends_with("vbaProject.bin")) told.add("a macro");
    if (part.starts_with("customXml/item")) inspect_custom_part(package, name, told);
  }
  if (ending == "docx") inspect_text_document(package, told);
  if (ending == "xlsx") inspect_workbook(package, told);
  if (ending == "pptx") inspect_slides(package, told);
}

void inspect_slides(Package& package, Told& told) {
  for (const std::string& name : package.names()) {
    const std::string_view part = name;
    if (!part.ends_with(".xml")) continue;
    if (part.starts_with("ppt/comments/")) {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        if (element.name() == "cm") told.count("comment");
      });
    } else if (part == "ppt/commentAuthors.xml" || part == "ppt/authors.xml") {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        told.add_name("an author of comments,", element.attribute("name"));
      });
    } else if (part.starts_with("ppt/notesSlides/")) {
      bool has_notes = false;
      visit_xml(package.read(name), [&](const XmlElement& element) {
        // Fields are the number of the slide and the date.
        if (element.name() != "t" || element.is_in("fld")) return;
        has_notes = has_notes || !trimmed(element.text()).empty();
      });
      if (has_notes) told.count("slide with speaker's note");
    } else if (part.starts_with("ppt/slides/")) {
      visit_xml(package.read(name), [&](const XmlElement& element) {
        const std::string_view show = element.attribute("show");
        if (element.name() == "sld" && (show == "0" || show == "false")) told.count("hidden slide");
      });
    }
  }
}

}  // namespace signpost
