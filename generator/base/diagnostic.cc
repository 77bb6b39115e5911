#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace signpost {

void Diagnostics::add(std::string_view rule, Place place, std::string message, std::string help) {
  add_late(rule, std::move(place), std::move(message), std::move(help), 0);
}

void Diagnostics::add_late(std::string_view rule, Place place, std::string message,
                           std::string help, long days_late) {
  found_.push_back(
      {std::string(rule), std::move(place), std::move(message), std::move(help), days_late});
}

void Diagnostics::append(Diagnostics other) {
  if (found_.empty()) {
    found_ = std::move(other.found_);
    return;
  }
  for (Diagnostic& diagnostic : other.found_) found_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::take_sorted() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.place.path, d.place.line, d.place.column, d.rule, d.message);
  };
  std::stable_sort(found_.begin(), found_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  return std::exchange(found_, {});
}

}  // namespace signpost
