// What in a comment of a family may tell who said it: names, ages, schools, streets, rare
// conditions. A person decides, so words that are often harmless count, too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// `shown` as it is written; `what`: "a name", "an age".
struct CommentDetail {
  std::string shown;
  std::string_view what;
};

// Returns the details of the comment in order, each once.
std::vector<CommentDetail> comment_details(std::string_view comment);

}  // namespace signpost
