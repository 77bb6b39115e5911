#include "unit/shipped_kinds.h"

#include <cstdlib>
#include <iostream>

#include "kinds/load_kinds.h"
#include "unit/temporary_folder.h"

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

std::filesystem::path share_with_kinds() {
  static const TemporaryFolder kShare;
  static const bool kIsFilled = [] {
    const std::filesystem::path source = SIGNPOST_SOURCE_DIR;
    const std::filesystem::path theme = kShare.path() / "themes/signpost";
    std::filesystem::create_directories(theme);
    std::filesystem::copy(source / "generator/kinds", kShare.path() / "kinds");
    for (const char* part : {"directives", "i18n", "partials"}) {
      std::filesystem::copy(source / "themes/signpost" / part, theme / part);
    }
    return true;
  }();
  static_cast<void>(kIsFilled);
  return kShare.path();
}

}  // namespace signpost
