#include "data/evaluations/evaluations.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"
#include "data/numbers.h"
#include "data/tables/protection.h"
#include "data/tables/tables.h"

namespace signpost {
namespace {

constexpr char kHelp[] = "see \"What families told us\" in content/README.md";

Place place_of(const std::string& path, const YamlNode& node) {
  return {path, node.line, node.column, static_cast<std::uint32_t>(node.text.size())};
}

Place place_of(const std::string& path, const YamlEntry& entry) {
  return {path, entry.line, entry.column, static_cast<std::uint32_t>(entry.key.size())};
}

// Reads one results file.
class ResultsReader {
 public:
  ResultsReader(const std::string& path, const QuestionSet& set, Diagnostics& diagnostics)
      : path_(path), set_(set), diagnostics_(diagnostics) {}

  // A whole number from 0 on, at most the `most` who `did` something.
  std::int64_t count(const YamlNode& node, std::string_view what, std::int64_t most,
                     std::string_view did = "replied") {
    const std::optional<Number> number =
        node.type == YamlType::kScalar ? parse_number(node.text) : std::nullopt;
    if (!number || number->decimals != 0 || number->percent || number->value < 0) {
      diagnostics_.add("evaluation-counts", place_of(path_, node),
                       fmt::format("{} is no whole number", what),
                       "write how many people it was, 0 for nobody");
      return 0;
    }
    if (number->value > static_cast<double>(most)) {
      diagnostics_.add("evaluation-counts", place_of(path_, node),
                       fmt::format("{} is more than those who {}", what, did),
                       "check the count and replies:");
      return 0;
    }
    return static_cast<std::int64_t>(number->value);
  }

  void read_answers(const YamlNode& node, RawResults& raw) {
    for (const YamlEntry& entry : node.entries) {
      const auto question =
          std::find_if(set_.questions.begin(), set_.questions.end(),
                       [&](const ScaleQuestion& each) { return each.key == entry.key; });
      if (question == set_.questions.end()) {
        unknown(entry, "question", keys_of(set_.questions));
        continue;
      }
      if (entry.value.type != YamlType::kList || entry.value.items.size() != set_.scale.size()) {
        diagnostics_.add(
            "evaluation-scale", place_of(path_, entry),
            fmt::format("\"{}\" has {} counts, but the scale has {} points", entry.key,
                        entry.value.items.size(), set_.scale.size()),
            fmt::format("write one count for each of {}", fmt::join(set_.scale, ", ")));
        continue;
      }
      std::vector<std::int64_t> points;
      for (const YamlNode& item : entry.value.items) {
        points.push_back(count(item, fmt::format("a count of \"{}\"", entry.key), raw.replies));
      }
      const std::int64_t sum = std::accumulate(points.begin(), points.end(), std::int64_t{0});
      if (sum > raw.replies) {
        diagnostics_.add(
            "evaluation-counts", place_of(path_, entry),
            fmt::format("the counts of \"{}\" add up to more than those who replied", entry.key),
            "check the counts and replies:");
      }
      raw.answers.emplace_back(entry.key, std::move(points));
    }
  }

  void read_choices(const YamlNode& node, RawResults& raw) {
    for (const YamlEntry& entry : node.entries) {
      const auto question =
          std::find_if(set_.choices.begin(), set_.choices.end(),
                       [&](const ChoiceQuestion& each) { return each.key == entry.key; });
      if (question == set_.choices.end()) {
        unknown(entry, "question with choices", keys_of(set_.choices));
        continue;
      }
      std::vector<std::int64_t> counts(question->options.size());
      for (const YamlEntry& option : entry.value.entries) {
        const auto known =
            std::find_if(question->options.begin(), question->options.end(),
                         [&](const ChoiceOption& each) { return each.key == option.key; });
        if (known == question->options.end()) {
          unknown(option, "option", keys_of(question->options));
          continue;
        }
        counts[static_cast<std::size_t>(known - question->options.begin())] =
            count(option.value, fmt::format("\"{}\"", option.key), raw.replies);
      }
      report_left_out(*question, entry);
      raw.choices.emplace_back(entry.key, std::move(counts));
    }
  }

  // Comments without consent or approval are left out, besides being reported.
  void read_comments(std::span<const YamlNode> items, Date today, std::vector<Comment>& comments) {
    static constexpr std::string_view kKeys[] = {"text", "consent", "approved_by", "approved"};
    for (const YamlNode& item : items) {
      const YamlMap map(item, "a comment", {path_, kDataRules, kHelp}, kKeys, diagnostics_);
      Comment comment{
          map.required_text("text"), map.required_text("approved_by"), {}, map.place("text")};
      map.required("approved");
      const std::optional<Date> approved = map.date("approved");
      if (!map.yes_or_no("consent")) {
        diagnostics_.add("evaluation-comment", place_of(path_, item),
                         "the person did not agree that this comment is published",
                         "take it out; if they agreed, write consent: true");
        continue;
      }
      if (approved && *approved > today) {
        diagnostics_.add(
            "evaluation-comment", map.place("approved"),
            fmt::format("the comment was approved on {}, which is to come", long_date(*approved)),
            "write the day on which someone read and approved it");
        continue;
      }
      if (!approved || comment.text.empty() || comment.approved_by.empty()) continue;
      comment.approved = *approved;
      comments.push_back(std::move(comment));
    }
  }

 private:
  template <typename Items>
  static std::vector<std::string_view> keys_of(const Items& items) {
    std::vector<std::string_view> keys;
    keys.reserve(items.size());
    for (const auto& item : items) keys.push_back(item.key);
    return keys;
  }

  // An option without a count is not one that nobody chose.
  void report_left_out(const ChoiceQuestion& question, const YamlEntry& entry) {
    for (const ChoiceOption& option : question.options) {
      if (entry.value.find(option.key) != nullptr) continue;
      diagnostics_.add(
          "evaluation-counts", place_of(path_, entry),
          fmt::format("\"{}\" has no count for \"{}\"", entry.key, option.key),
          fmt::format("write how many chose it, such as {}: 0 for nobody", option.key));
    }
  }

  void unknown(const YamlEntry& entry, std::string_view what,
               const std::vector<std::string_view>& known) {
    std::string help = did_you_mean_or(
        entry.key, known,
        known.empty() ? "take it out" : fmt::format("it has: {}", fmt::join(known, ", ")));
    diagnostics_.add(
        "evaluation-unknown", place_of(path_, entry),
        fmt::format("the question set \"{}\" has no {} \"{}\"", set_.version, what, entry.key),
        std::move(help));
  }

  const std::string& path_;
  const QuestionSet& set_;
  Diagnostics& diagnostics_;
};

// The set that the file names, if it can be used.
const QuestionSet* find_set(const YamlMap& reader, const QuestionSets& sets,
                            Diagnostics& diagnostics) {
  const std::string version = reader.required_text("question_set");
  const auto found = sets.find(version);
  if (found != sets.end() && !found->second.scale.empty()) return &found->second;
  if (version.empty()) return nullptr;
  if (found != sets.end()) {
    diagnostics.add("evaluation-unknown", reader.place("question_set"),
                    fmt::format("the question set \"{}\" has no scale", version),
                    "make a new version with scale: and good_from: in question-sets.yaml");
    return nullptr;
  }
  std::vector<std::string_view> known;
  for (const auto& [name, set] : sets) known.push_back(name);
  std::string help =
      did_you_mean_or(version, known,
                      known.empty() ? "write the set in content/_data/question-sets.yaml"
                                    : fmt::format("there is: {}", fmt::join(known, ", ")));
  diagnostics.add("evaluation-unknown", reader.place("question_set"),
                  fmt::format("there is no question set \"{}\"", version), std::move(help));
  return nullptr;
}

bool read_is_released(const YamlMap& reader, const std::string& path, Date today,
                      Evaluation& evaluation, Diagnostics& diagnostics) {
  const YamlNode* node = reader.find("release");
  if (node == nullptr) return false;
  const std::optional<Release> release = read_release(*node, path, diagnostics);
  if (!release) return false;
  if (release->date > today) {
    diagnostics.add("disclosure-release", reader.place("release"),
                    fmt::format("the release of small counts is dated {}, which is to come",
                                long_date(release->date)),
                    "write the day on which it was decided");
    return false;
  }
  evaluation.privacy_notes.push_back(release_note(*release));
  return true;
}

}  // namespace

std::string answers_id(std::string_view question_key) {
  return "answers-" + std::string(question_key);
}

bool is_evaluation(const YamlNode& root) { return root.find("question_set") != nullptr; }

std::optional<ReadEvaluation> read_evaluation(const YamlNode& root, const std::string& path,
                                              const QuestionSets& sets,
                                              const DisclosureRules& rules,
                                              Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"question_set", "period",  "sent",     "replies",
                                               "answers",      "choices", "comments", "release"};
  const YamlMap reader(root, "a year's results", {path, kDataRules, kHelp}, kKeys, diagnostics);
  const QuestionSet* set = find_set(reader, sets, diagnostics);
  if (set == nullptr) return std::nullopt;
  Evaluation evaluation;
  evaluation.path = path;
  evaluation.question_set = set->version;
  if (const YamlNode* period = reader.required("period")) {
    evaluation.period = read_period(*period, path, diagnostics);
  }
  ResultsReader results(path, *set, diagnostics);
  RawResults raw;
  constexpr std::int64_t kMostReplies = 1000000;
  if (const YamlNode* sent = reader.find("sent")) {
    raw.sent = results.count(*sent, "sent", kMostReplies);
  }
  if (const YamlNode* replies = reader.required("replies")) {
    raw.replies = results.count(*replies, "replies", raw.sent.value_or(kMostReplies), "were asked");
  }
  if (const YamlNode* answers = reader.required("answers")) results.read_answers(*answers, raw);
  if (const YamlNode* choices = reader.find("choices")) results.read_choices(*choices, raw);
  results.read_comments(reader.list("comments"), rules.today, evaluation.comments);
  const bool is_released = read_is_released(reader, path, rules.today, evaluation, diagnostics);
  WithheldTable withheld = make_safe(raw, *set, rules.profile, is_released, evaluation);
  for (Place& place : withheld.row_places) place.path = path;
  withheld.kind = set->version;
  withheld.period = evaluation.period;
  return ReadEvaluation{std::move(evaluation), std::move(withheld)};
}

}  // namespace signpost
