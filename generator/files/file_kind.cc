#include "files/file_kind.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace signpost {
namespace {

struct EndingRow {
  std::string_view endings;  // with a space around each
  FileUse use;
  std::string_view what, help;
};

constexpr std::string_view kOffer =
    "if families are to have it, link to it with :::download (a draft does not count); if not, "
    "move "
    "it out of the site's folder";
constexpr std::string_view kAnswers =
    "figures for the public belong in content/_data, shown with :::table; raw answers belong "
    "outside of the site's folder";
constexpr std::string_view kOutside = "move it out of the site's folder";
constexpr std::string_view kAsJpeg = "save it as JPEG";
constexpr std::string_view kAsPage = "write it as a page: its name ends in .md";

// clang-format off
constexpr EndingRow kRows[] = {
    {" jpg jpeg png gif webp avif svg ", FileUse::kPicture, "a picture", kOffer},
    {" heic heif hif ", FileUse::kForeignPicture, "a HEIC picture, which most browsers do not show", kAsJpeg},
    {" tif tiff bmp psd ai eps indd raw dng cr2 cr3 nef arw orf rw2 jxl jp2 jfif xcf wmf emf tga pcx ",
     FileUse::kForeignPicture, "a picture that browsers do not show", kAsJpeg},
    {" woff2 ", FileUse::kFont, "a font", "name it under \"font\" of \"brand\" in site-config.yaml"},
    {" mp3 ogg oga opus wav m4a flac mp4 m4v mov webm ogv vtt srt ", FileUse::kMedia, "a recording", kOffer},
    {" pdf ", FileUse::kDocument, "a PDF", kOffer},
    {" docx ", FileUse::kDocument, "a Word document", kOffer},
    {" xlsx ", FileUse::kDocument, "an Excel workbook", kOffer},
    {" pptx ", FileUse::kDocument, "a PowerPoint presentation", kOffer},
    {" odt ods odp ", FileUse::kDocument, "a LibreOffice document", kOffer},
    {" rtf ", FileUse::kDocument, "a document in Rich Text", kOffer},
    {" txt text ", FileUse::kPlain, "plain text", "a page's name ends in .md; move notes out of the site's folder"},
    {" epub brf ics ", FileUse::kPlain, "a file to save", kOffer},
    {" doc dot docm dotm dotx wps wpd pages ott fodt ", FileUse::kClosedDocument, "a document of a kind that cannot be looked into", "save it as PDF or .docx"},
    {" xls xlt xlsm xltm xltx xlsb numbers ots fods ", FileUse::kClosedDocument, "a spreadsheet of a kind that cannot be looked into", "save it as .xlsx"},
    {" ppt pps pptm ppsx ppsm potx otp ", FileUse::kClosedDocument, "a presentation of a kind that cannot be looked into", "save it as PDF or .pptx"},
    {" pub one onepkg vsd vsdx mpp xps oxps ", FileUse::kClosedDocument, "a document of a kind that cannot be looked into", "save it as PDF"},
    {" csv tsv tab psv ", FileUse::kMisplaced, "a table of figures or answers", kAnswers},
    {" sav zsav dta sas7bdat rdata rds por ", FileUse::kMisplaced, "a statistics program's data", kAnswers},
    {" yaml yml json jsonl ndjson xml toml ini conf cfg geojson parquet ", FileUse::kMisplaced, "data or settings", "what pages show belongs in content/_data"},
    {" mdb accdb sqlite sqlite3 db db3 dbf sql odb ", FileUse::kMisplaced, "a database", kOutside},
    {" eml emlx msg pst ost mbox mbx dbx olm ", FileUse::kMisplaced, "mail", "move it out of the site's folder: letters of people have no place on a website"},
    {" log ", FileUse::kMisplaced, "a log", kOutside},
    {" zip zipx 7z rar tar gz tgz bz2 tbz xz txz zst cab iso dmg arj lzh ", FileUse::kMisplaced, "an archive", "unpack it, and put those of its files here that a page offers"},
    {" pem p12 pfx ppk kdbx kdb key crt cer der jks gpg pgp asc ovpn rdp keytab ", FileUse::kMisplaced, "a key, a certificate or a store of passwords", "move it out of the site's folder; if it was ever published, have it replaced"},
    {" bak bkp old orig rej swp swo swn tmp temp part crdownload wbk asd xlk diff patch ", FileUse::kMisplaced, "what an editor or a download left behind", "delete it"},
    {" html htm xhtml shtml mht mhtml ", FileUse::kMisplaced, "a web page that Signpost did not make", kAsPage},
    {" mdx mkd mkdn mdwn mdown mdtxt rst adoc asciidoc org tex ", FileUse::kMisplaced, "text that Signpost does not read as a page", kAsPage},
    {" js mjs ts css scss sass less mustache ", FileUse::kMisplaced, "a part of a theme", "it belongs in themes/"},
    {" php asp aspx jsp cgi py rb pl exe msi bat cmd com ps1 vbs sh dll scr jar apk app deb rpm url lnk webloc swf ",
     FileUse::kMisplaced, "a program or a shortcut", kOutside},
};
// clang-format on

// Files that a system or an editor makes, by their whole name.
constexpr std::string_view kLeftNames = " thumbs.db ehthumbs.db desktop.ini .ds_store icon\r ";
constexpr std::string_view kKeyNames =
    " id_rsa id_dsa id_ecdsa id_ed25519 credentials .htpasswd .netrc .env ";

// What copying programs write into the name of a copy.
constexpr std::string_view kCopyMarks[] = {"copy of ",        " - copy",       " copy.",
                                           "conflicted copy", "sync-conflict", "conflict copy",
                                           "(case conflict"};

std::string spaced(std::string_view word) { return " " + std::string(word) + " "; }

bool has_row_name(std::string_view names, std::string_view name) {
  return !name.empty() && name.find(' ') == name.npos && names.find(spaced(name)) != names.npos;
}

// ~$policy.docx (Microsoft Office), .~lock.policy.odt# (LibreOffice), .#page.md (Emacs).
bool is_lock(std::string_view name) {
  return name.starts_with("~$") || name.starts_with(".~lock") || name.starts_with(".#");
}

bool is_copy(std::string_view lower) {
  return std::ranges::any_of(kCopyMarks,
                             [&](std::string_view mark) { return lower.find(mark) != lower.npos; });
}

FileKind leftover() {
  return {FileUse::kMisplaced, "what an editor or a system left behind", "delete it"};
}

// "draft.md.txt", as Windows calls a page whose ending it hides.
FileKind page_as_text(std::string_view name) {
  return {FileUse::kMisplaced, "a page saved as text",
          "a page's name ends in .md: rename it to \"" +
              std::string(name.substr(0, name.rfind('.'))) + "\""};
}

}  // namespace

std::string file_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? "" : ascii_lower(name.substr(dot + 1));
}

FileKind file_kind(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (is_lock(lower)) return {FileUse::kLock, "a lock", ""};
  const bool is_temporary = lower.starts_with('~') || lower.ends_with('~') ||
                            (lower.starts_with('#') && lower.ends_with('#'));
  if (is_temporary || has_row_name(kLeftNames, lower)) return leftover();
  if (is_copy(lower)) {
    return {FileUse::kMisplaced, "a copy, by its name", "delete it, or give it a name of its own"};
  }
  if (has_row_name(kKeyNames, lower)) {
    const auto* keys = std::ranges::find_if(
        kRows, [](const EndingRow& row) { return row.endings.starts_with(" pem "); });
    return {keys->use, std::string(keys->what), std::string(keys->help)};
  }
  const std::string ending = file_ending(name);
  const std::string_view stem = std::string_view(lower).substr(0, lower.rfind('.'));
  if (stem.ends_with(".md") || stem.ends_with(".markdown")) {
    if (ending == "txt" || ending == "text") return page_as_text(name);
  }
  const auto* row = std::ranges::find_if(
      kRows, [&](const EndingRow& each) { return has_row_name(each.endings, ending); });
  if (row == std::end(kRows))
    return {FileUse::kUnknown, "a file of an unknown kind",
            "offer it as PDF, .docx, .xlsx, .jpg, .png, .mp3 or .mp4"};
  return {row->use, std::string(row->what), std::string(row->help)};
}

}  // namespace signpost
