// The words of content/_data/: what the glossary explains, and which mean the same in a search.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"

namespace signpost {

struct GlossaryEntry {
  std::string short_form, long_form, meaning, status, replaced_by;
  std::vector<std::string> also;
};

// Returns the entries of glossary.yaml. Reports data-* rules.
std::vector<GlossaryEntry> read_glossary(const YamlNode& root, const std::string& path,
                                         Diagnostics& diagnostics);

// Returns the groups of search-words.yaml, each of two or more words or phrases that mean the same
// in a search. Reports data-type.
std::vector<std::vector<std::string>> read_search_words(const YamlNode& root,
                                                        const std::string& path,
                                                        Diagnostics& diagnostics);

}  // namespace signpost
