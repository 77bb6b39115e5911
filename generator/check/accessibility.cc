// The page that has the accessibility statement: whole, and with no promise that is late.
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "check/site_checks.h"
#include "markdown/directives.h"

namespace signpost {
namespace {

// Headings that a statement must have in these words (the model statement of the Government
// Digital Service, after regulation 8 of SI 2018/952).
constexpr std::string_view kFixedHeadings[] = {
    "Feedback and contact information",
    "Reporting accessibility problems with this website",
    "Enforcement procedure",
    "Technical information about this website's accessibility",
    "Compliance status",
    "Non-accessible content",
    "Preparation of this accessibility statement",
};

// Letter case and the form of the apostrophe do not matter.
std::string comparable(std::string_view text) {
  std::string plain = ascii_lower(text);
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = plain.find(kCurly); at != plain.npos; at = plain.find(kCurly)) {
    plain.replace(at, kCurly.size(), "'");
  }
  return plain;
}

// Returns the parts of the statement that the page shows from the record.
std::vector<std::string> shown_parts(const Document& document) {
  std::vector<std::string> parts;
  for (const Directive& directive : document.directives) {
    if (directive.rule != nullptr && directive.rule->names == ArgumentNames::kStatement) {
      parts.push_back(directive.argument);
    }
  }
  return parts;
}

void check_statement(const Page& page, const Document& document,
                     const std::vector<std::string>& shown, bool is_english,
                     Diagnostics& diagnostics) {
  const Place place{page.source_path, 0, 0, 0};
  for (const std::string_view part : kStatementParts) {
    if (std::ranges::find(shown, part) != shown.end()) continue;
    diagnostics.add("accessibility-statement", place,
                    fmt::format("the accessibility statement has no part \"{}\"", part),
                    fmt::format("add a line :::accessibility {} and a line ::: below it", part));
  }
  if (!is_english) return;
  for (const std::string_view wanted : kFixedHeadings) {
    const bool is_there = std::ranges::any_of(document.headings, [&](const Heading& heading) {
      return comparable(heading.text) == comparable(wanted);
    });
    if (is_there) continue;
    diagnostics.add("accessibility-statement", place,
                    fmt::format("the accessibility statement has no heading \"{}\"", wanted),
                    "add it in these words: they are those of the model statement");
  }
}

}  // namespace

void check_accessibility(const SiteInput& input, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    const Page& page = input.site.pages[i];
    const std::vector<std::string> shown = shown_parts(input.documents[i]);
    if (shown.empty()) continue;
    const bool is_english = page.language.starts_with("en");
    check_statement(page, input.documents[i], shown, is_english, diagnostics);
  }
  if (!input.data.accessibility) return;
  for (const AccessibilityFault& fault : input.data.accessibility->faults) {
    if (!fault.by || !(*fault.by < input.on_day.today)) continue;
    diagnostics.add_late(
        "accessibility-overdue", fault.by_place,
        fmt::format("\"{}\" was to be {} by {}", fault.what,
                    fault.is_untested ? "tested" : "put right", long_date(*fault.by)),
        "take it out once it is, or write a new day", days_until(input.on_day.today, *fault.by));
  }
}

}  // namespace signpost
