// Evaluation pages: their results, and what their comments may tell about a family.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/kinds/comment_details.h"
#include "check/page/page_checks.h"

namespace signpost {
void check_evaluation(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  if (!is_kind(page, "evaluation")) return;
  const std::string name = page.text("results");
  if (name.empty()) return;
  const auto found = input.data.evaluations.find(name);
  if (found == input.data.evaluations.end()) {
    std::vector<std::string_view> known;
    for (const auto& [each, evaluation] : input.data.evaluations) known.push_back(each);
    std::string help = did_you_mean_or(
        name, known,
        fmt::format("write content/_data/{}.yaml, or leave results: out until there are results",
                    name));
    diagnostics.add("evaluation-results", field_place(page, "results"),
                    fmt::format("there are no results \"{}\" in content/_data", name),
                    std::move(help));
    return;
  }
  const Evaluation& evaluation = found->second;
  const std::optional<Period> period = page.period();
  if (period && evaluation.period && *period != *evaluation.period) {
    diagnostics.add("evaluation-results", field_place(page, "period"),
                    fmt::format("the page is about {}, but its results about {}",
                                period_text(*period), period_text(*evaluation.period)),
                    fmt::format("correct period: here or in {}", evaluation.path));
  }
  for (const Comment& comment : evaluation.comments) {
    check_placeholders(comment.text, comment.place, diagnostics);
    for (const CommentDetail& detail : comment_details(comment.text)) {
      diagnostics.add("evaluation-comment-detail", comment.place,
                      fmt::format("\"{}\" in a comment may be {} that tells who said it",
                                  detail.shown, detail.what),
                      "take it out, or write it in general words such as \"my child\"");
    }
  }
}

}  // namespace signpost
