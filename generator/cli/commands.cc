#include "cli/commands.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <iostream>
#include <string_view>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/web_address.h"
#include "build.h"
#include "cli/cli.h"
#include "cli/evaluate.h"
#include "cli/protect.h"
#include "cli/search.h"
#include "cli/site_settings.h"
#include "cli/translate.h"
#include "duties/calendar.h"
#include "duties/report.h"
#include "findings/findings.h"
#include "findings/terminal_text.h"
#include "render/theme/theme.h"

namespace signpost {
namespace {

// The value that `name` stands for among the known ones.
template <typename Value>
Value choose(std::string_view option, std::string_view name,
             std::initializer_list<std::pair<std::string_view, Value>> known) {
  std::vector<std::string_view> names;
  for (const auto& [known_name, value] : known) {
    if (known_name == name) return value;
    names.push_back(known_name);
  }
  throw UsageError{
      fmt::format("{} has no \"{}\"; {}", option, name, did_you_mean_one_of(name, names))};
}

FindingFormat finding_format(std::string_view name) {
  return choose<FindingFormat>("--format", name,
                               {{"text", FindingFormat::kText},
                                {"json", FindingFormat::kJson},
                                {"github", FindingFormat::kGithub}});
}

std::chrono::system_clock::time_point source_date_epoch(const char* epoch) {
  constexpr long long kYear9999 = 253402300799;
  char* end = nullptr;
  const long long seconds = std::strtoll(epoch, &end, 10);
  if (end == epoch || *end != '\0' || seconds < 0 || seconds > kYear9999) {
    throw UsageError{
        fmt::format("SOURCE_DATE_EPOCH is \"{}\"; it must be a number of seconds", epoch)};
  }
  return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
}

// The day that counts as today: --date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the
// clock, in UTC.
Date today(const std::string& typed) {
  if (!typed.empty()) {
    const std::optional<Date> date = parse_date(typed);
    if (date) return *date;
    throw UsageError{
        fmt::format("--date \"{}\" is not a date that exists; write it as 2026-09-30", typed)};
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  const auto now = epoch == nullptr ? std::chrono::system_clock::now() : source_date_epoch(epoch);
  return Date(std::chrono::floor<std::chrono::days>(now));
}

std::string checked_base_url(std::string url) {
  if (url.empty()) return url;
  CheckedAddress checked = check_web_address(url, AddressUse::kBase);
  if (!checked.mistake.empty()) {
    throw UsageError{fmt::format("--base-url \"{}\": {}; {}", url, checked.mistake, checked.help)};
  }
  return std::move(checked.address);
}

BuildOptions build_options(const SiteArguments& arguments) {
  BuildOptions options;
  SiteOptions& site = options.site;
  site.site_dir = arguments.site;
  if (!std::filesystem::is_directory(site.site_dir)) {
    throw UsageError{fmt::format(
        "there is no folder \"{}\"; --site names the folder that holds site-config.yaml",
        arguments.site)};
  }
  options.out_dir =
      arguments.out.empty() ? site.site_dir / "public" : std::filesystem::path(arguments.out);
  site.share_dir = find_share_folder();
  site.base_url = checked_base_url(arguments.base_url);
  site.today = today(arguments.date);
  site.drafts = arguments.drafts;
  site.strict = arguments.strict;
  site.strict_dates = arguments.strict_dates;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  site.jobs = arguments.jobs == 0 ? cores : arguments.jobs;
  return options;
}

// Prints the findings in the wanted format and returns the exit code.
int print_findings(BuildResult& result, FindingFormat format) {
  result.finding_options.format = format;
  std::cout << format_findings(result.findings, result.finding_options) << std::flush;
  return exit_code(result.findings, result.finding_options);
}

}  // namespace

int run_check(const SiteArguments& arguments) {
  if (arguments.list_rules) {
    std::cout << format_rule_list();
    return kExitClean;
  }
  const FindingFormat format = finding_format(arguments.format);
  BuildResult result = check_site_files(build_options(arguments).site);
  return print_findings(result, format);
}

namespace {

// "Nothing was published" is never 0.
int exit_code_of(const BuildResult& result, int code) {
  return code == kExitClean && !result.published ? kExitMachineFailure : code;
}

}  // namespace

int run_build(const SiteArguments& arguments) {
  const FindingFormat format = finding_format(arguments.format);
  const BuildOptions options = build_options(arguments);
  const auto start = std::chrono::steady_clock::now();
  BuildResult result = build_site(options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const int code = print_findings(result, format);
  if (format == FindingFormat::kJson) return exit_code_of(result, code);
  if (result.published) {
    std::cout << fmt::format("built {} pages, {} files ({} changed) into {} in {:.2f} s\n",
                             result.page_count, result.file_count, result.changed_count,
                             shown(options.out_dir.generic_string()), seconds.count());
  } else {
    std::cout << fmt::format("nothing was published: {} is as it was\n",
                             shown(options.out_dir.generic_string()));
  }
  return exit_code_of(result, code);
}

int run_search_command(const SearchArguments& arguments) {
  SearchCommand command;
  command.out_dir = arguments.out;
  command.type = arguments.type;
  command.language = arguments.language;
  command.limit = arguments.limit;
  command.words = fmt::format("{}", fmt::join(arguments.words, " "));
  command.format = choose<SearchFormat>(
      "--format", arguments.format, {{"text", SearchFormat::kText}, {"json", SearchFormat::kJson}});
  return run_search(command);
}

// The host of the website, or the service's name as one word.
std::string owner_of(const SiteOptions& options) {
  Diagnostics ignored;  // check_site_files has them
  const std::optional<Config> config = site_settings(options.site_dir, ignored);
  if (!config) return "signpost";
  if (const std::size_t scheme = config->base_url.find("://"); scheme != std::string::npos) {
    const std::string host = config->base_url.substr(scheme + 3);
    return host.substr(0, host.find_first_of(":/"));
  }
  const std::string name = slugify(config->service.name);
  return name.empty() ? "signpost" : name;
}

// The findings go to the other stream: the table, JSON or calendar can be kept in a file.
int run_duties(const SiteArguments& arguments) {
  enum class Format : std::uint8_t { kText, kJson, kIcs };
  const Format format =
      choose<Format>("--format", arguments.format,
                     {{"text", Format::kText}, {"json", Format::kJson}, {"ics", Format::kIcs}});
  const SiteOptions options = build_options(arguments).site;
  const BuildResult result = check_site_files(options);
  const std::vector<DutyLine>& duties = result.duties;
  std::cout << (format == Format::kText   ? duties_text(duties, options.today)
                : format == Format::kJson ? duties_json(duties, options.today)
                                          : duties_ics(duties, owner_of(options), options.today))
            << std::flush;
  FindingOptions lenient = result.finding_options;
  lenient.strict = false;
  if (const int code = exit_code(result.findings, lenient); code != kExitClean) {
    std::cerr << "signpost: the site has errors; see signpost check\n";
    return code;
  }
  const bool is_late = std::any_of(duties.begin(), duties.end(), [](const DutyLine& line) {
    const DutyState state = line.status.state;
    return line.duty.must && (state == DutyState::kOverdue || state == DutyState::kNever);
  });
  return options.strict && is_late ? kExitSiteHasErrors : kExitClean;
}

int run_translate_command(const TranslateArguments& arguments) {
  enum class What : std::uint8_t { kStatus };
  if (arguments.what.empty()) {
    throw UsageError{"signpost translate does not say what to do; write signpost translate status"};
  }
  choose<What>("signpost translate", arguments.what, {{"status", What::kStatus}});
  TranslateCommand command;
  command.format =
      choose<TranslateFormat>("--format", arguments.site.format,
                              {{"text", TranslateFormat::kText}, {"json", TranslateFormat::kJson}});
  command.site = build_options(arguments.site).site;
  command.language = arguments.language;
  return run_translate(command);
}

namespace {

// The day that was typed after `option`, nothing where none was.
std::optional<Date> typed_day(std::string_view option, const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(typed);
  if (date) return date;
  throw UsageError{
      fmt::format("{} \"{}\" is not a date that exists; write it as 2026-09-30", option, typed)};
}

// Both days of "2025-04-01..2026-03-31".
Period typed_period(const std::string& typed) {
  const std::size_t dots = typed.find("..");
  const auto from = parse_date(typed.substr(0, dots));
  const auto to = dots == std::string::npos ? from : parse_date(typed.substr(dots + 2));
  if (dots == std::string::npos || !from || !to || *to < *from) {
    throw UsageError{
        fmt::format("--period \"{}\" is not two dates that exist, the earlier first; write it as "
                    "2025-04-01..2026-03-31",
                    typed)};
  }
  return {*from, *to};
}

// Nothing where no name was typed: then each line tells.
std::optional<LogFormat> typed_log_format(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  return choose<LogFormat>("--log-format", typed,
                           {{"combined", LogFormat::kCombined},
                            {"vhost_combined", LogFormat::kVhost},
                            {"vhost", LogFormat::kVhost},
                            {"common", LogFormat::kCommon},
                            {"w3c", LogFormat::kW3c},
                            {"iis", LogFormat::kW3c},
                            {"json", LogFormat::kJson},
                            {"caddy", LogFormat::kJson}});
}

}  // namespace

int run_reach_command(const ReachArguments& arguments) {
  ReachCommand command = arguments.command;
  if (!std::filesystem::is_directory(arguments.site)) {
    throw UsageError{fmt::format("there is no folder \"{}\"", arguments.site)};
  }
  command.site_dir = arguments.site;
  command.website = arguments.website;
  command.out_dir = arguments.out;
  command.from = typed_day("--from", arguments.from);
  command.to = typed_day("--to", arguments.to);
  if (!arguments.period.empty()) {
    if (command.from || command.to) {
      throw UsageError{"--period says both days already; leave out --from and --to"};
    }
    const Period period = typed_period(arguments.period);
    command.from = period.from;
    command.to = period.to;
  }
  command.log_format = typed_log_format(arguments.log_format);
  command.format = choose<ReachFormat>(
      "--format", arguments.format, {{"text", ReachFormat::kText}, {"yaml", ReachFormat::kYaml}});
  return run_reach(command);
}

int run_evaluate_command(const EvaluateArguments& arguments) {
  EvaluateCommand command;
  command.responses = arguments.responses;
  command.site_dir = arguments.site;
  command.out = arguments.out;
  command.questions = arguments.questions;
  command.options = {typed_period(arguments.period), arguments.ignored, arguments.maps,
                     DateOrder::kUnknown, arguments.sheet};
  if (!arguments.dates.empty()) {
    command.options.date_order = choose<DateOrder>(
        "--dates", arguments.dates,
        {{"day-first", DateOrder::kDayFirst}, {"month-first", DateOrder::kMonthFirst}});
  }
  command.sent = arguments.sent;
  command.overwrites = arguments.force;
  return run_evaluate(command);
}

int run_protect_command(const ProtectArguments& arguments) {
  ProtectCommand command;
  command.file = arguments.file;
  command.site_dir = arguments.site;
  command.out = arguments.out;
  command.is_in_place = arguments.in_place;
  command.overwrites = arguments.force;
  command.today = today(arguments.date);
  if (!arguments.profile.empty()) {
    command.profile = choose<DisclosureProfile>(
        "--profile", arguments.profile,
        {{"standard", DisclosureProfile::kStandard}, {"strict", DisclosureProfile::kStrict}});
  }
  return run_protect(command);
}

}  // namespace signpost
