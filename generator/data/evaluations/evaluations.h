// What families answered: versioned sets of questions (content/_data/question-sets.yaml) and a
// year's results against one of them. The counts are read, checked and made safe to publish in one
// go: a result holds no number that may not be shown.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/yaml.h"
#include "config/calendar.h"
#include "data/privacy_note.h"
#include "data/withheld.h"
#include "disclosure/disclosure.h"
#include "disclosure/shown_count.h"

namespace signpost {

// `low` and `high` name the ends of the scale; `said` ends the sentence "9 in 10 people said …".
struct ScaleQuestion {
  std::string key, text, low, high, said;
};

struct ChoiceOption {
  std::string key, text;
};

// People may choose several of the options.
struct ChoiceQuestion {
  std::string key, text;
  std::vector<ChoiceOption> options;
};

// `good_from`: the index of the first point of the scale that counts as a good answer. `words`: of
// each point, what forms call it, whatever the question; as long as the scale, or empty.
struct QuestionSet {
  std::string version, title, asked, note;
  std::vector<std::int64_t> scale;
  std::size_t good_from = 0;
  std::vector<ScaleQuestion> questions;
  std::vector<ChoiceQuestion> choices;
  std::vector<std::vector<std::string>> words = {};
};

using QuestionSets = std::map<std::string, QuestionSet, std::less<>>;  // by version

// What the plain sentence says. Shares are given in tenths, to the nearest; "10 in 10" only where
// it is everybody and "0 in 10" only where it is nobody.
enum class HeadlineKind : std::uint8_t {
  kNone,      // too few people answered, or the number would give some away
  kMost,      // more than half
  kTenths,    // about `tenths` in 10
  kOverNine,  // more than 19 in 20
  kUnderOne,  // fewer than 1 in 20
  kEveryone,
  kNobody
};

struct Headline {
  HeadlineKind kind = HeadlineKind::kNone;
  int tenths = 0;

  bool operator==(const Headline&) const = default;
};

// `points`: one for each of the scale; `good`: those with a good answer.
struct QuestionResult {
  std::string key;
  ShownCount answered, good;
  std::vector<ShownCount> points;
  Headline headline;
};

struct ChoiceResult {
  std::string key;
  std::vector<ShownCount> options;  // as the set has them
};

struct Comment {
  std::string text, approved_by;
  Date approved = {};
  Place place = {};
};

struct Evaluation {
  std::string path;
  std::string question_set;  // a version that exists
  std::optional<Period> period;
  std::optional<std::int64_t> sent;
  ShownCount replies;    // the percentage is of those who were asked
  bool too_few = false;  // fewer than 20 replies: no percentages
  bool is_rounded = false;
  std::vector<QuestionResult> questions;
  std::vector<ChoiceResult> choices;
  std::vector<Comment> comments;
  std::vector<PrivacyNote> privacy_notes;
};

// Returns the sets of the file. Reports data-*.
QuestionSets read_question_sets(const YamlNode& root, const std::string& path,
                                Diagnostics& diagnostics);

// Whether a file of content/_data holds results: it names a question set.
bool is_evaluation(const YamlNode& root);

// The results as they may be shown, and all counts with what is not told of them.
struct ReadEvaluation {
  Evaluation published;
  WithheldTable withheld;
};

// Returns the results, nothing where they name no set that can be used. Reports data-*,
// `evaluation-unknown`, `evaluation-scale`, `evaluation-counts`, `evaluation-comment` and
// `disclosure-release`.
std::optional<ReadEvaluation> read_evaluation(const YamlNode& root, const std::string& path,
                                              const QuestionSets& sets,
                                              const DisclosureRules& rules,
                                              Diagnostics& diagnostics);

// Counts as they were given, before anything is made safe.
struct RawResults {
  std::int64_t replies = 0;
  std::optional<std::int64_t> sent;
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> answers;  // points, by question
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> choices;  // options, by question
};

// Returns the anchor of a question's answers on the page: "answers-helpful".
std::string answers_id(std::string_view question_key);

// Fills in what may be shown of the counts; all of them where `is_released`. How many left a
// question out is taken to tell nothing about them. Returns all counts.
WithheldTable make_safe(const RawResults& raw, const QuestionSet& set, DisclosureProfile profile,
                        bool is_released, Evaluation& evaluation);

// Returns the plain sentence's share for `good` of `answered`. `is_shown`: the number itself may be
// seen; else a tenth is only told of 40 or more, where it leaves several numbers open.
Headline headline_of(std::int64_t good, std::int64_t answered, bool is_shown,
                     DisclosureProfile profile);

}  // namespace signpost
