// What is recorded about how accessible the website is: content/_data/accessibility.yaml. The page
// of the statement shows it, and claims no more than that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml.h"

namespace signpost {

// One test of the website that was made. `by` is a role or a firm.
struct AccessibilityTest {
  Date date;
  std::string by, how;
  bool by_hand = false;  // people went through pages, not only programs
};

// Why something is not accessible: the three kinds that the law knows (Commission Implementing
// Decision (EU) 2018/1523, annex, "Non-accessible content").
enum class FaultReason : std::uint8_t { kFault, kBurden, kOutOfScope };

// Something that is not accessible, or of which nobody knows yet (`is_untested`).
struct AccessibilityFault {
  std::string what;
  std::string criterion;          // "4.1.3", of WCAG 2.2, or "" where it is out of the law's scope
  std::string instead;            // how people get the same otherwise, or ""
  std::optional<Date> found, by;  // since when it is known; when it is to be mended or tested
  Place by_place;
  FaultReason reason = FaultReason::kFault;
  bool is_untested = false;
};

enum class Compliance : std::uint8_t { kFull, kPartial, kNone };

struct Accessibility {
  std::optional<Date> prepared;
  std::vector<AccessibilityTest> tests;  // the latest first
  std::vector<AccessibilityFault> faults;

  // Full only where people have tested it and nothing is wrong or untested; none without a test.
  [[nodiscard]] Compliance compliance() const;
};

// Returns the name of a success criterion of WCAG 2.2 at level A or AA, "Status messages" of
// "4.1.3"; "" where there is none such.
std::string_view criterion_name(std::string_view number);

// Returns what the file records. Reports data-type, data-unknown-key, data-missing-key and
// data-date, also of days that are still to come on `today`.
Accessibility read_accessibility(const YamlNode& root, const std::string& path, Date today,
                                 Diagnostics& diagnostics);

// The parts of a statement that are made from the record, as a directive calls them.
inline constexpr std::string_view kStatementParts[] = {"burden", "faults", "scope", "status",
                                                       "tests"};

}  // namespace signpost
