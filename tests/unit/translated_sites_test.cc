// Goes through every page of the sites in Polish and in Urdu and fails on each English word: what a
// visitor sees or hears beside the content must come from the theme's strings.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/text.h"
#include "findings/findings.h"
#include "render/software.h"
#include "unit/english_words.h"
#include "unit/golden_site.h"
#include "unit/temporary_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0 ||
         std::isalpha(static_cast<unsigned char>(c));
}

// Whether `word` is a Latin word that could be English: two letters of ASCII or more, no others.
bool is_latin(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
           return std::isalpha(static_cast<unsigned char>(c)) != 0;
         });
}

// The punctuation of Unicode that stands beside words, and the space that does not break: none of
// it is a letter.
std::string with_plain_punctuation(std::string text) {
  for (const std::string_view mark :
       {"\u2013", "\u2014", "\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u2026", "\u00A0",
        "\u2068", "\u2069", "\u21A9", "\u060C", "\u06D4", "\u061B"}) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), " ");
    }
  }
  return text;
}

// The words of the text that could be English, in small letters. Addresses of websites and
// mailboxes, names of files and places that a script fills are no words.
std::vector<std::string> latin_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string plain = with_plain_punctuation(std::string(text));
  std::istringstream stream(plain);
  for (std::string token; stream >> token;) {
    const bool is_name = token.find('@') != token.npos || token.find("//") != token.npos ||
                         token.find(".example") != token.npos || token.ends_with(".txt") ||
                         token == "{words}";
    for (std::size_t i = 0; i < token.size() && !is_name;) {
      std::size_t end = i;
      while (end < token.size() && is_letter(token[end])) ++end;
      if (is_latin(std::string_view(token).substr(i, end - i))) {
        words.push_back(ascii_lower(token.substr(i, end - i)));
      }
      i = end + 1;
    }
  }
  return words;
}

// Appends the texts of what search engines are told.
void append_json_texts(std::string_view json, std::vector<std::string>& texts) {
  for (const std::string_view key :
       {"\"name\":\"", "\"description\":\"", "\"headline\":\"", "\"serviceType\":\""}) {
    for (std::size_t at = json.find(key); at != json.npos; at = json.find(key, at + 1)) {
      const std::string_view value = json.substr(at + key.size());
      texts.emplace_back(value.substr(0, value.find('"')));
    }
  }
}

// What a visitor sees or hears of the HTML, each text or attribute by itself: `alt`, `title`,
// labels and descriptions, of scripts only those for search engines.
std::vector<std::string> perceived_texts(std::string_view html) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t open = std::min(html.find('<', i), html.size());
    texts.emplace_back(html.substr(i, open - i));
    if (open == html.size()) break;
    const std::size_t close = std::min(html.find('>', open), html.size());
    const std::string_view tag = html.substr(open, close - open);
    const bool is_description = tag.find("=\"description\"") != tag.npos ||
                                tag.find("og:title") != tag.npos ||
                                tag.find("og:description") != tag.npos;
    for (const std::string_view name :
         {" alt=\"", " title=\"", " aria-label=\"", " data-title=\"", " content=\""}) {
      const std::size_t begin = tag.find(name);
      if (begin == tag.npos || (name == " content=\"" && !is_description)) continue;
      const std::string_view value = tag.substr(begin + name.size());
      texts.emplace_back(value.substr(0, value.find('"')));
    }
    i = close + 1;
    if (tag.starts_with("<script") || tag.starts_with("<style")) {
      const std::size_t end = std::min(html.find("</", i), html.size());
      append_json_texts(html.substr(i, end - i), texts);
      i = end;
    }
  }
  return texts;
}

// Names that stay as they are in every language: of the service and of formats.
const std::set<std::string>& names() {
  static const std::set<std::string> kNames = {"sendiass",  "atom",     "javascript",
                                               "icalendar", "markdown", "signpost"};
  return kNames;
}

// Texts of the page "Software used" that are names: of programs and of their licences.
std::set<std::string> software_names() {
  std::set<std::string> texts;
  for (const Software& each : software_used()) {
    texts.insert(html_escaped(std::string(each.name) + " " + std::string(each.version)));
    texts.insert(html_escaped(each.name));
    texts.insert(std::string(each.licence));
  }
  return texts;
}

struct TranslatedSite {
  std::string name, language;
};

class TranslatedSites : public ::testing::TestWithParam<TranslatedSite> {};

// Every word of en.yaml, and the commonest words of English.
std::set<std::string> english_vocabulary() {
  std::set<std::string> words = {
      "the",  "and",  "of",    "is",  "in",    "it",   "you",   "that",  "was",  "are",
      "with", "his",  "they",  "at",  "be",    "this", "from",  "have",  "by",   "words",
      "but",  "not",  "what",  "all", "were",  "when", "your",  "can",   "said", "there",
      "use",  "each", "which", "how", "their", "will", "other", "about", "out",  "many"};
  for (const auto& [key, phrase] : english().phrases()) {
    for (const std::string& word : latin_words(phrase.text)) words.insert(word);
    for (const auto& [form, text] : phrase.forms) {
      for (const std::string& word : latin_words(text)) words.insert(word);
    }
  }
  return words;
}

// The words of the language that are spelled as English ones are: those of its own string file and
// of the site's content.
std::set<std::string> own_words(const BuildOptions& options, const std::string& language) {
  std::set<std::string> words;
  const auto add = [&](const fs::path& path) {
    std::istringstream lines(read(path));
    for (std::string text; std::getline(lines, text);) {
      const std::size_t key_end = text.find(": ");
      for (std::string& word : latin_words(text.substr(key_end == text.npos ? 0 : key_end))) {
        words.insert(std::move(word));
      }
    }
  };
  add(options.site.share_dir / "themes/signpost/i18n" / (language + ".yaml"));
  for (const auto& entry : fs::recursive_directory_iterator(options.site.site_dir / "content")) {
    if (entry.is_regular_file() && entry.path().extension() == ".md") add(entry.path());
  }
  return words;
}

TEST_P(TranslatedSites, ShowNoEnglishWord) {
  const TemporaryFolder folder;
  const BuildOptions options = golden_site_options(GetParam().name, folder.path());
  const BuildResult result = build_site(options);
  ASSERT_TRUE(result.published) << format_findings(result.findings, result.finding_options);
  // In Urdu no word of Latin letters is right but a name. Polish shares some with English.
  const bool is_latin_script = GetParam().language == "pl";
  const std::set<std::string> english = english_vocabulary();
  const std::set<std::string> own =
      is_latin_script ? own_words(options, GetParam().language) : std::set<std::string>();
  const std::set<std::string> software = software_names();
  std::size_t page_count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(options.out_dir)) {
    if (entry.path().extension() != ".html") continue;
    ++page_count;
    for (const std::string& text : perceived_texts(read(entry.path()))) {
      if (software.contains(text)) continue;
      for (const std::string& word : latin_words(text)) {
        const bool is_english = !is_latin_script || (english.contains(word) && !own.contains(word));
        EXPECT_TRUE(!is_english || names().contains(word))
            << entry.path().lexically_relative(options.out_dir) << ": \"" << word << "\" in \""
            << text << "\"";
      }
    }
  }
  EXPECT_GT(page_count, 30U);
}

INSTANTIATE_TEST_SUITE_P(Languages, TranslatedSites,
                         ::testing::Values(TranslatedSite{"polish", "pl"},
                                           TranslatedSite{"urdu", "ur"}),
                         [](const auto& site) { return site.param.name; });

}  // namespace
}  // namespace signpost
