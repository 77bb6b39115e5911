// Files in content/ that have no place there: answers, mail, archives, what editors leave behind.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace signpost {

// `what` stands after "is" ("an archive"), `help` says where it belongs.
struct MisplacedFile {
  std::string path;
  std::string what, help;
};

// Reports file-misplaced for each of the first files of a sort, in the order of their paths, and
// once for the rest of them.
void report_misplaced(std::vector<MisplacedFile> files, Diagnostics& diagnostics);

}  // namespace signpost
