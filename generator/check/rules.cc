#include "check/rules.h"

#include <algorithm>
#include <array>

namespace signpost {
namespace {

using enum Severity;

// One row a rule, sorted by id; each has a file in tests/cases/ (tests hold both).
// clang-format off
constexpr auto kRules = std::to_array<Rule>({
    {"acronym-unknown", kWarning, "a short form that nothing explains", "write it in full, or add it to content/_data/glossary.yaml"},
    {"allow-unknown-rule", kWarning, "a page sets aside a rule that does not exist", "see signpost check --list-rules for the names"},
    {"allow-unused", kWarning, "a page sets aside a rule that it does not break", "take the line out of allow"},
    {"alt-file-name", kWarning, "an image described by its file name", "say what the image shows, as you would on the phone"},
    {"alt-missing", kError, "an image without a description", "write ![what the image shows](file)"},
    {"alt-redundant", kWarning, "a description that says it is an image", "leave out \"image of\" and say what it shows"},
    {"asset-missing", kError, "a picture or download that is not there", "check the file's name and folder"},
    {"asset-unused", kInfo, "a picture or download that no page uses", "link to it, or delete the file"},
    {"base-url-missing", kInfo, "no base URL, so no sitemap and no canonical addresses", "set base_url under site once the site has an address"},
    {"directive-argument", kError, "the words after a directive's name are missing or not wanted", "write the opening line as content/README.md shows it"},
    {"directive-attribute", kError, "a setting in braces that a directive does not have", "write it like this: {caption=\"What it costs\"}"},
    {"directive-body", kError, "a directive that holds the wrong thing, such as text where a list belongs", "see content/README.md for what each directive holds"},
    {"directive-stray", kError, "a line of colons that closes nothing", "delete it, or write the opening line above it"},
    {"directive-unclosed", kError, "a directive that is never closed", "write ::: on a line of its own where it ends"},
    {"directive-unknown", kError, "a directive or alert that does not exist", "see content/README.md for the names"},
    {"fact-syntax", kError, "braces {{ }} that hold no name", "write a name such as {{ service.phone }}"},
    {"fact-unknown", kError, "a fact, time limit or table that does not exist", "check the name in site-config.yaml or content/_data"},
    {"heading-deep", kInfo, "a heading of level 5 or 6", "split the page, or use a list"},
    {"heading-duplicate", kWarning, "two headings with the same words under one heading", "say in each what its part is about"},
    {"heading-empty", kError, "a heading without words", "write the heading, or delete the line"},
    {"heading-full-stop", kInfo, "a heading that ends in a full stop", "take the full stop out"},
    {"heading-id", kError, "a name {#…} of a heading that is taken or cannot be used", "use small letters, digits and hyphens, once on a page"},
    {"heading-level-one", kError, "a heading of level 1 in the text", "use ##: the title in the front matter is the level 1 heading"},
    {"heading-long", kWarning, "a heading of more than 65 characters", "put the key words first and cut the rest"},
    {"heading-question", kInfo, "a heading that asks a question", "say it as a statement, key words first"},
    {"heading-skip", kWarning, "a heading level left out", "go down one level at a time"},
    {"html-duplicate-id", kError, "two elements of a built page with one id", "check the theme's templates"},
    {"html-inline-code", kError, "a script or style inside a built page", "move it to the theme's scripts or styles"},
    {"html-missing-target", kError, "a link of a built page that leads nowhere", "check the theme's templates and the menu"},
    {"html-remote-resource", kError, "a built page that loads something from another host", "keep the file with the site"},
    {"image-remote", kError, "a picture or download on another website", "copy it into content/ and write its path"},
    {"language-mismatch", kWarning, "text that seems to be in another language than its page", "translate it, or name the file with its language: page.ur.md"},
    {"law-check-overdue", kError, "law last checked more than 12 months ago", "check the law, then change law_checked"},
    {"law-check-soon", kWarning, "law to be checked again within 30 days", "check the law, then change law_checked"},
    {"link-bare-url", kWarning, "a web address shown as the words of a link", "write [what the page is called](address)"},
    {"link-empty", kError, "a link without words", "write [what the page is called](address)"},
    {"link-forbidden-scheme", kError, "a link that is neither web, email, phone nor a file of the site", "start it with https:, mailto: or tel:"},
    {"link-insecure", kInfo, "a link that starts with http:", "try the same address with https:"},
    {"link-malformed", kError, "an address that cannot be right", "write it in full: https://www.example.org/page"},
    {"link-missing-anchor", kError, "a link to a heading that is not there", "check the heading on the other page"},
    {"link-missing-page", kError, "a link to a page that is not there", "write the path of its .md file, from this page's folder"},
    {"link-same-text", kWarning, "the same words link to different places", "say in each link where it goes"},
    {"link-text-vague", kWarning, "link words that say nothing about where it goes", "use the title of the page it goes to"},
    {"list-long", kInfo, "a bullet list of more than 10 items", "group the items under headings"},
    {"markdown-too-deep", kError, "lists, quotes, directives or emphasis too deep inside each other", "take some of them out of the others"},
    {"markdown-too-large", kError, "a page or table too big to publish", "split it"},
    {"menu-missing-page", kError, "a menu entry for a page that is not there", "check page: in site-config.yaml"},
    {"must-without-law", kInfo, "\"must\" on a page that names no law", "name the law, or say \"should\""},
    {"page-duplicate-title", kWarning, "two pages with the same title", "say in each title what is special about the page"},
    {"page-long", kInfo, "a page of more than 1,200 words", "split it into shorter pages"},
    {"page-only-listed", kInfo, "a page that only lists lead to", "link to it from a page about the same thing"},
    {"page-orphan", kWarning, "a page that nothing leads to", "link to it, or put it in the menu"},
    {"paragraph-long", kWarning, "a paragraph of more than 60 words", "split it, or use a list"},
    {"paragraph-sentences", kInfo, "a paragraph of more than 3 sentences", "split it after an idea"},
    {"personal-birth-date", kError, "a date of birth", "take it out"},
    {"personal-email", kError, "an email address that is not the service's", "use {{ service.email }}, or add it to public_contacts in site-config.yaml"},
    {"personal-nhs-number", kError, "an NHS number", "take it out"},
    {"personal-ni-number", kError, "a National Insurance number", "take it out"},
    {"personal-phone", kError, "a phone number that is not the service's", "use {{ service.phone }}, or add it to public_contacts in site-config.yaml"},
    {"personal-postcode", kWarning, "a postcode that is not the service's", "take it out, or add it to public_contacts in site-config.yaml"},
    {"personal-upn", kError, "a unique pupil number", "take it out"},
    {"placeholder", kWarning, "text that still has to be filled in", "fill it in; an error for a live site (--strict with an https address)"},
    {"placeholder-phone", kWarning, "a phone number reserved for made-up use", "put the real number; an error for a live site (--strict with an https address)"},
    {"raw-html", kError, "HTML in a page", "write Markdown or a directive instead"},
    {"reading-age", kInfo, "a page with a reading age above 11", "shorten sentences and use everyday words"},
    {"reading-age-high", kWarning, "a page with a reading age above 14", "shorten sentences and use everyday words"},
    {"review-date-order", kWarning, "a review due before the review, or a review in the future", "check reviewed and review_due"},
    {"review-due-soon", kWarning, "a page to be reviewed within 30 days", "review the page, then change reviewed and review_due"},
    {"review-overdue", kError, "a page whose review is overdue", "review the page, then change reviewed and review_due"},
    {"sentence-long", kWarning, "a sentence of more than 25 words", "split it in two"},
    {"table-caption", kWarning, "a table that nothing introduces", "give it a caption, or a heading or sentence just before it"},
    {"table-header-empty", kWarning, "a table column without a name", "name the column in the first row"},
    {"table-wide", kWarning, "a table of more than 5 columns", "split it, or turn it into a list: it does not fit on a phone"},
    {"template-missing-layout", kError, "a layout that the site needs and the theme lacks", "add the file to themes/<theme>/layouts"},
    {"template-missing-partial", kError, "a template that names a part the theme lacks", "check the name, or add the file to themes/<theme>/partials"},
    {"template-syntax", kError, "a tag or section of a template that does not end", "close it where the message says"},
    {"text-all-caps", kWarning, "words in capital letters", "use small letters; for emphasis use **bold**, sparingly"},
    {"theme-file", kError, "a file of a theme that cannot be used", "see the message"},
    {"theme-missing", kError, "a theme that does not exist", "write theme: signpost in site-config.yaml"},
    {"theme-string-missing", kWarning, "words of a theme that a language lacks", "add them to the theme's i18n file of that language"},
    {"theme-string-unknown", kInfo, "words in a theme's i18n file that nothing uses", "delete the line"},
});
// clang-format on

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::lower_bound(kRules, id, {}, &Rule::id);
  return found != kRules.end() && found->id == id ? &*found : nullptr;
}

}  // namespace signpost
