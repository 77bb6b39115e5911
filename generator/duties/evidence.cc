#include "duties/evidence.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "duties/page_parts.h"

namespace signpost {
namespace {

std::string_view kind_of(const Page& page) {
  return page.kind == nullptr ? std::string_view() : std::string_view(page.kind->name);
}

// The day of the page as status.h tells it.
std::optional<Date> day_of(const Page& page) {
  if (is_kind(page, "evaluation") && page.text("results").empty()) return std::nullopt;
  return page.day();
}

// A report of the other sort shows nothing about the duty.
bool is_other_report(const Page& page, const Duty& duty) {
  if (kind_of(page) != "report") return false;
  const bool is_of_part =
      duty.frequency == Frequency::kTermly || duty.frequency == Frequency::kQuarterly;
  return page.text("type") == (is_of_part ? "annual" : "termly");
}

void add_sessions(const Page& page, Evidence evidence, const DutyInput& input,
                  std::vector<Evidence>& all) {
  for (const Fields& session : page.fields.records("sessions")) {
    const std::optional<Date> day = session.date("date");
    if (!day || session.text("status") == "cancelled") continue;
    evidence.day = evidence.term_day = *day;
    evidence.is_ahead = *day > input.today;
    evidence.year = input.site.config->calendar.year_of(*day);
    all.push_back(evidence);
  }
}

// What the page must hold and does not, in words for staff, or "".
std::string missing_part(const DutyInput& input, std::size_t index, const Duty& duty) {
  const Document& document = input.documents[index];
  if (document.nodes.size() < 2) return "text: the page is empty";
  if (is_kind(input.site.pages[index], "report") && !has_figures(document, input.data)) {
    return "figures: a table, a chart, or a link to the report's file";
  }
  for (const std::string& words : duty.sections) {
    if (!has_section(document, words)) return fmt::format("a section headed \"{}\"", words);
  }
  for (const std::string& pattern : duty.tables) {
    if (!shows_table(document, input.data, pattern)) {
      return fmt::format("a table or chart \"{}\" with figures", pattern);
    }
  }
  return "";
}

// Whether the page tells of an event or of figures that are made up. A policy is one even while the
// day of its approval is an example.
bool is_made_up(const Page& page) {
  static constexpr std::string_view kKinds[] = {"meeting",    "workshop",      "report",
                                                "evaluation", "workshop-menu", "standards"};
  return page.is_example() && std::ranges::find(kKinds, kind_of(page)) != std::end(kKinds);
}

// Adds what one page other than a workshop's shows.
void add_page(const DutyInput& input, const Duty& duty, std::size_t index,
              std::vector<Evidence>& all) {
  const Page& page = input.site.pages[index];
  Evidence evidence{index, day_of(page), "", kind_of(page), {}, false, ""};
  const std::optional<Period> period = page.period();
  const bool is_meeting = evidence.kind == "meeting";
  if (is_meeting) {
    evidence.day = page.date("date");
    evidence.is_ahead = evidence.day && *evidence.day > input.today;
  } else if (evidence.day && *evidence.day > input.today) {
    return;
  }
  evidence.lacks = missing_part(input, index, duty);
  // A report with its figures is there, though its page does not say since when; "due" says that it
  // is still to come.
  const bool is_undated_report = evidence.kind == "report" && !evidence.day && period &&
                                 page.find("due") == nullptr && period->to < input.today &&
                                 evidence.lacks.empty();
  if (!evidence.day && !is_undated_report) return;
  evidence.term_day = period ? period->to : *evidence.day;
  evidence.year = page.text("year");
  if (evidence.year.empty()) {
    evidence.year = input.site.config->calendar.year_of(evidence.term_day);
  }
  all.push_back(std::move(evidence));
}

}  // namespace

std::vector<std::size_t> duty_pages(const Site& site, const Duty& duty) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    const bool is_own = page.language == own_language(site);
    // A folder's own page says what is in it: it is no report itself.
    const bool is_list = page.slug == "index" && !duty.page.ends_with("index.md");
    const bool fits = matches_pattern(path_in_content(page.source_path), duty.page);
    if (is_own && !is_list && !page.draft && fits) pages.push_back(i);
  }
  return pages;
}

std::vector<Evidence> find_evidence(const DutyInput& input, const Duty& duty) {
  std::vector<Evidence> all;
  const std::vector<std::size_t> pages = duty_pages(input.site, duty);
  // Beside meetings there are their papers: only a meeting shows that the group met.
  const bool is_of_meetings = std::ranges::any_of(
      pages, [&](std::size_t index) { return is_kind(input.site.pages[index], "meeting"); });
  for (const std::size_t index : pages) {
    const Page& page = input.site.pages[index];
    if (is_made_up(page) || is_other_report(page, duty)) continue;
    if (is_of_meetings && !is_kind(page, "meeting")) continue;
    if (is_kind(page, "workshop") && duty.frequency != Frequency::kOnChange) {
      add_sessions(page, {index, {}, "", kind_of(page), {}, false, ""}, input, all);
    } else {
      add_page(input, duty, index, all);
    }
  }
  std::ranges::stable_sort(all, {}, &Evidence::day);
  return all;
}

}  // namespace signpost
