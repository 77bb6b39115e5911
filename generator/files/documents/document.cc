#include "files/documents/document.h"

#include <algorithm>
#include <iterator>

#include "files/documents/inspectors.h"
#include "files/documents/text_readers.h"

namespace signpost {
namespace {

constexpr std::string_view kOfficeHelp =
    "choose File > Info > Check for Issues > Inspect Document, remove all that it finds, and save";
constexpr std::string_view kLibreHelp =
    "in LibreOffice delete comments, accept all changes, show what is hidden, choose File > "
    "Properties > Reset Properties, and save";
constexpr std::string_view kPdfHelp =
    "take it out of the document that the PDF was made of and make it anew; or in Acrobat choose "
    "Redact > Sanitize Document";

std::string help_for(std::string_view ending) {
  if (ending == "docx" || ending == "rtf") return "in Word " + std::string(kOfficeHelp);
  if (ending == "xlsx") return "in Excel " + std::string(kOfficeHelp);
  if (ending == "pptx") return "in PowerPoint " + std::string(kOfficeHelp);
  return std::string(ending == "pdf" ? kPdfHelp : kLibreHelp);
}

// A compound file instead of a ZIP archive ([MS-OFFCRYPTO], 2.3.4: the stream's name in UTF-16).
std::string compound_damage(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  return bytes.find(name) == bytes.npos ? "it is a document of an older Office program"
                                        : "it is protected by a password";
}

// Looks into a document that is an archive, and reads its words.
void read_package(std::string_view bytes, std::string_view ending, Told& told,
                  DocumentContents& contents) {
  Package package(bytes);
  const bool is_office = ending == "docx" || ending == "xlsx" || ending == "pptx";
  if (package.damage().empty()) {
    if (is_office) {
      inspect_office(package, ending, told);
    } else {
      inspect_open_document(package, told);
    }
  }
  if (package.damage().empty()) inspect_stray_parts(package, ending, told);
  if (package.damage().empty()) {
    if (ending == "xlsx") {
      read_workbook_text(package, contents.text);
    } else if (is_office) {
      read_office_text(package, ending, contents.text);
    } else {
      read_open_document_text(package, contents.text);
    }
    read_unseen_text(package, contents.text);
  }
  contents.damage = package.damage();
}

}  // namespace

DocumentContents read_document(std::string_view bytes, FileFormat format, std::string_view ending,
                               std::span<const std::string> public_names) {
  constexpr std::string_view kPackages[] = {"docx", "xlsx", "pptx", "odt", "ods", "odp"};
  DocumentContents contents;
  Told told(public_names);
  if (format == FileFormat::kOle) {
    contents.damage = compound_damage(bytes);
  } else if (ending == "pdf") {
    contents.damage = inspect_pdf(bytes, told, contents.text);
  } else if (ending == "rtf") {
    inspect_rich_text(bytes, told, contents.text);
  } else if (std::ranges::find(kPackages, ending) != std::end(kPackages)) {
    read_package(bytes, ending, told, contents);
  }
  contents.told = told.take();
  contents.help = help_for(ending);
  return contents;
}

}  // namespace signpost
