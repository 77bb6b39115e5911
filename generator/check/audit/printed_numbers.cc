#include "check/audit/printed_numbers.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "check/audit/attendance.h"
#include "check/audit/printed_settings.h"
#include "check/page/page_text.h"
#include "data/numbers.h"
#include "data/tables/lines.h"
#include "figures/figure.h"

namespace signpost {
namespace {

// Looking at more would take seconds.
constexpr std::size_t kMostPrinted = 200000;

// Returns the end of the sentence that begins at `begin`.
std::size_t sentence_end(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin; i < text.size(); ++i) {
    const bool is_mark = text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ';';
    if (text[i] == '\n' || (is_mark && i + 1 < text.size() && text[i + 1] == ' ')) return i + 1;
  }
  return text.size();
}

// Whether the cell is all that stands above it, whatever it is called.
bool is_sum_of_column(const PublishedTable& table, std::size_t row, std::size_t column) {
  double sum = 0;
  for (std::size_t r = 0; r < row; ++r) {
    const std::vector<TableCell>& cells = table.rows()[r].cells;
    if (column < cells.size()) sum += cells[column].value.value_or(0);
  }
  return row > 1 && table.rows()[row].cells[column].value == sum;
}

// "we-helped-413-families" as words.
std::string words_of_address(std::string address) {
  std::replace_if(
      address.begin(), address.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return address;
}

class NumberCollector {
 public:
  NumberCollector(const SiteInput& input, std::span<const WithheldTable> withheld)
      : input_(input), withheld_(withheld) {
    for (std::size_t i = 0; i < withheld.size(); ++i) {
      if (!withheld[i].name.empty()) index_of_[withheld[i].name] = i;
      std::set<std::pair<std::size_t, std::size_t>>& rounded = rounded_.emplace_back();
      for (const WithheldCount& count : withheld[i].counts) {
        if (count.is_rounded) rounded.insert({count.row, count.column});
      }
    }
  }

  PrintedNumbers collect() {
    for (std::size_t i = 0; i < input_.documents.size(); ++i) add_page(i);
    for (const auto& [name, table] : input_.data.tables) {
      const auto pages = pages_of_.find(name);
      if (pages == pages_of_.end()) continue;
      printed_.tables.push_back({&table, own_of(name), std::move(pages->second)});
      add_table(table, own_of(name));
    }
    for (const auto& [name, evaluation] : input_.data.evaluations) {
      if (shown_evaluations_.contains(name)) add_evaluation(evaluation);
    }
    for (std::size_t i = 0; i < withheld_.size(); ++i) {
      if (!withheld_[i].name.empty()) add_claims(withheld_[i], i);
    }
    for (const SettingText& text : setting_texts(input_)) {
      PrintedContext context;
      context.is_translated = text.is_translated;
      add_text(text.text, text.place, context);
    }
    for (const std::string& asset : input_.site.assets) {
      add_text(words_of_address(asset), {asset, 0, 0, 0}, {});
    }
    return std::move(printed_);
  }

 private:
  [[nodiscard]] std::size_t own_of(std::string_view name) const {
    const auto found = index_of_.find(name);
    return found == index_of_.end() ? kNowhere : found->second;
  }

  // Takes the sentences of a text with `base` in each; `place_of` gives a number's place.
  template <typename PlaceOf>
  void add_sentences(std::string_view text, const PrintedContext& base, PlaceOf place_of) {
    if (!may_hold_number(text)) return;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = sentence_end(text, begin);
      const std::string_view sentence = text.substr(begin, end - begin);
      if (may_hold_number(sentence)) {
        add_sentence(sentence, base, [&](std::uint32_t from, std::uint32_t to) {
          return place_of(static_cast<std::uint32_t>(begin) + from,
                          static_cast<std::uint32_t>(begin) + to);
        });
      }
      begin = end;
    }
  }

  template <typename PlaceOf>
  void add_sentence(std::string_view sentence, const PrintedContext& base, PlaceOf place_of) {
    PrintedContext context = base;
    SentenceNumbers said = read_sentence_numbers(sentence);
    const std::vector<SentenceNumber> numbers = std::move(said.numbers);
    said.numbers.clear();
    said.words.insert(said.words.end(), base.said.words.begin(), base.said.words.end());
    std::sort(said.words.begin(), said.words.end());
    said.years.insert(said.years.end(), base.said.years.begin(), base.said.years.end());
    context.said = std::move(said);
    if (numbers.empty() || !has_room(numbers.size())) return;
    printed_.contexts.push_back(std::move(context));
    for (const SentenceNumber& number : numbers) {
      printed_.numbers.push_back(
          {number, printed_.contexts.size() - 1, place_of(number.begin, number.end)});
    }
  }

  // A text that stands in one place.
  void add_text(std::string_view text, const Place& place, const PrintedContext& base) {
    add_sentences(text, base, [&](std::uint32_t, std::uint32_t) { return place; });
  }

  bool has_room(std::size_t count) {
    printed_.is_complete &= printed_.numbers.size() + count <= kMostPrinted;
    return printed_.is_complete;
  }

  void add_page(std::size_t index) {
    const Page& page = input_.site.pages[index];
    const Document& document = input_.documents[index];
    PrintedContext base;
    base.page = index;
    base.is_translated = page.language != own_language(input_.site);
    for (const Directive& directive : document.directives) add_directive(index, directive);
    if (is_kind(page, "evaluation")) {
      const std::string results = page.text("results");
      shown_evaluations_.insert(results);
      add_shows(index, results);
    }
    if (is_kind(page, "workshop") || is_kind(page, "workshop-menu")) add_shows(index, kAttendance);
    if (is_kind(page, "meeting")) {
      add_shows(index, kMeetingAttendance);
      base.said.words = read_sentence_numbers(page.title).words;  // which every row has
    }
    add_blocks(page, document, base);
    const FieldEntry* summary = page.find("summary");
    const Place top{page.source_path, summary == nullptr ? 1 : summary->line, 0, 0};
    add_text(page.title, {page.source_path, 0, 0, 0}, base);
    add_text(words_of_address(page.url), {page.source_path, 0, 0, 0}, base);
    add_text(page.summary, top, base);
    for (const FieldEntry& field : page.fields.entries) {
      if (field.name != "allow" && field.name != "summary") add_field(page, field, base);
    }
  }

  void add_shows(std::size_t page, std::string_view name) {
    const std::size_t own = own_of(name);
    if (own == kNowhere) return;
    printed_.shows.insert({page, own});
    for (const std::size_t other : input_.site.translations[page]) {
      printed_.shows.insert({other, own});
    }
  }

  void add_directive(std::size_t page, const Directive& directive) {
    if (!directive.rule->names_table()) return;
    pages_of_[directive.argument].push_back(page);
    add_shows(page, directive.argument);
  }

  void add_blocks(const Page& page, const Document& document, const PrintedContext& base) {
    const PageText text = read_page_blocks(document);
    for (const TextBlock& block : text.blocks) {
      if (block.kind == BlockKind::kCell) continue;
      add_sentences(text.block_text(block), base, [&](std::uint32_t begin, std::uint32_t end) {
        return text.place(page.source_path, block.begin + begin, block.begin + end);
      });
    }
    for (const Node& node : document.nodes) {
      if (node.kind == NodeKind::kTable) add_typed_table(page, document, node, base);
    }
    for (const Link& link : document.links) add_text(link.title, {page.source_path, 0, 0, 0}, base);
    for (const Node& node : document.nodes) {
      if (node.kind != NodeKind::kDirective || node.extra >= document.directives.size()) continue;
      const Directive& directive = document.directives[node.extra];
      PrintedContext about = base;
      if (directive.rule->names_table()) about.own = own_of(directive.argument);
      for (const auto& [key, value] : directive.attributes) {
        if (key == "period" || key == "rows" || key == "columns" || key == "type") continue;
        add_text(value, {page.source_path, node.line, node.column, 0}, about);
      }
    }
  }

  // A row says what its cells say together, with the words of the heads.
  void add_typed_table(const Page& page, const Document& document, const Node& table,
                       const PrintedContext& base) {
    PrintedContext context = base;
    for (std::uint32_t row = table.first_child; row != kNoNode; row = document.nodes[row].next) {
      const Node& node = document.nodes[row];
      std::string cells;
      for (std::uint32_t i = node.first_child; i != kNoNode; i = document.nodes[i].next) {
        cells += plain_text(document, i) + " | ";
      }
      const Place place{page.source_path, node.line, 0, 0};
      add_text(cells, place, context);
      if ((node.flags & kHeaderRow) == 0) continue;
      context.said.words = read_sentence_numbers(cells).words;
      context.is_row = true;
    }
  }

  void add_field(const Page& page, const FieldEntry& field, const PrintedContext& base) {
    const Place place{page.source_path, field.line, field.column, 0};
    if (const auto* text = std::get_if<std::string>(&field.value)) add_text(*text, place, base);
    if (const auto* list = std::get_if<std::vector<std::string>>(&field.value)) {
      for (const std::string& item : *list) add_text(item, place, base);
    }
    if (const auto* pairs = std::get_if<TextPairs>(&field.value)) {
      for (const auto& [key, value] : *pairs) add_text(value, place, base);
    }
    if (const auto* records = std::get_if<std::vector<Fields>>(&field.value)) {
      for (const Fields& record : *records) add_record(page, record, base);
    }
  }

  // What a record says together: "group: Parents and carers, number: 3".
  void add_record(const Page& page, const Fields& record, const PrintedContext& base) {
    std::string words;
    for (const FieldEntry& each : record.entries) {
      const auto* text = std::get_if<std::string>(&each.value);
      if (text != nullptr) words += *text + ' ';
      add_field(page, each, base);
    }
    // What is withheld or rounded is not printed.
    const std::optional<std::int64_t> number = record.number("number");
    const bool is_shown = number && shown_count(*number, input_.site.config->disclosure).count();
    if (!is_shown || input_.site.config->disclosure == DisclosureProfile::kStrict) return;
    PrintedContext context = base;
    context.said = read_sentence_numbers(words);
    context.said.numbers.clear();
    context.is_cell = true;
    if (is_kind(page, "meeting")) context.own = own_of(kMeetingAttendance);
    const FieldEntry* entry = record.find("number");
    add_cell({static_cast<double>(*number)}, context,
             {page.source_path, entry->line, entry->column, 0});
  }

  void add_cell(const Number& value, const PrintedContext& context, const Place& place,
                QuantityKind kind = QuantityKind::kCount) {
    if (!has_room(1)) return;
    SentenceNumber number;
    number.kind = kind;
    number.value = value.value;
    number.decimals = value.decimals;
    printed_.contexts.push_back(context);
    printed_.numbers.push_back({number, printed_.contexts.size() - 1, place});
  }

  void add_table(const PublishedTable& table, std::size_t own) {
    const TableDescription& about = table.about();
    const SentenceNumbers caption = read_sentence_numbers(about.caption + ' ' + about.unit);
    PrintedContext description;
    description.own = own;
    description.said.words = caption.words;
    const std::string* texts[] = {&about.caption, &about.base, &about.note, &about.source,
                                  &about.unit};
    const std::string path = table.rows().empty() ? "" : table.rows().front().path;
    const Place top = about.places.empty() ? Place{path, 1, 0, 0} : about.places.front();
    for (std::size_t i = 0; i < std::size(texts); ++i) {
      add_text(*texts[i], i < about.places.size() ? about.places[i] : top, description);
    }
    for (const std::string& text : about.exceptions) add_text(text, top, description);
    std::vector<SentenceNumbers> columns;
    for (const TableColumn& column : table.columns()) {
      columns.push_back(read_sentence_numbers(column.title));
      add_text(column.title, top, description);
    }
    for (std::size_t r = 0; r < table.rows().size(); ++r) {
      add_row(table, r, own, caption, columns);
    }
    if (own == kNowhere) add_sums(table, caption, columns);
  }

  // Tables of other groups of the same people have the same whole: Cases by gender and by area.
  void add_sums(const PublishedTable& table, const SentenceNumbers& caption,
                const std::vector<SentenceNumbers>& columns) {
    for (std::size_t c = 1; c < columns.size(); ++c) {
      const TableColumn& column = table.columns()[c];
      double sum = 0;
      bool is_whole = column.numeric && column.percent == PercentKind::kNone &&
                      table.rows().size() > 1 && column.currency.empty();
      for (const TableRow& row : table.rows()) {
        const bool has_value = c < row.cells.size() && row.cells[c].value.has_value();
        is_whole &= has_value && !is_total_name(row.cells.front().text);
        if (has_value) sum += *row.cells[c].value;
      }
      if (!is_whole || !is_whole_number(sum)) continue;
      PrintedContext context;
      context.is_cell = context.is_total = true;
      context.added = column.title;
      context.said.words = columns[c].words;
      context.said.words.insert(context.said.words.end(), caption.words.begin(),
                                caption.words.end());
      std::sort(context.said.words.begin(), context.said.words.end());
      context.said.years = columns[c].years;
      const TableRow& last = table.rows().back();
      add_cell({sum}, context, {last.path, last.cells[c].line, last.cells[c].column, 0});
    }
  }

  void add_row(const PublishedTable& table, std::size_t r, std::size_t own,
               const SentenceNumbers& caption, const std::vector<SentenceNumbers>& columns) {
    const TableRow& row = table.rows()[r];
    const SentenceNumbers name = read_sentence_numbers(row.cells.front().text);
    for (std::size_t c = 0; c < row.cells.size() && c < columns.size(); ++c) {
      const TableCell& cell = row.cells[c];
      PrintedContext context;
      context.is_cell = cell.value.has_value();
      context.is_total = name.words.empty() || is_total_name(row.cells.front().text) ||
                         is_total_name(table.columns()[c].title) || is_sum_of_column(table, r, c);
      context.own = own;
      context.measure = row.measure;
      if (own != kNowhere) {
        context.row = r;
        context.column = c;
      }
      for (const SentenceNumbers* said : {&name, &columns[c], &caption}) {
        std::vector<WordKey>& words = context.said.words;
        words.insert(words.end(), said->words.begin(), said->words.end());
        if (said == &caption) continue;
        context.said.years.insert(context.said.years.end(), said->years.begin(), said->years.end());
      }
      std::sort(context.said.words.begin(), context.said.words.end());
      const Place place{row.path, cell.line, cell.column,
                        static_cast<std::uint32_t>(cell.text.size())};
      if (!cell.value) {
        context.is_name = c == 0;
        if (cell.symbol.empty()) add_text(cell.text, place, context);
        continue;
      }
      // What is rounded says nothing exactly.
      if (own != kNowhere && rounded_[own].contains({r, c})) continue;
      const bool is_percent = table.columns()[c].percent != PercentKind::kNone;
      add_cell({*cell.value, cell.decimals}, context, place,
               is_percent ? QuantityKind::kPercent : QuantityKind::kCount);
    }
  }

  // The counts of an evaluation stand in its own lines; others have the same questions.
  void add_evaluation(const Evaluation& evaluation) {
    for (const Comment& comment : evaluation.comments) add_text(comment.text, comment.place, {});
    const auto set = input_.data.question_sets.find(evaluation.question_set);
    if (set == input_.data.question_sets.end()) return;
    for (const std::string* text : {&set->second.title, &set->second.asked, &set->second.note}) {
      add_text(*text, {"content/_data/question-sets.yaml", 1, 0, 0}, {});
    }
  }

  // The words of a claim, of the row and column that it names.
  void add_claims(const WithheldTable& table, std::size_t own) {
    for (const TableClaim& claim : table.claims) {
      PrintedContext context;
      context.own = own;
      for (const ClaimFigure* figure : {&claim.first, &claim.second}) {
        const SentenceNumbers said = read_sentence_numbers(figure->row + ' ' + figure->column);
        std::vector<WordKey>& words = context.said.words;
        words.insert(words.end(), said.words.begin(), said.words.end());
      }
      std::sort(context.said.words.begin(), context.said.words.end());
      add_text(claim.says, claim.place, context);
    }
  }

  const SiteInput& input_;
  std::span<const WithheldTable> withheld_;
  std::map<std::string, std::size_t, std::less<>> index_of_;
  std::vector<std::set<std::pair<std::size_t, std::size_t>>> rounded_;     // cells, by table
  std::map<std::string, std::vector<std::size_t>, std::less<>> pages_of_;  // by table
  std::set<std::string, std::less<>> shown_evaluations_;
  PrintedNumbers printed_;
};

}  // namespace

PrintedNumbers collect_printed_numbers(const SiteInput& input,
                                       std::span<const WithheldTable> withheld) {
  return NumberCollector(input, withheld).collect();
}

}  // namespace signpost
