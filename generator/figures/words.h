// Every word that figures add to a page beside those of the data. English, as are the checks'.
#pragma once

#include <string_view>

namespace signpost::words {

inline constexpr std::string_view kTable = "Table: ";
inline constexpr std::string_view kTo = "to";
inline constexpr std::string_view kSource = "Source: ";
inline constexpr std::string_view kPeriod = "Period: ";
inline constexpr std::string_view kBase = "Base: ";
inline constexpr std::string_view kUnit = "Unit: ";
inline constexpr std::string_view kNote = "Note: ";
inline constexpr std::string_view kSymbols = "Symbols: ";
inline constexpr std::string_view kBelow = "The table below has the same figures.";
inline constexpr std::string_view kFiguresOf = "Table of the figures: ";

}  // namespace signpost::words
