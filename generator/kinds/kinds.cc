#include "kinds/kinds.h"

#include <array>

#include "kinds/publication_kinds.h"

namespace signpost {
namespace {

constexpr Field kCommonFields[] = {
    {"title", FieldType::kText, true, "The page's heading, up to 65 letters, in sentence case.",
     "title: SEN Support in school"},
    {"summary", FieldType::kText, true,
     "One or two plain sentences that lists, search results and search engines show.",
     "summary: What your child's school should do when they need extra help."},
    {"nav_title", FieldType::kText, false, "A shorter title for lists and the page's own trail.",
     "nav_title: SEN Support"},
    {"kind", FieldType::kKind, false, "The kind of page, where it is not the folder's.",
     "kind: page"},
    {"layout", FieldType::kLayout, false,
     "How the page looks: page, home for the front page, duties or meetings.", "layout: home"},
    {"draft", FieldType::kBool, false, "true keeps the page out of the published site.",
     "draft: true"},
    {"aliases", FieldType::kAliasList, false,
     "Old addresses of this page. Each becomes a page that leads here.",
     "aliases: [information/sen-support.html]"},
    {"allow", FieldType::kReasonMap, false, "Rules set aside on this page, each with the reason.",
     "allow: {sentence-length: the law's own words are quoted}"},
    {"owner", FieldType::kText, false, "The role that keeps the page right. No names.",
     "owner: Service manager"},
    {"reviewed", FieldType::kDate, false, "The day on which the whole page was last checked.",
     "reviewed: 2026-10-12"},
    {"review_due", FieldType::kDate, false, "The day by which it must be checked again.",
     "review_due: 2027-10-12"},
    {"related", FieldType::kPathList, false,
     "Pages to offer first at the end, by their files; the rest is found.",
     "related: [factsheets/mediation.md]"},
    {"topics", FieldType::kTopicList, false, "What the page is about, by id from site-config.yaml.",
     "topics: [sen-support]"},
    {"audiences", FieldType::kAudienceList, false, "Who it is for, by id from site-config.yaml.",
     "audiences: [parents]"},
    {"asked", FieldType::kTextList, false,
     "What families type when they look for this page, in their words. Searched, not shown.",
     "asked: [school says no to extra help]"},
};

constexpr Field kFactsheetFields[] = {
    {"topics", FieldType::kTopicList, true, "What the page is about, by id from site-config.yaml.",
     "topics: [sen-support]"},
    {"audiences", FieldType::kAudienceList, true, "Who it is for, by id from site-config.yaml.",
     "audiences: [parents]"},
    {"reviewed", FieldType::kDate, true, "The day on which the whole page was last checked.",
     "reviewed: 2026-10-12"},
    {"review_due", FieldType::kDate, true, "The day by which it must be checked again.",
     "review_due: 2027-10-12"},
    {"owner", FieldType::kText, true, "The role that keeps the page right. No names.",
     "owner: Service manager"},
    {"law", FieldType::kTextList, true, "The law and guidance that the page rests on.",
     "law: [\"Children and Families Act 2014, section 36\"]"},
    {"law_checked", FieldType::kDate, true, "The day on which the law was last checked.",
     "law_checked: 2026-10-12"},
    {"law_note", FieldType::kText, false, "What has not been checked against the law yet.",
     "law_note: The 15 school days are from guidance."},
};

constexpr Field kChangeFields[] = {
    {"version", FieldType::kVersion, true, "The version's number.", "version: \"2.1\""},
    {"date", FieldType::kDate, true, "The day on which it was approved.", "date: 2026-04-20"},
    {"what", FieldType::kText, true, "What changed.", "what: \"Plainer words\""},
};

constexpr Field kPolicyFields[] = {
    {"version", FieldType::kVersion, true, "The version's number.", "version: \"2.1\""},
    {"approved_by", FieldType::kText, true, "The role that approved it. No names.",
     "approved_by: Head of Service"},
    {"approved", FieldType::kDate, true, "The day on which it was approved.",
     "approved: 2026-04-20"},
    {"review_due", FieldType::kDate, true, "The day by which it must be checked again.",
     "review_due: 2027-04-20"},
    {"owner", FieldType::kText, true, "The role that keeps it right. No names.",
     "owner: Service manager"},
    {"changes", FieldType::kRecordList, true, "What changed, the newest first.",
     "changes: [{version: \"2.1\", date: 2026-04-20, what: \"Plainer words\"}]", kChangeFields,
     "change"},
};

constexpr Field kNewsFields[] = {
    {"date", FieldType::kDate, true, "The day of the news.", "date: 2026-11-02"},
};

const std::array kKinds = {
    Kind{"page", "Page", "page", {}},
    Kind{"factsheet", "Factsheet", "factsheet", kFactsheetFields},
    Kind{"policy", "Policy", "policy", kPolicyFields},
    Kind{"news", "News", "news", kNewsFields},
    Kind{"workshop-menu", "Workshop menu", "workshop-menu", workshop_menu_fields()},
    Kind{"workshop", "Workshop", "workshop", workshop_fields()},
    Kind{"evaluation", "Evaluation", "evaluation", evaluation_fields()},
    Kind{"meeting", "Meeting", "meeting", meeting_fields()},
    Kind{"report", "Report", "report", report_fields()},
    Kind{"standards", "Standards", "standards", standards_fields()},
    Kind{"organisation", "Organisation", "organisation", organisation_fields()},
};

}  // namespace

std::span<const Kind> all_kinds() { return kKinds; }

std::span<const Field> common_fields() { return kCommonFields; }

const Kind* find_kind(std::string_view name) {
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

}  // namespace signpost
