#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/site_checks.h"

namespace signpost {
namespace {

// "1.10" as {1, 10}; nothing for a number that is not of this shape.
std::optional<std::vector<int>> number_parts(std::string_view id) {
  std::vector<int> parts;
  for (const std::string_view text : split(id, '.')) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    parts.push_back(number);
  }
  return parts;
}

void check_numbers(const Page& page, Diagnostics& diagnostics) {
  std::map<std::string, bool> seen;
  std::string last;
  for (const Fields& standard : page.fields.records("standards")) {
    const std::string id = standard.text("id");
    if (id.empty()) continue;
    const Place place{page.source_path, standard.line, standard.column, 0};
    if (!seen.try_emplace(id, true).second) {
      diagnostics.add("standards-duplicate", place,
                      fmt::format("the standard \"{}\" is there twice", id), "keep one of the two");
      continue;
    }
    const std::optional<std::vector<int>> before = number_parts(last), now = number_parts(id);
    if (before && now && *now < *before) {
      diagnostics.add("standards-order", place,
                      fmt::format("the standard \"{}\" comes after \"{}\"", id, last),
                      "put the standards in the order of their numbers");
    }
    last = id;
  }
}

// Only the newest assessment of a framework says what is still to be done.
bool is_newest(const Site& site, const Page& page) {
  return std::ranges::none_of(site.pages, [&](const Page& other) {
    return other.kind == page.kind && other.language == page.language &&
           other.text("framework") == page.text("framework") &&
           other.date("assessed") > page.date("assessed");
  });
}

void check_steps(const Page& page, Date today, Diagnostics& diagnostics) {
  for (const Fields& standard : page.fields.records("standards")) {
    const std::optional<Date> by = standard.date("by");
    if (!by || *by >= today || standard.text("status") == "met") continue;
    diagnostics.add("standards-step-overdue", {page.source_path, standard.line, standard.column, 0},
                    fmt::format("the next step of the standard \"{}\" was to be done by {}",
                                standard.text("id"), long_date(*by)),
                    "change its status, or the step and its day");
  }
}

}  // namespace

void check_standards(const SiteInput& input, Diagnostics& diagnostics) {
  for (const Page& page : input.site.pages) {
    if (!is_kind(page, "standards")) continue;
    check_numbers(page, diagnostics);
    if (is_newest(input.site, page)) check_steps(page, input.on_day.today, diagnostics);
  }
}

}  // namespace signpost
