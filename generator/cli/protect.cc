#include "cli/protect.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "base/files.h"
#include "base/folder.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/new_file.h"
#include "cli/site_settings.h"
#include "data/tables/protected_copy.h"
#include "findings/findings.h"
#include "findings/terminal_text.h"

namespace signpost {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxTableBytes = std::uint64_t{4} << 20;

int refuse_usage(std::string_view message) {
  std::cerr << "signpost: error: " << shown(message) << '\n';
  return kExitWrongUsage;
}

// Returns the nearest folder above `file` that holds site-config.yaml, or "".
fs::path find_site(const fs::path& file) {
  for (fs::path folder = file.parent_path();; folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::exists(folder / "site-config.yaml", ignored)) return folder;
    if (folder == folder.root_path() || folder.empty()) return {};
  }
}

bool is_table_name(std::string_view name) {
  return name.ends_with(".csv") || name.ends_with(".yaml");
}

// The files that may describe the table: those beside it in a data folder, else itself alone.
DataTexts read_texts(const fs::path& file, const std::string& shown_folder,
                     Diagnostics& diagnostics) {
  DataTexts texts;
  std::vector<std::string> names{file.filename().string()};
  if (file.parent_path().filename() == "_data") {
    for (std::string& name : list_names(file.parent_path(), shown_folder, diagnostics)) {
      std::error_code ignored;
      const bool is_file = fs::is_regular_file(file.parent_path() / name, ignored);
      if (is_file && is_table_name(name) && name != names[0]) names.push_back(std::move(name));
    }
  }
  for (const std::string& name : names) {
    std::optional<std::string> text =
        read_file(file.parent_path() / name, shown_folder + name, kMaxTableBytes, diagnostics);
    if (text) texts.emplace(name, std::move(*text));
  }
  return texts;
}

// Returns what is wrong with the arguments, or "".
std::string mistake_of(const ProtectCommand& command, const fs::path& file) {
  if (command.is_in_place && !command.out.empty()) {
    return "--in-place and --out are two places; give one of them";
  }
  if (!is_table_name(file.filename().string())) {
    return fmt::format("\"{}\" is no table; name a CSV file, or a YAML file of content/_data",
                       file.filename().string());
  }
  std::error_code error;
  if (!command.out.empty() && fs::equivalent(command.out, file, error)) {
    return "--out names the table itself; --in-place puts the copy there, and the true counts are "
           "gone";
  }
  return "";
}

std::string summary(const ProtectedCopy& copy, bool is_strict) {
  if (copy.is_open) {
    return "nothing was taken out: the table says that it counts no people, or that it is released";
  }
  if (copy.withheld_count + copy.rounded_count == 0) return "nothing had to be taken out";
  std::string text =
      fmt::format("{} figure{} {} [c] in the copy", copy.withheld_count,
                  copy.withheld_count == 1 ? "" : "s", copy.withheld_count == 1 ? "is" : "are");
  if (is_strict) text += fmt::format(", {} rounded to the nearest 5", copy.rounded_count);
  return text;
}

int write_copy(const ProtectCommand& command, const fs::path& file, const ProtectedCopy& copy) {
  if (command.is_in_place) return write_new_file(file, copy.text, Overwriting::kAllowed);
  if (!command.out.empty()) {
    return write_new_file(command.out, copy.text,
                          command.overwrites ? Overwriting::kAllowed : Overwriting::kRefused);
  }
  std::cout << copy.text << std::flush;
  if (std::cout) return kExitClean;
  std::cerr << "signpost: error: cannot write the standard output\n";
  return kExitMachineFailure;
}

}  // namespace

int run_protect(const ProtectCommand& command) {
  std::error_code error;
  const fs::path file = fs::canonical(command.file, error);
  if (!error && fs::exists(file, error) && !fs::is_regular_file(file, error)) {
    return refuse_usage(
        fmt::format("\"{}\" is a folder or a device, not a file", command.file.generic_string()));
  }
  if (error || !fs::is_regular_file(file, error)) {
    return refuse_usage(fmt::format("there is no file \"{}\"", command.file.generic_string()));
  }
  if (const std::string mistake = mistake_of(command, file); !mistake.empty()) {
    return refuse_usage(mistake);
  }
  const fs::path site =
      command.site_dir.empty() ? find_site(file) : fs::canonical(command.site_dir, error);
  DisclosureRules rules{command.profile.value_or(DisclosureProfile::kStandard), command.today};
  FindingOptions options;
  options.site_dir = file.parent_path();
  std::string shown_folder;
  Diagnostics diagnostics;
  if (!site.empty()) {
    const std::optional<Config> config = site_settings(site, diagnostics);
    if (config) rules.profile = command.profile.value_or(config->disclosure);
    const fs::path folder = file.parent_path().lexically_relative(site);
    if (!folder.empty() && *folder.begin() != "..") {
      options.site_dir = site;
      shown_folder = folder == "." ? "" : folder.generic_string() + "/";
    }
  }
  const DataTexts texts = read_texts(file, shown_folder, diagnostics);
  const std::string name = file.filename().string();
  std::optional<ProtectedCopy> copy;
  if (diagnostics.empty() && texts.contains(name)) {
    copy = protected_copy(texts, name, shown_folder, rules, diagnostics);
  }
  if (!diagnostics.empty()) {
    const Findings findings = resolve_findings(std::move(diagnostics), {}, options);
    std::cerr << format_findings(findings, options);
    if (!copy) {
      std::cerr << "nothing was written\n";
      return findings.machine_failed ? kExitMachineFailure : kExitSiteHasErrors;
    }
  }
  if (!copy) return kExitSiteHasErrors;
  const int code = write_copy(command, file, *copy);
  if (code == kExitClean) {
    std::cerr << summary(*copy, rules.profile == DisclosureProfile::kStrict) << '\n';
  }
  return code;
}

}  // namespace signpost
