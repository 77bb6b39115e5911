#include "kinds/publication_kinds.h"

namespace signpost {
namespace {

using enum FieldType;

constexpr Field kPeriodFields[] = {
    {"from", kDate, true, "The first day.", "from: 2026-04-01"},
    {"to", kDate, true, "The last day.", "to: 2027-03-31"},
};

constexpr Field kWorkshopMenuFields[] = {
    {"year", kYear, true, "The financial year that the menu is for.", "year: 2026-27"},
    {"published", kDate, true, "The day on which the menu was put on the website.",
     "published: 2026-03-30"},
};

constexpr std::string_view kSessionStatuses[] = {"planned", "full", "cancelled"};

constexpr Field kSessionFields[] = {
    {"date", kDate, true, "The day.", "date: 2026-10-14"},
    {"from", kTime, true, "When it begins, in local time.", "from: \"10:00\""},
    {"to", kTime, true, "When it ends, in local time.", "to: \"12:00\""},
    {"venue",
     kText,
     false,
     "Where it is, with the room. Leave it out for one that is online.",
     "venue: Riverside House, Main Street, Rotherham",
     {},
     {},
     {},
     true},
    {"online", kBool, false, "true for one that people can join online.", "online: true"},
    {"access",
     kText,
     false,
     "Steps, hearing loop, toilets, interpreters, parking.",
     "access: Step-free, with a hearing loop",
     {},
     {},
     {},
     true},
    {"booking",
     kText,
     false,
     "What to say or do when booking, beside our phone and email.",
     "booking: Tell us if you need an interpreter.",
     {},
     {},
     {},
     true},
    {"places", kNumber, false, "How many people can come.", "places: 20"},
    {"status",
     kChoice,
     false,
     "planned (as without it), full or cancelled.",
     "status: full",
     {},
     {},
     kSessionStatuses},
    {"attended", kNumber, false, "How many came, once it is over.", "attended: 14"},
};

constexpr Field kWorkshopFields[] = {
    {"who_for",
     kText,
     true,
     "Who it is for, in plain words.",
     "who_for: Parents and carers of children at primary school",
     {},
     {},
     {},
     true},
    {"learn",
     kTextList,
     true,
     "What people will know or can do afterwards, one on each line.",
     "learn: [how SEN Support works]",
     {},
     {},
     {},
     true},
    {"length", kText, true, "How long it takes.", "length: 2 hours", {}, {}, {}, true},
    {"run_by",
     kText,
     true,
     "Who runs it, by role. No names.",
     "run_by: An adviser of our team",
     {},
     {},
     {},
     true},
    {"why",
     kText,
     true,
     "Why it was chosen, such as what families asked for.",
     "why: Families asked for it in last year's evaluation.",
     {},
     {},
     {},
     true},
    {"sessions", kRecordList, false, "When and where it takes place.",
     "sessions: [{date: 2026-10-14, from: \"10:00\", to: \"12:00\", online: true}]", kSessionFields,
     "session"},
};

constexpr Field kEvaluationFields[] = {
    {"year", kYear, true, "The year of the results.", "year: 2025-26"},
    {"period", kRecord, true, "The first and the last day of the answers.",
     "period: {from: 2025-04-01, to: 2026-03-31}", kPeriodFields, "period"},
    {"results", kText, false,
     "The file of content/_data with the counts, without .yaml. Leave it out until there are any.",
     "results: evaluation-2025-26"},
    {"due", kDate, false, "The day by which the results are to be published.", "due: 2026-09-30"},
    {"published", kDate, false, "The day on which the results were published.",
     "published: 2026-07-10"},
};

constexpr std::string_view kMinutesStatuses[] = {"not-yet", "draft", "agreed"};

constexpr Field kPaperFields[] = {
    {"title", kText, true, "What the paper is called.", "title: Agenda", {}, {}, {}, true},
    {"file", kText, true, "The file or page below content/.", "file: monitoring-group/agenda.md"},
};

constexpr Field kAttendanceFields[] = {
    {"group", kText, true, "Who they came for, not their names.", "group: Parents and carers"},
    {"number", kNumber, true, "How many came.", "number: 3"},
};

constexpr Field kMeetingFields[] = {
    {"date", kDate, true, "The day of the meeting.", "date: 2026-11-18"},
    {"from", kTime, false, "When it begins.", "from: \"10:00\""},
    {"place", kText, false, "Where it is, or online.", "place: Online"},
    {"papers", kRecordList, false, "What the group was given to read.",
     "papers: [{title: Agenda, file: monitoring-group/agenda.md}]", kPaperFields, "paper"},
    {"attendance", kRecordList, false, "How many came from each group.",
     "attendance: [{group: Parents and carers, number: 3}]", kAttendanceFields, "group"},
    {"minutes",
     kChoice,
     true,
     "not-yet, draft or agreed.",
     "minutes: draft",
     {},
     {},
     kMinutesStatuses},
    {"minutes_file", kText, false, "The file or page below content/ with the minutes.",
     "minutes_file: monitoring-group/minutes-2026-11-18.md"},
};

constexpr std::string_view kReportTypes[] = {"annual", "termly", "other"};

constexpr Field kReportFields[] = {
    {"type", kChoice, true, "annual, termly or other.", "type: annual", {}, {}, kReportTypes},
    {"period", kRecord, true, "The first and the last day that the report is about.",
     "period: {from: 2025-04-01, to: 2026-03-31}", kPeriodFields, "period"},
    {"published", kDate, false, "The day on which it was published.", "published: 2026-07-10"},
    {"due", kDate, false, "The day by which it is to be published, where it is not yet.",
     "due: 2026-09-30"},
};

constexpr std::string_view kStandardStatuses[] = {"met", "partly", "not-yet"};

constexpr Field kStandardFields[] = {
    {"id", kText, true, "The standard's number.", "id: \"1.2\""},
    {"title",
     kText,
     true,
     "What it asks for, in plain words.",
     "title: Our own name and website, apart from the council's",
     {},
     {},
     {},
     true},
    {"status",
     kChoice,
     true,
     "met, partly or not-yet.",
     "status: partly",
     {},
     {},
     kStandardStatuses},
    {"evidence", kText, false, "What shows it.", "evidence: This website", {}, {}, {}, true},
    {"next_step",
     kText,
     false,
     "What we do next.",
     "next_step: Our own phone number",
     {},
     {},
     {},
     true},
    {"by", kDate, false, "The day by which the next step is done.", "by: 2027-01-31"},
};

constexpr Field kStandardsFields[] = {
    {"framework",
     kText,
     true,
     "The set of standards, with its year.",
     "framework: Minimum Standards 2018",
     {},
     {},
     {},
     true},
    {"assessed", kDate, true, "The day of the assessment.", "assessed: 2026-03-31"},
    {"assessed_by", kText, false, "The role that made it. No names.",
     "assessed_by: Service lead with the monitoring group"},
    {"standards", kRecordList, true, "Every standard with its status.",
     "standards: [{id: \"1.1\", title: Known to families, status: met}]", kStandardFields,
     "standard"},
};

constexpr Field kOrganisationFields[] = {
    {"topics", kTopicList, true, "What the page is about, by id from site-config.yaml.",
     "topics: [disagreements]"},
    {"helps_with",
     kTextList,
     true,
     "What they help with, one on each line.",
     "helps_with: [appeals to the tribunal]",
     {},
     {},
     {},
     true},
    {"website", kText, false, "Their website.", "website: https://www.example.org/"},
    {"phone", kText, false, "Their public phone number, in quotes.", "phone: \"01632 960 002\""},
    {"phone_note",
     kText,
     false,
     "What to know before ringing, such as the hours or what it costs.",
     "phone_note: Free from mobiles",
     {},
     {},
     {},
     true},
    {"email", kText, false, "Their public email address.", "email: help@charity.example"},
    {"hours", kText, false, "When they answer.", "hours: 10am to 4pm, Monday to Friday"},
    {"area", kText, true, "Where they help.", "area: England", {}, {}, {}, true},
    {"cost", kText, false, "What it costs, where it is not free.", "cost: Free", {}, {}, {}, true},
    {"last_checked", kDate, true, "The day on which someone last checked these details.",
     "last_checked: 2026-10-12"},
};

}  // namespace

std::span<const Field> workshop_menu_fields() { return kWorkshopMenuFields; }
std::span<const Field> workshop_fields() { return kWorkshopFields; }
std::span<const Field> evaluation_fields() { return kEvaluationFields; }
std::span<const Field> meeting_fields() { return kMeetingFields; }
std::span<const Field> report_fields() { return kReportFields; }
std::span<const Field> standards_fields() { return kStandardsFields; }
std::span<const Field> organisation_fields() { return kOrganisationFields; }

}  // namespace signpost
