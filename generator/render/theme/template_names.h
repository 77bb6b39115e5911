// The names that a site's own templates ask for: one that no page has shows nothing, and is told.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "kinds/kinds.h"
#include "render/theme/theme.h"
#include "render/theme/view.h"

namespace signpost {

// The names that templates are given.
struct TemplateNames {
  std::set<std::string, std::less<>> all;
  // Of the values that have the same names on every page ("page", "assets"): those names.
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> inside;
};

// Adds the names that the templates use: those of the theme that comes with the program are known
// to be right.
void add_used_names(std::span<const TemplateSource> templates, TemplateNames& names);
// Adds the names in `view`, one that every page is given.
void add_view_names(const View& view, TemplateNames& names);
// Adds the fields of all kinds.
void add_field_names(const Kinds& kinds, TemplateNames& names);

// Reports `template-unknown-name` for each name in the site's own templates that is not known, once
// for each name and template.
void check_template_names(std::span<const TemplateSource> templates, const TemplateNames& names,
                          Diagnostics& diagnostics);

}  // namespace signpost
