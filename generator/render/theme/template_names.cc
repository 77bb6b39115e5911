#include "render/theme/template_names.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "render/theme/template_tags.h"

namespace signpost {
namespace {

// Names that templates are given and that those of the program do not use.
constexpr std::string_view kUnused[] = {
    "address_lines", "children", "council",    "few",    "has_children", "has_rows",  "is_past",
    "kind",          "label",    "menu_title", "people", "root",         "spoken_by", "url"};

// Calls `use` with the name of every tag that asks for a value.
template <typename Use>
void for_each_name(std::string_view text, const Use& use) {
  std::size_t from = 0;
  while (const std::optional<Tag> tag = next_tag(text, from)) {
    const bool asks =
        tag->sigil == 0 || tag->sigil == '#' || tag->sigil == '^' || tag->sigil == '&';
    if (asks && !tag->name.empty() && tag->name != ".") use(*tag);
    from = tag->end;
  }
}

void add_field(const Field& field, TemplateNames& names) {
  names.all.insert(field.name);
  names.all.insert("has_" + field.name);
  for (const std::string& choice : field.choices) names.all.insert(choice);
  for (const Field& each : field.fields) add_field(each, names);
}

std::vector<std::string_view> as_views(const std::set<std::string, std::less<>>& names) {
  return {names.begin(), names.end()};
}

// Returns what is wrong with the name and what to type, or nothing.
std::optional<std::pair<std::string, std::string>> mistake_of(std::string_view name,
                                                              const TemplateNames& names) {
  const std::size_t dot = name.find('.');
  const std::string_view first = name.substr(0, dot);
  if (!names.all.contains(first)) {
    return std::pair{fmt::format("templates are given no \"{}\"", first),
                     did_you_mean_or(first, as_views(names.all),
                                     "themes/signpost/README.md of the program lists the names")};
  }
  if (dot == name.npos) return std::nullopt;
  const std::string_view rest = name.substr(dot + 1);
  const std::string_view second = rest.substr(0, rest.find('.'));
  const auto inside = names.inside.find(first);
  if (inside == names.inside.end()) {
    if (names.all.contains(second)) return std::nullopt;
    return std::pair{fmt::format("templates are given no \"{}\" in \"{}\"", second, first),
                     did_you_mean_or(second, as_views(names.all), "check the name")};
  }
  if (inside->second.contains(second)) return std::nullopt;
  // The forms of a string that has a number; a language may have none.
  constexpr std::string_view kForms = "_forms";
  if (first == "t" && second.ends_with(kForms) &&
      inside->second.contains(second.substr(0, second.size() - kForms.size()))) {
    return std::nullopt;
  }
  return std::pair{fmt::format("\"{}\" has no \"{}\"", first, second),
                   did_you_mean_one_of(second, as_views(inside->second))};
}

}  // namespace

void add_used_names(std::span<const TemplateSource> templates, TemplateNames& names) {
  for (const TemplateSource& source : templates) {
    for_each_name(source.text, [&](const Tag& tag) {
      for (const std::string_view part : split(tag.name, '.')) names.all.emplace(part);
    });
  }
  for (const std::string_view name : kUnused) names.all.emplace(name);
}

void add_view_names(const View& view, TemplateNames& names) {
  const auto* members = std::get_if<View::Object>(&view.value);
  if (members == nullptr) return;
  for (const ViewMember& member : *members) {
    names.all.insert(member.name);
    const auto* inner = std::get_if<View::Object>(&member.view.value);
    if (inner == nullptr) continue;
    for (const ViewMember& each : *inner) {
      names.all.insert(each.name);
      names.inside[member.name].insert(each.name);
    }
  }
}

void add_field_names(const Kinds& kinds, TemplateNames& names) {
  for (const Field& field : kinds.common) add_field(field, names);
  for (const Kind& kind : kinds.all) {
    for (const Field& field : kind.fields) add_field(field, names);
  }
  for (const std::string_view name : {"text", "iso", "value", "title", "href"}) {
    names.all.emplace(name);
  }
}

void check_template_names(std::span<const TemplateSource> templates, const TemplateNames& names,
                          Diagnostics& diagnostics) {
  for (const TemplateSource& source : templates) {
    if (!source.is_own) continue;
    std::set<std::string_view> told;
    for_each_name(source.text, [&](const Tag& tag) {
      if (!told.insert(tag.name).second) return;
      auto mistake = mistake_of(tag.name, names);
      if (!mistake) return;
      diagnostics.add("template-unknown-name", place_at(source, tag.begin, tag.end - tag.begin),
                      std::move(mistake->first), std::move(mistake->second));
    });
  }
}

}  // namespace signpost
