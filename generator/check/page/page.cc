#include "check/page/page_checks.h"

namespace signpost {

bool is_english(const Page& page) {
  return page.language == "en" || page.language.starts_with("en-");
}

Place field_place(const Page& page, std::string_view field) {
  const FieldEntry* entry = page.find(field);
  if (entry == nullptr) return {page.source_path, 0, 0, 0};
  return {page.source_path, entry->line, entry->column, 0};
}

}  // namespace signpost
