// What the name of a count says of those beside it: that it is a part of them, or their sum.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

using NameWords = std::vector<std::string>;

// Returns the words of a name in small letters, sorted, each once, without what joins them; figures
// are words, too.
NameWords name_words(std::string_view name);

// Whether the word keeps one name from being a part of another: "Not known" is no part of "Known",
// nor "Autism with ADHD" of "Autism".
bool parts_names(std::string_view word);

// Whether the name is of several counts together: "Boys and girls".
bool joins_names(std::string_view name);

// Whether the name begins as that of a part of what stands above: "of whom girls".
bool is_part_name(std::string_view name);

// Whether a count of this name is that of everybody: "Total", "Everyone", "Both together".
bool is_name_of_all(std::string_view name);

}  // namespace signpost
