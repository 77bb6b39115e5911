#include "data/accessibility.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"

namespace signpost {
namespace {

// Levels A and AA of WCAG 2.2 (w3.org/TR/WCAG22, 12 December 2024), sorted by number as text.
constexpr auto kCriteria = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"1.1.1", "Non-text content"},
    {"1.2.1", "Audio-only and video-only (prerecorded)"},
    {"1.2.2", "Captions (prerecorded)"},
    {"1.2.3", "Audio description or media alternative (prerecorded)"},
    {"1.2.4", "Captions (live)"},
    {"1.2.5", "Audio description (prerecorded)"},
    {"1.3.1", "Info and relationships"},
    {"1.3.2", "Meaningful sequence"},
    {"1.3.3", "Sensory characteristics"},
    {"1.3.4", "Orientation"},
    {"1.3.5", "Identify input purpose"},
    {"1.4.1", "Use of color"},
    {"1.4.10", "Reflow"},
    {"1.4.11", "Non-text contrast"},
    {"1.4.12", "Text spacing"},
    {"1.4.13", "Content on hover or focus"},
    {"1.4.2", "Audio control"},
    {"1.4.3", "Contrast (minimum)"},
    {"1.4.4", "Resize text"},
    {"1.4.5", "Images of text"},
    {"2.1.1", "Keyboard"},
    {"2.1.2", "No keyboard trap"},
    {"2.1.4", "Character key shortcuts"},
    {"2.2.1", "Timing adjustable"},
    {"2.2.2", "Pause, stop, hide"},
    {"2.3.1", "Three flashes or below threshold"},
    {"2.4.1", "Bypass blocks"},
    {"2.4.11", "Focus not obscured (minimum)"},
    {"2.4.2", "Page titled"},
    {"2.4.3", "Focus order"},
    {"2.4.4", "Link purpose (in context)"},
    {"2.4.5", "Multiple ways"},
    {"2.4.6", "Headings and labels"},
    {"2.4.7", "Focus visible"},
    {"2.5.1", "Pointer gestures"},
    {"2.5.2", "Pointer cancellation"},
    {"2.5.3", "Label in name"},
    {"2.5.4", "Motion actuation"},
    {"2.5.7", "Dragging movements"},
    {"2.5.8", "Target size (minimum)"},
    {"3.1.1", "Language of page"},
    {"3.1.2", "Language of parts"},
    {"3.2.1", "On focus"},
    {"3.2.2", "On input"},
    {"3.2.3", "Consistent navigation"},
    {"3.2.4", "Consistent identification"},
    {"3.2.6", "Consistent help"},
    {"3.3.1", "Error identification"},
    {"3.3.2", "Labels or instructions"},
    {"3.3.3", "Error suggestion"},
    {"3.3.4", "Error prevention (legal, financial, data)"},
    {"3.3.7", "Redundant entry"},
    {"3.3.8", "Accessible authentication (minimum)"},
    {"4.1.2", "Name, role, value"},
    {"4.1.3", "Status messages"},
});

// Reads the file; each list of it is one function.
class AccessibilityReader {
 public:
  AccessibilityReader(const std::string& path, Date today, Diagnostics& diagnostics)
      : source_{path, kDataRules, "see content/README.md for the form of this file"},
        today_(today),
        diagnostics_(diagnostics) {}

  Accessibility read(const YamlNode& root) {
    static constexpr std::string_view kKeys[] = {"faults", "prepared", "tests", "untested"};
    const YamlMap map(root, "the record of accessibility", source_, kKeys, diagnostics_);
    Accessibility record;
    map.required("prepared");
    record.prepared = past_day(map, "prepared");
    for (const YamlNode& item : map.list("tests")) read_test(item, record);
    for (const YamlNode& item : map.list("faults")) read_fault(item, record);
    for (const YamlNode& item : map.list("untested")) read_untested(item, record);
    std::ranges::stable_sort(record.tests, std::ranges::greater(), &AccessibilityTest::date);
    return record;
  }

 private:
  std::optional<Date> past_day(const YamlMap& map, std::string_view key) {
    const std::optional<Date> day = map.date(key);
    if (!day || !(today_ < *day)) return day;
    diagnostics_.add("data-date", map.place(key),
                     fmt::format("\"{}\" of \"{}\" is still to come", iso_date(*day), key),
                     "write the day on which it was");
    return std::nullopt;
  }

  void read_test(const YamlNode& item, Accessibility& record) {
    static constexpr std::string_view kKeys[] = {"by", "by_hand", "date", "how"};
    const YamlMap map(item, "a test", source_, kKeys, diagnostics_);
    AccessibilityTest test;
    map.required("date");
    const std::optional<Date> date = past_day(map, "date");
    test.by = map.required_text("by");
    test.how = map.required_text("how");
    test.by_hand = map.yes_or_no("by_hand");
    if (!date || test.by.empty() || test.how.empty()) return;
    test.date = *date;
    record.tests.push_back(std::move(test));
  }

  void read_fault(const YamlNode& item, Accessibility& record) {
    static constexpr std::string_view kKeys[] = {"criterion", "fix_by", "found",
                                                 "instead",   "reason", "what"};
    const YamlMap map(item, "a fault", source_, kKeys, diagnostics_);
    AccessibilityFault fault;
    fault.what = map.required_text("what");
    fault.reason = read_reason(map);
    fault.criterion = read_criterion(map, fault.reason);
    fault.instead = map.text("instead");
    map.required("found");
    fault.found = past_day(map, "found");
    read_day(map, "fix_by", fault);
    if (fault.found && fault.by && *fault.by < *fault.found) {
      map.wrong("fix_by", "\"fix_by\" is before the day on which the fault was found",
                "correct one of the two days");
      fault.by.reset();
    }
    if (!fault.what.empty()) record.faults.push_back(std::move(fault));
  }

  void read_untested(const YamlNode& item, Accessibility& record) {
    static constexpr std::string_view kKeys[] = {"criterion", "test_by", "what"};
    const YamlMap map(item, "something untested", source_, kKeys, diagnostics_);
    AccessibilityFault fault;
    fault.what = map.required_text("what");
    fault.criterion = read_criterion(map, FaultReason::kFault);
    read_day(map, "test_by", fault);
    fault.is_untested = true;
    if (!fault.what.empty()) record.faults.push_back(std::move(fault));
  }

  static void read_day(const YamlMap& map, std::string_view key, AccessibilityFault& fault) {
    fault.by = map.date(key);
    fault.by_place = map.place(key);
  }

  static FaultReason read_reason(const YamlMap& map) {
    static constexpr std::string_view kReasons[] = {"disproportionate-burden", "out-of-scope"};
    const std::string reason = map.text("reason");
    if (reason == kReasons[0]) return FaultReason::kBurden;
    if (reason == kReasons[1]) return FaultReason::kOutOfScope;
    if (!reason.empty()) {
      map.wrong("reason", fmt::format("\"{}\" is no reason that the law knows", reason),
                did_you_mean_or(reason, kReasons,
                                "write disproportionate-burden or out-of-scope, or leave it out"));
    }
    return FaultReason::kFault;
  }

  // What is out of the law's scope need not break a criterion.
  static std::string read_criterion(const YamlMap& map, FaultReason reason) {
    std::string number =
        reason == FaultReason::kOutOfScope ? map.text("criterion") : map.required_text("criterion");
    if (!number.empty() && criterion_name(number).empty()) {
      map.wrong("criterion",
                fmt::format("WCAG 2.2 has no success criterion \"{}\" at level A or AA", number),
                "write its number in quotes, such as \"1.4.10\"");
      number.clear();
    }
    return number;
  }

  YamlMapSource source_;
  Date today_;
  Diagnostics& diagnostics_;
};

}  // namespace

Compliance Accessibility::compliance() const {
  if (tests.empty()) return Compliance::kNone;
  const bool has_fault = std::ranges::any_of(faults, [](const AccessibilityFault& fault) {
    return fault.reason != FaultReason::kOutOfScope;
  });
  const bool by_hand = std::ranges::any_of(tests, &AccessibilityTest::by_hand);
  return has_fault || !by_hand ? Compliance::kPartial : Compliance::kFull;
}

std::string_view criterion_name(std::string_view number) {
  for (const auto& [known, name] : kCriteria) {
    if (known == number) return name;
  }
  return "";
}

Accessibility read_accessibility(const YamlNode& root, const std::string& path, Date today,
                                 Diagnostics& diagnostics) {
  return AccessibilityReader(path, today, diagnostics).read(root);
}

}  // namespace signpost
