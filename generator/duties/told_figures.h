// What words tell: a figure, or only that something is still to come. Internal to this room.
#pragma once

#include <string_view>

namespace signpost {

// Whether the text of a table's cell tells a number that is no day, month or year, in digits or as
// a small number in words: "120", "12 of 20", "fewer than five"; not "since 2024".
bool tells_figure(std::string_view cell);

// Whether each sentence of the text only says that something is not there yet: "To come.", "The
// figures will follow.", "TBC". A sentence of many words, or with a figure, says something itself.
// An empty text does not say so.
bool is_still_to_come(std::string_view text);

// Whether the heading says that what it names is not there: "Why there were no workshops".
bool denies(std::string_view heading);

}  // namespace signpost
