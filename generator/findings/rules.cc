#include "findings/rules.h"

#include <algorithm>
#include <array>

namespace signpost {
namespace {

using enum Severity;

// One row a rule, sorted by id; each has a file in tests/cases/ (tests hold both).
// clang-format off
constexpr auto kRules = std::to_array<Rule>({
    {"accessibility-overdue", kError, "a fault that was to be mended, or a test that was to be made, by a day that is past (a warning at first)", "take it out once it is done, or write a new day"},
    {"accessibility-statement", kError, "an accessibility statement without a part or a heading that the law asks for", "add it as the help says"},
    {"acronym-unknown", kWarning, "a short form that nothing explains", "write it in full, or add it to content/_data/glossary.yaml"},
    {"alias-conflict", kError, "an old address that is in use", "take it out of aliases:, or rename the other page"},
    {"allow-unknown-rule", kWarning, "a page sets aside a rule that does not exist", "see signpost check --list-rules for the names"},
    {"allow-unused", kWarning, "a page sets aside a rule that it does not break", "take the line out of allow"},
    {"alt-file-name", kWarning, "an image described by its file name", "say what the image shows, as you would on the phone"},
    {"alt-missing", kError, "an image without a description", "write ![what the image shows](file)"},
    {"alt-redundant", kWarning, "a description that says it is an image", "leave out \"image of\" and say what it shows"},
    {"asset-damaged", kError, "a picture or document that cannot be read to its end", "save it anew"},
    {"asset-hidden-data", kError, "a document with more in it than it shows: author, comments, hidden sheets", "take it out with the program that made it"},
    {"asset-kind", kError, "a link to a file of a kind that is not published", "save it as the help says"},
    {"asset-mismatch", kError, "a file that is something else than its name says", "rename it, or link to the right file"},
    {"asset-missing", kError, "a picture or download that is not there", "check the file's name and folder"},
    {"asset-people-counts", kWarning, "a document whose tables count people", "put the figures into content/_data and show them with :::table"},
    {"asset-plain-text", kWarning, "a link to plain text, which is published as it is", "write it as a page"},
    {"asset-small-counts", kError, "a document with counts of a few people", "put the figures into content/_data and show them with :::table"},
    {"asset-unread", kWarning, "a document whose words nothing can look at, such as a scan", "make it anew from the document that it was made of"},
    {"asset-unused", kInfo, "files that no page names, and so are not published", "link to them, or delete them"},
    {"base-url-missing", kInfo, "no base URL, so no sitemap and no canonical addresses", "set base_url under site once the site has an address"},
    {"character-forbidden", kError, "a character that no text may hold, such as one that hides or turns letters round", "delete it, or type the letter that was meant"},
    {"chart-data", kError, "a chart that cannot be drawn from its table", "choose other columns or another type"},
    {"chart-image", kWarning, "a picture of a chart", "put its figures into content/_data and write :::chart"},
    {"config-date", kError, "a date in site-config.yaml that does not exist", "write the year, month and day: 2026-09-30"},
    {"config-fixed-rule", kError, "a rule in checks: or allow: that is no opinion: a failure of the machine, a count of a few people", "take the line out"},
    {"config-missing-key", kError, "a key that site-config.yaml needs", "add the key"},
    {"config-type", kError, "a value of the wrong sort in site-config.yaml", "write it as the help shows"},
    {"config-unknown-key", kError, "a key that site-config.yaml does not know", "check its spelling, or take it out"},
    {"config-unknown-rule", kError, "a rule that does not exist in checks:", "see signpost check --list-rules for the names"},
    {"csv-column-name", kError, "a column of a table's file without a name, or two of one name", "give each column a name of its own in the first row"},
    {"csv-empty", kError, "a table's file without a row of names", "write the names of the columns in its first line"},
    {"csv-layout", kError, "something round a table that is not part of it", "leave one row with the names of the columns, and the rows of the table below it"},
    {"csv-quote", kError, "a quote in a table's file that is never closed", "close the quote, or double it"},
    {"csv-ragged", kError, "a table row with more or fewer values than columns", "add or remove values"},
    {"data-base", kError, "a percentage that no number of the base gives", "count again, and round to the nearest"},
    {"data-check", kError, "a check of a table that cannot be made", "write it like this: - {sum: [Boys, Girls, Not known], is: Total}"},
    {"data-claim", kError, "words of a report that its figures do not bear out", "say what the figures come to"},
    {"data-date", kError, "a date in content/_data that does not exist", "write the year, month and day: 2026-09-30"},
    {"data-duplicate", kError, "the same thing twice in content/_data", "delete one of them"},
    {"data-file-missing", kError, "a table whose CSV file is not there", "check the file's name in rows_from"},
    {"data-file-unknown", kError, "a file in content/_data that is not read", "save tables as .csv, and write the rest as .yaml"},
    {"data-formula", kError, "a formula where a figure belongs", "type what it comes to"},
    {"data-header", kError, "CSV files of one table whose columns differ", "give them the same columns in the same order"},
    {"data-hundred", kError, "shares of one whole that do not make 100%", "add the part that is missing, or write unless: and why"},
    {"data-mean", kError, "a mean that its figures do not have", "correct the figure that is wrong"},
    {"data-measure", kError, "one measure with two values for the same time", "correct one of them, or give them two names"},
    {"data-missing-key", kError, "a key that content/_data needs", "add the key"},
    {"data-negative", kError, "a count below 0", "check the sign, or give the column negative: true"},
    {"data-number", kError, "something else where a number belongs", "write digits, such as 6,628; for what is not known, write x"},
    {"data-percent", kError, "a percentage below 0 or above 100", "check it, or give the column percent: change"},
    {"data-period-order", kError, "a period that ends before it begins", "put the first day under from and the last under to"},
    {"data-range", kError, "a figure outside what it can be", "correct the figure, or the range"},
    {"data-row-name", kError, "a row without a name, two of one name, or figures as names", "give each row a name of its own in the first column"},
    {"data-share", kError, "a percentage that is not that of its two figures", "correct the figure that is wrong"},
    {"data-small-counts", kInfo, "small counts in the data files, which others than the service may read", "run 'signpost protect', or write repository: private in site-config.yaml"},
    {"data-spreadsheet", kError, "a spreadsheet or a web page that is called CSV", "save it as \"CSV UTF-8 (Comma delimited)\""},
    {"data-sum", kError, "parts that do not add up to their total", "correct the figure that is wrong, or write unless: and why"},
    {"data-total", kWarning, "a row called a total that is not that of the rows above it", "correct it, or write which parts make it up, below checks: in the data file"},
    {"data-type", kError, "a value of the wrong sort in content/_data", "write it as the help shows"},
    {"data-unknown-key", kError, "a key that content/_data does not know", "check its spelling, or take it out"},
    {"data-unless", kWarning, "a reason why a check fails that does not", "take the words after unless out"},
    {"date-typed", kWarning, "a day typed by hand that a field, the settings or content/_data say", "write its fact, such as {{ page.due }}"},
    {"directive-argument", kError, "the words after a directive's name are missing or not wanted", "write the opening line as content/README.md shows it"},
    {"directive-attribute", kError, "a setting in braces that a directive does not have", "write it like this: {caption=\"What it costs\"}"},
    {"directive-body", kError, "a directive that holds the wrong thing, such as text where a list belongs", "see content/README.md for what each directive holds"},
    {"directive-stray", kError, "a line of colons that closes nothing", "delete it, or write the opening line above it"},
    {"directive-unclosed", kError, "a directive that is never closed", "write ::: on a line of its own where it ends"},
    {"directive-unknown", kError, "a directive or alert that does not exist", "see content/README.md for the names"},
    {"disclosure-audit-limit", kError, "more figures than can be proved to give no small count away", "publish fewer tables and totals"},
    {"disclosure-by-subtraction", kError, "a withheld count that can be worked out from the others", "write the counts and disclosure: suppress; it takes out enough"},
    {"disclosure-given-away", kError, "a withheld count that can be worked out from what else is published", "take the number out, or round it"},
    {"disclosure-no-figures", kError, "a table to protect whose columns of counts are called words", "give the column with the counts numeric: true, and write digits"},
    {"disclosure-one-category", kWarning, "a group of people of whom all are the same", "publish the total alone, or join groups"},
    {"disclosure-people-false", kError, "people: false without a reason", "say what the table counts after people_reason:"},
    {"disclosure-percentage", kError, "a percentage of fewer than 20 people, or of a few among them", "write disclosure: suppress in the table"},
    {"disclosure-release", kError, "a decision to publish small counts that is dated in the future", "write the day on which it was decided"},
    {"disclosure-same-number", kWarning, "a number of people that is the same as a withheld one on the page", "if it is about the same people, write \"a few\""},
    {"disclosure-small-count", kError, "a count of a few people", "write disclosure: suppress in the table, or people: false"},
    {"disclosure-too-large", kError, "a table of people with more counts than can be looked after", "split the table, join rows, or write disclosure: strict"},
    {"duty-due-soon", kInfo, "something that is to be published within 30 days", "see signpost duties"},
    {"duty-never", kWarning, "something that has never been published and should have been", "publish it, or correct duties: in site-config.yaml"},
    {"duty-overdue", kWarning, "something that should have been published by now", "publish it, or correct duties: in site-config.yaml"},
    {"duty-recommended", kInfo, "something recommended that has not been published", "publish it, or leave it out of duties:"},
    {"evaluation-comment", kError, "a comment of a family without their consent or without approval", "take it out, or write consent: true and who approved it"},
    {"evaluation-comment-detail", kWarning, "a comment with a detail that may tell who said it", "take the detail out"},
    {"evaluation-counts", kError, "more answers than people who replied, or a count that is none", "check the counts and replies:"},
    {"evaluation-results", kError, "an evaluation page whose results are not there or of another time", "check results: and period:"},
    {"evaluation-scale", kError, "more or fewer counts than the scale has points", "write one count for each point"},
    {"evaluation-unknown", kError, "results for a question that the set does not have", "check its key in content/_data/question-sets.yaml"},
    {"event-closed-day", kWarning, "a session or meeting on a Sunday or on a day when you are closed", "check the day"},
    {"event-day-name", kWarning, "a meeting whose title or file says another day", "correct the one that is wrong"},
    {"fact-syntax", kError, "braces {{ }} that hold no name", "write a name such as {{ service.phone }}"},
    {"fact-unknown", kError, "a fact, time limit or table that does not exist", "check the name in site-config.yaml or content/_data"},
    {"figure-base", kError, "percentages without the number that they are shares of", "write base: 413 families in the data file"},
    {"figure-period", kError, "a table or chart about another time than its report", "take figures of the report's period"},
    {"figure-setting", kError, "a setting of a table or chart that names nothing", "see \"Tables and charts\" in content/README.md"},
    {"file-empty", kError, "a page's file with nothing in it", "write the page, or delete the file"},
    {"file-encoding", kError, "a file that is not UTF-8 text", "save the file as \"UTF-8\" in your editor"},
    {"file-misplaced", kError, "a file in content/ that no website should hold: answers, mail, archives, notes, leftovers", "move it to where it belongs"},
    {"file-too-large", kError, "a file larger than what is read", "split the file into smaller ones"},
    {"folder-named-page", kError, "a folder with the name of a page", "rename the folder, without .md"},
    {"folder-without-kind", kError, "a folder of content that site-config.yaml does not name", "add it to folders: in site-config.yaml"},
    {"front-matter-alias", kError, "an old address that cannot be one of this site", "write old-folder/old-page.html"},
    {"front-matter-date", kError, "a date that does not exist", "write the year, month and day: 2026-09-30"},
    {"front-matter-missing", kError, "a page that does not start with its fields", "start the file with ---, then title: and summary: lines, then --- again"},
    {"front-matter-missing-field", kError, "a page without a field that its kind needs", "add the field between the --- lines"},
    {"front-matter-not-map", kError, "front matter that is not fields with values", "write one field a line: title: About us"},
    {"front-matter-type", kError, "a field with the wrong sort of value", "write it as the help shows"},
    {"front-matter-unclosed", kError, "front matter that never ends", "add a line --- between the fields and the text"},
    {"front-matter-unknown-choice", kError, "a word that the field does not know", "use one of the words that the help names"},
    {"front-matter-unknown-field", kError, "a field that the page's kind does not have", "check its spelling, or take it out"},
    {"front-matter-unknown-term", kError, "a topic or audience that does not exist", "use one of site-config.yaml, or add it there"},
    {"heading-deep", kInfo, "a heading of level 5 or 6", "split the page, or use a list"},
    {"heading-duplicate", kWarning, "two headings with the same words under one heading", "say in each what its part is about"},
    {"heading-empty", kError, "a heading without words", "write the heading, or delete the line"},
    {"heading-full-stop", kInfo, "a heading that ends in a full stop", "take the full stop out"},
    {"heading-id", kError, "a name {#…} of a heading that is taken or cannot be used", "use small letters, digits and hyphens, once on a page"},
    {"heading-level-one", kError, "a heading of level 1 in the text", "use ##: the title in the front matter is the level 1 heading"},
    {"heading-long", kWarning, "a heading of more than 65 characters", "put the key words first and cut the rest"},
    {"heading-number", kWarning, "headings whose numbers repeat or leave some out", "number them one after another, or take the numbers out"},
    {"heading-question", kInfo, "a heading that asks a question", "say it as a statement, key words first"},
    {"heading-skip", kWarning, "a heading level left out", "go down one level at a time"},
    {"html-duplicate-id", kError, "two elements of a built page with one id", "check the theme's templates"},
    {"html-inline-code", kError, "a script or style inside a built page", "move it to the theme's scripts or styles"},
    {"html-missing-target", kError, "a link of a built page that leads nowhere", "check the theme's templates and the menu"},
    {"html-remote-resource", kError, "a built page that loads something from another host", "keep the file with the site"},
    {"image-remote", kError, "a picture or download on another website", "copy it into content/ and write its path"},
    {"io-index", kError, "a search index that cannot be written", "check the permissions of the folder and the room on the disk"},
    {"io-machine", kError, "a file or folder that the machine fails to read", "see the message, mend the machine, and build again"},
    {"io-publish", kError, "a new site that cannot take the place of the old one", "build into a folder on another disk"},
    {"io-read", kError, "a file or folder that cannot be read", "give yourself permission to read it"},
    {"io-write", kError, "a file that cannot be written", "check the permissions of the folder and the room on the disk"},
    {"kind-missing-key", kError, "a key that a kind of page needs", "add the key"},
    {"kind-name-taken", kError, "a kind of page with the name of another", "choose another name"},
    {"kind-type", kError, "a value of the wrong sort in a kind of page", "write it as the help shows"},
    {"kind-unknown-key", kError, "a key that a kind of page does not have", "check its spelling, or take it out"},
    {"language-mismatch", kWarning, "text that seems to be in another language than its page", "translate it, or name the file with its language: page.ur.md"},
    {"language-unknown", kError, "a file named for a language that the site does not have", "add the language to site-config.yaml, or rename the file"},
    {"law-check-older", kError, "law last checked before it changed (a warning at first; see --strict-dates)", "check the page against the change, then change law_checked"},
    {"law-check-overdue", kError, "law last checked more than 12 months ago (a warning at first; see --strict-dates)", "check the law, then change law_checked"},
    {"law-check-soon", kWarning, "law to be checked again within 30 days", "check the law, then change law_checked"},
    {"limit-typed", kWarning, "a time limit typed by hand that content/_data/deadlines.yaml has", "write its fact, such as {{ deadline mediation.contact_adviser }}"},
    {"link-bare-url", kWarning, "a web address shown as the words of a link", "write [what the page is called](address)"},
    {"link-empty", kError, "a link without words", "write [what the page is called](address)"},
    {"link-forbidden-scheme", kError, "a link that is neither web, email, phone nor a file of the site", "start it with https:, mailto: or tel:"},
    {"link-insecure", kInfo, "a link that starts with http:", "try the same address with https:"},
    {"link-malformed", kError, "an address that cannot be right", "write it in full: https://www.example.org/page"},
    {"link-missing-anchor", kError, "a link to a heading that is not there", "check the heading on the other page"},
    {"link-missing-page", kError, "a link to a page that is not there", "write the path of its .md file, from this page's folder"},
    {"link-same-text", kWarning, "the same words link to different places", "say in each link where it goes"},
    {"link-text-vague", kWarning, "link words that say nothing about where it goes", "use the title of the page it goes to"},
    {"list-length", kWarning, "a list or table of another length than the words before it say", "correct the number, or what is listed"},
    {"list-long", kInfo, "a bullet list of more than 10 items", "group the items under headings"},
    {"markdown-too-deep", kError, "lists, quotes, directives or emphasis too deep inside each other", "take some of them out of the others"},
    {"markdown-too-large", kError, "a page or table too big to publish", "split it"},
    {"meeting-minutes", kWarning, "minutes that nobody can read", "name their file in minutes_file:, or write them under the heading \"Minutes\""},
    {"meeting-missing-file", kError, "a paper or minutes of a meeting that are not there", "check the path of the file, from the content folder"},
    {"menu-missing-page", kError, "a menu entry for a page that is not there", "check page: in site-config.yaml"},
    {"must-without-law", kInfo, "\"must\" on a page that names no law", "name the law, or say \"should\""},
    {"name-invalid", kError, "a file or folder name that web addresses should not have", "rename it: only a to z, 0 to 9 and -"},
    {"organisation-contact", kError, "an organisation's details that nobody can use", "write the website, phone number or email as content/README.md shows it"},
    {"organisation-outdated", kError, "an organisation's details that nobody has checked for 2 years (a warning at first; see --strict-dates)", "check them, then change last_checked"},
    {"organisation-stale", kWarning, "an organisation's details that nobody has checked for a year", "check them, then change last_checked"},
    {"output-edited", kError, "a published file that was changed by hand", "move it away, or delete it, and build again"},
    {"output-link", kError, "a link in the published folder that leads out of it", "replace the link with the file itself"},
    {"output-locked", kError, "another build that writes to the same folder now", "wait until it has finished"},
    {"output-not-ours", kError, "an output folder with files that no build made", "give an empty or new folder with --out"},
    {"output-overlaps", kError, "an output folder inside the site's own files", "give another folder with --out"},
    {"output-taken", kError, "a file put into the published folder where the site has one too", "move it away, or delete it, and build again"},
    {"output-unusable", kError, "an output folder that is none, or cannot be exchanged", "give another folder with --out"},
    {"page-duplicate-title", kWarning, "two pages with the same title", "say in each title what is special about the page"},
    {"page-long", kInfo, "a page of more than 1,200 words", "split it into shorter pages"},
    {"page-only-listed", kInfo, "a page that only lists lead to", "link to it from a page about the same thing"},
    {"page-orphan", kWarning, "a page that nothing leads to", "link to it, or put it in the menu"},
    {"paragraph-long", kWarning, "a paragraph of more than 60 words", "split it, or use a list"},
    {"paragraph-sentences", kInfo, "a paragraph of more than 3 sentences", "split it after an idea"},
    {"parts-count", kWarning, "a page split into fewer than 3 parts or more than 6", "let parts hold several headings, or name more of them"},
    {"parts-heading", kError, "a part of a page that begins at no heading", "write the words of a heading that begins with ##, in the order of the page"},
    {"personal-birth-date", kError, "a date of birth", "take it out"},
    {"personal-email", kError, "an email address that is not the service's", "use {{ service.email }}, or add it to public_contacts in site-config.yaml"},
    {"personal-initials", kWarning, "a child's initials beside an age and a school", "take out the initials, or the age and the school"},
    {"personal-name", kWarning, "a person's name where a role belongs", "write the role alone, such as SEND Manager"},
    {"personal-nhs-number", kError, "an NHS number", "take it out"},
    {"personal-ni-number", kError, "a National Insurance number", "take it out"},
    {"personal-phone", kError, "a phone number that is not the service's", "use {{ service.phone }}, or add it to public_contacts in site-config.yaml"},
    {"personal-postcode", kWarning, "a postcode that is not the service's", "take it out, or add it to public_contacts in site-config.yaml"},
    {"personal-upn", kError, "a unique pupil number", "take it out"},
    {"phone-wrong", kError, "a phone number in a text that would not connect", "write all its figures from the 0 on, or from +44"},
    {"placeholder", kWarning, "text that still has to be filled in", "fill it in; an error for a live site (--strict with an https address)"},
    {"placeholder-phone", kWarning, "a phone number reserved for made-up use", "put the real number; an error for a live site (--strict with an https address)"},
    {"raw-html", kError, "HTML in a page", "write Markdown or a directive instead"},
    {"reading-age", kInfo, "a page with a reading age above 11", "shorten sentences and use everyday words"},
    {"reading-age-high", kWarning, "a page with a reading age above 14", "shorten sentences and use everyday words"},
    {"report-day", kWarning, "a report or results without the day on which they came out, or before their period was over", "correct published: or period:"},
    {"report-figures", kWarning, "a report that is published without figures", "add a table, a chart or the report's file, or write due: instead of published:"},
    {"review-date-order", kWarning, "a review due before the review, or a review in the future", "check reviewed and review_due"},
    {"review-due-soon", kWarning, "a page to be reviewed within 30 days", "review the page, then change reviewed and review_due"},
    {"review-overdue", kError, "a page whose review is overdue (a warning at first; see --strict-dates)", "review the page, then change reviewed and review_due"},
    {"search-engine-missing", kWarning, "no search in the browser, only by the program", "build the program with generator/quickstart"},
    {"sentence-long", kWarning, "a sentence of more than 25 words", "split it in two"},
    {"session-attended", kWarning, "people counted at a session that is still to come", "take out attended until it is over"},
    {"session-duplicate", kError, "a session that is written twice", "delete one of the two"},
    {"session-place", kError, "a session that is neither somewhere nor online", "add venue or online: true"},
    {"session-term", kInfo, "a session outside every school term", "check its date and the terms in site-config.yaml"},
    {"session-times", kError, "a session that ends before it begins, or at a time that does not exist", "correct from and to"},
    {"session-year", kError, "a session outside its menu's year", "correct the date, or move it to the other year's menu"},
    {"standards-duplicate", kError, "a standard that is there twice", "keep one of the two"},
    {"standards-order", kWarning, "standards out of the order of their numbers", "sort them"},
    {"standards-step-overdue", kWarning, "a next step whose day has passed", "change the status, or the step and its day"},
    {"symlink", kError, "a symbolic link that loops, leads nowhere, to a folder or out of the site", "replace it with the file itself"},
    {"table-caption", kWarning, "a table that nothing introduces", "give it a caption, or a heading or sentence just before it"},
    {"table-header-empty", kWarning, "a table column without a name", "name the column in the first row"},
    {"table-people", kWarning, "a typed table that counts people", "put the figures into content/_data and write :::table"},
    {"table-small-count", kError, "a small count of people in a typed table", "put the figures into content/_data and write :::table"},
    {"table-wide", kWarning, "a table of more than 5 columns", "split it, or turn it into a list: it does not fit on a phone"},
    {"template-missing-layout", kError, "a layout that the site needs and the theme lacks", "add the file to themes/<theme>/layouts"},
    {"template-missing-partial", kError, "a template that names a part the theme lacks", "check the name, or add the file to themes/<theme>/partials"},
    {"template-syntax", kError, "a tag or section of a template that does not end", "close it where the message says"},
    {"template-too-long", kError, "a template whose loops make too much of one page", "take loops out of loops"},
    {"template-unknown-name", kError, "a name that a site's own template asks for and no page has", "check the name against the list in the theme's README"},
    {"term-outdated", kWarning, "a law, body or edition that has been replaced", "write the one in force; a sentence that says \"used to\" may name the old one"},
    {"text-all-caps", kWarning, "words in capital letters", "use small letters; for emphasis use **bold**, sparingly"},
    {"theme-contrast", kError, "colours of a theme or of a service that cannot be read on each other", "take the colour that the message offers"},
    {"theme-file", kError, "a file of a theme that cannot be used", "see the message"},
    {"theme-missing", kError, "a theme that does not exist", "write theme: signpost in site-config.yaml"},
    {"theme-string-missing", kWarning, "words of a theme that a language lacks", "add them to the theme's i18n file of that language"},
    {"theme-string-name", kError, "a name in braces that a theme's text lacks or cannot have", "put it in as the English text has it"},
    {"theme-string-unchecked", kInfo, "words of the theme that no speaker of their language has read", "have them read, and say so with to_be_checked_by_a_speaker: none"},
    {"theme-string-unknown", kInfo, "words in a theme's i18n file that nothing uses", "delete the line"},
    {"translation-stale", kWarning, "a translation whose original has changed since", "translate what has changed, then write the new version as translated_from"},
    {"translation-version", kWarning, "a translation that does not say when it was made, and from which version", "write translated: and translated_from: in its front matter"},
    {"translation-without-original", kError, "a translation of a page that does not exist", "write the page in the site's own language, or correct the file's name"},
    {"url-conflict", kError, "two files for one web address", "rename one of them"},
    {"workshop-menu-year", kError, "a menu of another year than its folder", "correct the year, or rename the folder"},
    {"workshop-without-menu", kError, "a workshop that is in no menu", "put it in the folder of a year that has one"},
    {"yaml-alias", kError, "a value that starts with *, & or !", "put the value in quotes"},
    {"yaml-duplicate-key", kError, "a key that is written twice", "delete one of them"},
    {"yaml-syntax", kError, "text that is not YAML as Signpost reads it", "put the value in quotes, and line up keys of one group"},
    {"yaml-too-deep", kError, "more than 64 levels inside each other", "write it with fewer levels"},
    {"yaml-too-large", kError, "more YAML than is read", "split the file into smaller ones"},
});
// clang-format on

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::lower_bound(kRules, id, {}, &Rule::id);
  return found != kRules.end() && found->id == id ? &*found : nullptr;
}

bool is_date_rule(std::string_view id) {
  static constexpr std::string_view kRules[] = {
      "accessibility-overdue", "duty-due-soon",      "duty-never",        "duty-overdue",
      "duty-recommended",      "law-check-older",    "law-check-overdue", "law-check-soon",
      "organisation-outdated", "organisation-stale", "review-due-soon",   "review-overdue",
      "standards-step-overdue"};
  return std::ranges::find(kRules, id) != std::end(kRules);
}

FixedRule fixed_rule(std::string_view id) {
  if (id.starts_with("io-") || id.starts_with("output-")) return FixedRule::kMachine;
  if (id == "asset-small-counts") return FixedRule::kPeopleInFile;
  const bool is_about_counts = id.starts_with("disclosure-") || id == "table-small-count";
  const bool is_personal = id.starts_with("personal-") || id == "asset-hidden-data";
  const Rule* rule = is_about_counts || is_personal ? find_rule(id) : nullptr;
  if (rule == nullptr || rule->severity != kError) return FixedRule::kNo;
  return is_personal ? FixedRule::kPersonal : FixedRule::kPeople;
}

bool is_for_pages_to_allow(FixedRule fixed) {
  return fixed == FixedRule::kNo || fixed == FixedRule::kPeopleInFile ||
         fixed == FixedRule::kPersonal;
}

std::string_view reason_of(FixedRule fixed) {
  if (fixed == FixedRule::kMachine) {
    return "is a failure of the machine or of the output folder, which is no opinion";
  }
  if (fixed == FixedRule::kPersonal) {
    return "says that a detail tells who somebody is, which is no opinion";
  }
  return "says that a count of a few people may be read, which is no opinion";
}

std::string_view help_of(FixedRule fixed) {
  switch (fixed) {
    case FixedRule::kPeople:
      return "take the line out; only release: in the table of the count lets it through, with "
             "reason, approved_by and date";
    case FixedRule::kPeopleInFile:
      return "take the line out; allow: on the page that offers the file says who decided to "
             "publish the counts, and why";
    case FixedRule::kPersonal:
      return "take the line out; public_contacts holds the numbers and addresses of offices, and "
             "allow: on a page says who decided to publish a detail, and why";
    default:
      return "take the line out";
  }
}

}  // namespace signpost
