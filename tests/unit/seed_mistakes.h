// The 33 mistakes that were found in five published reports and specifications, as staff would have
// written them.
#pragma once

#include <array>
#include <string_view>

namespace signpost {

// `seed`: the document. `site`: what staff would have written (tests/cases/README.md has the form),
// or "" where no program can tell; then `expected` is the reason.
struct Mistake {
  std::string_view seed, what, site, expected;
};

inline constexpr auto kMistakes = std::to_array<Mistake>({
    {"003", "955 + 3,559 = 4,514, printed 4,515", R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [With a plan, 955]
  - [SEN support, "3,559"]
  - [Children with needs, "4,515"]
checks:
  - {sum: [With a plan, SEN support], is: Children with needs}
)",
     "content/_data/t.yaml:5:27: error: \"2017-18\": 955 + 3,559 is 4,514, not "
     "4,515 [data-sum]\n"},
    {"003", "Reach \"just under 10%\": 413 of 5,518 is 7.5%", R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [Families, 413]
  - [Children, "5,518"]
claims:
  - {says: just under 10%, ratio: [Families / 2017-18, Children / 2017-18]}
)",
     "content/_data/t.yaml:6:12: error: \"just under 10%\" is said, but 413 of "
     "5,518 is 7.5% [data-claim]\n"},
    {"003", "SEND status 2012-13 adds up to 187, casework total 189", R"(-- content/_data/t.yaml --
columns: [{key: a, title: Status}, {key: n, title: "2012-13", numeric: true}]
rows:
  - [SEND, 166]
  - [Not SEND, 15]
  - [Other, 6]
  - [All cases, 189]
checks:
  - {sum: all, is: All cases}
)",
     "content/_data/t.yaml:6:17: error: \"2012-13\": 166 + 15 + 6 is 187, not 189 "
     "[data-sum]\n"},
    {"003", "Question 1: 6 + 6 + 73 = 85%", R"(-- content/_data/t.yaml --
base: families who answered
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}, {key: k2, title: "2", percent: true}]
rows:
  - [Answers, 6, 6, 73]
checks:
  - {sum: [k0, k1, k2], is: 100%}
)",
     "content/_data/t.yaml:4:21: error: \"Answers\": 6 + 6 + 73 is 85, not 100, "
     "and rounding cannot explain it [data-hundred]\n"},
    {"003", "Question 2: 6 + 93 = 99%, cut off and not rounded", R"(-- content/_data/t.yaml --
base: 16 families
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}]
rows:
  - [Answers, 6, 93]
checks:
  - {sum: [k0, k1], is: 100%}
)",
     "content/_data/t.yaml:4:15: error: \"Answers\" in \"0\" is a percentage of 16 "
     "people, which are too few to show any [disclosure-percentage]\n"
     "content/_data/t.yaml:4:18: error: 93% cannot be a share of 16: 14 of 16 is "
     "88% and 15 is 94% [data-base]\n"
     "content/_data/t.yaml:4:18: error: \"Answers\": 6 + 93 cannot be the shares "
     "of 16 [data-hundred]\n"},
    {"003", "Questions 4 and 5: 6 + 6 + 81 = 93%", R"(-- content/_data/t.yaml --
base: 16 families
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}, {key: k2, title: "2", percent: true}]
rows:
  - [Answers, 6, 6, 81]
checks:
  - {sum: [k0, k1, k2], is: 100%}
)",
     "content/_data/t.yaml:4:15: error: \"Answers\" in \"0\" is a percentage of 16 "
     "people, which are too few to show any [disclosure-percentage]\n"
     "content/_data/t.yaml:4:21: error: \"Answers\": 6 + 6 + 81 is 93, not 100, "
     "and rounding cannot explain it [data-hundred]\n"},
    {"003", "Professionals, question 3: 88 + 3 = 91%", R"(-- content/_data/t.yaml --
base: professionals who answered
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}]
rows:
  - [Answers, 88, 3]
checks:
  - {sum: [k0, k1], is: 100%}
)",
     "content/_data/t.yaml:4:19: error: \"Answers\": 88 + 3 is 91, not 100, and "
     "rounding cannot explain it [data-hundred]\n"},
    {"003", "Professionals, question 4: 78 + 3 + 3 = 84%", R"(-- content/_data/t.yaml --
base: professionals who answered
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}, {key: k2, title: "2", percent: true}]
rows:
  - [Answers, 78, 3, 3]
checks:
  - {sum: [k0, k1, k2], is: 100%}
)",
     "content/_data/t.yaml:4:22: error: \"Answers\": 78 + 3 + 3 is 84, not 100, "
     "and rounding cannot explain it [data-hundred]\n"},
    {"003", "Ethnicity: 93.9 + 2.3 + 1.9 + 1.5 = 99.6%", R"(-- content/_data/t.yaml --
base: those who said
columns: [{key: q, title: Question}, {key: k0, title: "0", percent: true}, {key: k1, title: "1", percent: true}, {key: k2, title: "2", percent: true}, {key: k3, title: "3", percent: true}]
rows:
  - [Answers, 93.9, 2.3, 1.9, 1.5]
checks:
  - {sum: [k0, k1, k2, k3], is: 100%}
)",
     "content/_data/t.yaml:4:31: error: \"Answers\": 93.9 + 2.3 + 1.9 + 1.5 is "
     "99.6, not 100, and rounding cannot explain it [data-hundred]\n"},
    {"003", "No base printed: 6% is one family of 16", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
:::table views {caption="How easy it was"}
:::
-- content/_data/views.csv --
Answer,Share
Very easy,73%
Easy,6%
)",
     "content/index.md:5:1: error: \"Share\" are percentages, but nothing says of "
     "how many [figure-base]\n"},
    {"003", "\"Overall increased activity\", contacts fell from 7,030 to 6,628",
     R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [Contacts, "6,628"]
claims:
  - {says: overall increased activity, change: {from: "7,030", to: Contacts / 2017-18}}
)",
     "content/_data/t.yaml:5:12: error: \"overall increased activity\" is said, "
     "but from 7,030 to 6,628 is a fall [data-claim]\n"},
    {"003", "The volunteers' column is headed IPS in one year and VS in the others",
     R"(-- content/_data/activity.yaml --
rows_from: [activity-2016.csv, activity-2017.csv]
-- content/_data/activity-2016.csv --
Month,Contacts,IPS
April,431,0
-- content/_data/activity-2017.csv --
Month,Contacts,VS
April,580,0
)",
     "content/_data/activity-2017.csv:1:16: error: column 3 is \"VS\" here, but "
     "\"IPS\" in content/_data/activity-2016.csv [data-header]\n"},
    {"003", "Sections go 1 to 4, then 6 and 7", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
## 4. Evaluation of cases

Text.

## 6. Finance

Text.

## 7. Next year

Text.
)",
     "content/index.md:9:1: warning: \"6\" follows \"4\" [heading-number]\n"},
    {"003", "Charts that are only images", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
The year in a picture:

![Chart of cases by stage](chart.png)
-- content/chart.png | png --
)",
     "content/index.md:7:1: warning: the figures of a chart are only in a "
     "picture [chart-image]\n"},
    {"004", "\"Top five pages\" lists six", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
## Top five pages

1. Home
2. Contact us
3. Parents
4. Children
5. Support
6. Team
)",
     "content/index.md:5:1: warning: the words say 5, but 6 follow [list-length]\n"},
    {"004", "147% claimed, 298 to 739 is 148.0%", R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: y16, title: "2016-17", numeric: true}, {key: y17, title: "2017-18", numeric: true}]
rows:
  - [Meetings, 298, 739]
claims:
  - {says: 147% increase, change: {from: Meetings / 2016-17, to: Meetings / 2017-18}}
)",
     "content/_data/t.yaml:5:12: error: \"147% increase\" is said, but from 298 to "
     "739 is 148.0% [data-claim]\n"},
    {"004", "58 contacts of April 2016 to March 2017 in the report of 2017-18",
     R"(-- content/index.md --
---
title: Annual report
summary: What we did.
kind: report
type: annual
published: 2018-07-10
period: {from: 2017-04-01, to: 2018-03-31}
---
:::table t {caption="Contacts about exclusions"}
:::
-- content/_data/t.yaml --
period: {from: 2016-04-01, to: 2017-03-31}
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [Exclusions, 58]
)",
     "content/index.md:9:1: error: \"t\" is about 1 April 2016 to 31 March 2017, "
     "but this page about 1 April 2017 to 31 March 2018 [figure-period]\n"},
    {"004", "\"More than 853\", but 351 + 52 + 45 + 307 = 755", R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [Parents once, 351]
  - [Children once, 52]
  - [Young people once, 45]
  - [Came back, 307]
  - [All, 755]
checks:
  - {sum: [Parents once, Children once, Young people once, Came back], is: All}
claims:
  - {says: more than 853, value: All / 2017-18}
)",
     "content/_data/t.yaml:11:12: error: \"more than 853\" is said, but the figure "
     "is 755 [data-claim]\n"},
    {"004", "18 mediation meetings in the table, 16 in the text", R"(-- content/_data/t.yaml --
period: {from: 2017-04-01, to: 2018-03-31}
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - {a: Mediation, n: 18, measure: mediation}
claims:
  - {says: 16 mediations, value: 16, measure: mediation}
)",
     "content/_data/t.yaml:6:12: error: \"mediation\" is 16 here, but 18 in "
     "content/_data/t.yaml:4, for the same time [data-measure]\n"},
    {"004", "58 children and 47 young people, or 52 and 45", R"(-- content/_data/one.yaml --
period: {from: 2017-04-01, to: 2018-03-31}
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - {a: Children, n: 58, measure: children}
  - {a: Young people, n: 47, measure: young-people}
-- content/_data/two.yaml --
period: {from: 2017-04-01, to: 2018-03-31}
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - {a: Children, n: 52, measure: children}
  - {a: Young people, n: 45, measure: young-people}
)",
     "content/_data/two.yaml:4:22: error: \"children\" is 52 here, but 58 in "
     "content/_data/one.yaml:4, for the same time [data-measure]\n"
     "content/_data/two.yaml:5:26: error: \"young-people\" is 45 here, but 47 in "
     "content/_data/one.yaml:5, for the same time [data-measure]\n"},
    {"004", "Grant: C - D = -19,142, printed 19,142", R"(-- content/_data/t.yaml --
columns:
  - {key: a, title: Row}
  - {key: grant, title: Grant, numeric: true, negative: true}
rows:
  - [C Spent, "12,019"]
  - [D Income, "31,161"]
  - [E Net, "19,142"]
checks:
  - {sum: [C Spent, -D Income], is: E Net}
)",
     "content/_data/t.yaml:7:13: error: \"Grant\": 12,019 − 31,161 is −19,142, not "
     "19,142 [data-sum]\n"},
    {"004", "One promotion post of 1.5 full-time equivalents", R"(-- content/_data/t.yaml --
columns: [{key: a, title: Post}, {key: fte, title: Full-time equivalent, numeric: true}]
rows:
  - [Promotion worker, 1.5]
checks:
  - {range: fte, min: 0, max: 1}
)",
     "content/_data/t.yaml:3:24: error: \"Promotion worker\": 1.5 is more than 1, "
     "which it cannot be [data-range]\n"},
    {"004", "4 + 264 + 351 = 619 of 853 new referrals", R"(-- content/_data/t.yaml --
columns: [{key: a, title: A}, {key: n, title: "2017-18", numeric: true}]
rows:
  - [Statement, 4]
  - [SEN support, 264]
  - [Plan, 351]
  - [New referrals, 853]
checks:
  - {sum: all, is: New referrals}
)",
     "content/_data/t.yaml:3:17: error: \"Statement\" in \"2017-18\" is a count of 1 to 4, which "
     "may tell who the people are [disclosure-small-count]\n"
     "content/_data/t.yaml:6:21: error: \"2017-18\": 4 + 264 + 351 is 619, not 853 "
     "[data-sum]\n"},
    {"000", "Contents number 7.9 twice", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
## 7.8 Policies

Text.

## 7.9 Impartial

Text.

## 7.9 Alone

Text.
)",
     "content/index.md:13:1: warning: \"7.9\" is there twice [heading-number]\n"},
    {"000", "Clause 2.4 is there three times", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
## 2.4 Information

Text.

## 2.4 Advice

Text.

## 2.4 Support

Text.
)",
     "content/index.md:9:1: warning: \"2.4\" is there twice [heading-number]\n"
     "content/index.md:13:1: warning: \"2.4\" is there twice [heading-number]\n"},
    {"000", "Six evaluation topics differ between two specifications", "",
     "both lists are right, each for its own year: the evaluation page names the "
     "version of its questions"},
    {"000 and 001", "Evaluation after the intervention or after three months", "",
     "a rule that changed between two specifications; only people know which one "
     "holds"},
    {"000 and 001", "Website downloads are Level 1 in one, not counted in the other", "",
     "a rule that changed between two specifications; only people know which one "
     "holds"},
    {"001", "Levels from before 2018 on another service's website", "",
     "the page is another service's; the build reads only its own site"},
    {"002 and 004", "Code of practice of April 2015", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
We follow the SEND Code of Practice (April 2015).
-- content/_data/glossary.yaml --
- {short: SEND, long: Special educational needs and disabilities}
)",
     "content/index.md:5:20: warning: \"Code of Practice (April 2015\" is not the "
     "edition in force [term-outdated]\n"},
    {"002", "Disability Discrimination Act (2005)", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
We keep to the Disability Discrimination Act (2005).
)",
     "content/index.md:5:16: warning: \"Disability Discrimination Act\" has been "
     "replaced [term-outdated]\n"},
    {"000 and 001", "\"Equalities Act 2010\"", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
We keep to the Equalities Act 2010.
)",
     "content/index.md:5:16: warning: \"Equalities Act\" has been replaced "
     "[term-outdated]\n"},
    {"001 to 004", "CCG, abolished in July 2022", R"(-- content/index.md --
---
title: Home
summary: Free advice for families.
---
The CCG pays for a part of it.
-- content/_data/glossary.yaml --
- {short: CCG, long: Clinical commissioning group, status: old, replaced_by: ICB}
- {short: ICB, long: Integrated care board}
)",
     "content/index.md:5:5: warning: \"CCG\" is an old name, says the glossary "
     "[term-outdated]\n"},
});

}  // namespace signpost
