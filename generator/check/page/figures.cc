// Tables and charts of data on a page: their settings, and whether they are about its period.
#include <fmt/format.h>

#include "check/page/page_checks.h"
#include "data/numbers.h"
#include "figures/figure.h"
#include "markdown/directives.h"

namespace signpost {
namespace {

// A base that only the page gives may be too small for the percentages.
void check_base(const Directive& directive, const PublishedTable& shown, const Config& config,
                const Place& place, Diagnostics& diagnostics) {
  const std::optional<Number> base = find_number(setting(directive.attributes, "base"));
  if (!base || !shown.has_share_of_too_few(base->value, config.disclosure)) return;
  diagnostics.add("disclosure-percentage", place,
                  fmt::format("\"{}\" has percentages of too few people", directive.argument),
                  "describe the table in YAML with base: and disclosure: suppress there");
}

}  // namespace

void check_figures(const PageInput& input, Diagnostics& diagnostics) {
  const std::optional<Period> about = input.page.period();
  for (const Node& node : input.document.nodes) {
    if (node.kind != NodeKind::kDirective) continue;
    if (node.extra >= input.document.directives.size()) continue;
    const Directive& directive = input.document.directives[node.extra];
    if (!directive.rule->names_table()) continue;
    const auto table = input.data.tables.find(directive.argument);
    if (table == input.data.tables.end()) continue;
    const Place place{input.page.source_path, node.line, node.column, 0};
    check_figure(table->second, directive.attributes,
                 directive.rule->names == ArgumentNames::kChart, place, diagnostics);
    const PublishedTable shown = shown_table(table->second, directive.attributes);
    check_base(directive, shown, *input.site.config, place, diagnostics);
    const std::optional<Period>& period = shown.about().period;
    if (!about || !period || shown.about().looks_back) continue;
    if (about->has(period->from) && about->has(period->to)) continue;
    diagnostics.add("figure-period", place,
                    fmt::format("\"{}\" is about {}, but this page about {}", directive.argument,
                                period_text(*period), period_text(*about)),
                    "take figures of the page's own period; for a trend that begins before it, "
                    "write looks_back: true in the data file");
  }
}

}  // namespace signpost
