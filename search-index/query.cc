#include "search-index/query.h"

#include <algorithm>
#include <map>

namespace search {
namespace {

constexpr unsigned kMaxEdits = 2;
constexpr std::size_t kLettersForTwoEdits = 5;

struct QueryWord {
  std::string text;  // as the tokenizer spells it
  std::string term;
  std::uint32_t begin = 0, end = 0;  // in the query
  bool is_joined = false;
  bool is_stop_word = false;
  bool is_known = false;       // the index has its term
  bool is_unfinished = false;  // a prefix to expand
  bool is_in_name = false;     // part of a synonym
};

std::string term_of(StemCache& stems, std::string_view word) {
  return stems.term(stems.term_number(stems.word_number(word)));
}

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// Spaces and control characters in a row become one space; none at the ends.
std::string tidied(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<QueryWord> read_words(const std::string& text, StemCache& stems, bool& is_cut) {
  WordList list;
  split_words(text, stems.rules(), list);
  std::vector<QueryWord> words;
  std::set<std::string, std::less<>> terms;
  for (const WordSpan& span : list.spans) {
    const std::uint32_t number = stems.word_number(list.word(span));
    const std::string& term = stems.term(stems.term_number(number));
    if (terms.size() >= kMaxQueryTerms && terms.find(term) == terms.end()) {
      is_cut = true;
      continue;
    }
    const bool is_stop_word = stems.is_stop_word(number);
    if (!is_stop_word) terms.insert(term);
    if (words.size() >= kMaxQueryBytes) break;
    words.push_back(
        {std::string(list.word(span)), term, span.begin, span.end, span.is_joined, is_stop_word});
  }
  return words;
}

void look_up(std::vector<QueryWord>& words, const IndexReader& index) {
  std::map<std::string, bool, std::less<>> known;
  for (const QueryWord& word : words) known.emplace(word.term, false);
  std::vector<std::string> terms;
  terms.reserve(known.size());
  for (const auto& [term, is_known] : known) terms.push_back(term);
  index.prefetch(terms);
  for (auto& [term, is_known] : known) is_known = index.term_frequency(term) > 0;
  for (QueryWord& word : words) word.is_known = known[word.term];
}

// Whether two words stand side by side and carry a meaning each.
bool may_be_one_word(const QueryWord& first, const QueryWord& second) {
  return !first.is_joined && !second.is_joined && !first.is_stop_word && !second.is_stop_word &&
         second.begin == first.end + 1;
}

// Adds what the index has as one word though it was typed as two: "fact sheets". In long queries,
// which other words answer too, only where one of the two is unknown.
void join_pairs(std::vector<QueryWord>& words, const IndexReader& index, StemCache& stems) {
  constexpr std::size_t kFewWords = 4;
  std::vector<QueryWord> pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const QueryWord& first = words[i];
    const QueryWord& second = words[i + 1];
    const bool is_tried =
        words.size() <= kFewWords || !first.is_known || !second.is_known || second.is_unfinished;
    if (!is_tried || !may_be_one_word(first, second)) continue;
    QueryWord pair{first.text + second.text, "", first.begin, second.end, true};
    if (pair.text.size() > kMaxWordBytes) continue;
    pair.term = term_of(stems, pair.text);
    pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) return;
  look_up(pairs, index);
  for (QueryWord& pair : pairs) {
    if (pair.is_known) words.push_back(std::move(pair));
  }
}

// A part of a compound whose joined form the index has needs no correction.
bool is_part_of_known_compound(const std::vector<QueryWord>& words, const QueryWord& word) {
  return std::any_of(words.begin(), words.end(), [&word](const QueryWord& other) {
    return other.is_joined && other.is_known && other.begin <= word.begin && word.end <= other.end;
  });
}

// Marks the words that are part of a name with synonyms, the longest names first, from left to
// right. Returns the keys of names of several words, in order.
std::vector<std::string> find_names(std::vector<QueryWord>& words, const IndexReader& index) {
  std::vector<QueryWord*> parts;
  for (QueryWord& word : words) {
    if (!word.is_joined) parts.push_back(&word);
  }
  const std::size_t longest = index.settings().longest_synonym;
  // Returns the key of the `size` words from `begin` on.
  const auto key_of = [&parts](std::size_t begin, std::size_t size) {
    std::string key = parts[begin]->term;
    for (std::size_t i = 1; i < size; ++i) key += ' ' + parts[begin + i]->term;
    return key;
  };
  std::vector<std::string> candidates;
  for (std::size_t begin = 0; begin < parts.size(); ++begin) {
    const std::size_t most = std::min(longest, parts.size() - begin);
    for (std::size_t size = 1; size <= most; ++size) {
      candidates.push_back(key_of(begin, size));
      const bool is_for_all = size > 1 || !parts[begin]->is_known;
      if (is_for_all) candidates.push_back(kStandInKey + candidates.back());
    }
  }
  std::set<std::string> known;
  for (const std::string& key : index.synonym_keys(candidates)) {
    known.insert(key.substr(key.compare(0, 1, kStandInKey) == 0 ? 1 : 0));
  }
  std::vector<std::string> keys;
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t size = std::min(longest, parts.size() - begin);
    while (size > 0 && known.find(key_of(begin, size)) == known.end()) --size;
    for (std::size_t i = 0; i < size; ++i) parts[begin + i]->is_in_name = true;
    const std::string key = size > 1 ? key_of(begin, size) : "";
    if (size > 1 && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    begin += std::max<std::size_t>(size, 1);
  }
  return keys;
}

// Whether a word that the index lacks is one to correct.
bool is_to_correct(const QueryWord& word, const std::vector<QueryWord>& words) {
  return !word.is_known && !word.is_stop_word && !word.is_joined && !word.is_unfinished &&
         !word.is_in_name && count_letters(word.text) >= kMinCorrectedLetters &&
         !is_part_of_known_compound(words, word);
}

// Puts the nearest known word in the place of words that the index lacks.
void correct_words(std::vector<QueryWord>& words, const IndexReader& index, StemCache& stems,
                   ParsedQuery& query) {
  std::vector<QueryWord*> unknown;
  std::vector<std::string> texts;
  for (QueryWord& word : words) {
    if (unknown.size() >= kMaxCorrections || !is_to_correct(word, words)) continue;
    unknown.push_back(&word);
    texts.push_back(word.text);
  }
  index.prefetch_words(texts);
  std::string corrected;
  std::size_t copied = 0;  // bytes of query.words
  for (QueryWord* word : unknown) {
    const unsigned max_edits = count_letters(word->text) < kLettersForTwoEdits ? 1 : kMaxEdits;
    const std::string nearest = index.nearest_word(word->text, max_edits);
    if (nearest.empty()) continue;
    const std::uint32_t number = stems.word_number(nearest);
    word->is_stop_word = stems.is_stop_word(number);
    query.corrections.push_back(
        {query.words.substr(word->begin, word->end - word->begin), nearest});
    corrected += query.words.substr(copied, word->begin - copied) + nearest;
    copied = word->end;
    word->text = nearest;
    word->term = stems.term(stems.term_number(number));
    word->is_known = true;
  }
  if (copied > 0) query.corrected_words = corrected + query.words.substr(copied);
}

// Collects units; the same term asked again counts up. What the index lacks is left out at the end,
// when all terms are known and can be looked up together.
class PlanBuilder {
 public:
  PlanBuilder(const IndexReader& index, StemCache& stems) : index_(index), stems_(stems) {}

  void add_word(const QueryWord& word) {
    const auto known = unit_of_term_.find(word.term);
    if (known != unit_of_term_.end()) {
      ++units_[known->second].count;
      return;
    }
    QueryUnit unit;
    add_way(unit, {word.term});
    if (word.is_unfinished) {
      for (const std::string& longer : index_.words_with_prefix(word.text, kMaxPrefixExpansions)) {
        add_way(unit, {term_of(stems_, longer)});
      }
    }
    if (!word.is_stop_word) add_names(unit, word.term);
    if (!word.is_known && !word.is_stop_word) add_stand_ins(unit, word.term);
    unit_of_term_.emplace(word.term, units_.size());
    units_.push_back(std::move(unit));
  }

  // The other names of several words together are one more thing asked for.
  void add_name(const std::string& key) {
    QueryUnit unit;
    add_names(unit, key);
    add_stand_ins(unit, key);
    units_.push_back(std::move(unit));
  }

  // Puts the units with what the index has, and their terms, into `query`.
  void finish(ParsedQuery& query) {
    std::set<std::string> terms;
    for (const QueryUnit& unit : units_) {
      for (const std::vector<std::string>& way : unit.ways) terms.insert(way.begin(), way.end());
    }
    index_.prefetch({terms.begin(), terms.end()});
    const auto is_absent = [this](const std::vector<std::string>& way) {
      return std::any_of(way.begin(), way.end(), [this](const std::string& term) {
        return index_.term_frequency(term) == 0;
      });
    };
    for (QueryUnit& unit : units_) {
      unit.ways.erase(std::remove_if(unit.ways.begin(), unit.ways.end(), is_absent),
                      unit.ways.end());
      if (unit.ways.empty()) continue;
      for (const std::vector<std::string>& way : unit.ways) {
        query.terms.insert(way.begin(), way.end());
      }
      query.plan.units.push_back(std::move(unit));
    }
  }

 private:
  void add_names(QueryUnit& unit, const std::string& key) {
    for (const std::string& name : index_.synonyms(key)) add_way(unit, terms_of_name(name));
  }

  // Of what stands in for other words only single words are looked for: those of a phrase, wherever
  // they stand on a page, would say too little.
  void add_stand_ins(QueryUnit& unit, const std::string& key) {
    for (const std::string& name : index_.synonyms(kStandInKey + key)) {
      std::vector<std::string> terms = terms_of_name(name);
      if (terms.size() == 1) add_way(unit, std::move(terms));
    }
  }

  // Returns the terms of a name but its stop words, sorted, each once; none where what is left
  // would say something else: "say no" is not "say", "one to one" not "one".
  std::vector<std::string> terms_of_name(const std::string& name) {
    std::vector<std::string> terms;
    std::size_t word_count = 0;
    for (std::size_t at = 0; at < name.size(); ++word_count) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      std::string term = name.substr(at, end - at);
      at = end + 1;
      if (!stems_.is_stop_word(stems_.word_number(term))) terms.push_back(std::move(term));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    if (terms.size() == 1 && word_count > 1) terms.clear();
    return terms;
  }

  static void add_way(QueryUnit& unit, std::vector<std::string> terms) {
    if (terms.empty()) return;
    if (std::find(unit.ways.begin(), unit.ways.end(), terms) != unit.ways.end()) return;
    unit.ways.push_back(std::move(terms));
  }

  const IndexReader& index_;
  StemCache& stems_;
  std::vector<QueryUnit> units_;
  std::map<std::string, std::size_t, std::less<>> unit_of_term_;
};

std::vector<std::string> with_prefix(const char* prefix, const std::vector<std::string>& ids) {
  std::vector<std::string> terms;
  for (const std::string& id : ids) {
    if (id.size() <= kMaxWordBytes) terms.push_back(prefix + id);
  }
  return terms;
}

}  // namespace

ParsedQuery parse_query(const Request& request, const IndexReader& index, StemCache& stems) {
  ParsedQuery query;
  const std::string_view kept = cut_text(request.words, kMaxQueryBytes);
  query.is_cut = kept.size() < request.words.size();
  query.words = tidied(kept);
  std::vector<QueryWord> words = read_words(query.words, stems, query.is_cut);
  if (words.empty()) return query;

  QueryWord& last = words.back();
  const bool ends_in_word = last.end == query.words.size() && kept.back() != ' ';
  last.is_unfinished = request.last_word == LastWord::kPrefix && ends_in_word &&
                       count_letters(last.text) >= kMinPrefixLetters;
  look_up(words, index);
  join_pairs(words, index, stems);
  std::vector<std::string> names = find_names(words, index);
  if (request.correction == Correction::kOn) {
    correct_words(words, index, stems, query);
    if (!query.corrections.empty()) names = find_names(words, index);
  }

  const auto is_stop = [](const QueryWord& word) {
    return word.is_stop_word && !word.is_unfinished;
  };
  const bool all_stop = std::all_of(words.begin(), words.end(), is_stop);
  PlanBuilder builder(index, stems);
  for (const QueryWord& word : words) {
    if (all_stop || !is_stop(word)) builder.add_word(word);
  }
  for (const std::string& name : names) builder.add_name(name);
  builder.finish(query);
  if (!request.kinds.empty()) {
    query.plan.filters.push_back(with_prefix(kKindPrefix, request.kinds));
  }
  if (!request.topics.empty()) {
    query.plan.filters.push_back(with_prefix(kTopicPrefix, request.topics));
  }
  if (!request.audiences.empty()) {
    query.plan.filters.push_back(with_prefix(kAudiencePrefix, request.audiences));
  }
  return query;
}

}  // namespace search
