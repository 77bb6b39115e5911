#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "files/documents/inspectors.h"
#include "files/images/picture_details.h"

namespace signpost {
namespace {

// Where parts stand in each sort of document (ECMA-376, part 2; OpenDocument 1.3, part 2).
constexpr auto kOfficeFolders = std::to_array<std::string_view>(
    {"_rels/", "docProps/", "customXml/", "docMetadata/", "_xmlsignatures/", "customUI/",
     "userCustomization/", "[trash]/", "package/", "media/"});
constexpr auto kOpenParts = std::to_array<std::string_view>(
    {"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
     "layout-cache", "VersionList.xml", "current.xml"});
constexpr auto kOpenFolders = std::to_array<std::string_view>(
    {"META-INF/", "Thumbnails/", "Pictures/", "Configurations2/", "ObjectReplacements/", "Object ",
     "media/", "Media/", "Fonts/", "Basic/", "Dialogs/", "Versions/", "Scripts/", "Gallery/"});
constexpr auto kEndings = std::to_array<std::string_view>(
    {"xml",  "rels",   "vml",   "bin",     "png", "jpg",  "jpeg", "gif",  "emf",  "wmf",
     "tif",  "tiff",   "bmp",   "svg",     "wdp", "jfif", "webp", "heic", "emz",  "wmz",
     "pct",  "eps",    "odttf", "fntdata", "ttf", "otf",  "mp3",  "mp4",  "m4a",  "m4v",
     "mov",  "wav",    "wma",   "wmv",     "avi", "mpg",  "xlsx", "docx", "pptx", "ole",
     "sigs", "psmdcp", "rdf",   "xlb",     "xlc", "xba",  "xdb",  "dat"});

template <typename Names>
bool begins_with_any(std::string_view part, const Names& names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return part.starts_with(name); });
}

bool is_known_office_part(std::string_view part, std::string_view ending) {
  const std::string_view own = ending == "docx" ? "word/" : ending == "xlsx" ? "xl/" : "ppt/";
  if (part == "[Content_Types].xml") return true;
  if (!part.starts_with(own) && !begins_with_any(part, kOfficeFolders)) return false;
  const std::string lower = ascii_lower(part.substr(part.rfind('.') + 1));
  return std::ranges::find(kEndings, lower) != kEndings.end();
}

bool is_known_open_part(std::string_view part) {
  return std::ranges::find(kOpenParts, part) != kOpenParts.end() ||
         begins_with_any(part, kOpenFolders);
}

}  // namespace

void inspect_stray_parts(Package& package, std::string_view ending, Told& told) {
  const bool is_office = ending == "docx" || ending == "xlsx" || ending == "pptx";
  for (const std::string& name : package.names()) {
    if (name.ends_with('/')) continue;
    if (name.find("/embeddings/") != name.npos) continue;  // named as such
    const bool is_known = is_office ? is_known_office_part(name, ending) : is_known_open_part(name);
    if (!is_known) told.add_name("a part that no such document has,", name);
    const std::string lower = ascii_lower(name.substr(std::min(name.rfind('.'), name.size())));
    const bool is_text = lower == ".xml" || lower == ".rels" || lower == ".vml" || lower == ".rdf";
    if (is_text || name == "mimetype") continue;
    const std::string bytes = package.read(name);
    const std::string details = picture_details(
        find_format(std::string_view(bytes).substr(0, std::min(bytes.size(), kFormatBytes))),
        bytes);
    if (!details.empty()) told.add(details);
  }
  if (package.has_strays()) told.add("bytes that belong to none of its parts");
}

}  // namespace signpost
