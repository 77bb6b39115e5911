// What a cell of a table holds where a figure may stand: a number as people and spreadsheets write
// it, a symbol, or something that is near a figure and has to be written another way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "data/numbers.h"

namespace signpost {

// kNoFigure: says that there is no figure, but not why ("-", "n/a", "#N/A"). kUnclear: a figure
// that could mean several things ("3*", "03", "<5", "277 (67%)"). kWords: everything else, also
// dates, ranges and phone numbers.
enum class FigureKind : std::uint8_t { kBlank, kNumber, kSymbol, kNoFigure, kUnclear, kWords };

// `currency` and `symbol` are constants. `what` follows the cell in a message ("has a mark beside
// its figure"), `help` is what to type instead; both are there unless the kind is one of the first
// three.
struct WrittenFigure {
  FigureKind kind = FigureKind::kBlank;
  Number number = {};
  std::string_view currency = {};  // "£", "€", "$" or none
  std::string_view symbol = {};    // find_symbol
  std::string what = {}, help = {};
};

// Returns what `text` is. Numbers are what parse_number takes, in digits of any script, with spaces
// or apostrophes between thousands too, "£" before or "€" after them, and in brackets or with any
// dash where they are below 0, as spreadsheets write them.
WrittenFigure read_figure(std::string_view text);

}  // namespace signpost
