// The programs that the site and its generator are made with, for the page "Software used".
#pragma once

#include <span>
#include <string_view>

namespace signpost {

struct Software {
  std::string_view name, version, licence, use;
  std::string_view source;  // where its source is, or ""
};

// Returns all of them, by name. Licences are SPDX identifiers (spdx.org/licenses).
std::span<const Software> software_used();

}  // namespace signpost
