// Directives and GitHub's alerts of a page (a part of PageConverter).
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/unread_files.h"
#include "markdown/directive_body.h"
#include "markdown/page_converter.h"
#include "publications/organisations.h"
#include "words/times.h"

namespace signpost {
namespace {

// Of one directive; more would say nothing new.
constexpr std::size_t kMaxUnknownSettings = 20;

std::string named(std::string_view name) { return "\":::" + std::string(name) + "\""; }

std::string colons(std::uint32_t count) { return std::string(count, ':'); }

// Endings of files that people call otherwise: by a program's name, or by a string of the theme.
constexpr std::pair<std::string_view, std::string_view> kPrograms[] = {
    {"doc", "Word"},   {"docx", "Word"},      {"xls", "Excel"},
    {"xlsx", "Excel"}, {"ppt", "PowerPoint"}, {"pptx", "PowerPoint"}};
constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {"mp3", "file_audio"},    {"mp4", "file_video"},   {"txt", "file_text"},
    {"ics", "file_calendar"}, {"jpg", "file_picture"}, {"png", "file_picture"}};

std::string settings_help(const DirectiveRule& rule) {
  if (rule.attributes.empty()) return named(rule.name) + " has no settings: delete the braces";
  std::string help = "the settings of " + named(rule.name) + " are ";
  for (std::size_t i = 0; i < rule.attributes.size(); ++i) {
    if (i > 0) help += i + 1 == rule.attributes.size() ? " and " : ", ";
    help += rule.attributes[i];
  }
  return help;
}

// What a file is called by people, from its ending.
std::string file_type(const Words& words, std::string_view path) {
  std::string ending = ascii_lower(path.substr(path.rfind('.') + 1));
  for (const auto& [known, name] : kPrograms) {
    if (ending == known) return std::string(name);
  }
  for (const auto& [known, key] : kTypes) {
    if (ending == known) return words.text(key);
  }
  for (char& c : ending) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return ending;
}

// "1.2 MB", "120 kB"; never 0.
std::string size_text(const Words& words, std::uintmax_t bytes) {
  if (bytes < 1'000'000) {
    return words.text("file_kilobytes", {{"n", std::to_string((bytes + 999) / 1000)}});
  }
  const std::uintmax_t tenths = (bytes + 50'000) / 100'000;
  const std::string number = number_text(words, static_cast<double>(tenths) / 10, 1);
  return words.text("file_megabytes", {{"n", number}});
}

// The name between `[!` and `]` where `text` is the first line of an alert, or "".
std::string_view alert_name(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with("[!") || !text.ends_with(']')) return {};
  return text.substr(2, text.size() - 3);
}

}  // namespace

void PageConverter::report_fences() {
  for (const StrayFence& fence : syntax_.stray_fences) {
    const std::string message = "\"" + colons(fence.colon_count) + "\" closes nothing";
    const std::string help = fence.open_colon_count == 0
                                 ? "delete it, or write the opening line :::note above it"
                                 : "the directive was opened with " +
                                       std::to_string(fence.open_colon_count) +
                                       " colons: close it with " + colons(fence.open_colon_count);
    report("directive-stray", fence.line, fence.column, fence.colon_count, message, help);
  }
  for (const Fence& fence : syntax_.fences) {
    if (fence.closed) continue;
    const std::string_view name = parse_directive_header(fence.text).name;
    const std::uint32_t column = lines_.find(fence.line, 1, colons(fence.colon_count));
    report("directive-unclosed", fence.line, column, fence.colon_count + name.size(),
           named(name) + " is never closed",
           "write " + colons(fence.colon_count) + " on a line of its own where it ends");
  }
}

void PageConverter::convert_quote(std::uint32_t index, Context context) {
  const Node& quote = raw_.nodes[index];
  const std::uint32_t paragraph = quote.first_child;
  if (paragraph != kNoNode && raw_.nodes[paragraph].kind == NodeKind::kParagraph) {
    const std::uint32_t first = raw_.nodes[paragraph].first_child;
    const bool text = first != kNoNode && raw_.nodes[first].kind == NodeKind::kText;
    const std::string_view name = text ? alert_name(raw_.text(raw_.nodes[first])) : "";
    const std::uint32_t second = text ? raw_.nodes[first].next : kNoNode;
    const bool alone = second == kNoNode || raw_.nodes[second].kind == NodeKind::kSoftBreak ||
                       raw_.nodes[second].kind == NodeKind::kLineBreak;
    if (!name.empty() && alone) {
      const Alert alert = find_alert(name);
      if (alert.rule != nullptr) return convert_alert(index, alert, context);
      report("directive-unknown", raw_.nodes[first].line, raw_.nodes[first].column, name.size() + 3,
             "no alert \"[!" + std::string(name) + "]\"",
             "the alerts are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]");
    }
  }
  open_copy(quote);
  convert_children(index, context);
  builder_.close();
}

// The alert's first line is its name: the directive holds the rest.
void PageConverter::convert_alert(std::uint32_t index, const Alert& alert, Context context) {
  Node made = raw_.nodes[index];
  made.kind = NodeKind::kDirective;
  made.extra = static_cast<std::uint32_t>(document_.directives.size());
  document_.directives.push_back({alert.rule, site_.words_of(page_).text(alert.heading), {}});
  builder_.open(made);
  const std::uint32_t paragraph = raw_.nodes[index].first_child;
  const std::uint32_t line_end = raw_.nodes[raw_.nodes[paragraph].first_child].next;
  if (line_end != kNoNode) {
    open_copy(raw_.nodes[paragraph]);
    for (std::uint32_t child = raw_.nodes[line_end].next; child != kNoNode;
         child = raw_.nodes[child].next) {
      convert_node(child, context);
    }
    builder_.close();
  }
  for (std::uint32_t child = raw_.nodes[paragraph].next; child != kNoNode;
       child = raw_.nodes[child].next) {
    convert_node(child, context);
  }
  builder_.close();
}

void PageConverter::convert_directive(std::uint32_t index, Context context) {
  const Node& node = raw_.nodes[index];
  const Fence& fence = syntax_.fences[node.extra];
  const DirectiveHeader header = parse_directive_header(fence.text);
  const DirectiveRule* rule = find_directive(header.name);
  if (rule == nullptr) {
    report("directive-unknown", fence.line, fence.column, header.name.size(),
           "no directive \"" + std::string(header.name) + "\"", directive_help(header.name));
    return convert_children(index, context);
  }
  Node made = node;
  Directive directive = make_directive(node, *rule, header);
  if (const std::optional<BodyMistake> mistake = check_body(raw_, index, *rule)) {
    const Node& where = raw_.nodes[mistake->node];
    report("directive-body", where.line, where.column, 0, mistake->message, mistake->help);
    return convert_children(index, context);
  }
  made.extra = static_cast<std::uint32_t>(document_.directives.size());
  document_.directives.push_back(std::move(directive));
  builder_.open(made);
  convert_children(index, context);
  builder_.close();
}

Directive PageConverter::make_directive(const Node& node, const DirectiveRule& rule,
                                        const DirectiveHeader& header) {
  Directive directive;
  directive.rule = &rule;
  check_argument(node, rule, header, directive);
  check_attributes(node, rule, header, directive);
  if (!directive.argument.empty()) resolve_argument(node, header, directive);
  return directive;
}

void PageConverter::check_argument(const Node& node, const DirectiveRule& rule,
                                   const DirectiveHeader& header, Directive& directive) {
  const Fence& fence = syntax_.fences[node.extra];
  const std::uint32_t column = fence.column + header.argument_offset;
  if (header.argument.empty()) {
    directive.argument = site_.words_of(page_).text(rule.default_argument);
    if (rule.argument != ArgumentRule::kRequired) return;
    report("directive-argument", fence.line, fence.column, header.name.size(),
           named(rule.name) + " needs " + std::string(rule.argument_name) + " after its name",
           "write it like this: " + std::string(rule.example));
  } else if (rule.argument == ArgumentRule::kNone) {
    report("directive-argument", fence.line, column, header.argument.size(),
           named(rule.name) + " takes no words after its name",
           "move \"" + std::string(header.argument) + "\" to the line above");
  } else {
    const bool is_words = rule.names == ArgumentNames::kWords;
    directive.argument_has_facts = has_facts(header.argument);
    directive.argument = with_facts(header.argument, fence.line, column,
                                    is_words ? FactUse::kWords : FactUse::kValue);
  }
}

void PageConverter::check_attributes(const Node& node, const DirectiveRule& rule,
                                     const DirectiveHeader& header, Directive& directive) {
  const Fence& fence = syntax_.fences[node.extra];
  if (!header.error.empty()) {
    report("directive-attribute", fence.line, fence.column + header.error_offset, 0,
           header.error + " in the braces of " + named(rule.name),
           "write them like this: {caption=\"What it costs\"}");
    return;
  }
  std::size_t unknown = 0;
  for (const auto& [key, value] : header.attributes) {
    if (unknown == kMaxUnknownSettings) break;
    if (std::ranges::find(rule.attributes, key) != rule.attributes.end()) {
      directive.attributes.emplace_back(key, with_facts(value, fence.line, fence.column));
      continue;
    }
    ++unknown;
    report("directive-attribute", fence.line, lines_.find(fence.line, fence.column, key + "="),
           key.size(), named(rule.name) + " has no setting \"" + key + "\"",
           did_you_mean_or(key, rule.attributes, settings_help(rule)));
  }
}

// Directives whose argument names something: it must exist.
void PageConverter::resolve_argument(const Node& node, const DirectiveHeader& header,
                                     Directive& directive) {
  switch (directive.rule->names) {
    case ArgumentNames::kNothing:
    case ArgumentNames::kWords:
      return;
    case ArgumentNames::kTable:
    case ArgumentNames::kChart:
      return check_data("table", data_.tables, node, header, directive);
    case ArgumentNames::kDeadline:
      return check_data("time limit", data_.deadlines, node, header, directive);
    case ArgumentNames::kDeadlines:
      return check_data("group of time limits", deadline_groups(data_.deadlines), node, header,
                        directive);
    case ArgumentNames::kFile:
      return resolve_download(node, header, directive);
    case ArgumentNames::kOrganisation:
      return resolve_organisation(node, header, directive);
    case ArgumentNames::kStatement:
      return check_statement_part(node, header, directive);
  }
}

template <typename Known>
void PageConverter::check_data(std::string_view what, const Known& known, const Node& node,
                               const DirectiveHeader& header, Directive& directive) {
  if (known.contains(directive.argument)) return;
  const Fence& fence = syntax_.fences[node.extra];
  const std::uint32_t column = fence.column + header.argument_offset;
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const auto& [name, value] : known) names.push_back(name);
  std::string help;
  if (what == "table") help = unread_table_help(site_.config->site_dir, directive.argument);
  report("fact-unknown", fence.line, column, header.argument.size(),
         "no " + std::string(what) + " \"" + directive.argument + "\" in content/_data",
         help.empty() ? did_you_mean(directive.argument, names) : help);
  directive.argument.clear();
}

void PageConverter::check_statement_part(const Node& node, const DirectiveHeader& header,
                                         Directive& directive) {
  const bool is_part =
      std::ranges::find(kStatementParts, directive.argument) != std::end(kStatementParts);
  if (is_part && data_.accessibility) return;
  const Fence& fence = syntax_.fences[node.extra];
  report("fact-unknown", fence.line, fence.column + header.argument_offset, header.argument.size(),
         is_part ? "there is no record of the accessibility statement"
                 : "no part \"" + directive.argument + "\" of the accessibility statement",
         is_part ? "add content/_data/accessibility.yaml; content/README.md shows its form"
                 : did_you_mean_one_of(directive.argument, kStatementParts));
  directive.argument.clear();
}

// Adds the file's site address, type and size as attributes for the page to show.
void PageConverter::resolve_download(const Node& node, const DirectiveHeader& header,
                                     Directive& directive) {
  const Fence& fence = syntax_.fences[node.extra];
  ResolvedLink resolved = links_.resolve(directive.argument, LinkUse::kDownload);
  if (!resolved.rule.empty()) {
    report(resolved.rule, fence.line, fence.column + header.argument_offset, header.argument.size(),
           std::move(resolved.message), std::move(resolved.help));
    return;
  }
  if (resolved.link.kind != LinkKind::kAsset) {
    report("asset-missing", fence.line, fence.column + header.argument_offset,
           header.argument.size(), "\"" + directive.argument + "\" is not a file to download",
           "write the path of a file such as leaflet.pdf");
    return;
  }
  std::error_code error;
  const std::uintmax_t bytes =
      std::filesystem::file_size(site_.config->site_dir / "content" / resolved.link.url, error);
  directive.attributes.emplace_back("type", file_type(site_.words_of(page_), resolved.link.url));
  if (!error) directive.attributes.emplace_back("size", size_text(site_.words_of(page_), bytes));
  directive.attributes.emplace_back("url", resolved.link.url);
  document_.links.push_back(std::move(resolved.link));  // the checks see which files are in use
}

// Counts the card as a link to the organisation's page, and keeps its words for the search.
void PageConverter::resolve_organisation(const Node& node, const DirectiveHeader& header,
                                         Directive& directive) {
  const Fence& fence = syntax_.fences[node.extra];
  const std::optional<std::size_t> index =
      find_organisation(site_, directive.argument, page_.language);
  if (!index) {
    const std::vector<std::string_view> names = organisation_names(site_);
    std::string help =
        did_you_mean_or(directive.argument, names, "write the name of its file without .md");
    report(
        "fact-unknown", fence.line, fence.column + header.argument_offset, header.argument.size(),
        "no organisation \"" + directive.argument + "\" in content/organisations", std::move(help));
    directive.argument.clear();
    return;
  }
  const Page& organisation = site_.pages[*index];
  directive.attributes.emplace_back("words", organisation.title);
  Link link;
  link.kind = LinkKind::kPage;
  link.page = static_cast<std::uint32_t>(*index);
  document_.links.push_back(std::move(link));
}

}  // namespace signpost
