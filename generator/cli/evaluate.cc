#include "cli/evaluate.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "base/files.h"
#include "base/folder.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/new_file.h"
#include "config/config.h"
#include "data/evaluations/answer_table.h"
#include "data/evaluations/responses.h"
#include "findings/terminal_text.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{64} << 20;
constexpr char kSetsFile[] = "content/_data/question-sets.yaml";

int refuse(std::string_view message) {
  std::cerr << "signpost: error: " << shown(message) << '\n';
  return kExitWrongUsage;
}

// Prints findings without the lines that they are about: those may be somebody's answers.
int print(const Diagnostics& diagnostics, int code) {
  for (const Diagnostic& each : diagnostics.all()) {
    std::cerr << shown(each.place.path);
    if (each.place.line != 0) std::cerr << ':' << each.place.line << ':' << each.place.column;
    std::cerr << ": error: " << shown(each.message) << " [" << each.rule << "]\n";
    if (!each.help.empty()) std::cerr << "   help: " << each.help << '\n';
  }
  return code;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto end = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end.first == folder.end();
}

// Returns the folder above `path` that git keeps, or "".
fs::path find_work_tree(const fs::path& path) {
  for (fs::path folder = path.parent_path();; folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::exists(folder / ".git", ignored)) return folder;
    if (folder == folder.root_path() || folder.empty()) return {};
  }
}

// Says why raw answers must not lie where they do, or "".
std::string misplaced(const fs::path& responses, const fs::path& site_dir) {
  if (is_inside(responses, site_dir)) {
    return "the answers are in the site's folder; move them out of it, to where only your team "
           "can read them";
  }
  const fs::path work_tree = find_work_tree(responses);
  if (work_tree.empty()) return "";
  return fmt::format(
      "the answers are in \"{}\", a folder that git keeps; move them out of it, so that they are "
      "never sent on by mistake",
      work_tree.generic_string());
}

std::optional<QuestionSets> load_sets(const fs::path& site_dir, Diagnostics& diagnostics) {
  const std::optional<std::string> text =
      read_site_file(site_dir, kSetsFile, kMaxBytes, diagnostics);
  if (!text) return std::nullopt;
  QuestionSets sets =
      read_question_sets(parse_yaml(*text, kSetsFile, 1, diagnostics), kSetsFile, diagnostics);
  if (!diagnostics.empty()) return std::nullopt;
  return sets;
}

int refuse_version(const QuestionSets& sets, const std::string& version) {
  std::vector<std::string_view> known;
  for (const auto& [name, set] : sets) {
    if (!set.scale.empty()) known.push_back(name);
  }
  std::string help =
      did_you_mean_or(version, known, fmt::format("there is: {}", fmt::join(known, ", ")));
  return refuse(fmt::format("there is no question set \"{}\" with a scale; {}", version, help));
}

// Says which other set has the questions of a file that names none of `set`, where one has.
void find_other_set(std::string_view bytes, const QuestionSets& sets, const QuestionSet& set,
                    const EvaluateCommand& command, Responses& counted) {
  for (const auto& [name, other] : sets) {
    if (other.scale.empty() || name == set.version || !counted.names_no_question) continue;
    ResponseOptions options = command.options;
    options.maps.clear();
    if (count_responses(bytes, other, options).names_no_question) continue;
    counted.problems[0].help =
        fmt::format("type --questions {}, which asks what the file has", name);
    return;
  }
}

int print_problems(const fs::path& path, const std::vector<ResponseProblem>& problems) {
  const std::string name = path.filename().string();
  for (const ResponseProblem& problem : problems) {
    std::cerr << shown(name) << ": error: " << shown(problem.message) << '\n';
    if (!problem.help.empty()) std::cerr << "   help: " << problem.help << '\n';
  }
  std::cerr << "nothing was written\n";
  return kExitSiteHasErrors;
}

void print_summary(const Responses& responses, const fs::path& out) {
  std::cout << fmt::format("replies counted: {}, into {}\n", responses.counts.replies,
                           out.generic_string());
  for (const std::string& note : responses.notes) std::cout << note << '\n';
  if (responses.blank_count > 0) {
    std::cout << fmt::format("rows without an answer, left out: {}\n", responses.blank_count);
  }
  if (responses.comment_count > 0) {
    std::cout << fmt::format(
        "comments not copied: {}; add those that people agreed to by hand, as content/README.md "
        "says\n",
        responses.comment_count);
  }
}

}  // namespace

int run_evaluate(const EvaluateCommand& command) {
  std::error_code error;
  const fs::path responses = fs::canonical(command.responses, error);
  if (error) {
    return refuse(fmt::format("there is no file \"{}\"", command.responses.generic_string()));
  }
  const fs::path site_dir = fs::canonical(command.site_dir, error);
  if (error) return refuse("there is no folder with the site; --site names it");
  if (const std::string why = misplaced(responses, site_dir); !why.empty()) return refuse(why);

  Diagnostics diagnostics;
  const std::optional<QuestionSets> sets = load_sets(site_dir, diagnostics);
  if (!sets) return print(diagnostics, kExitSiteHasErrors);
  const auto set = sets->find(command.questions);
  if (set == sets->end() || set->second.scale.empty()) {
    return refuse_version(*sets, command.questions);
  }
  const AnswerTable table(set->second, command.options.maps);
  if (!table.mistake().empty()) return refuse(table.mistake());
  const std::optional<std::string> bytes =
      read_file(responses, responses.filename().string(), kMaxBytes, diagnostics);
  if (!bytes) return print(diagnostics, kExitMachineFailure);
  Responses counted = count_responses(*bytes, set->second, command.options);
  if (!counted.problems.empty()) {
    find_other_set(*bytes, *sets, set->second, command, counted);
    return print_problems(responses, counted.problems);
  }
  counted.counts.sent = command.sent;
  if (command.sent && *command.sent < counted.counts.replies) {
    return refuse(fmt::format("--sent {} is less than the {} replies", *command.sent,
                              counted.counts.replies));
  }
  fs::path out = command.out;
  if (out.empty()) {
    Diagnostics ignored;  // `signpost check` reports them; here only the calendar is wanted
    const Config config = load_config(command.site_dir, {}, ignored);
    out = command.site_dir / "content" / "_data" /
          fmt::format("evaluation-{}.yaml", config.calendar.year_of(command.options.period.from));
  }
  const int code =
      write_new_file(out, results_yaml(counted.counts, set->second, command.options.period),
                     command.overwrites ? Overwriting::kAllowed : Overwriting::kRefused);
  if (code == kExitClean) print_summary(counted, out);
  return code;
}

}  // namespace signpost
