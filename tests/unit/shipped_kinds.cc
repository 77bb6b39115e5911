#include "unit/shipped_kinds.h"

#include <cstdlib>
#include <iostream>

#include "kinds/load_kinds.h"

namespace signpost {

const Kinds& shipped_kinds() {
  static const Kinds kShipped = [] {
    Diagnostics diagnostics;
    Kinds read = load_kinds(share_with_kinds(), "/dev/null", diagnostics);
    for (const Diagnostic& each : diagnostics.all()) {
      std::cerr << each.place.path << ":" << each.place.line << ": " << each.message << "\n";
    }
    if (!diagnostics.empty()) std::abort();
    return read;
  }();
  return kShipped;
}

std::filesystem::path share_with_kinds() { return SIGNPOST_SOURCE_DIR "/generator"; }

}  // namespace signpost
