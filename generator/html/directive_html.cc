// The markup of directives (a part of PageHtml).
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "figures/chart.h"
#include "figures/figure.h"
#include "figures/table_html.h"
#include "html/addresses.h"
#include "html/footnotes.h"
#include "html/page_html.h"
#include "markdown/directives.h"
#include "publications/organisations.h"
#include "words/times.h"

namespace signpost {
namespace {

std::string_view attribute(const Directive& directive, std::string_view key) {
  const auto found =
      std::ranges::find(directive.attributes, key, &std::pair<std::string, std::string>::first);
  return found != directive.attributes.end() ? std::string_view(found->second) : "";
}

}  // namespace

void PageHtml::render_directive(const Node& node) {
  const Directive& directive = document_.directives[node.extra];
  append_line_start(out_);
  switch (directive.rule->form) {
    case DirectiveForm::kAdvice:
      return render_advice(node, directive);
    case DirectiveForm::kChart:
    case DirectiveForm::kTable:
      return render_figure(directive);
    case DirectiveForm::kContactNow:
      return render_contact_now(node, directive);
    case DirectiveForm::kDeadline:
      return render_deadline(node, directive);
    case DirectiveForm::kDetails:
      return render_details(node, directive);
    case DirectiveForm::kDownload:
      return render_download(node, directive);
    case DirectiveForm::kNote:
      return render_note(node, directive);
    case DirectiveForm::kOrganisation:
      return render_organisation(directive);
    case DirectiveForm::kSteps:
      return render_steps(node);
    case DirectiveForm::kSummary:
      return render_summary(node, directive);
    case DirectiveForm::kWarning:
      return render_warning(node, directive);
  }
}

std::string PageHtml::next_id(std::string_view name) {
  const std::string prefix = "sp-" + std::string(name);
  return prefix + "-" + std::to_string(++numbers_[prefix]);
}

void PageHtml::append_words(std::string_view name, std::string_view words) {
  if (words.empty()) return;
  out_.append("<p class=\"").append(name).append("\">");
  append_html_escaped(out_, words);
  out_ += "</p>\n";
}

void PageHtml::render_note(const Node& node, const Directive& directive) {
  out_ += "<div class=\"sp-note\">\n";
  append_words("sp-note__title sp-box-title", directive.argument);
  render_children(node, {});
  append_line_start(out_);
  out_ += "</div>\n";
}

void PageHtml::render_warning(const Node& node, const Directive& directive) {
  const std::string id = next_id("warning");
  out_ += "<section class=\"sp-warning\" aria-labelledby=\"" + id + "\">\n";
  out_ += "<p class=\"sp-warning__title\" id=\"" + id + "\">";
  append_html_escaped(out_, directive.argument);
  out_ += "</p>\n";
  render_children(node, {});
  append_line_start(out_);
  out_ += "</section>\n";
}

void PageHtml::render_contact_now(const Node& node, const Directive& directive) {
  const std::string id = next_id("care");
  out_ += "<section class=\"sp-care\" aria-labelledby=\"" + id + "\">\n";
  out_ += "<p class=\"sp-care__title\" id=\"" + id + "\"><span class=\"sp-hidden\">";
  append_string("box_urgent");
  out_ += " </span>";
  append_html_escaped(out_, directive.argument);
  out_ += "</p>\n<div class=\"sp-care__body\">\n";
  render_children(node, {});
  append_line_start(out_);
  out_ += "</div>\n</section>\n";
}

void PageHtml::render_details(const Node& node, const Directive& directive) {
  out_ += "<details class=\"sp-details\">\n<summary>";
  append_html_escaped(out_, directive.argument);
  out_ += "</summary>\n<div class=\"sp-details__body\">\n";
  render_children(node, {});
  append_line_start(out_);
  out_ += "</div>\n</details>\n";
}

void PageHtml::render_steps(const Node& node) {
  out_ += "<div class=\"sp-steps\">\n";
  render_children(node, {});
  out_ += "</div>\n";
}

void PageHtml::render_advice(const Node& node, const Directive& directive) {
  out_.append("<div class=\"sp-").append(directive.rule->name).append("\">\n");
  append_words("sp-box-title", directive.argument);
  render_children(node, {});
  out_ += "</div>\n";
}

void PageHtml::render_summary(const Node& node, const Directive& directive) {
  out_ += "<div class=\"sp-summary\">\n";
  append_words("sp-box-title", directive.argument);
  out_ += "<dl class=\"sp-summary__list\">\n";
  const std::uint32_t list = node.first_child;
  for (std::uint32_t item = list == kNoNode ? kNoNode : document_.nodes[list].first_child;
       item != kNoNode; item = document_.nodes[item].next) {
    render_summary_row(item);
  }
  out_ += "</dl>\n</div>\n";
}

void PageHtml::append_value_start(std::string_view text) {
  append_html_escaped(out_, text.starts_with(' ') ? text.substr(1) : text);
}

// "Key: value": what stands before the colon is the term, the rest of the item its description.
void PageHtml::render_summary_row(std::uint32_t item) {
  const std::optional<KeyEnd> key_end = find_key_end(document_, item);
  if (!key_end) return;
  const std::uint32_t paragraph = document_.nodes[item].first_child;
  const Node& last = document_.nodes[key_end->node];
  const bool in_text = key_end->colon != std::string_view::npos;
  out_ += "<div>\n<dt>";
  for (std::uint32_t child = document_.nodes[paragraph].first_child; child != key_end->node;
       child = document_.nodes[child].next) {
    render(child, {});
  }
  if (in_text) {
    append_html_escaped(out_, document_.text(last).substr(0, key_end->colon));
  } else {
    const std::string key = plain_text(document_, key_end->node);
    append_html_escaped(out_, std::string_view(key).substr(0, key.size() - 1));
  }
  out_ += "</dt>\n<dd>";
  std::uint32_t value = last.next;
  if (in_text) {
    append_value_start(document_.text(last).substr(key_end->colon + 1));
  } else if (value != kNoNode && document_.nodes[value].kind == NodeKind::kText) {
    append_value_start(document_.text(document_.nodes[value]));
    value = document_.nodes[value].next;
  }
  render_from(value, {});
  render_from(document_.nodes[paragraph].next, {});
  out_ += "</dd>\n</div>\n";
}

void PageHtml::render_download(const Node& node, const Directive& directive) {
  const std::string_view url = attribute(directive, "url");
  if (url.empty()) return render_children(node, {});
  out_ += "<p class=\"sp-download\"><a href=\"";
  append_path_href(out_, relative_url(page_.url, url));
  out_ += "\" download>";
  const std::string words =
      plain_text(document_, static_cast<std::uint32_t>(&node - document_.nodes.data()));
  append_html_escaped(out_, words.empty() ? url.substr(url.rfind('/') + 1) : words);
  out_ += " (";
  std::vector<std::string> details = {std::string(attribute(directive, "type"))};
  const std::string_view size = attribute(directive, "size");
  if (!size.empty()) details.emplace_back(size);
  append_html_escaped(out_, series_text(words_, details));
  out_ += ")</a></p>\n";
}

// "20 weeks from the day the council gets the request"; a limit in other words ("31 March of the
// year of the move") says in brackets what it is for.
void PageHtml::render_deadline(const Node& node, const Directive& directive) {
  const auto found = data_.deadlines.find(directive.argument);
  if (found == data_.deadlines.end()) return render_children(node, {});
  const Deadline& deadline = found->second;
  out_ += "<div class=\"sp-deadline\">\n<p class=\"sp-deadline__limit\"><strong>";
  append_html_escaped(out_, limit_text(words_, deadline));
  out_ += "</strong>";
  if (!deadline.trigger.empty()) {
    out_ += ' ';
    append_string(deadline.unit.empty() ? "deadline_for" : "deadline_from",
                  {{"trigger", deadline.trigger}});
  }
  out_ += "</p>\n";
  render_children(node, {});
  append_line_start(out_);
  if (!deadline.who.empty()) {
    append_words("sp-deadline__who", words_.text("deadline_who", {{"who", deadline.who}}));
  }
  if (!deadline.law.empty()) {
    append_words("sp-deadline__law", words_.text("deadline_law", {{"law", deadline.law}}));
  }
  if (!deadline.verified) {
    append_words("sp-deadline__law", words_.text("deadline_unchecked"));
  }
  out_ += "</div>\n";
}

void PageHtml::append_detail(std::string_view key, std::string_view href, std::string_view text,
                             std::string_view note) {
  if (text.empty()) return;
  out_ += "<div><dt>";
  append_string(key);
  out_ += "</dt><dd>";
  if (!href.empty()) {
    out_ += "<a href=\"";
    append_href(out_, href);
    out_ += "\">";
  }
  append_html_escaped(out_, text);
  if (!href.empty()) out_ += "</a>";
  if (!note.empty()) {
    out_ += "<br>";
    append_html_escaped(out_, note);
  }
  out_ += "</dd></div>\n";
}

// A card with what a family needs to get in touch; its name leads to the organisation's own page.
void PageHtml::render_organisation(const Directive& directive) {
  const std::optional<std::size_t> index =
      find_organisation(site_, directive.argument, page_.language);
  if (!index) return;
  const Page& organisation = site_.pages[*index];
  out_ += "<div class=\"sp-organisation\">\n<p class=\"sp-box-title\"><a href=\"";
  append_path_href(out_, relative_url(page_.url, organisation.url));
  out_ += "\">";
  append_html_escaped(out_, organisation.title);
  out_ += "</a></p>\n";
  append_words("sp-organisation__what", organisation.summary);
  out_ += "<dl class=\"sp-facts\">\n";
  const std::string phone = organisation.text("phone");
  append_detail("phone", "tel:" + phone_link(phone), words_.fact(phone),
                organisation.text("phone_note"));
  append_detail("hours", "", organisation.text("hours"), "");
  const std::string email = organisation.text("email");
  append_detail("email", "mailto:" + email, words_.fact(email), "");
  const std::string website = organisation.text("website");
  if (is_web_address(website)) {
    append_detail("organisation_website", website, words_.fact(website_name(website)), "");
  }
  append_detail("organisation_area", "", organisation.text("area"), "");
  append_detail("organisation_cost", "", organisation.text("cost"), "");
  out_ += "</dl>\n";
  if (const std::optional<Date> checked = organisation.date("last_checked")) {
    append_words("sp-organisation__checked", words_.text("organisation_checked") + " " +
                                                 words_.fact(date_text(words_, *checked)));
  }
  out_ += "</div>\n";
}

// A chart is followed by its table, which is folded away where it is long.
void PageHtml::render_figure(const Directive& directive) {
  constexpr std::size_t kLongTable = 12;
  const auto found = data_.tables.find(directive.argument);
  if (found == data_.tables.end()) return;
  const PublishedTable table = shown_table(found->second, directive.attributes);
  const bool is_chart = directive.rule->form == DirectiveForm::kChart;
  const bool is_folded = is_chart && table.rows().size() > kLongTable;
  const std::string notes = table_notes_html(words_, table);
  const bool is_group = is_chart || !notes.empty();
  if (is_group) out_ += "<div class=\"sp-figure\">\n";
  if (is_chart) {
    Chart chart = make_chart(table, directive.attributes, next_id("chart"));
    chart.note = words_.text("chart_same_figures");
    if (chart.title.empty()) chart.title = last_heading_;
    out_ += chart_html(words_, chart);
  }
  if (is_folded) {
    out_ += "<details class=\"sp-details\">\n<summary>";
    append_string("chart_figures", {{"name", table.about().caption}});
    out_ += "</summary>\n<div class=\"sp-details__body\">\n";
  }
  out_ += table_html(
      words_, table,
      table_label(table.about().caption.empty() ? last_heading_ : table.about().caption));
  if (is_folded) out_ += "</div>\n</details>\n";
  out_ += notes;
  if (is_group) out_ += "</div>\n";
}

}  // namespace signpost
