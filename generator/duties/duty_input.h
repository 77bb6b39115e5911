// What duties are judged by.
#pragma once

#include <span>

#include "base/date.h"
#include "content/content.h"
#include "data/data.h"
#include "markdown/document.h"

namespace signpost {

// `documents`: one for each page of the site.
struct DutyInput {
  const Site& site;
  const SiteData& data;
  std::span<const Document> documents;
  Date today;
};

}  // namespace signpost
