// What a file is, by its name: whether a site may publish it, and where it belongs if not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signpost {

enum class FileUse : std::uint8_t {
  kPicture,         // browsers show it
  kForeignPicture,  // a picture that most browsers do not show
  kFont,            // of the site's settings
  kMedia,           // sound, video, captions
  kDocument,        // for people to save; what it holds unseen can be looked for
  kPlain,           // for people to save, and holds what it shows
  kClosedDocument,  // of a program whose files cannot be looked into
  kLock,            // made by a program for as long as it has a document open
  kMisplaced,       // has no place on a website
  kUnknown
};

// `what` says what such a file is, after "is" ("an Excel workbook"), `help` what to do with one
// that is not published.
struct FileKind {
  FileUse use = FileUse::kUnknown;
  std::string what;
  std::string help;
};

// Returns what a file is that is called `name` (without folder). Letter case does not count.
FileKind file_kind(std::string_view name);

// Returns the ending in small letters, without its dot: "pdf"; "" where there is none.
std::string file_ending(std::string_view name);

}  // namespace signpost
