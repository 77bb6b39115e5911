#include "duties/evidence.h"

#include <algorithm>
#include <optional>

namespace signpost {
namespace {

constexpr std::string_view kContent = "content/";

std::string_view kind_of(const Page& page) {
  return page.kind == nullptr ? std::string_view() : std::string_view(page.kind->name);
}

// The day of the page as status.h tells it.
std::optional<Date> day_of(const Page& page) {
  if (is_kind(page, "evaluation") && page.text("results").empty()) return std::nullopt;
  return page.day();
}

std::optional<Date> end_of_period(const Page& page) {
  const std::span<const Fields> period = page.fields.records("period");
  return period.empty() ? std::nullopt : period.front().date("to");
}

// A report of the other sort shows nothing about the duty.
bool is_other_report(const Page& page, const Duty& duty) {
  if (kind_of(page) != "report") return false;
  return page.text("type") == (duty.frequency == Frequency::kTermly ? "annual" : "termly");
}

void add_sessions(const Page& page, Evidence evidence, const Calendar& calendar,
                  std::vector<Evidence>& all) {
  for (const Fields& session : page.fields.records("sessions")) {
    const std::optional<Date> day = session.date("date");
    if (!day || session.text("status") == "cancelled") continue;
    evidence.day = evidence.term_day = *day;
    evidence.year = calendar.year_of(*day);
    all.push_back(evidence);
  }
}

}  // namespace

// Goes back to the last '*' where the rest does not fit: no more than the product of both lengths.
bool matches_pattern(std::string_view path, std::string_view pattern) {
  std::size_t at = 0, in = 0, star = pattern.npos, from = 0;
  while (at < path.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      from = at;
    } else if (in < pattern.size() && pattern[in] == path[at]) {
      ++in;
      ++at;
    } else if (star != pattern.npos) {
      in = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
  while (in < pattern.size() && pattern[in] == '*') ++in;
  return in == pattern.size();
}

std::vector<std::size_t> duty_pages(const Site& site, const Duty& duty) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    const std::string_view path = std::string_view(page.source_path).substr(kContent.size());
    const bool is_own = page.language == own_language(site);
    // A folder's own page says what is in it: it is no report itself.
    const bool is_list = page.slug == "index" && !duty.page.ends_with("index.md");
    if (is_own && !is_list && !page.draft && matches_pattern(path, duty.page)) pages.push_back(i);
  }
  return pages;
}

std::vector<Evidence> find_evidence(const Site& site, const Duty& duty, Date today) {
  const Calendar& calendar = site.config->calendar;
  std::vector<Evidence> all;
  for (const std::size_t index : duty_pages(site, duty)) {
    const Page& page = site.pages[index];
    Evidence evidence{index, {}, "", kind_of(page), {}};
    if (evidence.kind == "workshop" && duty.frequency != Frequency::kOnChange) {
      add_sessions(page, evidence, calendar, all);
      continue;
    }
    const std::optional<Date> day = day_of(page);
    if (!day || *day > today || is_other_report(page, duty)) continue;
    const Date period_day = end_of_period(page).value_or(*day);
    evidence.day = *day;
    evidence.term_day = period_day;
    evidence.year = page.text("year");
    if (evidence.year.empty()) evidence.year = calendar.year_of(period_day);
    all.push_back(std::move(evidence));
  }
  std::ranges::stable_sort(all, {}, &Evidence::day);
  return all;
}

}  // namespace signpost
