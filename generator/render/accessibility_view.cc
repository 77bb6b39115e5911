#include "render/accessibility_view.h"

#include <string>
#include <utility>

#include "words/times.h"

namespace signpost {
namespace {

std::string on_day(const Words& words, std::string_view key, const std::optional<Date>& day) {
  return day ? words.text(key, {{"date", words.fact(date_text(words, *day))}}) : "";
}

View fault_view(const Words& words, const AccessibilityFault& fault) {
  View view;
  view.set("what", fault.what).set("instead", fault.instead);
  view.set("point", fault.criterion);
  view.set("point_name", criterion_name(fault.criterion));
  view.set("found", on_day(words, "accessibility_found", fault.found));
  const std::string_view plan =
      fault.is_untested ? "accessibility_test_by" : "accessibility_fix_by";
  const bool needs_plan = fault.reason == FaultReason::kFault;
  view.set("plan", fault.by     ? on_day(words, plan, fault.by)
                   : needs_plan ? words.text("accessibility_no_plan")
                                : "");
  return view;
}

std::string_view none_key(FaultReason reason) {
  switch (reason) {
    case FaultReason::kFault:
      return "accessibility_no_faults";
    case FaultReason::kBurden:
      return "accessibility_no_burden";
    case FaultReason::kOutOfScope:
      return "accessibility_no_scope";
  }
  return "";
}

void add_faults(const Accessibility& record, FaultReason reason, const Words& words, View& view) {
  View::List items;
  View::List untested;
  for (const AccessibilityFault& fault : record.faults) {
    if (fault.reason != reason) continue;
    (fault.is_untested ? untested : items).push_back(fault_view(words, fault));
  }
  view.set("none", items.empty() ? words.text(none_key(reason)) : "");
  set_list(view, "items", std::move(items));
  set_list(view, "untested", std::move(untested));
}

std::string status_text(const Accessibility& record, const Words& words) {
  switch (record.compliance()) {
    case Compliance::kFull:
      return words.text("accessibility_full");
    case Compliance::kPartial:
      return words.text("accessibility_partial");
    case Compliance::kNone:
      return words.text("accessibility_none");
  }
  return "";
}

void add_preparation(const Accessibility& record, const Words& words,
                     const std::optional<Date>& reviewed, View& view) {
  View::List sentences;
  const auto add = [&](std::string text) {
    if (!text.empty()) sentences.push_back(std::move(text));
  };
  add(on_day(words, "accessibility_prepared", record.prepared));
  add(on_day(words, "accessibility_reviewed", reviewed));
  View::List tests;
  for (const AccessibilityTest& test : record.tests) {
    View item;
    item.set("date", on_day(words, "accessibility_tested", test.date));
    item.set("by", words.text("accessibility_tested_by", {{"who", test.by}})).set("how", test.how);
    tests.push_back(std::move(item));
  }
  if (tests.empty()) add(words.text("accessibility_no_test"));
  view.set("sentences", std::move(sentences));
  view.set("tests", std::move(tests));
  view.set("build", words.text("accessibility_build"));
}

}  // namespace

void add_statement_part(const Accessibility& record, std::string_view part, const Words& words,
                        const std::optional<Date>& reviewed, View& view) {
  if (part == "status") view.set("status", status_text(record, words));
  if (part == "faults") add_faults(record, FaultReason::kFault, words, view);
  if (part == "burden") add_faults(record, FaultReason::kBurden, words, view);
  if (part == "scope") add_faults(record, FaultReason::kOutOfScope, words, view);
  if (part == "tests") add_preparation(record, words, reviewed, view);
}

}  // namespace signpost
