#include "files/documents/document.h"

#include "files/documents/inspectors.h"

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

}  // namespace

HiddenData find_hidden_data(std::string_view bytes, FileFormat format, std::string_view ending,
                            std::span<const std::string> public_names) {
  HiddenData found;
  Told told(public_names);
  if (format == FileFormat::kOle) {
    found.damage = compound_damage(bytes);
  } else if (ending == "pdf") {
    found.damage = inspect_pdf(bytes, told);
  } else if (ending == "rtf") {
    inspect_rich_text(bytes, told);
  } else if (ending == "docx" || ending == "xlsx" || ending == "pptx") {
    Package package(bytes);
    if (package.damage().empty()) inspect_office(package, ending, told);
    found.damage = package.damage();
  } else if (ending == "odt" || ending == "ods" || ending == "odp") {
    Package package(bytes);
    if (package.damage().empty()) inspect_open_document(package, told);
    found.damage = package.damage();
  }
  found.told = told.take();
  found.help = help_for(ending);
  return found;
}

}  // namespace signpost
