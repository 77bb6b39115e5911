// What a table says of small counts of people in it.
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "data/tables/protection.h"

namespace signpost {
namespace {

constexpr char kReleaseHelp[] =
    "write it like this: {reason: Each family agreed, approved_by: Head of Service, date: "
    "2026-09-30}";

// `people: false` takes a table out of all control, so that it is said why.
void read_people_reason(const YamlMap& table, std::string_view path, DisclosurePlan& plan,
                        Diagnostics& diagnostics) {
  const PeopleCounts people = plan.people;
  const std::string reason = table.text("people_reason");
  plan.people_reason = reason;
  plan.people_place = table.place("people");
  plan.people_place.path = path;
  if (people == PeopleCounts::kNone && !says_why(reason)) {
    diagnostics.add("disclosure-people-false", plan.people_place,
                    "\"people: false\" lets every small count through, but nothing says why it may",
                    "say what is counted: people_reason: These are hours of work and phone calls");
  } else if (people != PeopleCounts::kNone && !reason.empty()) {
    table.wrong("people_reason", "\"people_reason\" is there, but not people: false",
                "take it out, or write people: false if the table does not count people");
  }
}

}  // namespace

bool says_why(std::string_view reason) {
  constexpr std::size_t kLeastWord = 3;
  std::size_t letters = 0;
  for (const char c : reason) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    letters = is_letter ? letters + 1 : 0;
    if (letters == kLeastWord) return true;
  }
  return false;
}

DisclosurePlan read_disclosure_plan(const YamlMap& table, std::string_view path,
                                    Diagnostics& diagnostics) {
  static constexpr std::string_view kProtections[] = {"suppress", "strict"};
  DisclosurePlan plan;
  if (table.find("people") != nullptr) {
    plan.people = table.yes_or_no("people") ? PeopleCounts::kSome : PeopleCounts::kNone;
  }
  read_people_reason(table, path, plan, diagnostics);
  const std::string disclosure = table.text("disclosure");
  plan.is_strict = disclosure == "strict";
  plan.protects = plan.is_strict || disclosure == "suppress";
  if (!disclosure.empty() && !plan.protects) {
    table.wrong("disclosure", fmt::format("\"disclosure\" has no \"{}\"", disclosure),
                did_you_mean_or(disclosure, kProtections, "write suppress or strict"));
  }
  if (plan.protects && plan.people == PeopleCounts::kNone) {
    table.wrong("disclosure", "the table says that it does not count people, but protects them",
                "take out one of people: false and disclosure:");
  }
  if (const YamlNode* release = table.find("release")) {
    plan.release = read_release(*release, path, diagnostics);
    if (plan.protects) {
      table.wrong("release", "small counts are both taken out and published",
                  "take out one of disclosure: and release:");
    }
  }
  return plan;
}

std::optional<Release> read_release(const YamlNode& node, std::string_view path,
                                    Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"reason", "approved_by", "date"};
  const YamlMap map(node, "a release", {path, kDataRules, kReleaseHelp}, kKeys, diagnostics);
  Release release{map.required_text("reason"), map.required_text("approved_by"), {}};
  map.required("date");
  const std::optional<Date> date = map.date("date");
  if (!date || release.reason.empty() || release.approved_by.empty()) return std::nullopt;
  release.date = *date;
  return release;
}

}  // namespace signpost
