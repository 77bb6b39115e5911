#include <cstddef>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "check/page/page_checks.h"
#include "check/site_checks.h"
#include "duties/page_parts.h"

namespace signpost {
namespace {

// Whether what the page reports is there: a report's figures, an evaluation's replies.
bool has_content(const SiteInput& input, std::size_t index) {
  const Page& page = input.site.pages[index];
  if (is_kind(page, "report")) return has_figures(input.documents[index], input.data);
  return has_replies(page, input.data);
}

void check_content(const SiteInput& input, std::size_t index, Diagnostics& diagnostics) {
  const Page& page = input.site.pages[index];
  if (has_content(input, index)) return;
  if (is_kind(page, "evaluation")) {
    // Results that are not there are reported with the page.
    const std::string name = page.text("results");
    if (!input.data.evaluations.contains(name)) return;
    diagnostics.add("report-figures", field_place(page, "results"),
                    fmt::format("nobody has answered yet: \"{}\" has no replies", name),
                    "write the counts into it, or leave \"results:\" out until there are some");
  } else if (page.find("published") != nullptr) {
    diagnostics.add("report-figures", field_place(page, "published"),
                    "the report says that it is published, but it has no figures",
                    "add a table or chart (:::table, :::chart) or a link to the report's file, or "
                    "write \"due:\" instead until there is one");
  }
}

void check_day(const SiteInput& input, std::size_t index, Diagnostics& diagnostics) {
  const Page& page = input.site.pages[index];
  const std::optional<Period> period = page.period();
  const Date today = input.on_day.today;
  if (!period || page.is_example()) return;
  if (const std::optional<Date> day = page.date("published")) {
    if (*day >= period->to) return;
    diagnostics.add(
        "report-day", field_place(page, "published"),
        fmt::format("the page came out on {}, before the end of its period on {}", long_date(*day),
                    long_date(period->to)),
        "correct \"published:\" or \"period:\", or write \"due:\" until the period is over");
    return;
  }
  // "due" of a report says that it is still to come.
  const bool is_to_come = is_kind(page, "report") && page.find("due") != nullptr;
  if (period->to >= today || is_to_come || !has_content(input, index)) return;
  const bool is_report = is_kind(page, "report");
  diagnostics.add("report-day", field_place(page, "period"),
                  fmt::format("the page has its {}, but not the day on which they came out",
                              is_report ? "figures" : "results"),
                  "add \"published:\" with the day");
}

}  // namespace

void check_reports(const SiteInput& input, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < input.site.pages.size(); ++index) {
    const Page& page = input.site.pages[index];
    if (!is_kind(page, "report") && !is_kind(page, "evaluation")) continue;
    if (page.language != own_language(input.site)) continue;
    check_content(input, index, diagnostics);
    check_day(input, index, diagnostics);
  }
}

}  // namespace signpost
