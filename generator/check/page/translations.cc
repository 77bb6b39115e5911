#include "content/translations.h"

#include <fmt/format.h>

#include "base/date.h"
#include "check/page/page_checks.h"

namespace signpost {
namespace {

// Looks at one translation of `original`.
class TranslationCheck {
 public:
  TranslationCheck(const PageInput& input, const Page& original, const Translation& translation,
                   Diagnostics& diagnostics)
      : input_(input),
        original_(original),
        translation_(translation),
        diagnostics_(diagnostics),
        file_(fmt::format("{}.md", original.slug)),
        line_(fmt::format("\"translated_from: {}\"", original.version)) {}

  void run() {
    if (!translation_.made) {
      report(
          "title", "the page does not say when it was translated",
          fmt::format("write \"translated:\" and the day, and below it {} if \"{}\" as it is now "
                      "was translated",
                      line_, file_));
      return;
    }
    if (input_.today < *translation_.made) {
      report("translated",
             fmt::format("\"{}\" is no day on which the page can have been translated",
                         long_date(*translation_.made)),
             "write the day on which it was");
    }
    if (!translation_.from.empty() && !is_version(translation_.from)) {
      diagnostics_.add("front-matter-type", place("translated_from"),
                       fmt::format("\"{}\" is no version of a page", translation_.from),
                       fmt::format("write {} if \"{}\" as it is now was translated", line_, file_));
      return;
    }
    if (translation_.is_stale) return report_stale();
    if (!translation_.from.empty()) return;
    report("translated",
           fmt::format("the page does not say which version of \"{}\" it translates", file_),
           fmt::format("write {} if \"{}\" as it is now was translated", line_, file_));
  }

 private:
  [[nodiscard]] Place place(std::string_view field) const {
    return field_place(input_.page, field);
  }

  void report(std::string_view field, std::string message, std::string help) {
    diagnostics_.add("translation-version", place(field), std::move(message), std::move(help));
  }

  void report_stale() {
    const bool has_version = !translation_.from.empty();
    diagnostics_.add(
        "translation-stale", place(has_version ? "translated_from" : "translated"),
        has_version ? fmt::format("\"{}\" has changed since the version \"{}\", which this page "
                                  "translates",
                                  file_, translation_.from)
                    : fmt::format("\"{}\" was reviewed on {}, after this page was translated",
                                  file_, long_date(*original_.date("reviewed"))),
        fmt::format("translate what has changed, then write the day as \"translated:\" and {}",
                    line_));
  }

  const PageInput& input_;
  const Page& original_;
  const Translation& translation_;
  Diagnostics& diagnostics_;
  std::string file_, line_;
};

}  // namespace

void check_translation(const PageInput& input, Diagnostics& diagnostics) {
  const Page& page = input.page;
  if (page.language == own_language(input.site)) {
    for (const std::string_view field : {"translated", "translated_from"}) {
      if (page.find(field) == nullptr) continue;
      diagnostics.add("translation-version", field_place(page, field),
                      fmt::format("\"{}\" stands on a page in the site's own language", field),
                      "take it out, or end the file's name with its language, such as .ur.md");
    }
    return;
  }
  const auto index = static_cast<std::size_t>(&page - input.site.pages.data());
  const std::optional<Translation> translation = translation_of(input.site, index);
  if (!translation) return;
  TranslationCheck(input, input.site.pages[translation->original], *translation, diagnostics).run();
}

}  // namespace signpost
