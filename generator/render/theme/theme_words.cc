// The words of a theme in each language (a part of theme.h).
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "base/yaml.h"
#include "render/theme/theme.h"
#include "render/theme/theme_files.h"
#include "words/plurals.h"

namespace signpost {
namespace {

constexpr std::string_view kFallbackLanguage = "en";

// Where each string stands.
using StringPlaces = std::map<std::string, Place, std::less<>>;

// Strings with the places that they stand at.
struct PlacedStrings {
  Phrases strings;
  StringPlaces places;
};

// A file of strings and the language that they are in.
struct StringFile {
  const ThemeFile& file;
  const std::string& tag;

  [[nodiscard]] Place place_of(const YamlEntry& entry) const {
    return {file.shown_path, entry.line, entry.column, 0};
  }
};

// Reports forms that numbers of the language do not have, and those that it lacks.
void check_forms(const StringFile& from, const YamlEntry& entry, Diagnostics& diagnostics) {
  const std::vector<std::string_view> wanted = PluralRules(from.tag).categories();
  const std::string all = fmt::format("{}", fmt::join(wanted, ", "));
  for (const std::string_view each : wanted) {
    if (entry.value.find(each) != nullptr) continue;
    diagnostics.add("theme-file", from.place_of(entry),
                    fmt::format("the string \"{}\" has no form \"{}\"", entry.key, each),
                    each == "other" ? "add the form for all numbers that no other form is for"
                                    : fmt::format("add it: numbers in \"{}\" have the forms {}",
                                                  from.tag, all));
  }
  for (const YamlEntry& form : entry.value.entries) {
    if (std::ranges::find(kPluralCategories, form.key) == std::end(kPluralCategories)) {
      diagnostics.add("theme-file", from.place_of(form),
                      fmt::format("\"{}\" is no form of the string \"{}\"", form.key, entry.key),
                      did_you_mean_or(form.key, kPluralCategories, "use " + all));
    } else if (std::ranges::find(wanted, form.key) == wanted.end() && form.key != "many") {
      // Some languages have "many" for fractions only: to write it is no mistake.
      diagnostics.add("theme-file", from.place_of(form),
                      fmt::format("numbers in \"{}\" have no form \"{}\"", from.tag, form.key),
                      "take it out: the forms are " + all);
    }
  }
}

// Reads the forms of a string for numbers: a text for each plural category that the language has.
std::optional<Phrase> read_forms(const StringFile& from, const YamlEntry& entry,
                                 Diagnostics& diagnostics) {
  check_forms(from, entry, diagnostics);
  const YamlNode* other = entry.value.find("other");
  if (other == nullptr) return std::nullopt;
  Phrase phrase{other->text};
  for (const YamlEntry& form : entry.value.entries) phrase.forms[form.key] = form.value.text;
  return phrase;
}

// Marks the strings that nobody who speaks the language has read. `keys`: those of the file.
void mark_unchecked(const StringFile& from, const YamlEntry& entry,
                    std::span<const std::string_view> keys, Phrases& strings,
                    Diagnostics& diagnostics) {
  const auto mark = [&](std::string_view key) {
    const auto found = strings.find(key);
    if (found != strings.end()) found->second.is_unchecked = true;
    return found != strings.end();
  };
  const YamlNode& value = entry.value;
  if (value.type == YamlType::kScalar && value.text == "none") {
    for (auto& [key, phrase] : strings) phrase.is_unchecked = false;
  } else if (value.type == YamlType::kScalar && value.text == "all") {
    for (const std::string_view key : keys) mark(key);
  } else if (value.type == YamlType::kList) {
    for (const YamlNode& key : value.items) {
      if (mark(key.text)) continue;
      diagnostics.add("theme-file", {from.file.shown_path, key.line, key.column, 0},
                      fmt::format("there is no string \"{}\" that could be checked", key.text),
                      did_you_mean_or(key.text, keys, "take it out"));
    }
  } else {
    diagnostics.add("theme-file", from.place_of(entry),
                    fmt::format("\"{}\" is neither all, none nor a list of strings", entry.key),
                    fmt::format("write \"{}: all\" until a speaker has read them", entry.key));
  }
}

// Adds the strings of one file to `into`; one there already is replaced.
void read_strings(const StringFile& from, PlacedStrings& into, Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_text(from.file, diagnostics);
  if (!text) return;
  const YamlNode root = parse_yaml(*text, from.file.shown_path, 1, diagnostics);
  if (root.type == YamlType::kScalar || root.type == YamlType::kList) {
    diagnostics.add("theme-file", {from.file.shown_path, root.line, root.column, 0},
                    "the file is not strings with their keys", "write one a line: home: Home");
  }
  std::vector<std::string_view> keys;
  for (const YamlEntry& entry : root.entries) {
    if (entry.key == kUncheckedKey) continue;
    keys.push_back(entry.key);
    into.places[entry.key] = {from.file.shown_path, entry.line, entry.column,
                              static_cast<std::uint32_t>(entry.key.size())};
    if (entry.value.type == YamlType::kScalar) {
      into.strings[entry.key] = Phrase{entry.value.text};
    } else if (entry.value.type == YamlType::kMap) {
      if (std::optional<Phrase> phrase = read_forms(from, entry, diagnostics)) {
        into.strings[entry.key] = std::move(*phrase);
      }
    } else {
      diagnostics.add("theme-file", from.place_of(entry),
                      "the string \"" + entry.key + "\" is not text", "write the words after it");
    }
  }
  for (const YamlEntry& entry : root.entries) {
    if (entry.key == kUncheckedKey) mark_unchecked(from, entry, keys, into.strings, diagnostics);
  }
}

// Adds the strings of i18n/TAG.yaml: of "signpost", of the parents, of the theme, of the site's
// own.
void read_layers(const Layers& layers, const std::string& tag, PlacedStrings& into,
                 Diagnostics& diagnostics) {
  const auto add = [&](const ThemeFiles& files) {
    const auto file = files.find("i18n/" + tag + ".yaml");
    if (file != files.end()) read_strings({file->second, tag}, into, diagnostics);
  };
  add(layers.shipped);
  for (auto layer = layers.parents.rbegin(); layer != layers.parents.rend(); ++layer) add(*layer);
  add(layers.program);
  add(layers.own);
}

// English, which other languages are held against and completed from. `as_made`: before the site
// changed any of it.
struct English {
  PlacedStrings now;
  Phrases as_made;
};

English read_english(const Layers& layers, Diagnostics& diagnostics) {
  English english;
  const std::string tag(kFallbackLanguage);
  read_layers(layers, tag, english.now, diagnostics);
  english.as_made = english.now.strings;
  if (!layers.own.contains("i18n/" + tag + ".yaml")) return english;
  PlacedStrings made;
  Diagnostics known;  // told above
  Layers before = layers;
  before.own.clear();
  read_layers(before, tag, made, known);
  for (auto& [key, phrase] : made.strings) english.as_made[key] = std::move(phrase);
  return english;
}

bool is_english(std::string_view language) {
  return language.substr(0, language.find('-')) == kFallbackLanguage;
}

// Returns the strings of `language` ("en-GB": of en-GB.yaml, else en.yaml), empty without a file.
PlacedStrings strings_of(const Layers& layers, const std::string& language, const English& english,
                         Diagnostics& diagnostics) {
  const std::string primary = language.substr(0, language.find('-'));
  PlacedStrings strings;
  if (is_english(language)) {
    strings = english.now;
  } else {
    read_layers(layers, primary, strings, diagnostics);
  }
  if (primary != language) read_layers(layers, language, strings, diagnostics);
  return strings;
}

// Returns the names in braces, of all forms. The hour of 24 says what the hour of 12 does.
std::set<std::string, std::less<>> names_in(const Phrase& phrase) {
  std::set<std::string, std::less<>> names;
  const auto add = [&](std::string_view text) {
    std::size_t from = 0;
    while (const std::optional<PatternPlace> place = next_place(text, from)) {
      names.emplace(place->name == "hour24" ? "hour" : place->name);
      from = place->end;
    }
  };
  add(phrase.text);
  for (const auto& [form, text] : phrase.forms) add(text);
  return names;
}

// A fact that a string drops would be missing on the page, an unknown name would stand there.
void check_names(const std::string& key, const Phrase& phrase, const Phrase& english,
                 const Place& place, Diagnostics& diagnostics) {
  const std::set<std::string, std::less<>> own = names_in(phrase);
  const std::set<std::string, std::less<>> wanted = names_in(english);
  const auto report = [&](const std::string& name, std::string_view what) {
    diagnostics.add("theme-string-name", place,
                    fmt::format("the string \"{}\" {} {{{}}}", key, what, name),
                    fmt::format("in English it is \"{}\"", english.text));
  };
  for (const std::string& name : own) {
    if (!wanted.contains(name)) report(name, "cannot have");
  }
  for (const std::string& name : wanted) {
    if (!own.contains(name)) report(name, "lacks");
  }
}

// Returns the strings of `language`, completed from English.
Phrases complete_strings(const Config& config, const Layers& layers, const std::string& language,
                         const English& english, Diagnostics& diagnostics) {
  auto [strings, places] = strings_of(layers, language, english, diagnostics);
  const Phrases& fallback = english.now.strings;
  const std::string file = "themes/" + config.theme + "/i18n/" + language + ".yaml";
  if (strings.empty()) {
    diagnostics.add("theme-file", {"site-config.yaml", 0, 0, 0},
                    "the theme has no words in the language \"" + language + "\"",
                    "make the file " + file + " with the keys of en.yaml");
    for (auto& [key, phrase] : strings = fallback) phrase.is_english = true;
    return strings;
  }
  std::vector<std::string_view> known;
  for (const auto& [key, phrase] : fallback) known.push_back(key);
  for (const auto& [key, phrase] : strings) {
    const Place& place = places[key];
    if (const auto made = english.as_made.find(key); made != english.as_made.end()) {
      check_names(key, phrase, made->second, place, diagnostics);
    } else {
      diagnostics.add("theme-string-unknown", place, "the theme uses no string \"" + key + "\"",
                      did_you_mean_or(key, known, "delete it"));
    }
  }
  for (const auto& [key, phrase] : fallback) {
    const auto [own, is_missing] = strings.emplace(key, phrase);
    if (!is_missing) continue;
    own->second.is_english = !is_english(language);
    own->second.is_unchecked = false;
    diagnostics.add(
        "theme-string-missing", {file, 0, 0, 0},
        fmt::format("the string \"{}\" is missing in the language \"{}\"", key, language),
        fmt::format("add a line: {}: and the words for \"{}\"", key, phrase.text));
  }
  return strings;
}

// Words in a language that the site does not have are never read.
void check_unread_files(const Config& config, const ThemeFiles& own, Diagnostics& diagnostics) {
  std::vector<std::string_view> tags = {kFallbackLanguage};
  for (const Language& language : config.languages) {
    const std::string_view tag = language.tag;
    tags.push_back(tag);
    tags.push_back(tag.substr(0, tag.find('-')));
  }
  constexpr std::string_view kFolder = "i18n/";
  constexpr std::string_view kEnding = ".yaml";
  for (const auto& [name, file] : own) {
    std::string_view tag = name;
    tag.remove_prefix(kFolder.size());
    tag.remove_suffix(kEnding.size());
    if (std::ranges::find(tags, tag) != tags.end()) continue;
    diagnostics.add(
        "theme-file", {file.shown_path, 0, 0, 0},
        fmt::format("the site has no language \"{}\", so nothing reads these words", tag),
        "add it to languages: in site-config.yaml, or delete the file");
  }
}

}  // namespace

SiteWords load_words(const Config& config, const std::filesystem::path& share_folder,
                     Diagnostics& diagnostics) {
  SiteWords words;
  const Layers layers = list_layers(config, share_folder, ThemePart::kWords, diagnostics);
  const std::filesystem::path place = std::filesystem::path("themes") / config.theme;
  const auto is_absent = [&](const std::filesystem::path& folder) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(folder / place, error);
    return status.type() == std::filesystem::file_type::not_found;
  };
  if (is_absent(config.site_dir) && is_absent(share_folder)) return words;  // load_theme says so
  check_unread_files(config, layers.own, diagnostics);
  const English english = read_english(layers, diagnostics);
  for (const Language& language : config.languages) {
    words.emplace(language.tag,
                  Words(language.tag, language.dir,
                        complete_strings(config, layers, language.tag, english, diagnostics)));
  }
  return words;
}

}  // namespace signpost
