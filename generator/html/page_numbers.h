// Numbers of what a page has several of, so that each has a name of its own.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace signpost {

class PageNumbers {
 public:
  // Returns 1, 2 … for each name.
  int next(std::string_view name) {
    const auto found = numbers_.find(name);
    return found != numbers_.end() ? ++found->second : (numbers_[std::string(name)] = 1);
  }
  // Returns `label`, with a number from the second time on: "Fees", "Fees (2)".
  std::string distinct(const std::string& label) {
    const int number = next(label);
    return number == 1 ? label : label + " (" + std::to_string(number) + ")";
  }

 private:
  std::map<std::string, int, std::less<>> numbers_;
};

}  // namespace signpost
