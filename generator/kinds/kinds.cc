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

}  // namespace signpost
