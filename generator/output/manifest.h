// manifest.json: what a build published, and the proof that a folder is one that a build made.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/copy_stream.h"

namespace signpost {

inline constexpr char kManifestName[] = "manifest.json";

// Size and hash of each published file by its path from the published folder.
using Manifest = std::map<std::string, FileDigest, std::less<>>;

// Returns manifest.json: who wrote it, and every file with its SHA-256 and size, sorted by path.
std::string manifest_json(const Manifest& manifest);

// Returns the manifest that a build wrote as `json`, byte for byte, with or without the lines that
// say who wrote it (the first version had none); nothing for any other text, and where a path
// climbs out of its folder.
std::optional<Manifest> parse_manifest(std::string_view json);

}  // namespace signpost
