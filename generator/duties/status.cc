#include "duties/status.h"

#include <algorithm>
#include <array>
#include <utility>

#include "duties/evidence.h"
#include "duties/meeting_duties.h"
#include "duties/slots.h"

namespace signpost {
namespace {

// Something that is due once, and is not there.
void miss_or_expect(DutyMiss miss, Date today, DutyStatus& status) {
  if (!miss.due || *miss.due < today) {
    status.missed.push_back(std::move(miss));
  } else {
    settle_next(std::move(miss), today, status);
  }
}

// No page has what the duty needs.
void miss_page(const DutyInput& input, const Duty& duty, const std::vector<Evidence>& evidence,
               DutyStatus& status) {
  const std::vector<std::size_t> pages = duty_pages(input.site, duty);
  const bool is_ahead = duty.starts && *duty.starts >= input.today;
  DutyMiss miss{DutyGap::kPage, duty.starts, "", kNoDutyPage, ""};
  if (!evidence.empty() && evidence.back().lacks.empty()) {
    miss.gap = DutyGap::kDate;
    miss.page = evidence.back().page;
  } else if (!evidence.empty()) {
    miss.gap = DutyGap::kPart;
    miss.page = evidence.back().page;
    miss.lacks = evidence.back().lacks;
  } else if (!pages.empty() && !is_ahead && duty.frequency != Frequency::kEachMeeting) {
    miss.gap = DutyGap::kDate;
    miss.page = pages.front();
  }
  miss_or_expect(std::move(miss), input.today, status);
}

// A page that is due again some time after its day.
DutyStatus page_status(const DutyInput& input, const Duty& duty) {
  DutyStatus status;
  const std::vector<Evidence> evidence = find_evidence(input, duty);
  const auto newest = std::ranges::find_if(
      evidence.rbegin(), evidence.rend(),
      [](const Evidence& each) { return each.lacks.empty() && each.day && !each.is_ahead; });
  if (newest == evidence.rend()) {
    miss_page(input, duty, evidence, status);
    return status;
  }
  status.page = newest->page;
  status.met_on = newest->day;
  status.state = DutyState::kMet;
  const std::optional<Date> due =
      duty.frequency == Frequency::kAnnual
          ? std::optional(months_later(*newest->day, std::chrono::months(12)))
          : input.site.pages[newest->page].date("review_due");
  if (due && (*due >= input.today || is_asked(duty, *due))) {
    miss_or_expect({DutyGap::kReview, due, "", newest->page, ""}, input.today, status);
  }
  return status;
}

// The settings have to say more before their last day is over.
DutyStatus settings_status(const Duty& duty, Date today) {
  DutyStatus status;
  status.state = DutyState::kMet;
  DutyMiss miss{DutyGap::kCalendar, duty.reaches, "", kNoDutyPage, ""};
  if (duty.reaches < today) {
    status.missed.push_back(std::move(miss));
    return status;
  }
  status.is_next_near = months_later(today, kSettingsNotice) >= duty.reaches;
  if (status.is_next_near) status.state = DutyState::kDue;
  status.next = std::move(miss);
  return status;
}

DutyStatus slot_status(const DutyInput& input, const Duty& duty) {
  DutyStatus status;
  settle_slots(duty, duty_slots(input, duty, find_evidence(input, duty)), input.today, status);
  return status;
}

bool has_meeting(const Site& site, const Duty& duty) {
  return std::ranges::any_of(duty_pages(site, duty), [&](std::size_t index) {
    return is_kind(site.pages[index], "meeting");
  });
}

DutyStatus duty_status(const DutyInput& input, const Duty& duty) {
  DutyStatus status;
  switch (duty.frequency) {
    case Frequency::kSettings:
      status = settings_status(duty, input.today);
      break;
    case Frequency::kEachMeeting:
      status = meeting_status(input, duty);
      if (duty.per_year == 0 && !has_meeting(input.site, duty)) {
        miss_page(input, duty, {}, status);
      }
      break;
    case Frequency::kOnChange:
      status = page_status(input, duty);
      break;
    case Frequency::kAnnual:
      status = duty.by || duty.within_days ? slot_status(input, duty) : page_status(input, duty);
      break;
    default:
      status = slot_status(input, duty);
      break;
  }
  const bool is_nothing_there =
      status.page == kNoDutyPage &&
      std::ranges::all_of(status.missed, [](const DutyMiss& m) { return m.page == kNoDutyPage; });
  const std::vector<SchoolTerm>& terms = input.site.config->calendar.terms;
  if (!status.missed.empty()) {
    const bool is_never = is_nothing_there && duty.frequency != Frequency::kSettings;
    status.state = is_never ? DutyState::kNever : DutyState::kOverdue;
  } else if (needs_terms(duty) && !terms.empty() && terms.back().period.to < input.today) {
    status.state = DutyState::kNotKnown;
    status.next = {};
    status.is_next_near = false;
  }
  return status;
}

}  // namespace

std::vector<DutyMiss> open_misses(const DutyStatus& status) {
  std::vector<DutyMiss> open = status.missed;
  if (status.is_next_near) open.push_back(status.next);
  return open;
}

std::string_view state_name(DutyState state) {
  static constexpr std::array<std::string_view, 6> kNames = {"met",     "not-yet", "due",
                                                             "overdue", "never",   "not-known"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<DutyStatus> duty_statuses(const DutyInput& input) {
  std::vector<DutyStatus> statuses;
  for (const Duty& duty : input.site.config->duties) {
    statuses.push_back(duty_status(input, duty));
  }
  return statuses;
}

}  // namespace signpost
