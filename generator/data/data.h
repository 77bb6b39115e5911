// Everything of content/_data/ that pages refer to, safe to publish.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "config/config.h"
#include "data/accessibility.h"
#include "data/deadlines.h"
#include "data/evaluations/evaluations.h"
#include "data/glossary.h"
#include "data/law_events.h"
#include "data/tables/published_table.h"
#include "data/withheld.h"
#include "privacy/placed_details.h"

namespace signpost {

struct SiteData {
  std::vector<GlossaryEntry> glossary;
  std::vector<std::vector<std::string>> search_words;  // groups that mean the same in a search
  Deadlines deadlines;
  std::optional<Accessibility> accessibility;
  std::vector<LawEvent> law_events;
  std::map<std::string, PublishedTable, std::less<>> tables;  // by file name without extension
  QuestionSets question_sets;
  std::map<std::string, Evaluation, std::less<>> evaluations;  // by file name without extension
  PlacedDetails details;                                       // of all files, published or not
};

// `withheld`: what `data` does not tell; for the audit of everything that is published alone.
struct LoadedData {
  SiteData data;
  std::vector<WithheldTable> withheld;
};

// Returns the data of `site_dir`/content/_data, without the counts of people that may not be
// published. Reports data-*, disclosure-* and yaml-* rules.
LoadedData load_data(const Config& config, Date today, Diagnostics& diagnostics);

}  // namespace signpost
