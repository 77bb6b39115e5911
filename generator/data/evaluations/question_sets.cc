// The sets of questions of content/_data/question-sets.yaml.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"
#include "data/evaluations/evaluations.h"
#include "data/evaluations/export_words.h"
#include "data/numbers.h"

namespace signpost {
namespace {

constexpr char kSetsHelp[] = "see \"What families told us\" in content/README.md";

YamlMapSource source_of(std::string_view path) { return {path, kDataRules, kSetsHelp}; }

// Reports a key that the questions of the set have already, or that names nothing.
bool is_new_key(const std::string& key, const QuestionSet& set, const Place& place,
                Diagnostics& diagnostics) {
  if (key.empty()) return false;
  const auto same = [&](const auto& question) { return question.key == key; };
  if (std::none_of(set.questions.begin(), set.questions.end(), same) &&
      std::none_of(set.choices.begin(), set.choices.end(), same)) {
    return true;
  }
  diagnostics.add("data-duplicate", place,
                  fmt::format("the set \"{}\" has the question \"{}\" twice", set.version, key),
                  "give each question a key of its own");
  return false;
}

void read_scale_questions(const YamlMap& reader, const std::string& path, QuestionSet& set,
                          Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"key", "text", "low", "high", "said"};
  for (const YamlNode& item : reader.list("questions")) {
    const YamlMap map(item, "a question", source_of(path), kKeys, diagnostics);
    ScaleQuestion question{map.required_text("key"), map.required_text("text"),
                           map.required_text("low"), map.required_text("high"),
                           map.required_text("said")};
    if (is_new_key(question.key, set, map.place("key"), diagnostics)) {
      set.questions.push_back(std::move(question));
    }
  }
}

void read_choice_questions(const YamlMap& reader, const std::string& path, QuestionSet& set,
                           Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"key", "text", "options"};
  static constexpr std::string_view kOptionKeys[] = {"key", "text"};
  for (const YamlNode& item : reader.list("choices")) {
    const YamlMap map(item, "a question with choices", source_of(path), kKeys, diagnostics);
    ChoiceQuestion question{map.required_text("key"), map.required_text("text"), {}};
    map.required("options");
    for (const YamlNode& option : map.list("options")) {
      const YamlMap one(option, "an option", source_of(path), kOptionKeys, diagnostics);
      question.options.push_back({one.required_text("key"), one.required_text("text")});
    }
    if (is_new_key(question.key, set, map.place("key"), diagnostics)) {
      set.choices.push_back(std::move(question));
    }
  }
}

// The points of the scale, which rise, and from which on an answer is a good one.
void read_scale(const YamlMap& reader, QuestionSet& set) {
  for (const std::string& text : reader.texts("scale")) {
    const std::optional<Number> number = parse_number(text);
    const bool rises = number && number->decimals == 0 && !number->percent &&
                       (set.scale.empty() || number->value > static_cast<double>(set.scale.back()));
    if (!rises) {
      reader.wrong("scale", fmt::format("\"{}\" cannot be the next point of the scale", text),
                   "write whole numbers that rise: [0, 1, 2, 3, 4]");
      continue;
    }
    set.scale.push_back(static_cast<std::int64_t>(number->value));
  }
  const std::string good = reader.text("good_from");
  if (set.scale.empty()) return;
  set.good_from = set.scale.size();
  for (std::size_t i = 0; i < set.scale.size(); ++i) {
    if (std::to_string(set.scale[i]) == good) set.good_from = i;
  }
  if (set.good_from < set.scale.size()) return;
  reader.wrong("good_from", fmt::format("\"{}\" is no point of the scale", good),
               "write the lowest point that counts as a good answer, such as good_from: 3");
}

// What forms call the points: "words: {4: [Strongly agree, Very easy]}". Words of two points, or of
// the other end of a question's scale, would be counted wrongly.
void read_words(const YamlMap& reader, const std::string& path, QuestionSet& set,
                Diagnostics& diagnostics) {
  const YamlNode* node = reader.find("words");
  if (node == nullptr || set.scale.empty()) return;
  std::vector<std::string> points;
  for (const std::int64_t point : set.scale) points.push_back(std::to_string(point));
  const std::vector<std::string_view> keys(points.begin(), points.end());
  const YamlMap map(*node, "words", source_of(path), keys, diagnostics);
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < points.size(); ++i) {
    set.words.push_back(map.texts(points[i]));
    for (const std::string& word : set.words.back()) {
      const auto first = known.emplace(plain_answer(word), i).first;
      const auto is_other_end = [&](const ScaleQuestion& question) {
        return (i != 0 && plain_answer(question.low) == first->first) ||
               (i + 1 != points.size() && plain_answer(question.high) == first->first);
      };
      if (first->second == i && std::ranges::none_of(set.questions, is_other_end)) continue;
      map.wrong(points[i], fmt::format("\"{}\" is another point of the scale, too", word),
                "write each answer below one point");
    }
  }
}

}  // namespace

QuestionSets read_question_sets(const YamlNode& root, const std::string& path,
                                Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "version", "title", "asked", "note", "scale", "words", "good_from", "questions", "choices"};
  QuestionSets sets;
  if (root.type != YamlType::kList && root.type != YamlType::kNull) {
    diagnostics.add("data-type", {path, root.line, root.column, 0},
                    "the question sets must be a list", "start each set with \"- version: \"");
    return sets;
  }
  for (const YamlNode& item : root.items) {
    const YamlMap reader(item, "a question set", source_of(path), kKeys, diagnostics);
    QuestionSet set;
    set.version = reader.required_text("version");
    set.title = reader.required_text("title");
    set.asked = reader.text("asked");
    set.note = reader.text("note");
    read_scale(reader, set);
    read_scale_questions(reader, path, set, diagnostics);
    read_choice_questions(reader, path, set, diagnostics);
    read_words(reader, path, set, diagnostics);
    const std::string version = set.version;
    if (version.empty() || sets.emplace(version, std::move(set)).second) continue;
    diagnostics.add("data-duplicate", reader.place("version"),
                    fmt::format("the question set \"{}\" is there twice", version),
                    "a set that was used stays as it is: give the new one a new version");
  }
  return sets;
}

}  // namespace signpost
