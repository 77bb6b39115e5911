// From the bytes of a CSV file to its text: whatever spreadsheets save it as.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace signpost {

// Whether text that is no UTF-8 may be Windows-1252, as Excel's plain "CSV" is in the west.
enum class CsvEncoding : std::uint8_t { kUnicode, kUnicodeOrWindows };

// Returns the file as UTF-8 without a byte order mark: UTF-8 and, where a mark says so, UTF-16.
// Nothing where it is other text or no text, which is reported with the place and what to save it
// as: `file-encoding`, or `data-spreadsheet` for a spreadsheet or a web page that is called CSV.
std::optional<std::string> csv_text(std::string_view bytes, std::string_view path,
                                    CsvEncoding encoding, Diagnostics& diagnostics);

// How to save a spreadsheet so that it is read here.
inline constexpr char kSaveAsCsv[] =
    "open it in the spreadsheet and choose File > Save As > \"CSV UTF-8 (Comma delimited)\"";

}  // namespace signpost
