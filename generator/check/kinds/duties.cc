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

std::string_view rule_of(const DutyLine& line) {
  if (line.status.state == DutyState::kDue) return "duty-due-soon";
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

std::string help_of(const Site& site, const DutyLine& line) {
  switch (line.status.gap) {
    case DutyGap::kPage:
      return page_help(site, line.duty);
    case DutyGap::kDate:
      return fmt::format("add \"reviewed:\" with the day to content/{}", line.gap_page);
    case DutyGap::kReview:
      return fmt::format("read {} again, then change its dates",
                         site.pages[line.status.page].source_path);
    case DutyGap::kMeeting:
      return fmt::format("add \"{}\" to content/{}",
                         line.duty.needs == MeetingNeed::kPapers ? "papers:" : "minutes: draft",
                         line.gap_page);
    case DutyGap::kMeetings:
      return fmt::format("{} held, {} announced: add a page of the kind meeting for the next",
                         line.status.held, line.status.planned);
    case DutyGap::kPeriod:
    case DutyGap::kNone:
      break;
  }
  return fmt::format("publish it as content/{}", line.duty.page);
}

}  // namespace

void check_duties(const SiteInput& input, Diagnostics& diagnostics) {
  const Site& site = input.site;
  for (const DutyLine& line : duty_lines(site, input.on_day.duties)) {
    if (line.status.gap == DutyGap::kNone) continue;
    diagnostics.add(rule_of(line), line.duty.place, gap_text(line, input.on_day.today),
                    help_of(site, line));
  }
}

}  // namespace signpost
