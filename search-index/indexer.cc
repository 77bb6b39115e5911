#include "search-index/indexer.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <unordered_map>

#include <xapian.h>

#include "search-index/content_hash.h"
#include "search-index/facets.h"
#include "search-index/schema.h"
#include "search-index/word_list.h"

namespace search {
namespace {

// Shards are made anew by each build: they need not outlive a crash.
constexpr int kNewDatabase = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                             Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
constexpr std::size_t kMinSpelledBytes = 3;
constexpr std::size_t kMaxSpelledBytes = 40;
// From this many documents on, a word in only one of them is more likely a slip than a word.
constexpr std::uint32_t kManyDocuments = 500;

bool is_spelled(std::string_view word) {
  return word.size() >= kMinSpelledBytes && word.size() <= kMaxSpelledBytes &&
         word.find_first_of("0123456789") == std::string_view::npos;
}

std::string message_of(const Xapian::Error& error) {
  std::string message = error.get_msg();
  const char* system_text = error.get_error_string();
  if (system_text != nullptr) message += std::string(" (") + system_text + ")";
  return message;
}

}  // namespace

struct ShardWriter::State {
  std::string folder;
  std::string error;
  Xapian::WritableDatabase database;
  std::unordered_map<std::string, std::uint32_t> words;
  std::vector<std::vector<std::string>> filters;
};

ShardWriter::ShardWriter(std::string folder, TermLists term_lists)
    : state_(std::make_unique<State>()) {
  state_->folder = std::move(folder);
  try {
    state_->database = Xapian::WritableDatabase(
        state_->folder,
        kNewDatabase | (term_lists == TermLists::kNone ? Xapian::DB_NO_TERMLIST : 0));
  } catch (const Xapian::Error& error) {
    state_->error = message_of(error);
  }
}
ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter& ShardWriter::operator=(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() = default;

void ShardWriter::add(const TokenizedDocument& document) {
  if (!state_->error.empty()) return;
  try {
    Xapian::Document entry;
    const std::string_view arena = document.arena;
    for (const TokenizedDocument::Term& term : document.terms) {
      entry.add_term(std::string(arena.substr(term.begin, term.size)), term.count);
    }
    if (document.extra_length > 0) entry.add_term(kLengthTerm, document.extra_length);
    for (const std::string& filter : document.filters) entry.add_boolean_term(filter);
    entry.set_data(document.record);
    state_->database.add_document(entry);
  } catch (const Xapian::Error& error) {
    state_->error = message_of(error);
    return;
  }
  state_->filters.push_back(document.filters);
  std::string_view words = document.words;
  while (!words.empty()) {
    const std::size_t end = words.find('\n');
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(end + 1);
    if (!is_spelled(word)) continue;
    ++state_->words[std::string(word)];
  }
}

std::optional<Shard> ShardWriter::finish(std::string& error) {
  Shard shard;
  shard.path = state_->folder;
  if (state_->error.empty()) {
    try {
      state_->database.commit();
      shard.document_count = state_->database.get_doccount();
      state_->database.close();
    } catch (const Xapian::Error& failure) {
      state_->error = message_of(failure);
    }
  }
  error = state_->error;
  if (!error.empty()) return std::nullopt;
  shard.words.assign(state_->words.begin(), state_->words.end());
  std::sort(shard.words.begin(), shard.words.end());
  state_->words.clear();
  shard.filters = std::move(state_->filters);
  return shard;
}

namespace {

// Returns the words with the number of documents that have each, of all shards.
std::map<std::string, std::uint32_t> joined_words(std::span<const Shard> shards) {
  std::map<std::string, std::uint32_t> words;
  for (const Shard& shard : shards) {
    for (const auto& [word, count] : shard.words) words[word] += count;
  }
  return words;
}

// A name as the synonym table spells it: its stems with a space between.
struct SynonymName {
  std::string key;
  std::size_t word_count = 0;
};

SynonymName synonym_name(std::string_view text, StemCache& stems) {
  WordList list;
  split_words(text, stems.rules(), list);
  SynonymName name;
  for (const WordSpan& span : list.spans) {
    if (span.is_joined) continue;
    if (!name.key.empty()) name.key += ' ';
    name.key += stems.term(stems.term_number(stems.word_number(list.word(span))));
    ++name.word_count;
  }
  return name;
}

// Adds each name of each group to the others, under keys that begin with `prefix`. Returns the
// number of words of the longest name.
std::size_t add_groups(Xapian::WritableDatabase& database,
                       const std::vector<std::vector<std::string>>& groups,
                       const std::string& prefix, StemCache& stems) {
  std::size_t longest = 0;
  for (const std::vector<std::string>& group : groups) {
    std::vector<SynonymName> names;
    for (const std::string& text : group) {
      SynonymName name = synonym_name(text, stems);
      if (name.word_count == 0 || name.word_count > kMaxSynonymWords || name.key.size() > 200) {
        continue;
      }
      longest = std::max(longest, name.word_count);
      names.push_back(std::move(name));
    }
    for (const SynonymName& from : names) {
      for (const SynonymName& to : names) {
        if (from.key != to.key) database.add_synonym(prefix + from.key, to.key);
      }
    }
  }
  return longest;
}

// Writes the lists of words, and what the settings say of them. Known words that no page has are
// listed with a count of 0.
void add_words(Xapian::WritableDatabase& database, std::span<const Shard> shards,
               const std::vector<std::string>& known_words, Settings& settings) {
  std::uint32_t document_count = 0;
  for (const Shard& shard : shards) document_count += shard.document_count;
  const std::uint32_t least = document_count < kManyDocuments ? 1 : 2;
  std::map<std::string, std::uint32_t> words = joined_words(shards);
  std::erase_if(words, [least](const auto& word) { return word.second < least; });
  for (const std::string& word : known_words) words.emplace(word, 0);
  std::map<std::string, std::vector<ListedWord>> lists;
  for (const auto& [word, count] : words) {
    lists[std::string(first_letter(word))].push_back({word, count});
  }
  for (const auto& [letter, list] : lists) {
    database.set_metadata(kWordsKey + letter, encode_words(list));
    settings.first_letters += letter;
    settings.word_count += list.size();
  }
}

// Writes what belongs to the whole index as a shard without documents.
void write_common(const std::string& folder, std::span<const Shard> shards,
                  const IndexSettings& settings) {
  Xapian::WritableDatabase database(folder, kNewDatabase | Xapian::DB_NO_TERMLIST);
  Settings common;
  common.language = settings.language;
  StemCache stems(settings.language);
  common.longest_synonym = std::max(add_groups(database, settings.synonyms, "", stems),
                                    add_groups(database, settings.stand_ins, kStandInKey, stems));
  add_words(database, shards, settings.known_words, common);
  database.set_metadata(kSettingsKey, encode_settings(common));
  FacetTableBuilder facets;
  for (const Shard& shard : shards) {
    for (const std::vector<std::string>& filters : shard.filters) facets.add(filters);
  }
  database.set_metadata(kFacetsKey, encode_facets(facets.table()));
  database.commit();
  database.close();
}

// Xapian writes a random UUID: the content's hash takes its place. Returns "" or what went wrong.
std::string replace_uuid(const std::string& path) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  ContentHash hash;
  std::string block(1 << 16, '\0');
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.add(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  const std::string uuid = hash.uuid();
  file.clear();
  file.seekp(kUuidAt);
  file.write(uuid.data(), static_cast<std::streamsize>(uuid.size()));
  file.close();
  return file ? "" : "cannot write " + path;
}

// A Xapian database holds up to six files open.
constexpr std::size_t kMaxMergedAtOnce = 64;

// `block_size`: bytes, 0 for Xapian's own choice.
void join(const std::vector<std::string>& parts, const std::string& out, unsigned flags,
          int block_size) {
  Xapian::Database all;
  for (const std::string& part : parts) all.add_database(Xapian::Database(part));
  all.compact(out, flags, block_size);
}

// Joins each kMaxMergedAtOnce parts in a row to one, in folders `prefix`-0 and so on.
std::vector<std::string> merge_groups(const std::vector<std::string>& parts,
                                      const std::string& prefix) {
  std::vector<std::string> joined;
  for (std::size_t begin = 0; begin < parts.size(); begin += kMaxMergedAtOnce) {
    const std::size_t end = std::min(begin + kMaxMergedAtOnce, parts.size());
    joined.push_back(prefix + "-" + std::to_string(joined.size()));
    join({parts.begin() + static_cast<std::ptrdiff_t>(begin),
          parts.begin() + static_cast<std::ptrdiff_t>(end)},
         joined.back(), 0, 0);
  }
  return joined;
}

}  // namespace

std::string merge_shards(std::span<const Shard> shards, const std::string& out_file,
                         const IndexSettings& settings) {
  const std::string work = out_file + ".tmp";
  std::string failure;
  try {
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    std::filesystem::remove(out_file);
    std::vector<std::string> parts = {work + "/common"};
    write_common(parts.front(), shards, settings);
    for (const Shard& shard : shards) parts.push_back(shard.path);
    for (std::size_t level = 0; parts.size() > kMaxMergedAtOnce; ++level) {
      parts = merge_groups(parts, work + "/" + std::to_string(level));
    }
    join(parts, out_file, Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL, kBlockBytes);
    failure = replace_uuid(out_file);
  } catch (const Xapian::Error& error) {
    failure = message_of(error);
  } catch (const std::filesystem::filesystem_error& error) {
    failure = error.code().message() + ": " + error.path1().string();
  }
  std::error_code ignored;
  std::filesystem::remove_all(work, ignored);
  return failure;
}

}  // namespace search
