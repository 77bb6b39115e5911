// What each command does with the options that cli.cc has read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/reach.h"

namespace signpost {

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
  bool strict_dates = false;
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
  std::string period;
  std::string log_format;
  std::string format = "text";
};

struct TranslateArguments {
  SiteArguments site;
  std::string what;
  std::string language;
};

struct EvaluateArguments {
  std::string responses;
  std::string site = ".";
  std::string out;
  std::string questions;
  std::string period;
  std::optional<std::int64_t> sent;
  std::vector<std::string> ignored;
  std::vector<std::string> maps;
  std::string dates;
  std::string sheet;
  bool force = false;
};

struct ProtectArguments {
  std::string file;
  std::string site;
  std::string out;
  std::string profile;
  std::string date;
  bool in_place = false;
  bool force = false;
};

// Each runs its command and returns the exit code (cli.h). A value that cannot be is a UsageError.
int run_check(const SiteArguments& arguments);
int run_build(const SiteArguments& arguments);
int run_duties(const SiteArguments& arguments);
int run_translate_command(const TranslateArguments& arguments);
int run_search_command(const SearchArguments& arguments);
int run_reach_command(const ReachArguments& arguments);
int run_evaluate_command(const EvaluateArguments& arguments);
int run_protect_command(const ProtectArguments& arguments);

}  // namespace signpost
