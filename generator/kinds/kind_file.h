// One file of a kind of page as values: every mistake in it is reported with its place.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"
#include "kinds/kinds.h"

namespace signpost {

// A kind with its place in lists of kinds and where its file names it. Without a usable name it has
// none.
struct KindFile {
  Kind kind;
  std::uint32_t order = 0;
  Place name_place;
};

// Returns the kind of the file `path`, whose tree is `root`. Its own fields may make those of
// `common` required. Reports `kind-missing-key`, `kind-unknown-key`, `kind-type`.
KindFile read_kind_file(const YamlNode& root, std::string_view path,
                        const std::vector<Field>& common, Diagnostics& diagnostics);

// Returns the fields of the file with those that every page may have. Reports as read_kind_file.
std::vector<Field> read_common_fields(const YamlNode& root, std::string_view path,
                                      Diagnostics& diagnostics);

}  // namespace signpost
