// The rules that pages set aside by `allow:`.
#pragma once

#include <span>
#include <vector>

#include "content/content.h"
#include "findings/findings.h"

namespace signpost {

// Returns what the pages set aside, in their order, each as its page has it.
std::vector<Allowance> read_allowances(std::span<const Page> pages);

}  // namespace signpost
