#include "duties/evidence.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "duties/page_parts.h"
#include "duties/slots.h"

namespace signpost {
namespace {

std::string_view kind_of(const Page& page) {
  return page.kind == nullptr ? std::string_view() : std::string_view(page.kind->name);
}

// How long after a meeting its page may still say nothing of who came: as long as minutes take.
constexpr std::uint32_t kShownWithinDays = 42;

// The day of the page as status.h tells it.
std::optional<Date> day_of(const Page& page) {
  if (is_kind(page, "evaluation") && page.text("results").empty()) return std::nullopt;
  return page.day();
}

bool is_of_figures(const Page& page) {
  return is_kind(page, "report") || is_kind(page, "evaluation");
}

// Whether the page of a meeting that is over shows that it was held.
bool is_shown_held(const Page& page) {
  const bool has_begun = page.text("minutes") != "not-yet" || page.find("minutes_file") != nullptr;
  return has_begun ||
         std::ranges::any_of(page.fields.records("attendance"), [](const Fields& group) {
           return group.number("number").value_or(0) > 0;
         });
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
  const Page& page = input.site.pages[index];
  const Document& document = input.documents[index];
  if (document.nodes.size() < 2) return "text: the page is empty";
  if (is_kind(page, "report") && !has_figures(document, input.data)) {
    return "figures: a table, a chart, or a link to the report's file";
  }
  if (is_kind(page, "evaluation") && !has_replies(page, input.data))
    return "replies in its results";
  const std::optional<Period> period = page.period();
  const std::optional<Date> day = day_of(page);
  if (is_of_figures(page) && period && day && *day < period->to) {
    return fmt::format("day of publication after its period, which ends on {}",
                       long_date(period->to));
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

// Whether the page has its figures after the end of its period, though it does not say since when;
// "due" of a report says that it is still to come.
bool is_undated(const Page& page, const std::string& lacks, Date today) {
  const std::optional<Period> period = page.period();
  if (!is_of_figures(page) || page.day() || !period || period->to >= today) return false;
  if (is_kind(page, "evaluation")) return !page.text("results").empty();
  return page.find("due") == nullptr && lacks.empty();
}

// Whether the page tells of an event or of figures that are made up. A policy is one even while the
// day of its approval is an example.
bool is_made_up(const Page& page) {
  static constexpr std::string_view kKinds[] = {"meeting",    "workshop",      "report",
                                                "evaluation", "workshop-menu", "standards"};
  return page.is_example() && std::ranges::find(kKinds, kind_of(page)) != std::end(kKinds);
}

// Adds what the page of a meeting shows.
void add_meeting(const DutyInput& input, std::size_t index, std::vector<Evidence>& all) {
  const Page& page = input.site.pages[index];
  const std::optional<Date> day = page.date("date");
  if (!day || page.fields.is_true("cancelled")) return;
  Evidence evidence{index,
                    day,
                    input.site.config->calendar.year_of(*day),
                    kind_of(page),
                    *day,
                    *day > input.today,
                    ""};
  if (!evidence.is_ahead && !is_shown_held(page)) {
    evidence.lacks = "attendance or minutes that show that the meeting was held";
    evidence.shown_by = days_after(*day, kShownWithinDays);
  }
  all.push_back(std::move(evidence));
}

// Adds what one page other than a workshop's or a meeting's shows.
void add_page(const DutyInput& input, const Duty& duty, std::size_t index,
              std::vector<Evidence>& all) {
  const Page& page = input.site.pages[index];
  Evidence evidence{index, day_of(page), "", kind_of(page), {}, false, ""};
  const std::optional<Period> period = page.period();
  if (evidence.day && *evidence.day > input.today) return;
  evidence.lacks = missing_part(input, index, duty);
  if (!evidence.day && !is_undated(page, evidence.lacks, input.today)) return;
  evidence.term_day = period ? period->to : *evidence.day;
  evidence.year = page.text("year");
  if (evidence.year.empty()) {
    evidence.year = input.site.config->calendar.year_of(evidence.term_day);
  }
  all.push_back(std::move(evidence));
}

// The kind of the folder that the duty takes whole, or "".
std::string_view kind_of_all(const Config& config, const Duty& duty) {
  const std::size_t slash = duty.page.rfind('/');
  if (slash == duty.page.npos || !duty.page.substr(slash + 1).starts_with('*')) return "";
  const std::string path = duty.page.substr(0, slash);
  const auto found = std::ranges::find(config.folders, path, &Folder::path);
  return found == config.folders.end() ? "" : std::string_view(found->kind);
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
  const std::string_view kind = kind_of_all(*input.site.config, duty);
  const bool is_of_meetings =
      kind == "meeting" || std::ranges::any_of(pages, [&](std::size_t index) {
        return is_kind(input.site.pages[index], "meeting");
      });
  for (const std::size_t index : pages) {
    const Page& page = input.site.pages[index];
    if (is_made_up(page) || is_other_report(page, duty)) continue;
    if (is_of_meetings && !is_kind(page, "meeting")) continue;
    if (!kind.empty() && kind != kPlainKind && is_kind(page, kPlainKind)) continue;
    if (is_kind(page, "workshop") && duty.frequency != Frequency::kOnChange) {
      add_sessions(page, {index, {}, "", kind_of(page), {}, false, ""}, input, all);
    } else if (is_kind(page, "meeting")) {
      add_meeting(input, index, all);
    } else {
      add_page(input, duty, index, all);
    }
  }
  std::ranges::stable_sort(all, {}, &Evidence::day);
  return all;
}

}  // namespace signpost
