#include "cli/cli.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "build.h"
#include "cli/evaluate.h"
#include "cli/reach.h"
#include "cli/search.h"
#include "duties/duty_calendar.h"
#include "duties/duty_report.h"
#include "render/theme.h"
#include "report.h"

namespace signpost {
namespace {

constexpr char kVersion[] = "signpost 0.1.0";

// A mistake in the arguments: the message, without "signpost: error: ".
struct UsageError {
  std::string message;
};

// What the options of build and check fill in, as typed.
struct SiteArguments {
  std::string site = ".";
  std::string out;
  std::string base_url;
  std::string date;
  std::string format = "text";
  std::size_t jobs = 0;
  bool drafts = false;
  bool strict = false;
  bool list_rules = false;
};

struct SearchArguments {
  std::string out = "public";
  std::string type;
  std::string language;
  std::string format = "text";
  std::size_t limit = 10;
  std::vector<std::string> words;
};

struct ReachArguments {
  ReachCommand command;
  std::string site = ".";
  std::string website;
  std::string out;
  std::string from;
  std::string to;
  std::string format = "text";
};

struct EvaluateArguments {
  std::string responses;
  std::string site = ".";
  std::string out;
  std::string questions;
  std::string period;
  std::optional<std::int64_t> sent;
  std::vector<std::string> ignored;
  bool force = false;
};

// The value that `name` stands for among the known ones.
template <typename Value>
Value choose(std::string_view option, std::string_view name,
             std::initializer_list<std::pair<std::string_view, Value>> known) {
  std::vector<std::string_view> names;
  for (const auto& [known_name, value] : known) {
    if (known_name == name) return value;
    names.push_back(known_name);
  }
  std::string help = did_you_mean(name, names);
  if (help.empty()) help = fmt::format("use one of: {}", fmt::join(names, ", "));
  throw UsageError{fmt::format("{} has no \"{}\"; {}", option, name, help)};
}

ReportFormat report_format(std::string_view name) {
  return choose<ReportFormat>("--format", name,
                              {{"text", ReportFormat::kText},
                               {"json", ReportFormat::kJson},
                               {"github", ReportFormat::kGithub}});
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
  if (!url.starts_with("https://") && !url.starts_with("http://")) {
    throw UsageError{
        fmt::format("--base-url \"{}\" is not a web address; start it with https://", url)};
  }
  if (url.back() != '/') url += '/';
  return url;
}

BuildOptions build_options(const SiteArguments& arguments) {
  BuildOptions options;
  options.site_dir = arguments.site;
  if (!std::filesystem::is_directory(options.site_dir)) {
    throw UsageError{fmt::format(
        "there is no folder \"{}\"; --site names the folder that holds site-config.yaml",
        arguments.site)};
  }
  options.out_dir =
      arguments.out.empty() ? options.site_dir / "public" : std::filesystem::path(arguments.out);
  options.share_dir = find_share_folder();
  options.base_url = checked_base_url(arguments.base_url);
  options.today = today(arguments.date);
  options.drafts = arguments.drafts;
  options.strict = arguments.strict;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  options.jobs = arguments.jobs == 0 ? cores : arguments.jobs;
  return options;
}

// Prints the findings in the wanted format and returns the exit code.
int print_report(BuildResult& result, ReportFormat format) {
  result.report_options.format = format;
  std::cout << format_report(result.report, result.report_options) << std::flush;
  return exit_code(result.report, result.report_options);
}

int run_check(const SiteArguments& arguments) {
  if (arguments.list_rules) {
    std::cout << format_rule_list();
    return kExitClean;
  }
  const ReportFormat format = report_format(arguments.format);
  BuildResult result = check_site_files(build_options(arguments));
  return print_report(result, format);
}

int run_build(const SiteArguments& arguments) {
  const ReportFormat format = report_format(arguments.format);
  const BuildOptions options = build_options(arguments);
  const auto start = std::chrono::steady_clock::now();
  BuildResult result = build_site(options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const int code = print_report(result, format);
  if (format == ReportFormat::kJson) return code;
  if (result.published) {
    std::cout << fmt::format("built {} pages, {} files ({} changed) into {} in {:.2f} s\n",
                             result.page_count, result.file_count, result.changed_count,
                             options.out_dir.generic_string(), seconds.count());
  } else {
    std::cout << fmt::format("nothing was published: {} is as it was\n",
                             options.out_dir.generic_string());
  }
  return code;
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

// The findings go to the other stream: the table, JSON or calendar can be kept in a file.
int run_duties(const SiteArguments& arguments) {
  enum class Format : std::uint8_t { kText, kJson, kIcs };
  const Format format =
      choose<Format>("--format", arguments.format,
                     {{"text", Format::kText}, {"json", Format::kJson}, {"ics", Format::kIcs}});
  const BuildOptions options = build_options(arguments);
  const BuildResult result = check_site_files(options);
  const std::vector<DutyLine>& duties = result.duties;
  std::cout << (format == Format::kText   ? duties_text(duties, options.today)
                : format == Format::kJson ? duties_json(duties, options.today)
                                          : duties_ics(duties, options.today))
            << std::flush;
  ReportOptions lenient = result.report_options;
  lenient.strict = false;
  if (exit_code(result.report, lenient) != kExitClean) {
    std::cerr << "signpost: the site has errors; see signpost check\n";
    return kExitSiteHasErrors;
  }
  const bool is_late = std::any_of(duties.begin(), duties.end(), [](const DutyLine& line) {
    const DutyState state = line.status.state;
    return line.duty.must && (state == DutyState::kOverdue || state == DutyState::kNever);
  });
  return options.strict && is_late ? kExitSiteHasErrors : kExitClean;
}

// The day that was typed after `option`, nothing where none was.
std::optional<Date> typed_day(std::string_view option, const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(typed);
  if (date) return date;
  throw UsageError{
      fmt::format("{} \"{}\" is not a date that exists; write it as 2026-09-30", option, typed)};
}

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
  command.format = choose<ReachFormat>(
      "--format", arguments.format, {{"text", ReachFormat::kText}, {"yaml", ReachFormat::kYaml}});
  return run_reach(command);
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

int run_evaluate_command(const EvaluateArguments& arguments) {
  EvaluateCommand command;
  command.responses = arguments.responses;
  command.site_dir = arguments.site;
  command.out = arguments.out;
  command.questions = arguments.questions;
  command.period = typed_period(arguments.period);
  command.sent = arguments.sent;
  command.ignored = arguments.ignored;
  command.overwrites = arguments.force;
  return run_evaluate(command);
}

void add_site_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--out", arguments.out, "Folder for the website (default: public in --site)");
  command.add_option("--base-url", arguments.base_url, "Public address, such as https://…/");
  command.add_option("--date", arguments.date, "The day that counts as today: 2026-09-30");
  command.add_option("--format", arguments.format, "Messages as text, json or github");
  command.add_option("--jobs", arguments.jobs, "Threads (default: one for each core)")
      ->check(CLI::Range(1, 256));
  command.add_flag("--drafts", arguments.drafts, "Include pages marked as drafts");
  command.add_flag("--strict", arguments.strict, "Warnings count as errors");
}

void add_duty_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--date", arguments.date, "The day that counts as today: 2026-09-30");
  command.add_option("--format", arguments.format, "Duties as text, json or ics (a calendar)");
  command.add_flag("--strict", arguments.strict, "An overdue duty counts as an error");
}

void add_search_options(CLI::App& command, SearchArguments& arguments) {
  command.add_option("--out", arguments.out, "Folder of the website (default: public)");
  command.add_option("--limit", arguments.limit, "Number of results (default: 10)")
      ->check(CLI::Range(1, 100));
  command.add_option("--type", arguments.type, "Only this kind of page");
  command.add_option("--lang", arguments.language, "Language of the index (default: the first)");
  command.add_option("--format", arguments.format, "Results as text or json");
  command.add_option("words", arguments.words, "What to look for, in plain words")->required();
}

void add_reach_options(CLI::App& command, ReachArguments& arguments) {
  command.add_option("--site", arguments.site,
                     "Folder that may hold site-config.yaml (default: .)");
  command.add_option("--website", arguments.website,
                     "The built website, for titles (default: public in --site)");
  command.add_option("--out", arguments.out, "Folder for the tables, such as content/_data");
  command.add_option("--name", arguments.command.name,
                     "Part of the tables' file names (default: the days)");
  command.add_option("--from", arguments.from, "The first day to count: 2026-04-01");
  command.add_option("--to", arguments.to, "The last day to count: 2027-03-31");
  command
      .add_option("--internal", arguments.command.internal_hosts,
                  "A site that only staff come from; may be given again")
      ->allow_extra_args(false);
  command
      .add_option("--host", arguments.command.own_hosts,
                  "A host of this website; may be given again")
      ->allow_extra_args(false);
  command
      .add_option("--top", arguments.command.most_named, "Pages and sites to name (default: 10)")
      ->check(CLI::Range(1, 1000));
  command.add_option("--format", arguments.format, "Result as text or yaml");
  command
      .add_option("logs", arguments.command.logs, "Logs, plain or gzip; - is the standard input")
      ->required();
}

void add_evaluate_options(CLI::App& command, EvaluateArguments& arguments) {
  command.add_option("responses", arguments.responses, "CSV file of raw answers, outside the site")
      ->required();
  command.add_option("--questions", arguments.questions, "Version of the question set")->required();
  command.add_option("--period", arguments.period, "First and last day: 2025-04-01..2026-03-31")
      ->required();
  command.add_option("--sent", arguments.sent, "How many people were asked")
      ->check(CLI::Range(1, 1000000));
  command
      .add_option("--ignore", arguments.ignored, "A column to leave out, by name; can be repeated")
      ->allow_extra_args(false);
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--out", arguments.out,
                     "File to write (default: content/_data/evaluation-YEAR.yaml)");
  command.add_flag("--force", arguments.force, "Write the file anew if it exists");
}

// The nearest option of `command` to what was typed, as a hint.
std::string option_hint(const CLI::App& command, std::string_view typed) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return did_you_mean(typed.substr(0, typed.find('=')), views);
}

[[noreturn]] void refuse_option(const CLI::App& command, std::string_view typed) {
  std::string hint = option_hint(command, typed);
  if (hint.empty()) hint = fmt::format("see signpost {} --help", command.get_name());
  throw UsageError{
      fmt::format("signpost {} has no option \"{}\"; {}", command.get_name(), typed, hint)};
}

// Looks at the words before CLI11 does, for the messages that it cannot give.
void check_command_name(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return;
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::string hint = did_you_mean(argv[1], views);
  if (hint.empty()) hint = fmt::format("the commands are: {}", fmt::join(names, ", "));
  throw UsageError{fmt::format("there is no command \"{}\"; {}", argv[1], hint)};
}

int run_parsed(CLI::App& app, int argc, const char* const* argv) {
  check_command_name(app, argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForVersion& version) {
    return app.exit(version);
  } catch (const CLI::ExtrasError&) {
    for (const CLI::App* command : app.get_subcommands()) {
      const std::vector<std::string> extras = command->remaining();
      if (!extras.empty()) refuse_option(*command, extras.front());
    }
    throw;
  }
  return kExitClean;
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("Signpost makes the website of an information, advice and support service.",
               "signpost");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  int code = kExitClean;

  SiteArguments site;
  CLI::App* build = app.add_subcommand("build", "Make the whole website, all or nothing");
  add_site_options(*build, site);
  build->callback([&] { code = run_build(site); });

  CLI::App* check = app.add_subcommand("check", "Say what is wrong, write nothing");
  add_site_options(*check, site);
  check->add_flag("--list-rules", site.list_rules, "Print every rule and stop");
  check->callback([&] { code = run_check(site); });

  CLI::App* duties = app.add_subcommand("duties", "Say what has to be published, and when");
  add_duty_options(*duties, site);
  duties->callback([&] { code = run_duties(site); });

  SearchArguments search;
  CLI::App* find = app.add_subcommand("search", "Search the built website");
  add_search_options(*find, search);
  find->callback([&] { code = run_search_command(search); });

  ReachArguments reach;
  CLI::App* visits = app.add_subcommand("reach", "Count visits from the web server's logs");
  add_reach_options(*visits, reach);
  visits->callback([&] { code = run_reach_command(reach); });

  EvaluateArguments evaluate;
  CLI::App* count = app.add_subcommand("evaluate", "Count a questionnaire's raw answers");
  add_evaluate_options(*count, evaluate);
  count->callback([&] { code = run_evaluate_command(evaluate); });

  try {
    const int parsed = run_parsed(app, argc, argv);
    return parsed == kExitClean ? code : parsed;
  } catch (const UsageError& error) {
    std::cerr << "signpost: error: " << error.message << '\n';
  } catch (const CLI::ParseError& error) {
    std::cerr << "signpost: error: " << error.what() << "; see signpost --help\n";
  }
  return kExitWrongUsage;
}

}  // namespace signpost
