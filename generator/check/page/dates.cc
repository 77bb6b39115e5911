#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "check/page/page_checks.h"

namespace signpost {
namespace {

constexpr int kNoticeDays = 30;
constexpr std::chrono::months kLawCheckMonths{12};

void check_review_due(const Page& page, Date due, Date today, Diagnostics& diagnostics) {
  const Place place = field_place(page, "review_due");
  const long left = days_until(due, today);
  if (left < 0) {
    diagnostics.add_late("review-overdue", place,
                         fmt::format("the review was due on {}", long_date(due)),
                         "review the page, then change reviewed and review_due", -left);
  } else if (left <= kNoticeDays) {
    diagnostics.add("review-due-soon", place,
                    fmt::format("the review is due {}, on {}", in_days(left), long_date(due)),
                    "review the page, then change reviewed and review_due");
  }
}

void check_date_order(const Page& page, std::string_view field, Date today,
                      Diagnostics& diagnostics) {
  const std::optional<Date> done = page.date(field);
  if (!done) return;
  const std::optional<Date> due = page.date("review_due");
  if (*done > today) {
    diagnostics.add("review-date-order", field_place(page, field),
                    fmt::format("\"{}\" is {}, after today", field, long_date(*done)),
                    fmt::format("put the day it happened, {} at the latest", iso_date(today)));
  } else if (due && *due <= *done && field != "law_checked" && field != "last_checked") {
    diagnostics.add("review-date-order", field_place(page, "review_due"),
                    fmt::format("the next review, {}, is not after \"{}\", {}", long_date(*due),
                                field, long_date(*done)),
                    "put the day of the next review");
  }
}

void check_law(const Page& page, Date checked, Date today, Diagnostics& diagnostics) {
  const Place place = field_place(page, "law_checked");
  const Date due = months_later(checked, kLawCheckMonths);
  const long left = days_until(due, today);
  if (left < 0) {
    diagnostics.add_late(
        "law-check-overdue", place,
        fmt::format("the law was last checked on {}, more than 12 months ago", long_date(checked)),
        "check the law, then change law_checked", -left);
  } else if (left <= kNoticeDays) {
    diagnostics.add("law-check-soon", place,
                    fmt::format("the law is to be checked again by {}", long_date(due)),
                    "check the law, then change law_checked");
  }
}

}  // namespace

void check_dates(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  const Date today = input.today;
  for (const std::string_view field : {"reviewed", "approved", "law_checked", "last_checked"}) {
    check_date_order(page, field, today, diagnostics);
  }
  if (const auto due = page.date("review_due")) check_review_due(page, *due, today, diagnostics);
  if (const auto checked = page.date("law_checked")) check_law(page, *checked, today, diagnostics);
}

// A check on the very day of the event counts: whoever made it knew.
void check_law_events(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  const std::optional<Date> checked = page.date("law_checked");
  if (!checked) return;
  const std::vector<std::string> topics = page.list("topics");
  const auto is_about = [&](const std::string& topic) {
    return std::ranges::find(topics, topic) != topics.end();
  };
  for (const LawEvent& event : input.data.law_events) {
    if (event.date > input.today || event.date <= *checked) continue;
    if (std::ranges::none_of(event.topics, is_about)) continue;
    diagnostics.add_late(
        "law-check-older", field_place(page, "law_checked"),
        fmt::format("the law was last checked on {}, before \"{}\" on {}", long_date(*checked),
                    event.event, long_date(event.date)),
        fmt::format("check the page against it ({}), then change law_checked", event.source),
        -days_until(event.date, input.today));
  }
}

}  // namespace signpost
