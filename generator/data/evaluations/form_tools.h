// What the tools that make forms add to their exports, by the names of its columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace signpost {

// kId: another for each reply. kDayEnded and kDayBegun: when it was given.
enum class ToolColumn : std::uint8_t { kNone, kId, kDayEnded, kDayBegun, kOther };

// Returns what a column is that such a tool adds; kNone for any other. `name` is plain
// (plain_question).
ToolColumn tool_column(std::string_view name);

// Whether people answer the question in their own words, by its words. `name` is plain.
bool asks_for_words(std::string_view name);

// Whether a second row of names says only that the answers stand below: "Response".
bool is_answer_label(std::string_view name);

// A tool, and what to choose there to get an export that is read here.
struct FormTool {
  std::string_view name, saving;
};

// Returns the tool whose export has columns of these plain names, or nullptr.
const FormTool* find_form_tool(std::span<const std::string> names);

}  // namespace signpost
