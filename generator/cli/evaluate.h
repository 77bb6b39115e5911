// `signpost evaluate`: a questionnaire's raw answers, which stay outside the site, to a data file
// with counts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "data/evaluations/responses.h"

namespace signpost {

struct EvaluateCommand {
  std::filesystem::path responses;
  std::filesystem::path site_dir;
  std::filesystem::path out;  // "": content/_data/evaluation-YEAR.yaml of the site
  std::string questions;      // a version of the site's question sets
  ResponseOptions options;
  std::optional<std::int64_t> sent;
  bool overwrites = false;
};

// Writes the data file and returns the exit code: 1 where the answers or the question sets have
// mistakes, 2 where the files are in the wrong places. Then nothing is written.
int run_evaluate(const EvaluateCommand& command);

}  // namespace signpost
