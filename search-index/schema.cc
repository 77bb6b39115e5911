#include "search-index/schema.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace search {
namespace {

// Closed-class words of English (articles, pronouns, prepositions, auxiliaries, question words) and
// the words that a question is wrapped in, as the tokenizer writes them (without apostrophes).
constexpr std::array kEnglishStopWords = {
    "a",        "about",      "after",     "again",    "against", "aint",    "all",
    "also",     "am",         "an",        "and",      "any",     "anybody", "anyone",
    "anything", "anywhere",   "are",       "arent",    "as",      "at",      "bc",
    "be",       "because",    "been",      "before",   "being",   "between", "both",
    "but",      "by",         "can",       "cannot",   "cant",    "cos",     "could",
    "couldnt",  "coz",        "did",       "didnt",    "do",      "does",    "doesnt",
    "doing",    "dont",       "during",    "each",     "either",  "else",    "ever",
    "everyone", "everything", "few",       "for",      "from",    "get",     "gets",
    "getting",  "go",         "gonna",     "got",      "had",     "hadnt",   "has",
    "hasnt",    "have",       "havent",    "having",   "he",      "hello",   "her",
    "here",     "heres",      "hers",      "herself",  "hes",     "hi",      "him",
    "himself",  "his",        "how",       "however",  "hows",    "i",       "id",
    "if",       "ill",        "im",        "in",       "into",    "is",      "isnt",
    "it",       "itd",        "itll",      "its",      "itself",  "ive",     "just",
    "let",      "lot",        "lots",      "may",      "me",      "might",   "mightnt",
    "more",     "most",       "must",      "mustnt",   "my",      "myself",  "neednt",
    "neither",  "no",         "nor",       "not",      "nothing", "now",     "of",
    "off",      "ok",         "okay",      "on",       "once",    "only",    "or",
    "other",    "oughtnt",    "our",       "ours",     "out",     "over",    "own",
    "please",   "quite",      "rather",    "really",   "same",    "shall",   "shant",
    "she",      "shes",       "should",    "shouldnt", "so",      "some",    "somebody",
    "someone",  "something",  "somewhere", "such",     "than",    "thank",   "thanks",
    "that",     "thats",      "the",       "their",    "theirs",  "them",    "then",
    "there",    "theres",     "these",     "they",     "theyll",  "theyre",  "theyve",
    "this",     "those",      "though",    "through",  "to",      "too",     "under",
    "until",    "up",         "upon",      "us",       "very",    "wanna",   "was",
    "wasnt",    "we",         "were",      "werent",   "weve",    "what",    "whats",
    "when",     "where",      "wheres",    "whether",  "which",   "while",   "who",
    "whom",     "whos",       "whose",     "why",      "will",    "with",    "within",
    "without",  "wont",       "would",     "wouldnt",  "you",     "youll",   "your",
    "youre",    "yours",      "yourself",  "youve"};

std::uint32_t read_number(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string encode_settings(const Settings& settings) {
  return std::to_string(settings.version) + '\n' + settings.language + '\n' +
         std::to_string(settings.longest_synonym) + '\n' + std::to_string(settings.word_count) +
         '\n' + settings.first_letters + '\n';
}

Settings decode_settings(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  Settings settings;
  settings.version = lines.size() < 5 ? 0 : read_number(lines[0]);
  if (settings.version == 0) return settings;
  settings.language = lines[1];
  settings.longest_synonym = std::min<std::size_t>(read_number(lines[2]), kMaxSynonymWords);
  settings.word_count = read_number(lines[3]);
  settings.first_letters = lines[4];
  return settings;
}

std::vector<std::string> stop_words_of(std::string_view language) {
  if (primary_language(language) != "en") return {};
  std::vector<std::string> words(kEnglishStopWords.begin(), kEnglishStopWords.end());
  std::sort(words.begin(), words.end());
  return words;
}

std::string primary_language(std::string_view language) {
  std::string primary(language.substr(0, std::min(language.find_first_of("-_"), language.size())));
  for (char& c : primary) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return primary;
}

}  // namespace search
