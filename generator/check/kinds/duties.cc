#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/site_checks.h"
#include "duties/report.h"
#include "duties/status.h"

namespace signpost {
namespace {

std::string_view rule_of(const DutyLine& line, const DutyMiss& miss, Date today) {
  if (miss.due && *miss.due >= today) return "duty-due-soon";
  if (!line.duty.must) return "duty-recommended";
  return line.status.state == DutyState::kOverdue ? "duty-overdue" : "duty-never";
}

// Returns the help that names the page below content/ whose path is the nearest, or how to add it.
std::string page_help(const Site& site, const Duty& duty) {
  std::vector<std::string_view> pages;
  for (const Page& page : site.pages) pages.push_back(path_in_content(page.source_path));
  const bool is_pattern = duty.page.find('*') != std::string::npos;
  std::string add_it = fmt::format("add the page content/{}", duty.page);
  return is_pattern ? add_it : did_you_mean_or(duty.page, pages, std::move(add_it));
}

std::string help_of(const Site& site, const DutyLine& line, const DutyMiss& miss,
                    const std::string& page) {
  switch (miss.gap) {
    case DutyGap::kPage:
      return page_help(site, line.duty);
    case DutyGap::kDate:
      return fmt::format("add \"reviewed:\" with the day to content/{}", page);
    case DutyGap::kReview:
      return fmt::format("read content/{} again, then change its dates", page);
    case DutyGap::kPart:
      return fmt::format("add it to content/{}", page);
    case DutyGap::kMeeting:
      return line.duty.needs == MeetingNeed::kPapers
                 ? fmt::format("add \"papers:\" to content/{}", page)
                 : fmt::format(
                       "name the file in \"minutes_file:\" of content/{}, or write them "
                       "there under the heading \"Minutes\"",
                       page);
    case DutyGap::kMeetings:
      return fmt::format(
          "{} held, {} announced this year: add a page of the kind meeting for the "
          "next",
          line.status.held, line.status.planned);
    case DutyGap::kCalendar:
      return "add those that come next";
    case DutyGap::kPeriod:
    case DutyGap::kNone:
      break;
  }
  return fmt::format("publish it as content/{}", line.duty.page);
}

}  // namespace

void check_duties(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  const Date today = input.on_day.today;
  for (const DutyLine& line : duty_lines(site, input.on_day.duties)) {
    const std::vector<DutyMiss> misses = open_misses(line.status);
    for (std::size_t i = 0; i < misses.size(); ++i) {
      diagnostics.add(rule_of(line, misses[i], today), line.duty.place,
                      gap_text(line, misses[i], today),
                      help_of(site, line, misses[i], line.page_of(i)));
    }
  }
}

}  // namespace signpost
