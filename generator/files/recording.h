// Films and sound of a phone, which say where they were made.
#pragma once

#include <filesystem>

namespace signpost {

// Whether an MP4, MOV or M4A says where it was recorded. Reads its index, not its pictures; false
// for what is no such file.
bool tells_place(const std::filesystem::path& path);

}  // namespace signpost
