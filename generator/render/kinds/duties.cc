#include "render/kinds/duties.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "render/page_view.h"
#include "words/times.h"

namespace signpost {
namespace {

// The groups of the page, the most urgent first; each is a string of the theme: "duty_group_late".
struct Group {
  std::string_view id;
  std::array<DutyState, 2> states;
};

constexpr Group kGroups[] = {
    {"late", {DutyState::kOverdue, DutyState::kNever}},
    {"due", {DutyState::kDue, DutyState::kDue}},
    {"met", {DutyState::kMet, DutyState::kMet}},
    {"not_yet", {DutyState::kNotYet, DutyState::kNotKnown}},
};

View target_view(const RenderContext& context, const std::string& root, std::size_t index) {
  if (index == kNoDutyPage) return View::boolean(false);
  const Page& page = context.site->pages[index];
  View target;
  target.set("title", page.title).set("href", root + page.url);
  return target;
}

// Returns the year, the term or the meeting's day that something is due for; "" where that says no
// more than the day on which it is due.
std::string what_for_text(const RenderContext& context, const Words& words, const DutyMiss& miss) {
  if (miss.gap != DutyGap::kMeeting || miss.page == kNoDutyPage) return miss.what_for;
  const std::optional<Date> day = context.site->pages[miss.page].date("date");
  return !day || day == miss.due ? "" : words.fact(date_text(words, *day));
}

View miss_view(const RenderContext& context, const Words& words, const DutyMiss& miss) {
  View view;
  view.set("due", date_view(words, miss.due));
  view.set("what_for", what_for_text(context, words, miss));
  return view;
}

View duty_view(const RenderContext& context, const std::string& root, std::string_view language,
               std::size_t index) {
  const Duty& duty = context.config->duties[index];
  const DutyStatus& status = context.duties[index];
  const Words& words = context.words(language);
  const auto word = [&](std::string_view prefix, std::string_view name) {
    return words.text(std::string(prefix) + std::string(name));
  };
  View view;
  view.set("id", duty.id).set("what", duty.what).set("clause", duty.clause);
  view.set("how_often", word("duty_", frequency_name(duty.frequency)));
  view.set("state", state_name(status.state));
  view.set("state_text", word("duty_state_", state_name(status.state)));
  view.set_flag("is_recommended", !duty.must);
  view.set("target", target_view(context, root, status.page));
  view.set("met_on", date_view(words, status.met_on)).set("met_for", status.met_for);
  View::List missed;
  for (const DutyMiss& miss : status.missed) missed.push_back(miss_view(context, words, miss));
  set_list(view, "missed", std::move(missed));
  const bool is_known = status.state != DutyState::kNotKnown;
  view.set("due", date_view(words, is_known ? status.next.due : std::nullopt));
  view.set("what_for", what_for_text(context, words, status.next));
  view.set("planned_on", date_view(words, status.planned_on));
  view.set("per_year", duty.per_year == 0 ? "" : std::to_string(duty.per_year));
  view.set("held", std::to_string(status.held)).set("planned", std::to_string(status.planned));
  return view;
}

}  // namespace

View duties_view(const RenderContext& context, std::size_t page_index) {
  const Page& page = context.site->pages[page_index];
  const std::string root = root_from(context, page.url);
  View::List groups;
  for (const Group& group : kGroups) {
    View::List items;
    for (std::size_t i = 0; i < context.duties.size(); ++i) {
      // What the settings lack is for staff alone.
      if (context.config->duties[i].frequency == Frequency::kSettings) continue;
      const DutyState state = context.duties[i].state;
      if (state != group.states[0] && state != group.states[1]) continue;
      items.push_back(duty_view(context, root, page.language, i));
    }
    if (items.empty()) continue;
    const std::string name = "duty_group_" + std::string(group.id);
    View view;
    view.set("group", group.id).set("group_title", context.words(page.language).text(name));
    view.set("count", std::to_string(items.size()));
    view.set("items", std::move(items));
    groups.push_back(std::move(view));
  }
  View view;
  const auto total = std::ranges::count_if(context.config->duties, [](const Duty& duty) {
    return duty.frequency != Frequency::kSettings;
  });
  view.set("total", std::to_string(total));
  view.set("as_of", date_view(context.words(page.language), context.today));
  set_list(view, "groups", std::move(groups));
  return view;
}

}  // namespace signpost
