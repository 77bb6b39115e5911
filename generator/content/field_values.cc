// The values of fields by their names.
#include <algorithm>

#include "content/fields.h"

namespace signpost {
namespace {

// Returns the value of `name` if it is a T, or nullptr.
template <typename T>
const T* value_of(const Fields& fields, std::string_view name) {
  const FieldEntry* entry = fields.find(name);
  return entry == nullptr ? nullptr : std::get_if<T>(&entry->value);
}

template <typename T>
T value_or_empty(const Fields& fields, std::string_view name) {
  const T* value = value_of<T>(fields, name);
  return value == nullptr ? T() : *value;
}

template <typename T>
std::optional<T> optional_value(const Fields& fields, std::string_view name) {
  const T* value = value_of<T>(fields, name);
  return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

}  // namespace

const FieldEntry* Fields::find(std::string_view name) const {
  const auto found = std::ranges::find(entries, name, &FieldEntry::name);
  return found == entries.end() ? nullptr : &*found;
}

std::string Fields::text(std::string_view name) const {
  return value_or_empty<std::string>(*this, name);
}

std::optional<Date> Fields::date(std::string_view name) const {
  return optional_value<Date>(*this, name);
}

std::optional<std::int64_t> Fields::number(std::string_view name) const {
  return optional_value<std::int64_t>(*this, name);
}

bool Fields::is_true(std::string_view name) const { return value_or_empty<bool>(*this, name); }

std::vector<std::string> Fields::list(std::string_view name) const {
  return value_or_empty<std::vector<std::string>>(*this, name);
}

std::span<const Fields> Fields::records(std::string_view name) const {
  const auto* value = value_of<std::vector<Fields>>(*this, name);
  if (value == nullptr) return {};
  return *value;
}

}  // namespace signpost
