// Figures in a table of words that count people, where no disclosure control looks after them:
// typed tables of pages, tables and sheets of documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/disclosure.h"

namespace signpost {

// A table as it is read by people. `caption`: the words that introduce it.
struct WordTable {
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;
  std::string caption;
};

// `head`: what the column is called, or the row where the column has no name. `is_small`: it may
// tell who the people are.
struct PeopleCount {
  std::size_t row = 0, column = 0;
  std::string head;
  bool is_small = false;
};

// Returns the first count of people, or the first small one where there is one; nothing for prices,
// times, years and numbered lists.
std::optional<PeopleCount> find_people_count(const WordTable& table, DisclosureProfile profile);

// Whether a cell holds a whole number of at most six figures: "1,240", "3 families", "3/60",
// "three".
bool is_word_count(std::string_view text);

}  // namespace signpost
