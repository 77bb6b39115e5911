#include "render/directives.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "figures/chart.h"
#include "figures/figure.h"
#include "figures/table_html.h"
#include "html/addresses.h"
#include "html/html.h"
#include "markdown/directives.h"
#include "publications/organisations.h"
#include "render/accessibility_view.h"
#include "render/fields_view.h"
#include "render/kinds/organisations.h"
#include "render/page_view.h"
#include "render/theme/view.h"
#include "words/times.h"

namespace signpost {
namespace {

// A table of more rows is folded away below its chart.
constexpr std::size_t kLongTable = 12;

// A directive with the page that shows it.
struct DirectiveOnPage {
  const RenderContext& context;
  const Page& page;
  const Words& words;
  const DirectiveHtml& html;
};

// Each of these adds what the argument names, and returns whether that exists.

bool add_file(const DirectiveOnPage& shown, View& view) {
  const Directive& directive = shown.html.directive;
  const std::string_view url = setting(directive.attributes, "url");
  std::vector<std::string> details = {std::string(setting(directive.attributes, "type"))};
  const std::string_view size = setting(directive.attributes, "size");
  if (!size.empty()) details.emplace_back(size);
  const std::string& words = shown.html.words;
  view.set("href", path_href(relative_url(shown.page.url, url)));
  view.set("words", words.empty() ? url.substr(url.rfind('/') + 1) : std::string_view(words));
  view.set("details", series_text(shown.words, details));
  return !url.empty();
}

// Returns "The council: tell you if it will assess", or what there is of it.
std::string deadline_title(const Words& words, const Deadline& deadline) {
  std::string what = deadline.what;
  if (what.ends_with('.')) what.pop_back();
  if (what.empty() || deadline.who.empty()) return what.empty() ? deadline.who : what;
  // In the middle of a sentence now, unless it begins with a short form: "SEND …".
  const auto is_capital = [&](std::size_t i) { return what[i] >= 'A' && what[i] <= 'Z'; };
  if (what.size() > 1 && is_capital(0) && !is_capital(1)) what[0] = static_cast<char>(what[0] + 32);
  return words.text("deadline_title", {{"who", deadline.who}, {"what", what}});
}

// "20 weeks from the day the council gets the request"; a limit in other words ("31 March of the
// year of the move") says in brackets what it is for.
void set_deadline(const Words& words, const Deadline& deadline, View& view) {
  const auto text = [&](std::string_view key, std::string_view name, const std::string& value) {
    return value.empty() ? std::string() : words.text(key, {{name, value}});
  };
  view.set("limit", limit_text(words, deadline));
  view.set("start", text(deadline.unit.empty() ? "deadline_for" : "deadline_from", "trigger",
                         deadline.trigger));
  view.set("title", deadline_title(words, deadline));
  view.set("law", text("deadline_law", "law", deadline.law));
  view.set_flag("is_unchecked", !deadline.verified);
}

bool add_deadline(const DirectiveOnPage& shown, View& view) {
  const auto found = shown.context.data->deadlines.find(shown.html.directive.argument);
  if (found == shown.context.data->deadlines.end()) return false;
  set_deadline(shown.words, found->second, view);
  return true;
}

// A group of time limits, each with what has to be done and where the law can be read.
bool add_deadlines(const DirectiveOnPage& shown, View& view) {
  const auto groups = deadline_groups(shown.context.data->deadlines);
  const auto found = groups.find(shown.html.directive.argument);
  if (found == groups.end()) return false;
  View::List list;
  for (const Deadline* deadline : found->second) {
    View item;
    set_deadline(shown.words, *deadline, item);
    const bool is_address = deadline->source.starts_with("https://");
    item.set("source", is_address ? std::string_view(deadline->source) : std::string_view());
    list.push_back(std::move(item));
  }
  view.set("deadlines", std::move(list));
  return true;
}

bool add_organisation(const DirectiveOnPage& shown, View& view) {
  const Site& site = *shown.context.site;
  const std::optional<std::size_t> index =
      find_organisation(site, shown.html.directive.argument, shown.page.language);
  if (!index) return false;
  const Page& organisation = site.pages[*index];
  const std::string root = root_from(shown.context, shown.page.url);
  view.set("title", organisation.title).set("summary", organisation.summary);
  view.set("href", path_href(relative_url(shown.page.url, organisation.url)));
  view.set("fields", fields_view(shown.context, shown.words, organisation, root));
  view.set("organisation", organisation_links(shown.words, organisation));
  return true;
}

bool add_statement(const DirectiveOnPage& shown, View& view) {
  const std::string& part = shown.html.directive.argument;
  if (part.empty() || !shown.context.data->accessibility) return false;
  add_statement_part(*shown.context.data->accessibility, part, shown.words,
                     shown.page.date("reviewed"), view);
  return true;
}

bool add_figure(const DirectiveOnPage& shown, View& view) {
  const Directive& directive = shown.html.directive;
  const auto found = shown.context.data->tables.find(directive.argument);
  if (found == shown.context.data->tables.end()) return false;
  const PublishedTable table = shown_table(found->second, directive.attributes);
  const std::string& caption = table.about().caption;
  if (directive.rule->names == ArgumentNames::kChart) {
    Chart chart =
        make_chart(table, directive.attributes, "sp-chart-" + std::to_string(shown.html.number));
    chart.note = shown.words.text("chart_same_figures");
    if (chart.title.empty()) chart.title = shown.html.heading;
    view.set("chart", without_last_newline(chart_html(shown.words, chart)));
    view.set("summary", shown.words.text("chart_figures", {{"name", caption}}));
    view.set_flag("is_long", table.rows().size() > kLongTable);
  }
  const std::string label =
      table_label(shown.words, caption.empty() ? shown.html.heading : caption, shown.html.numbers);
  view.set("table", without_last_newline(table_html(shown.words, table, label)));
  view.set("notes", without_last_newline(table_notes_html(shown.words, table)));
  return true;
}

bool add_named(const DirectiveOnPage& shown, View& view) {
  switch (shown.html.directive.rule->names) {
    case ArgumentNames::kNothing:
      return true;
    case ArgumentNames::kWords:
      view.set("argument", shown.html.directive.argument);
      return true;
    case ArgumentNames::kTable:
    case ArgumentNames::kChart:
      return add_figure(shown, view);
    case ArgumentNames::kDeadline:
      return add_deadline(shown, view);
    case ArgumentNames::kDeadlines:
      return add_deadlines(shown, view);
    case ArgumentNames::kFile:
      return add_file(shown, view);
    case ArgumentNames::kOrganisation:
      return add_organisation(shown, view);
    case ArgumentNames::kStatement:
      return add_statement(shown, view);
  }
  return false;
}

View::List rows_view(const std::vector<KeyValueHtml>& rows) {
  View::List views;
  for (const KeyValueHtml& row : rows) {
    views.push_back(std::move(View().set("key", row.key).set("value", row.value)));
  }
  return views;
}

}  // namespace

std::string render_directive(const RenderContext& context, const Page& page, std::size_t worker,
                             const DirectiveHtml& html) {
  const Directive& directive = html.directive;
  View view;
  view.set("name", directive.rule->name).set("number", std::to_string(html.number));
  view.set("level", std::to_string(html.level));
  view.set("body", without_last_newline(html.body));
  set_list(view, "rows", rows_view(html.rows));
  if (!add_named({context, page, context.words(page.language), html}, view)) return html.body;
  const std::string layout = "directives/" + std::string(directive.rule->layout);
  const Templates& templates =
      context.templates.has(layout) ? context.templates : context.shipped_templates;
  return templates.render(layout, language_index(context, page.language), view, worker);
}

}  // namespace signpost
