#include "render/large_print.h"

#include <algorithm>

#include "render/page_view.h"

namespace signpost {

bool has_large_print(const RenderContext& context, const Page& page) {
  const std::string layout = "layouts/" + layout_of(page);
  const auto source = std::ranges::find(context.theme.templates, layout, &TemplateSource::name);
  return source != context.theme.templates.end() &&
         (source->text.find("> large-print}") != std::string::npos ||
          source->text.find("{{large_print}}") != std::string::npos);
}

std::string_view whole_url(const Page& page) { return page.is_split() ? page.whole_url : page.url; }

std::string large_print_url(std::string_view url) {
  return std::string(url.substr(0, url.rfind('.'))) + ".large.html";
}

std::string as_large_print(std::string html) {
  constexpr std::string_view kRoot = "<html ";
  if (const std::size_t root = html.find(kRoot); root != std::string::npos) {
    html.insert(root + kRoot.size(), "class=\"sp-large\" ");
  }
  constexpr std::string_view kTitle = "<title>";
  const std::size_t title = html.find(kTitle);
  const bool is_hidden = html.find("<meta name=\"robots\"") != std::string::npos;
  if (title != std::string::npos && !is_hidden) {
    html.insert(title, "<meta name=\"robots\" content=\"noindex\">\n");
  }
  return html;
}

}  // namespace signpost
