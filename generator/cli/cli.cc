#include "cli/cli.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/commands.h"
#include "findings/terminal_text.h"

namespace signpost {
namespace {

constexpr char kVersion[] = "signpost 0.1.0";

void add_site_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--out", arguments.out, "Folder for the website (default: public in --site)");
  command.add_option("--base-url", arguments.base_url, "Public address, such as https://…/");
  command.add_option("--date", arguments.date, "The day that counts as today: 2026-09-30");
  command.add_option("--format", arguments.format, "Messages as text, json or github");
  command.add_option("--jobs", arguments.jobs, "Threads (default: one for each core)")
      ->check(CLI::Range(1, 256));
  command.add_flag("--drafts", arguments.drafts, "Include pages marked as drafts");
  command.add_flag("--strict", arguments.strict,
                   "Warnings count as errors, but not that something is late");
  command.add_flag("--strict-dates", arguments.strict_dates,
                   "What is late counts as an error once the grace of the settings is over");
}

void add_duty_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--date", arguments.date, "The day that counts as today: 2026-09-30");
  command.add_option("--format", arguments.format, "Duties as text, json or ics (a calendar)");
  command.add_flag("--strict", arguments.strict, "An overdue duty counts as an error");
}

void add_translate_options(CLI::App& command, TranslateArguments& arguments) {
  SiteArguments& site = arguments.site;
  command.add_option("what", arguments.what, "status: what is translated, out of date, missing");
  command.add_option("--lang", arguments.language, "Only this language, with each page it lacks");
  command.add_option("--site", site.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--format", site.format, "State as text or json");
  command.add_flag("--drafts", site.drafts, "Include pages marked as drafts");
  command.add_flag(
      "--strict", site.strict,
      "What is out of date, missing from the theme's words or not checked counts as an "
      "error");
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
  command.add_option("--period", arguments.period, "Both days at once: 2026-04-01..2027-03-31");
  command.add_option(
      "--log-format", arguments.log_format,
      "combined, vhost_combined, common, w3c or json (default: seen from the lines)");
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
  command
      .add_option("responses", arguments.responses,
                  "Export of raw answers (CSV or .xlsx), outside the site")
      ->required();
  command.add_option("--questions", arguments.questions, "Version of the question set")->required();
  command.add_option("--period", arguments.period, "First and last day: 2025-04-01..2026-03-31")
      ->required();
  command.add_option("--sent", arguments.sent, "How many people were asked")
      ->check(CLI::Range(1, 1000000));
  command
      .add_option("--ignore", arguments.ignored, "A column to leave out, by name; can be repeated")
      ->allow_extra_args(false);
  command
      .add_option("--map", arguments.maps,
                  "What answers mean: 1..5, from the worst number to the best, or "
                  "\"Strongly agree=4\"; of one question behind its key: \"helpful:5..1\"; can be "
                  "repeated")
      ->allow_extra_args(false);
  command.add_option("--dates", arguments.dates, "How dates are written: day-first or month-first");
  command.add_option("--sheet", arguments.sheet, "The workbook's sheet with the answers");
  command.add_option("--site", arguments.site, "Folder that holds site-config.yaml (default: .)");
  command.add_option("--out", arguments.out,
                     "File to write (default: content/_data/evaluation-YEAR.yaml)");
  command.add_flag("--force", arguments.force, "Write the file anew if it exists");
}

void add_protect_options(CLI::App& command, ProtectArguments& arguments) {
  command.add_option("table", arguments.file, "CSV file, or YAML file with its rows")->required();
  command.add_option("--profile", arguments.profile,
                     "standard (1 to 4 are [c]) or strict (1 to 7, the others rounded); default: "
                     "the site's");
  command.add_option("--out", arguments.out, "File to write (default: the standard output)");
  command.add_flag("--force", arguments.force, "Write the file of --out anew if it exists");
  command.add_flag("--in-place", arguments.in_place,
                   "Put the copy in the table's place; the true counts are gone, so keep them "
                   "elsewhere");
  command.add_option("--site", arguments.site,
                     "Folder that holds site-config.yaml (default: the nearest above the table)");
  command.add_option("--date", arguments.date, "The day that counts as today: 2026-09-30");
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
  std::string hint =
      did_you_mean_or(argv[1], views, fmt::format("the commands are: {}", fmt::join(names, ", ")));
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

// Whether all of the standard output was written. A pipe whose reader went away heard enough.
bool is_all_said() {
  struct stat output {};
  if (std::cout.flush() || (::fstat(STDOUT_FILENO, &output) == 0 && S_ISFIFO(output.st_mode))) {
    return true;
  }
  std::cerr << "signpost: error: the standard output cannot be written; make room on the disk\n";
  return false;
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

  TranslateArguments translate;
  CLI::App* languages =
      app.add_subcommand("translate", "Say what is translated into which language");
  add_translate_options(*languages, translate);
  languages->callback([&] { code = run_translate_command(translate); });

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

  ProtectArguments protect;
  CLI::App* copy = app.add_subcommand(
      "protect", "Write a copy of a table in which small counts of people are [c]");
  add_protect_options(*copy, protect);
  copy->callback([&] { code = run_protect_command(protect); });

  try {
    const int parsed = run_parsed(app, argc, argv);
    // A published site stays one, whatever becomes of the words about it.
    if (!build->parsed() && !is_all_said()) return kExitMachineFailure;
    return parsed == kExitClean ? code : parsed;
  } catch (const UsageError& error) {
    std::cerr << "signpost: error: " << shown(error.message) << '\n';
  } catch (const CLI::ParseError& error) {
    std::cerr << "signpost: error: " << shown(error.what()) << "; see signpost --help\n";
  }
  return kExitWrongUsage;
}

}  // namespace signpost
