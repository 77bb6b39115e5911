// site-config.yaml as a value. Made once by load_config, read by every stage.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/local_text.h"
#include "config/brand.h"
#include "config/calendar.h"
#include "config/duties.h"
#include "disclosure/disclosure.h"
#include "kinds/kinds.h"
#include "privacy/placed_details.h"

namespace signpost {

struct Hours {
  std::vector<std::string> days;  // "monday" …, in order
  std::string from;               // "09:00"
  std::string to;                 // "17:00"
  LocalText note;
};

struct Closure {
  Date date;
  std::string reason;
};

struct Service {
  std::string name, short_name, area, council, phone, email;
  std::vector<std::string> address;
  Hours hours;
  std::vector<Closure> closures;
  bool is_placeholder = false;  // the phone number and email address are examples
};

struct Language {
  std::string tag;   // BCP 47: "en-GB", "ur"
  std::string name;  // in its own script
  std::string dir;   // "ltr" or "rtl"
};

// A link of the navigation or footer: `page` is a source path below content/ ("about/contact.md").
struct MenuItem {
  LocalText title;
  std::string page;
  Place place;
};

struct TaxonomyTerm {
  std::string id;
  LocalText title, summary;
};

struct Folder {
  std::string path;  // "factsheets"
  std::string kind;  // "factsheet"
  LocalText title, summary;
  bool is_kind_known = true;  // else `kind` is the plain one
};

// What `signpost reach` leaves out of the sites that visits came from.
struct ReachSettings {
  std::vector<std::string> own_hosts;           // of this website, beside base_url's
  std::vector<std::string> internal_referrers;  // only staff come from there
};

struct Config {
  std::filesystem::path site_dir;
  Kinds kinds;
  Service service;
  Brand brand;
  std::map<std::string, std::uint32_t, std::less<>> promised_working_days;  // "first_contact" -> 5
  std::vector<std::string> funded_by;
  LocalText independence_statement;
  std::string base_url;              // "" or "https://host/path/" with the slash
  bool is_base_url_refused = false;  // one is written, but it is none
  std::string theme = "signpost";
  // At least one: the first is the site's own.
  std::vector<Language> languages = {{"en-GB", "English", "ltr"}};
  std::vector<MenuItem> navigation, footer;
  std::vector<TaxonomyTerm> topics, audiences;
  std::vector<Folder> folders;
  std::map<std::string, Severity> checks;
  DisclosureProfile disclosure = DisclosureProfile::kStandard;
  // Phone numbers, emails and postcodes of others that pages may show (personal-* rules).
  std::vector<std::string> public_contacts;
  Calendar calendar;
  std::uint32_t grace_days = 60;  // after which something late is more than a warning
  std::vector<Duty> duties;
  ReachSettings reach;
  bool is_repository_private = false;  // only the service can read these files
  PlacedDetails details;               // of the settings
};

// Returns the site's own language: the first of its settings.
inline const std::string& own_language(const Config& config) {
  return config.languages.front().tag;
}

// Returns the configuration of the site in `site_dir`, whose pages are of `kinds`, with the best
// values where there are mistakes. Reports config-* and yaml-* rules with line and column.
Config load_config(const std::filesystem::path& site_dir, Kinds kinds, Diagnostics& diagnostics);

}  // namespace signpost
