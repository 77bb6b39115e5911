#include "search/site_index.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "figures/figure.h"
#include "markdown/directives.h"
#include "search-index/part_writer.h"
#include "search-index/related.h"
#include "search-index/schema.h"
#include "search-index/stems.h"
#include "words/marks.h"

namespace signpost {
namespace {

bool is_container(NodeKind kind) {
  switch (kind) {
    case NodeKind::kDocument:
    case NodeKind::kBlockQuote:
    case NodeKind::kList:
    case NodeKind::kItem:
    case NodeKind::kTable:
    case NodeKind::kTableRow:
    case NodeKind::kFootnoteDefinition:
    case NodeKind::kDirective:
      return true;
    default:
      return false;
  }
}

void append_block(std::string& text, std::string_view block) {
  if (block.empty()) return;
  if (!text.empty()) text += '\n';
  text += block;
}

// Returns the words of a table: its caption, what its columns are called and, of its cells, those
// that are not figures.
std::string figure_words(const Directive& directive, const SiteData& data) {
  const auto found = data.tables.find(directive.argument);
  if (found == data.tables.end()) return "";
  const PublishedTable table = shown_table(found->second, directive.attributes);
  std::string text = table.about().caption;
  for (const TableColumn& column : table.columns()) append_block(text, column.title);
  for (const TableRow& row : table.rows()) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!table.columns()[i].numeric) append_block(text, row.cells[i].text);
    }
  }
  append_block(text, table.about().note);
  return text;
}

// Returns the words that a directive's own line shows: its heading, or what a time limit says.
// Names of files and of data are not words.
std::string spoken_argument(const Directive& directive, const Words& words, const SiteData& data) {
  switch (directive.rule->names) {
    case ArgumentNames::kTable:
    case ArgumentNames::kChart:
      return figure_words(directive, data);
    case ArgumentNames::kOrganisation:
      return std::string(setting(directive.attributes, "words"));
    case ArgumentNames::kDeadline: {
      const auto deadline = data.deadlines.find(directive.argument);
      if (deadline == data.deadlines.end()) return "";
      return without_marks(
          fmt::format("{}. {}", limit_text(words, deadline->second), deadline->second.who));
    }
    case ArgumentNames::kDeadlines:  // each of them is better explained on another page
      return "";
    default:
      return without_marks(std::string(spoken_words(directive)));
  }
}

// Appends the words of the fields that the table of the kind says are searched, of records too.
void append_fields(const Fields& fields, std::span<const Field> table, std::string& text) {
  for (const Field& field : table) {
    for (const Fields& record : fields.records(field.name)) {
      append_fields(record, field.fields, text);
    }
    if (!field.is_searched) continue;
    append_block(text, fields.text(field.name));
    for (const std::string& item : fields.list(field.name)) append_block(text, item);
  }
}

// Appends the passages of all below `parent`. A heading opens a passage wherever it stands.
// The depth is bounded by the parser.
void collect_passages(const Document& document, const Words& words, const SiteData& data,
                      std::uint32_t parent, std::vector<search::Passage>& passages) {
  for (std::uint32_t index = document.nodes[parent].first_child; index != kNoNode;
       index = document.nodes[index].next) {
    const Node& node = document.nodes[index];
    const auto is_this = [&](const Heading& heading) { return heading.node == index; };
    if (node.kind == NodeKind::kHeading) {
      const auto heading =
          std::find_if(document.headings.begin(), document.headings.end(), is_this);
      if (heading != document.headings.end()) {
        passages.push_back({heading->id, heading->text, ""});
      }
    } else if (is_container(node.kind)) {
      if (node.kind == NodeKind::kDirective) {
        append_block(passages.back().text,
                     spoken_argument(document.directives[node.extra], words, data));
      }
      collect_passages(document, words, data, index, passages);
    } else {
      append_block(passages.back().text, plain_text(document, index));
    }
  }
}

// Appends the questions of an evaluation and the comments that it shows.
void append_evaluation(const Page& page, const SiteData& data,
                       std::vector<search::Passage>& passages) {
  if (!is_kind(page, "evaluation")) return;
  const auto results = data.evaluations.find(page.text("results"));
  if (results == data.evaluations.end()) return;
  const QuestionSet& set = data.question_sets.find(results->second.question_set)->second;
  for (const QuestionResult& result : results->second.questions) {
    for (const ScaleQuestion& question : set.questions) {
      if (question.key == result.key) {
        passages.push_back({answers_id(question.key), question.text, ""});
      }
    }
  }
  for (const Comment& comment : results->second.comments) {
    append_block(passages.front().text, comment.text);
  }
}

// Returns the length of the longest list of what people type. A list must not make its page look
// wordy beside pages without one, so those count as if they had half of it: of the shares that were
// tried this one answered the most questions of tests/search (search-index/README.md).
std::uint32_t longest_asked(const Site& site, const std::string& language) {
  search::StemCache stems(language);
  std::uint32_t longest = 0;
  for (const Page& page : site.pages) {
    if (page.language != language) continue;
    longest = std::max(longest, search::asked_length(page.list("asked"), stems));
  }
  return longest;
}

// Writes the scripts that a browser searches with: the index in parts.
void write_parts(const std::string& index_path, const std::string& language, Staging& staging,
                 std::size_t jobs, Diagnostics& diagnostics) {
  const std::optional<search::IndexParts> parts = search::IndexParts::open(index_path);
  if (!parts) return report_index_failure("search", "it cannot be read again", diagnostics);
  for_each(parts->part_count(), jobs, diagnostics,
           [&](std::size_t part, std::size_t, Diagnostics& found) {
             const std::string path = search::IndexParts::part_path(parts->id(), part);
             staging.write("search/parts/" + path, parts->part_script(part), found);
           });
  staging.write(fmt::format("search/index.{}.js", language), parts->entry_script(), diagnostics);
}

}  // namespace

void report_index_failure(std::string_view what, std::string_view why, Diagnostics& diagnostics) {
  diagnostics.add("io-index", {std::string(what), 0, 0, 0},
                  fmt::format("the search index could not be written: {}", why),
                  "make room on the disk, or check that you may write there");
}

search::IndexDocument index_document(const Page& page, const Document& document, const Words& words,
                                     const SiteData& data) {
  search::IndexDocument result;
  result.url = page.url;
  result.title = page.title;
  result.summary = page.summary;
  result.kind = std::string(page.kind->name);
  result.topics = page.list("topics");
  result.audiences = page.list("audiences");
  result.language = page.language;
  result.asked = page.list("asked");
  // People ask for "a workshop about plans", though the page is called "Plans".
  if (!is_kind(page, kPlainKind)) {
    result.asked.push_back(without_marks(kind_label(words, page)));
  }
  append_fields(page.fields, page.kind->fields, result.passages.emplace_back().text);
  if (!document.nodes.empty()) collect_passages(document, words, data, 0, result.passages);
  append_evaluation(page, data, result.passages);
  return result;
}

std::vector<std::vector<std::string>> synonym_groups(const SiteData& data) {
  std::vector<std::vector<std::string>> groups;
  for (const GlossaryEntry& entry : data.glossary) {
    std::vector<std::string> names = {entry.short_form, entry.long_form};
    names.insert(names.end(), entry.also.begin(), entry.also.end());
    if (!entry.replaced_by.empty()) names.push_back(entry.replaced_by);
    std::erase(names, "");
    if (names.size() > 1) groups.push_back(std::move(names));
  }
  return groups;
}

SiteIndex::SiteIndex(const Site& site, const SiteData& data, std::filesystem::path work_dir)
    : site_(site), data_(data), work_dir_(std::move(work_dir)) {
  const std::size_t groups =
      (site.pages.size() + search::kShardDocuments - 1) / search::kShardDocuments;
  shards_.resize(groups);
  for (auto& languages : shards_) languages.resize(site.config->languages.size());
  for (const Language& language : site.config->languages) {
    asked_paddings_.push_back(longest_asked(site, language.tag) / 2);
  }
}

std::size_t SiteIndex::group_begin(std::size_t group) const {
  return group * search::kShardDocuments;
}

std::size_t SiteIndex::group_end(std::size_t group) const {
  return std::min(site_.pages.size(), group_begin(group) + search::kShardDocuments);
}

std::vector<search::TokenizedDocument> SiteIndex::add_all(std::span<const Document> documents,
                                                          std::size_t jobs,
                                                          Diagnostics& diagnostics) {
  std::vector<search::TokenizedDocument> subjects(documents.size());
  for_each(shards_.size(), jobs, diagnostics,
           [&](std::size_t group, std::size_t, Diagnostics& found) {
             add_group(group, documents, subjects, found);
           });
  return subjects;
}

void SiteIndex::add_group(std::size_t group, std::span<const Document> documents,
                          std::span<search::TokenizedDocument> subjects, Diagnostics& diagnostics) {
  for (std::size_t l = 0; l < shards_[group].size(); ++l) {
    const std::string& language = site_.config->languages[l].tag;
    std::optional<search::ShardWriter> writer;
    search::StemCache stems(language);
    const std::vector<std::string> stop_terms = search::stop_terms(stems);
    for (std::size_t i = group_begin(group); i < group_end(group); ++i) {
      if (site_.pages[i].language != language) continue;
      if (!writer) writer.emplace((work_dir_ / fmt::format("{}-{}", group, language)).string());
      search::IndexDocument page =
          index_document(site_.pages[i], documents[i], site_.words_of(site_.pages[i]), data_);
      page.asked_padding = asked_paddings_[l];
      const search::TokenizedDocument document = search::tokenize(page, stems);
      writer->add(document);
      subjects[i] = search::subject_terms(document, stop_terms);
    }
    if (!writer) continue;
    std::string error;
    shards_[group][l] = writer->finish(error);
    if (!shards_[group][l]) report_index_failure("search", error, diagnostics);
  }
}

void SiteIndex::write(Staging& staging, std::span<const std::vector<std::string>> known_words,
                      std::size_t jobs, Diagnostics& diagnostics) const {
  for (std::size_t l = 0; l < site_.config->languages.size(); ++l) {
    std::vector<search::Shard> shards;
    for (const auto& languages : shards_) {
      if (languages[l]) shards.push_back(*languages[l]);
    }
    if (shards.empty()) continue;
    const std::string& language = site_.config->languages[l].tag;
    const std::string url = fmt::format("search/index.{}.glass", language);
    const std::string path = staging.path_for(url).string();
    const std::string error = search::merge_shards(
        shards, path,
        search::IndexSettings{language, synonym_groups(data_), data_.search_words, known_words[l]});
    if (!error.empty()) {
      report_index_failure(url, error, diagnostics);
      continue;
    }
    write_parts(path, language, staging, jobs, diagnostics);
    staging.adopt(url, diagnostics);
  }
}

}  // namespace signpost
