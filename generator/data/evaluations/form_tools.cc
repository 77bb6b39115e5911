#include "data/evaluations/form_tools.h"

#include <algorithm>
#include <map>

namespace signpost {
namespace {

using ToolColumns = std::map<std::string_view, ToolColumn>;

// What tools add beside an identity and a day: contact data, results, technical details.
constexpr std::string_view kOtherColumns[] = {"email",
                                              "e-mail",
                                              "email address",
                                              "name",
                                              "first name",
                                              "last name",
                                              "full name",
                                              "username",
                                              "user name",
                                              "last modified time",
                                              "language",
                                              "total points",
                                              "quiz feedback",
                                              "grade posted time",
                                              "score",
                                              "collector id",
                                              "collectorid",
                                              "collector",
                                              "ip address",
                                              "ipaddress",
                                              "custom data",
                                              "response type",
                                              "response status",
                                              "status",
                                              "progress",
                                              "finished",
                                              "duration (in seconds)",
                                              "recipient last name",
                                              "recipientlastname",
                                              "recipient first name",
                                              "recipientfirstname",
                                              "recipient email",
                                              "recipientemail",
                                              "external data reference",
                                              "externalreference",
                                              "external reference",
                                              "location latitude",
                                              "locationlatitude",
                                              "location longitude",
                                              "locationlongitude",
                                              "distribution channel",
                                              "distributionchannel",
                                              "user language",
                                              "userlanguage",
                                              "tracking link",
                                              "user agent",
                                              "device",
                                              "page path",
                                              "referrer",
                                              "referrer url",
                                              "tags",
                                              "ending",
                                              "#",
                                              "last page",
                                              "start language",
                                              "seed",
                                              "access code",
                                              "date last action",
                                              "submission ip",
                                              "duplicate",
                                              "sequence number",
                                              "time taken to complete (seconds)",
                                              "respondent email",
                                              "email list",
                                              "country code",
                                              "region"};

// The columns of Microsoft Forms, Google Forms, SurveyMonkey, Qualtrics, SmartSurvey, Typeform,
// Jisc Online Surveys, LimeSurvey, Jotform and QuestionPro, as their exports of 2019 to 2026 name
// them.
const ToolColumns& known_tool_columns() {
  static const ToolColumns kColumns = [] {
    ToolColumns columns;
    const auto add = [&](ToolColumn kind, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) columns.emplace(name, kind);
    };
    add(ToolColumn::kId,
        {"id", "respondent id", "respondentid", "response id", "responseid", "unique id",
         "unique response number", "submission id", "network id", "userid", "userno", "token"});
    add(ToolColumn::kDayEnded,
        {"completion time", "timestamp", "end date", "enddate", "ended", "end time",
         "submit date (utc)", "submit date", "submission date", "date submitted", "submitted",
         "submitted at", "recorded date", "recordeddate", "date completed", "completion date",
         "date modified", "date"});
    add(ToolColumn::kDayBegun, {"start time", "start date", "startdate", "started", "date started",
                                "start date (utc)", "date created"});
    for (const std::string_view name : kOtherColumns) columns.emplace(name, ToolColumn::kOther);
    return columns;
  }();
  return kColumns;
}

// "name2" for "name": Excel numbers the second column of one name. "custom data 1", "custom_1".
std::string_view without_digits(std::string_view name) {
  const std::size_t end = name.find_last_not_of("0123456789") + 1;
  std::string_view stem = name.substr(0, end);
  while (stem.ends_with(' ') || stem.ends_with('_')) stem.remove_suffix(1);
  return stem;
}

constexpr FormTool kMicrosoftForms = {
    "Microsoft Forms",
    "open the form, choose Responses, then Open in Excel, and give that workbook (.xlsx)"};
constexpr FormTool kGoogleForms = {
    "Google Forms",
    "choose Responses > Download responses (.csv), or in the linked sheet File > Download > "
    "Comma-separated values (.csv)"};
constexpr FormTool kSurveyMonkey = {
    "SurveyMonkey",
    "choose Analyze Results > Save As > Export file > All responses data, as CSV with condensed "
    "columns and the actual answer text"};
constexpr FormTool kQualtrics = {
    "Qualtrics", "choose Data & Analysis > Export & Import > Export Data > CSV with choice text"};
constexpr FormTool kSmartSurvey = {"SmartSurvey",
                                   "choose Results > Exports > Raw data, as CSV or XLSX"};
constexpr FormTool kTypeform = {"Typeform",
                                "choose Results > Responses > Download all responses, as CSV"};
constexpr FormTool kJisc = {"Jisc Online Surveys", "choose Export, as CSV with uncoded responses"};

// Both columns are there.
struct ToolSign {
  const FormTool* tool;
  std::string_view columns[2];
};

constexpr ToolSign kSigns[] = {
    {&kMicrosoftForms, {"start time", "completion time"}},
    {&kSurveyMonkey, {"respondent id", "collector id"}},
    {&kSurveyMonkey, {"respondentid", "collectorid"}},
    {&kSurveyMonkey, {"answer choices", "responses"}},  // its summary
    {&kQualtrics, {"recorded date", "response id"}},
    {&kQualtrics, {"recordeddate", "responseid"}},
    {&kSmartSurvey, {"userid", "userno"}},
    {&kTypeform, {"network id", "#"}},
    {&kJisc, {"unique response number", "unique response number"}},
    {&kGoogleForms, {"timestamp", "timestamp"}},
};

}  // namespace

ToolColumn tool_column(std::string_view name) {
  for (const std::string_view start : {"points - ", "feedback - "}) {
    if (name.starts_with(start)) return ToolColumn::kOther;
  }
  for (const std::string_view end : {" [score]", " [feedback]"}) {
    if (name.ends_with(end)) return ToolColumn::kOther;
  }
  const ToolColumns& known = known_tool_columns();
  const auto same = known.find(name);
  if (same != known.end()) return same->second;
  const std::string_view stem = without_digits(name);
  if (stem == "custom" || stem == "custom variable") return ToolColumn::kOther;
  return stem != name && known.contains(stem) ? ToolColumn::kOther : ToolColumn::kNone;
}

bool asks_for_words(std::string_view name) {
  static constexpr std::string_view kWords[] = {
      "comment",         "anything else", "anything you", "tell us",    "explain",
      "suggest",         "improve",       "feedback",     "own words",  "please specify",
      "please describe", "please say",    "open-ended",   "reason for", "what else"};
  if (name == "other" || name.starts_with("why") || name.starts_with("other (")) return true;
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

bool is_answer_label(std::string_view name) {
  return name.empty() || name == "response" || name == "open-ended response" ||
         name == "responses" || name == "answer";
}

const FormTool* find_form_tool(std::span<const std::string> names) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  for (const ToolSign& sign : kSigns) {
    if (has(sign.columns[0]) && has(sign.columns[1])) return sign.tool;
  }
  return nullptr;
}

}  // namespace signpost
