// What a picture inside a document tells beside its pixels. Published pictures lose all of it
// (image.h); a document is left as it is, so that this is named.
#pragma once

#include <string>
#include <string_view>

#include "files/file_format.h"

namespace signpost {

// Returns what the picture tells of place, maker, camera's number, comments, its small copy and
// what stands behind its end: "a photo that says where it was taken, who made it"; "" for nothing.
// Model, date and programs name nobody. Any format, TIFF and HEIF too. Linear in the size.
std::string picture_details(FileFormat format, std::string_view bytes);

}  // namespace signpost
