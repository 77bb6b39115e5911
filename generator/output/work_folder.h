// The folder beside the output in which a build works. It carries a mark, so that a later build
// knows what a killed one left from a folder of somebody else.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

inline constexpr char kWorkMark[] = "signpost-work-folder.txt";

// Makes the folder, empty but for its mark, and removes what a killed build left in it. Returns
// false where it cannot be made (`io-write`) or is there without the mark (`output-not-ours`).
bool make_work_folder(const std::filesystem::path& folder, Diagnostics& diagnostics);

// Removes the folder if it carries the mark, the mark last: what a kill leaves is still known. A
// failure leaves the rest to the next build.
void remove_work_folder(const std::filesystem::path& folder);

}  // namespace signpost
