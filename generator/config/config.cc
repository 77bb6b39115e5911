#include "config/config.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/file_names.h"
#include "base/folder.h"
#include "base/language_tag.h"
#include "base/text.h"
#include "base/web_address.h"
#include "base/yaml.h"
#include "base/yaml_map.h"
#include "config/reach_settings.h"
#include "config/service.h"
#include "findings/rules.h"

namespace signpost {
namespace {

constexpr char kFileName[] = "site-config.yaml";
constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{1} << 20;
constexpr YamlMapSource kSource = {kFileName, kConfigRules,
                                   "see the comments in the site-config.yaml of a new site"};

// The map below `key`, or an empty one.
const YamlNode& part(const YamlNode& node, std::string_view key) {
  static const YamlNode kEmpty;
  const YamlNode* found = node.find(key);
  return found == nullptr ? kEmpty : *found;
}

// Each page is compared with each of these, or shows them.
constexpr std::size_t kMaxFolders = 500;

// Returns the first `limit` items of the list `key`; reports that there are more.
std::span<const YamlNode> bounded_list(const YamlMap& map, std::string_view key,
                                       std::size_t limit) {
  const std::span<const YamlNode> items = map.list(key);
  if (items.size() <= limit) return items;
  map.wrong(key, fmt::format("\"{}\" has more than {} entries", key, limit),
            "take out those that are least used");
  return items.first(limit);
}

Place place_of(const YamlNode& node) {
  return {kFileName, node.line, node.column, static_cast<std::uint32_t>(node.text.size())};
}

// Whether the tag can be one of the site's, beside those that are; says why not.
bool is_usable_tag(const YamlMap& map, const std::string& tag,
                   const std::vector<Language>& languages) {
  if (tag.empty()) return false;  // reported
  const std::string canonical = canonical_language_tag(tag);
  if (canonical.empty()) {
    std::string dashed = tag;
    std::ranges::replace(dashed, '_', '-');
    const std::string meant = canonical_language_tag(dashed);
    map.wrong("tag", fmt::format("\"{}\" is not a language tag", tag),
              meant.empty() ? "write it like en-GB, ur or pl" : fmt::format("write {}", meant));
    return false;
  }
  const auto same = [&](const Language& other) {
    return canonical_language_tag(other.tag) == canonical;
  };
  if (std::ranges::any_of(languages, same)) {
    map.wrong("tag", fmt::format("the language \"{}\" is there twice", tag),
              "delete one of the two entries");
    return false;
  }
  const std::string mistake = windows_name_mistake(ascii_lower(tag));
  if (!mistake.empty()) {
    map.wrong("tag", fmt::format("\"{}\" cannot be the name of a folder: it {}", tag, mistake),
              fmt::format("write it with its country or script, such as {}-GB", tag));
    return false;
  }
  return true;
}

std::vector<Language> read_languages(const YamlMap& root, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"tag", "name", "dir"};
  std::vector<Language> languages;
  root.required("languages");
  for (const YamlNode& item : bounded_list(root, "languages", 100)) {
    const YamlMap map(item, "a language", kSource, kKeys, diagnostics);
    Language language{map.required_text("tag"), map.required_text("name"), map.text("dir")};
    if (language.dir.empty()) language.dir = "ltr";
    if (language.dir != "ltr" && language.dir != "rtl") {
      map.wrong("dir", fmt::format("\"{}\" is not a direction of writing", language.dir),
                "write ltr (left to right) or rtl (right to left)");
      language.dir = "ltr";
    }
    if (is_usable_tag(map, language.tag, languages)) languages.push_back(std::move(language));
  }
  return languages;
}

std::vector<MenuItem> read_menu(const YamlMap& root, std::string_view key,
                                const YamlMapSource& source, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"title", "page"};
  std::vector<MenuItem> menu;
  for (const YamlNode& item : bounded_list(root, key, 200)) {
    const YamlMap map(item, "a menu entry", source, kKeys, diagnostics);
    MenuItem entry{map.required_local_text("title"), map.required_text("page"), map.place("page")};
    if (!entry.title.text.empty() && !entry.page.empty()) menu.push_back(std::move(entry));
  }
  return menu;
}

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::vector<TaxonomyTerm> read_terms(const YamlMap& taxonomies, std::string_view key,
                                     const YamlMapSource& source, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"id", "title", "summary"};
  std::vector<TaxonomyTerm> terms;
  for (const YamlNode& item : bounded_list(taxonomies, key, 500)) {
    const YamlMap map(item, "an entry", source, kKeys, diagnostics);
    TaxonomyTerm term{map.required_text("id"), map.required_local_text("title"),
                      map.required_local_text("summary")};
    if (!term.id.empty() && (!is_id(term.id) || !windows_name_mistake(term.id).empty())) {
      map.wrong("id", fmt::format("\"{}\" cannot be an id", term.id),
                "use small letters, digits and hyphens: school-support");
      continue;
    }
    const auto same = [&](const TaxonomyTerm& other) { return other.id == term.id; };
    if (std::any_of(terms.begin(), terms.end(), same)) {
      map.wrong("id", fmt::format("the id \"{}\" is there twice", term.id),
                "give each entry an id of its own");
      continue;
    }
    if (!term.id.empty()) terms.push_back(std::move(term));
  }
  return terms;
}

bool is_folder_path(std::string_view path) {
  const std::vector<std::string_view> names = split(path, '/');
  return path.size() <= kMaxPathBytes && std::ranges::all_of(names, [](std::string_view name) {
           return is_id(name) && windows_name_mistake(name).empty();
         });
}

std::vector<Folder> read_folders(const YamlMap& root, const YamlMapSource& source,
                                 const Kinds& kinds, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"kind", "title", "summary"};
  std::vector<Folder> folders;
  const YamlNode* node = root.required("folders");
  if (node == nullptr) return folders;
  for (const YamlEntry& entry : node->entries) {
    if (folders.size() == kMaxFolders) {
      root.wrong("folders", fmt::format("\"folders\" has more than {} entries", kMaxFolders),
                 "put folders into other folders, which have the same kind then");
      break;
    }
    if (!is_folder_path(entry.key)) {
      diagnostics.add(
          "config-type",
          {kFileName, entry.line, entry.column, static_cast<std::uint32_t>(entry.key.size())},
          fmt::format("\"{}\" cannot be a folder of content", entry.key),
          "write its path below content/: small letters, digits and hyphens, / between "
          "folders");
      continue;
    }
    const YamlMap map(entry.value, "a folder", source, kKeys, diagnostics);
    Folder folder{entry.key, map.required_text("kind"), map.required_local_text("title"),
                  map.local_text("summary")};
    if (kinds.find(folder.kind) == nullptr) {
      if (!folder.kind.empty()) {
        map.wrong("kind", fmt::format("there is no kind of page \"{}\"", folder.kind),
                  did_you_mean_one_of(folder.kind, kinds.names()));
      }
      folder.kind = kPlainKind;
      folder.is_kind_known = false;
    }
    folders.push_back(std::move(folder));
  }
  return folders;
}

std::optional<Severity> find_severity(std::string_view name) {
  if (name == "off") return Severity::kOff;
  if (name == "info") return Severity::kInfo;
  if (name == "warning") return Severity::kWarning;
  if (name == "error") return Severity::kError;
  return std::nullopt;
}

std::map<std::string, Severity> read_checks(const YamlNode& node, Diagnostics& diagnostics) {
  std::map<std::string, Severity> checks;
  std::vector<std::string_view> ids;
  for (const Rule& rule : all_rules()) ids.push_back(rule.id);
  for (const YamlEntry& entry : node.entries) {
    const Place key = {kFileName, entry.line, entry.column,
                       static_cast<std::uint32_t>(entry.key.size())};
    if (const FixedRule fixed = fixed_rule(entry.key); fixed != FixedRule::kNo) {
      diagnostics.add("config-fixed-rule", key,
                      fmt::format("\"{}\" {}", entry.key, reason_of(fixed)),
                      std::string(help_of(fixed)));
      continue;
    }
    if (find_rule(entry.key) == nullptr) {
      diagnostics.add(
          "config-unknown-rule", key, fmt::format("there is no rule \"{}\"", entry.key),
          did_you_mean_or(entry.key, ids, "signpost check --list-rules names all rules"));
      continue;
    }
    const std::optional<Severity> severity = find_severity(entry.value.text);
    if (severity) {
      checks.emplace(entry.key, *severity);
    } else {
      diagnostics.add("config-type", place_of(entry.value),
                      fmt::format("\"{}\" is not a severity", entry.value.text),
                      "use off, info, warning or error");
    }
  }
  return checks;
}

constexpr std::string_view kWorkingDays = "_working_days";
constexpr std::string_view kFirstContact = "first_contact_working_days";

// Any number of promises, each a number of working days; the theme shows the first contact's.
void read_promises(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  std::vector<std::string_view> keys = {kFirstContact};
  for (const YamlEntry& entry : node.entries) {
    if (entry.key.ends_with(kWorkingDays) && entry.key != kFirstContact) keys.push_back(entry.key);
  }
  const YamlMap map(node, "promises", kSource, keys, diagnostics);
  map.required(kFirstContact);
  for (const std::string_view key : keys) {
    const std::string days = map.number(key);
    if (days.empty()) continue;
    const std::string name(key.substr(0, key.size() - kWorkingDays.size()));
    config.promised_working_days[name] = static_cast<std::uint32_t>(std::stoul(days));
  }
}

void read_independence(const YamlNode& node, Config& config, const YamlMapSource& source,
                       Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"funded_by", "statement"};
  const YamlMap map(node, "independence", source, kKeys, diagnostics);
  config.funded_by = map.required_texts("funded_by");
  config.independence_statement = map.required_local_text("statement");
}

void read_site(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"base_url", "theme", "language"};
  const YamlMap map(node, "site", kSource, kKeys, diagnostics);
  config.base_url = map.text("base_url");
  if (!config.base_url.empty()) {
    CheckedAddress checked = check_web_address(config.base_url, AddressUse::kBase);
    config.is_base_url_refused = !checked.mistake.empty();
    if (config.is_base_url_refused) {
      map.wrong("base_url",
                fmt::format("\"{}\" cannot be the base_url: {}", config.base_url, checked.mistake),
                checked.help);
    }
    config.base_url = std::move(checked.address);
  }
  if (const std::string theme = map.text("theme"); !theme.empty()) {
    if (is_id(theme)) {
      config.theme = theme;
    } else {
      map.wrong("theme", fmt::format("\"{}\" cannot be the name of a theme", theme),
                "use the name of a folder in themes/, such as signpost");
    }
  }
  const std::string language = map.text("language");
  const std::string& first = own_language(config);
  if (!language.empty() && language != first) {
    map.wrong("language",
              fmt::format("the site's language \"{}\" is not the first of \"languages\"", language),
              fmt::format("write {}, or put {} first in languages", first, language));
  }
}

std::vector<std::string> folder_paths(const Config& config) {
  std::vector<std::string> paths;
  for (const Folder& folder : config.folders) paths.push_back(folder.path);
  return paths;
}

DisclosureProfile read_disclosure(const YamlNode& node, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"profile"};
  static constexpr std::string_view kProfiles[] = {"standard", "strict"};
  const YamlMap map(node, "disclosure", kSource, kKeys, diagnostics);
  const std::string profile = map.text("profile");
  if (profile == "strict") return DisclosureProfile::kStrict;
  if (profile.empty() || profile == "standard") return DisclosureProfile::kStandard;
  map.wrong("profile", fmt::format("there is no profile \"{}\"", profile),
            did_you_mean_or(profile, kProfiles, "write standard or strict"));
  return DisclosureProfile::kStrict;  // the one that tells less, for whoever goes on all the same
}

// Who can read the folder that these files are kept in: nobody but the service, or anybody.
bool read_repository(const YamlMap& root) {
  static constexpr std::string_view kWords[] = {"private", "public"};
  const std::string word = root.text("repository");
  if (!word.empty() && std::ranges::find(kWords, word) == std::end(kWords)) {
    root.wrong("repository", fmt::format("\"repository\" cannot be \"{}\"", word),
               did_you_mean_or(word, kWords, "write private or public"));
  }
  return word == "private";
}

// Terms and closing days are known only so far: somebody has to go on with them in time.
void add_settings_duties(const YamlNode& root, Config& config) {
  const auto add = [&](const YamlNode& node, std::string id, std::string what, Date reaches) {
    config.duties.push_back(settings_duty(std::move(id), std::move(what), reaches,
                                          {std::string(kSource.path), node.line, node.column, 0}));
  };
  if (!config.calendar.terms.empty()) {
    add(part(part(root, "calendar"), "terms"), "school-terms", "School terms in site-config.yaml",
        config.calendar.terms.back().period.to);
  }
  const auto last = std::ranges::max_element(config.service.closures, {}, &Closure::date);
  if (last != config.service.closures.end()) {
    add(part(part(root, "service"), "closures"), "closing-days", "Closing days in site-config.yaml",
        last->date);
  }
}

void read_root(const YamlNode& root, Config& config, Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {
      "service",    "promises",   "independence", "site",       "languages",       "navigation",
      "footer",     "taxonomies", "folders",      "checks",     "public_contacts", "calendar",
      "disclosure", "reach",      "duties",       "repository", "grace_days",      "brand"};
  const YamlMap map(root, "site-config.yaml", kSource, kKeys, diagnostics);
  for (const std::string_view key : {"service", "promises", "independence"}) map.required(key);
  std::vector<Language> languages = read_languages(map, diagnostics);
  if (!languages.empty()) config.languages = std::move(languages);
  std::vector<std::string_view> tags;
  for (const Language& language : config.languages) tags.push_back(language.tag);
  const YamlMapSource source{kSource.path, kSource.rules, kSource.type_help, tags};
  config.service = read_service(part(root, "service"), source, diagnostics);
  config.brand = read_brand(part(root, "brand"), config.site_dir, source, diagnostics);
  read_promises(part(root, "promises"), config, diagnostics);
  read_independence(part(root, "independence"), config, source, diagnostics);
  read_site(part(root, "site"), config, diagnostics);
  config.navigation = read_menu(map, "navigation", source, diagnostics);
  config.footer = read_menu(map, "footer", source, diagnostics);
  static constexpr std::string_view kTaxonomies[] = {"topics", "audiences"};
  const YamlMap taxonomies(part(root, "taxonomies"), "taxonomies", kSource, kTaxonomies,
                           diagnostics);
  config.topics = read_terms(taxonomies, "topics", source, diagnostics);
  config.audiences = read_terms(taxonomies, "audiences", source, diagnostics);
  config.folders = read_folders(map, source, config.kinds, diagnostics);
  config.checks = read_checks(part(root, "checks"), diagnostics);
  config.public_contacts = map.texts("public_contacts");
  config.disclosure = read_disclosure(part(root, "disclosure"), diagnostics);
  config.calendar = read_calendar(part(root, "calendar"), source, diagnostics);
  config.duties = read_duties(map, folder_paths(config), config.calendar, kSource, diagnostics);
  add_settings_duties(root, config);
  if (map.text("grace_days") == "0") {
    config.grace_days = 0;
  } else if (const std::string days = map.number("grace_days"); !days.empty()) {
    config.grace_days = static_cast<std::uint32_t>(std::stoul(days));
  }
  config.is_repository_private = read_repository(map);
  config.reach = read_reach(part(root, "reach"), kSource, diagnostics);
}

}  // namespace

Config load_config(const std::filesystem::path& site_dir, Kinds kinds, Diagnostics& diagnostics) {
  Config config;
  config.site_dir = site_dir;
  config.kinds = std::move(kinds);
  const std::optional<std::string> text =
      read_site_file(site_dir, kFileName, kMaxConfigBytes, diagnostics);
  if (text) {
    const std::size_t known = diagnostics.all().size();
    const YamlNode root = parse_yaml(*text, kFileName, 1, diagnostics);
    // Where the file cannot be read at all, one message about that is enough.
    if (root.type == YamlType::kMap || diagnostics.all().size() == known) {
      read_root(root, config, diagnostics);
      find_details(root, {kFileName, *text}, is_role_of_data, config.details);
    }
  }
  return config;
}

}  // namespace signpost
