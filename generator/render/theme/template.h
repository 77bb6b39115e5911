// Mustache templates (mustache.github.io, specification 1.1 without lambdas), parsed once for each
// worker. template.cc is the only unit that includes the kainjow library.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "render/theme/theme.h"
#include "render/theme/view.h"

namespace signpost {

// A theme's layouts and directives with their partials put in, ready to render. Movable. `render`
// may run on several threads at once, each with its own `worker`.
class Templates {
 public:
  struct State;

  Templates();
  explicit Templates(std::unique_ptr<State> state);
  Templates(Templates&& other) noexcept;
  Templates& operator=(Templates&& other) noexcept;
  ~Templates();

  // Returns whether there is a template called `name`: "layouts/page", "directives/note".
  [[nodiscard]] bool has(std::string_view name) const;

  // Returns the template filled with `values`, then with `shared_views[shared_index]` for names
  // that `values` lacks; "" where there is no such template, or where filling it takes too long.
  [[nodiscard]] std::string render(std::string_view name, std::size_t shared_index,
                                   const View& values, std::size_t worker) const;

  // Reports `template-too-long` for each template whose filling was given up. Call it when all
  // pages are rendered.
  void report_unfinished(Diagnostics& diagnostics) const;

 private:
  std::unique_ptr<State> state_;
};

// Returns the templates. Each is checked alone, so that the place of a mistake is in its own file.
// `shared_views` holds what all pages see, one a language; it is kept, not copied for each page.
// Reports `template-syntax`, `template-missing-partial`.
Templates compile_templates(std::span<const TemplateSource> sources,
                            std::span<const View> shared_views, std::size_t workers,
                            Diagnostics& diagnostics);

}  // namespace signpost
