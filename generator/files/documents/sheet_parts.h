// The sheets of an Excel workbook. Internal to this room.
#pragma once

#include <string>
#include <vector>

#include "files/documents/package.h"

namespace signpost {

// `part`: "xl/worksheets/sheet1.xml"; "" where the workbook does not say.
struct SheetPart {
  std::string part, title;
  bool is_hidden = false;
};

// Returns the sheets in the workbook's order. Fails the package where its list is no XML.
std::vector<SheetPart> sheet_parts(Package& package);

}  // namespace signpost
