// What a table or a page of results says of how small counts of people were looked after.
#pragma once

#include <string>

#include "base/date.h"

namespace signpost {

// `key`: the string of the theme. The others are put into it, where a release was decided.
struct PrivacyNote {
  std::string key;
  std::string reason = {}, approved_by = {};
  Date date = {};

  bool operator==(const PrivacyNote&) const = default;
};

}  // namespace signpost
