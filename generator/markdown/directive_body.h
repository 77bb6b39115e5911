// What may stand inside each directive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "markdown/directives.h"
#include "markdown/document.h"

namespace signpost {

// Where the key of a "Key: value" item ends: at the byte `colon` of the text node `node`, or after
// the strong node `node` whose own text ends in the colon (then `colon` is npos).
struct KeyEnd {
  std::uint32_t node = kNoNode;
  std::size_t colon = 0;
};

// Returns where the key of a list item ends, or nothing where it has none.
std::optional<KeyEnd> find_key_end(const Document& document, std::uint32_t item);

// A node that does not belong; `node` is the directive itself where something is missing.
struct BodyMistake {
  std::uint32_t node = 0;
  std::string message;
  std::string help;
};

std::optional<BodyMistake> check_body(const Document& document, std::uint32_t directive,
                                      const DirectiveRule& rule);

}  // namespace signpost
