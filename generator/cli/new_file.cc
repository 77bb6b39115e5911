#include "cli/new_file.h"

#include <iostream>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "base/files.h"
#include "cli/cli.h"
#include "findings/terminal_text.h"

namespace signpost {
namespace fs = std::filesystem;

int write_new_file(const fs::path& out, std::string_view bytes, Overwriting overwriting) {
  Diagnostics diagnostics;
  std::error_code ignored;
  fs::path draft = out;
  draft.replace_filename(fmt::format(".{}.{}", out.filename().string(), ::getpid()));
  if (!write_file(draft, bytes, diagnostics)) {
    fs::remove(draft, ignored);
    const Diagnostic& failure = diagnostics.all().front();
    std::cerr << fmt::format("{}: error: {} [{}]\n", shown(failure.place.path),
                             shown(failure.message), failure.rule);
    if (!failure.help.empty()) std::cerr << "   help: " << failure.help << '\n';
    return kExitMachineFailure;
  }
  std::error_code error;
  if (overwriting == Overwriting::kAllowed) {
    fs::rename(draft, out, error);
  } else {
    fs::create_hard_link(draft, out, error);  // fails where the file exists, unlike rename
  }
  fs::remove(draft, ignored);
  if (!error) return kExitClean;
  if (error == std::errc::file_exists) {
    std::cerr << fmt::format(
        "signpost: error: \"{}\" exists already; use --force to write it anew\n",
        shown(out.generic_string()));
    return kExitWrongUsage;
  }
  std::cerr << fmt::format("signpost: error: cannot write \"{}\": {}\n",
                           shown(out.generic_string()), error.message());
  return kExitMachineFailure;
}

}  // namespace signpost
