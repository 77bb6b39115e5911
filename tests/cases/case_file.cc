#include "cases/case_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <memory>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "check/checks.h"
#include "findings/findings.h"
#include "pipeline.h"
#include "unit/shipped_kinds.h"

namespace signpost {
namespace {

constexpr std::string_view kExpected = "expected";
constexpr std::string_view kToday = "2026-11-23";

constexpr std::string_view kConfig = R"(service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  council: Anytown Council
  phone: "0114 960 1234"
  email: help@anytown-sendiass.org.uk
  address: [1 High Street, Anytown S60 1AE]
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
promises:
  first_contact_working_days: 5
independence:
  funded_by: [Anytown Council]
  statement: We do not take sides.
site:
  base_url: https://anytown-sendiass.org.uk/
  theme: signpost
  language: en-GB
languages:
  - {tag: en-GB, name: English, dir: ltr}
navigation: []
footer: []
taxonomies:
  topics:
    - {id: school, title: School, summary: Help in school.}
  audiences:
    - {id: parents, title: Parents, summary: Mothers and fathers and carers.}
folders:
  about: {kind: page, title: About us, summary: Who we are.}
  factsheets: {kind: factsheet, title: Factsheets, summary: Short guides.}
  policies: {kind: policy, title: Policies, summary: How we work.}
  news: {kind: news, title: News, summary: What is new.}
)";

constexpr std::string_view kHome = R"(---
title: Home
summary: Free advice for families.
layout: home
---
We help families.
)";

// A whole theme, as small as can be: what cases about themes break.
constexpr std::string_view kThemeFiles[] = {
    "layouts/home.mustache",      "layouts/languages.mustache", "layouts/list.mustache",
    "layouts/not-found.mustache", "layouts/page.mustache",      "layouts/search.mustache",
    "layouts/software.mustache",  "partials/header.mustache"};
constexpr std::string_view kTheme = "themes/signpost/";

// A picture of one white dot, as `unescaped` reads it.
constexpr std::string_view kSmallestPng =
    R"(\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01)"
    R"(\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41)"
    R"(\x54\x78\x9c\x63\xf8\x0f\x00\x01\x01\x01\x00\xb1\x38\xf6\x14\x00\x00\x00\x00\x49)"
    R"(\x45\x4e\x44\xae\x42\x60\x82)";

struct Header {
  std::string name, mode;
};

// `-- name --` or `-- name | mode --`.
std::optional<Header> parse_header(std::string_view line) {
  if (!line.starts_with("-- ") || !line.ends_with(" --") || line.size() < 7) return std::nullopt;
  const std::string_view inside = trimmed(line.substr(3, line.size() - 6));
  const std::size_t bar = inside.find('|');
  if (bar == inside.npos) return Header{std::string(inside), ""};
  return Header{std::string(trimmed(inside.substr(0, bar))),
                std::string(trimmed(inside.substr(bar + 1)))};
}

std::map<std::string, std::string> parse_options(std::string_view text) {
  std::map<std::string, std::string> options;
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    options.emplace(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return options;
}

// \xNN is a byte; the line ends of the section are left out, \n is one.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') continue;
    if (text.substr(i).starts_with("\\x") && i + 3 < text.size()) {
      out += static_cast<char>(hex_value(text[i + 2]) * 16 + hex_value(text[i + 3]));
      i += 3;
    } else if (text.substr(i).starts_with("\\n")) {
      out += '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

// The text of a section in the mode "times N": from the line `%%` to the next, N times.
std::string repeated(std::string_view text, std::size_t times) {
  const std::size_t begin = text.find("%%\n");
  const std::size_t end = text.find("%%\n", begin + 3);
  const std::string_view part = text.substr(begin + 3, end - begin - 3);
  std::string out(text.substr(0, begin));
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out + std::string(text.substr(end + 3));
}

std::string file_bytes(const CaseSection& section) {
  if (section.mode == "bytes") return unescaped(section.text);
  if (section.mode == "png") return unescaped(kSmallestPng);
  if (!section.mode.starts_with("times ")) return section.text;
  std::size_t times = 0;
  std::from_chars(section.mode.data() + 6, section.mode.data() + section.mode.size(), times);
  return repeated(section.text, times);
}

void write(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

bool has_file(const CaseFile& file, std::string_view name) {
  return std::ranges::find(file.files, name, &CaseSection::name) != file.files.end();
}

std::string option(const CaseFile& file, const std::string& name, std::string_view fallback) {
  const auto found = file.options.find(name);
  return found == file.options.end() ? std::string(fallback) : found->second;
}

// A section in the mode "absent" leaves one file of the theme out.
void write_theme_files(const CaseFile& file, const std::filesystem::path& root) {
  for (const std::string_view name : kThemeFiles) {
    const std::string path = std::string(kTheme) + std::string(name);
    if (!has_file(file, path)) write(root / path, "{{title}}\n");
  }
  const std::string words = std::string(kTheme) + "i18n/en.yaml";
  if (!has_file(file, words)) write(root / words, "home: Home\n");
}

void check_built_pages(const CaseFile& file, Diagnostics& diagnostics) {
  SiteAddresses addresses;
  for (const CaseSection& section : file.files) {
    if (section.name.starts_with("public/")) addresses.urls.push_back(section.name.substr(7));
  }
  std::ranges::sort(addresses.urls);
  for (const CaseSection& section : file.files) {
    if (!section.name.starts_with("public/") || !section.name.ends_with(".html")) continue;
    check_html(section.name.substr(7), file_bytes(section), addresses, diagnostics);
  }
}

}  // namespace

CaseFile parse_case(std::string_view text) {
  CaseFile file;
  std::string* open = &file.comment;
  std::string options;
  for (std::string_view line : split(text, '\n')) {
    const std::optional<Header> header = parse_header(line);
    if (!header) {
      *open += line;
      *open += '\n';
    } else if (header->name == kExpected) {
      open = &file.expected;
    } else if (header->name == "options") {
      open = &options;
    } else {
      file.files.push_back({header->name, header->mode, ""});
      open = &file.files.back().text;
    }
  }
  if (open->ends_with('\n')) open->pop_back();  // what split finds after the last line end
  file.options = parse_options(options);
  return file;
}

std::string with_expected(std::string_view text, std::string_view expected) {
  const std::size_t at = text.find("-- expected --\n");
  std::string out(text.substr(0, at));
  if (!out.ends_with('\n')) out += '\n';
  return out + "-- expected --\n" + std::string(expected);
}

void write_case_files(const CaseFile& file, const std::filesystem::path& root) {
  if (!has_file(file, "site-config.yaml")) write(root / "site-config.yaml", kConfig);
  if (!has_file(file, "content/index.md")) write(root / "content/index.md", kHome);
  if (option(file, "theme", "no") == "yes") write_theme_files(file, root);
  for (const CaseSection& section : file.files) {
    const std::filesystem::path path = root / section.name;
    if (section.mode == "absent") continue;
    if (section.mode == "link") {
      std::filesystem::create_directories(path.parent_path());
      std::filesystem::create_symlink(std::string(trimmed(section.text)), path);
    } else if (section.mode == "folder") {
      std::filesystem::create_directories(path);
    } else {
      write(path, file_bytes(section));
    }
  }
}

// The theme is looked at only in cases that ask for it: the real one is made by a build. The others
// have its words.
std::string check_case(const CaseFile& file, const std::filesystem::path& root) {
  SiteOptions options;
  options.site_dir = root;
  options.share_dir = share_with_kinds();
  options.base_url = option(file, "base-url", "");
  options.today = parse_date(option(file, "date", kToday)).value_or(Date{});
  options.strict = option(file, "strict", "no") == "yes";
  options.strict_dates = option(file, "strict-dates", "no") == "yes";
  const bool has_theme = option(file, "theme", "no") != "no";
  Diagnostics diagnostics;
  const std::unique_ptr<const LoadedSite> loaded = load_site(options, diagnostics);
  check_site(*loaded, options, diagnostics);
  Theme theme;
  if (has_theme) theme = load_rendering(*loaded, options, {}, diagnostics).theme;
  publish_assets(*loaded, find_assets(*loaded, theme), 1, {}, diagnostics);
  check_built_pages(file, diagnostics);
  const FindingOptions settled = finding_options(options, loaded->config);
  return format_findings(settle_findings(std::move(diagnostics), *loaded, settled), settled);
}

}  // namespace signpost
