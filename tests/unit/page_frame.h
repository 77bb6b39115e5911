// A page of a golden site in two parts: its <main> element, and the frame around it, which pages of
// a site share. A frame is told by what differs from that of one page that is kept whole.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the element <main> of the page with a line break behind it; "" where it has none.
std::string main_element(std::string_view page);

// Returns the page without what main_element() gives.
std::string page_frame(std::string_view page);

// Returns the frame as a page that lies in `to_depth` folders has it: its links that climb begin at
// `from_depth` folders, which is at least 1.
std::string frame_at_depth(std::string_view frame, int from_depth, int to_depth);

// Returns what makes `frame` of `whole`, from which it can be told without doubt: a line "+ LINE"
// for each line that comes in and "- TAG N" for each that goes, which is the Nth line of `whole`
// that begins with TAG (no N: the first). Lines that come in without one that goes follow "@ TAG
// N".
std::string frame_differences(std::string_view whole, std::string_view frame);

}  // namespace signpost
