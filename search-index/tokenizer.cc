#include "search-index/tokenizer.h"

#include <algorithm>
#include <utility>

#include "search-index/record.h"
#include "search-index/schema.h"
#include "search-index/word_list.h"

namespace search {
namespace {

// Stop words of running text are not worth their room: they never find a page that other words
// would not, and without them pages rank better (README.md). In titles and headings they may be all
// there is: "Who we are".
enum class StopWords : std::uint8_t { kCount, kLeaveOut };

// Counts the terms of one document by their number.
class Counter {
 public:
  explicit Counter(StemCache& stems) : stems_(stems) {}

  // Counts the words of `text` `weight` times. Of the passage's filter are the terms that the first
  // `stored_bytes` of the text, which are stored, do not show.
  void add(std::string_view text, std::uint32_t weight, StopWords stop_words,
           std::size_t stored_bytes) {
    split_words(text, stems_.rules(), list_);
    for (const WordSpan& span : list_.spans) {
      const std::uint32_t word = stems_.word_number(list_.word(span));
      const bool is_stop_word = stems_.is_stop_word(word);
      const std::uint32_t term = stems_.term_number(word);
      grow();
      if (!has_word_[word]) {
        has_word_[word] = true;
        words_.push_back(word);
      }
      if (is_stop_word && stop_words == StopWords::kLeaveOut) continue;
      if (counts_[term] == 0) terms_.push_back(term);
      counts_[term] += weight;
      if (passage_of_[term] != passage_ && !is_stop_word) {
        passage_of_[term] = passage_;
        if (span.end > stored_bytes) passage_terms_.push_back(term);
      }
    }
  }

  // Counts the words of a text that is not shown.
  void add_unshown(std::string_view text, std::uint32_t weight) {
    add(text, weight, StopWords::kLeaveOut, 0);
    for (const WordSpan& span : list_.spans) {
      const std::uint32_t word = stems_.word_number(list_.word(span));
      if (!stems_.is_stop_word(word)) unshown_.emplace_back(stems_.term_number(word), weight);
    }
  }

  // Returns how much of the document's length is not shown.
  std::uint32_t unshown_length() const {
    std::uint32_t length = 0;
    for (const auto& [term, weight] : unshown_) length += weight;
    return length;
  }

  void begin_passage() {
    ++passage_;
    passage_terms_.clear();
  }

  std::string passage_filter() const {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(passage_terms_.size());
    for (const std::uint32_t term : passage_terms_) hashes.push_back(term_hash(stems_.term(term)));
    return make_stem_filter(hashes);
  }

  void write(TokenizedDocument& out) {
    const auto is_before = [this](std::uint32_t a, std::uint32_t b) {
      return stems_.term(a) < stems_.term(b);
    };
    std::sort(terms_.begin(), terms_.end(), is_before);
    out.terms.reserve(terms_.size());
    for (const std::uint32_t term : terms_) {
      const std::string& text = stems_.term(term);
      out.terms.push_back({static_cast<std::uint32_t>(out.arena.size()),
                           static_cast<std::uint32_t>(text.size()), counts_[term], counts_[term]});
      out.arena += text;
    }
    for (const auto& [term, weight] : unshown_) {
      const auto place = std::lower_bound(terms_.begin(), terms_.end(), term, is_before);
      out.terms[static_cast<std::size_t>(place - terms_.begin())].shown -= weight;
    }
    std::sort(words_.begin(), words_.end(),
              [this](std::uint32_t a, std::uint32_t b) { return stems_.word(a) < stems_.word(b); });
    for (const std::uint32_t word : words_) {
      out.words += stems_.word(word);
      out.words += '\n';
    }
  }

 private:
  void grow() {
    if (has_word_.size() < stems_.word_count()) has_word_.resize(stems_.word_count() * 2);
    if (counts_.size() >= stems_.term_count()) return;
    counts_.resize(stems_.term_count() * 2);
    passage_of_.resize(counts_.size());
  }

  StemCache& stems_;
  WordList list_;
  std::vector<std::uint32_t> words_, terms_, passage_terms_;
  std::vector<bool> has_word_;                                    // by word number
  std::vector<std::uint32_t> counts_;                             // by term number
  std::vector<std::pair<std::uint32_t, std::uint32_t>> unshown_;  // term, weight: a word each
  std::vector<std::uint32_t> passage_of_;  // by term number: the last passage with it
  std::uint32_t passage_ = 0;
};

// The room for text is shared by the passages in turn, so that late ones get some of it too.
class TextBudget {
 public:
  explicit TextBudget(std::size_t passage_count) : passages_left_(passage_count) {}

  std::string_view take(std::string_view text) {
    const std::size_t share =
        std::min(kMaxPassageTextBytes, bytes_left_ / std::max<std::size_t>(passages_left_, 1));
    if (passages_left_ > 0) --passages_left_;
    const std::string_view kept = cut_text(text, std::max<std::size_t>(share, kMinShare));
    if (kept.size() > bytes_left_) return {};
    bytes_left_ -= kept.size();
    return kept;
  }

 private:
  static constexpr std::size_t kMinShare = 80;
  std::size_t bytes_left_ = kMaxStoredTextBytes;
  std::size_t passages_left_;
};

std::string stored(std::string_view text) {
  return std::string(cut_text(text, kMaxStoredFieldBytes));
}

// Xapian refuses terms above 245 bytes.
void add_filter(std::vector<std::string>& filters, const char* prefix, const std::string& id) {
  if (!id.empty() && id.size() <= kMaxWordBytes) filters.push_back(prefix + id);
}

// A summary that is the beginning of the text would only count the same words twice.
bool repeats_text(const IndexDocument& document) {
  return !document.passages.empty() &&
         document.passages.front().text.compare(0, document.summary.size(), document.summary) == 0;
}

}  // namespace

std::uint32_t asked_length(std::span<const std::string> asked, StemCache& stems) {
  std::uint32_t length = 0;
  WordList list;
  for (const std::string& text : asked) {
    split_words(text, stems.rules(), list);
    for (const WordSpan& span : list.spans) {
      const bool is_stop_word = stems.is_stop_word(stems.word_number(list.word(span)));
      if (!is_stop_word) length += kAskedWeight;
    }
  }
  return length;
}

TokenizedDocument tokenize(const IndexDocument& document, StemCache& stems) {
  stems.clear_if_large();
  Counter counter(stems);
  Record record{stored(document.url),
                stored(document.title),
                stored(document.summary),
                stored(document.kind),
                {}};
  record.url = document.url;
  counter.add(document.title, kTitleWeight, StopWords::kCount, 0);
  if (!repeats_text(document)) {
    counter.add(document.summary, kSummaryWeight, StopWords::kLeaveOut, 0);
  }
  for (const std::string& asked : document.asked) {
    counter.add_unshown(asked, kAskedWeight);
  }
  const std::size_t passage_count = std::min(document.passages.size(), kMaxPassages);
  TextBudget budget(passage_count);
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    // Beyond the last passage with a record, text counts for the last heading known.
    if (i < passage_count) counter.begin_passage();
    const std::string heading = stored(passage.heading);
    const std::string_view kept = i < passage_count ? budget.take(passage.text) : "";
    counter.add(passage.heading, kHeadingWeight, StopWords::kCount, heading.size());
    counter.add(passage.text, kTextWeight, StopWords::kLeaveOut, kept.size());
    if (i >= passage_count) continue;
    const char* more = kept.size() < passage.text.size() ? " …" : "";
    record.passages.push_back(
        {passage.anchor, heading, std::string(kept) + more, counter.passage_filter()});
  }
  TokenizedDocument out;
  counter.write(out);
  const std::uint32_t asked = counter.unshown_length();
  out.extra_length = document.asked_padding > asked ? document.asked_padding - asked : 0;
  out.record = encode_record(record);
  add_filter(out.filters, kKindPrefix, document.kind);
  for (const std::string& id : document.topics) add_filter(out.filters, kTopicPrefix, id);
  for (const std::string& id : document.audiences) add_filter(out.filters, kAudiencePrefix, id);
  return out;
}

}  // namespace search
