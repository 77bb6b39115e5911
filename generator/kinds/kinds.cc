#include "kinds/kinds.h"

#include <algorithm>

namespace signpost {

const Kind* Kinds::find(std::string_view name) const {
  const auto found = std::ranges::find(all, name, &Kind::name);
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string_view> Kinds::names() const {
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const Kind& kind : all) names.emplace_back(kind.name);
  return names;
}

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

bool is_role_field(const Kind& kind, const Kinds& kinds, std::string_view parent,
                   std::string_view key) {
  const Field* field = find_field(kind.fields, parent.empty() ? key : parent);
  if (field == nullptr) field = find_field(kinds.common, parent.empty() ? key : parent);
  if (field != nullptr && !parent.empty()) field = find_field(field->fields, key);
  return field != nullptr && field->is_role;
}

}  // namespace signpost
