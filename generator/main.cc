// The program's entry: hands the arguments to the command line and returns its exit code.
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

#include "cli/cli.h"

namespace {

// Ends the program where it cannot go on, with calls only that a signal allows (POSIX,
// signal-safety).
[[noreturn]] void end_at_once() {
  constexpr std::string_view kMessage =
      "signpost: error: there is not enough memory, or the program itself is wrong; what was "
      "published is as it was\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(signpost::kExitMachineFailure);
}

void end_after_abort(int /*signal*/) { end_at_once(); }

// Libraries in C abort where they get no memory (cmark-gfm, GLPK), and C++ terminates where a
// failure meets another. Before every object that is made before main, which may get none either.
[[gnu::constructor(101)]] void heed_aborts() {
  std::signal(SIGABRT, end_after_abort);
  std::set_terminate(end_at_once);
}

}  // namespace

int main(int argc, char** argv) {
  // A file over the allowed size and a reader that went away are reported as failed writes.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return signpost::run_command_line(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs(
        "signpost: error: there is not enough memory; close other programs, or split the "
        "site's largest files\n",
        stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "signpost: error: %s\n", error.what());
  } catch (...) {
    std::fputs("signpost: error: an unknown failure\n", stderr);
  }
  return signpost::kExitMachineFailure;
}
