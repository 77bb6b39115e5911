#include "kinds/load_kinds.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/file_names.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/yaml.h"
#include "kinds/kind_file.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxFileBytes = 1 << 18;
constexpr std::size_t kMaxKinds = 100;
constexpr std::string_view kCommonFile = "common.yaml";
constexpr char kSiteFolder[] = "kinds";

bool is_kind_file(std::string_view name) {
  const bool is_hidden = name.starts_with('.') || name.starts_with('_');
  return !is_hidden && name.ends_with(".yaml") && name != kCommonFile;
}

// Returns the names of the files of the program's own kinds, sorted.
std::vector<std::string> list_own_kinds(const fs::path& folder, std::string_view shown_folder,
                                        Diagnostics& diagnostics) {
  std::vector<std::string> names = list_names(folder, shown_folder, diagnostics);
  std::erase_if(names, [](const std::string& name) { return !is_kind_file(name); });
  return names;
}

// Returns the names of the files of the site's kinds, sorted; none where it has no such folder.
std::vector<std::string> list_site_kinds(const fs::path& site_dir, Diagnostics& diagnostics) {
  if (inspect_path(site_dir, kSiteFolder, diagnostics) == EntryKind::kNone) return {};
  std::vector<std::string> names = list_names(site_dir / kSiteFolder, kSiteFolder, diagnostics);
  std::erase_if(names, [&](const std::string& name) {
    if (name.starts_with('.')) return true;
    const std::string path = fmt::format("{}/{}", kSiteFolder, name);
    return inspect_entry(site_dir, path, diagnostics) != EntryKind::kFile || !is_kind_file(name);
  });
  return names;
}

// Returns the tree of a file; nothing where it cannot be read, which is reported.
std::optional<YamlNode> read_yaml(const fs::path& path, std::string_view shown_path,
                                  Diagnostics& diagnostics) {
  const std::optional<std::string> text = read_file(path, shown_path, kMaxFileBytes, diagnostics);
  if (!text) return std::nullopt;
  const std::size_t known = diagnostics.all().size();
  YamlNode root = parse_yaml(*text, shown_path, 1, diagnostics);
  // Where the file cannot be read at all, one message about that is enough.
  if (root.type == YamlType::kNull && diagnostics.all().size() != known) return std::nullopt;
  return root;
}

// Returns the kinds of a folder's files that have a name, in their order.
std::vector<KindFile> read_folder(const fs::path& folder, const std::string& shown_folder,
                                  std::span<const std::string> names,
                                  const std::vector<Field>& common, Diagnostics& diagnostics) {
  std::vector<KindFile> files;
  for (const std::string& name : names) {
    const std::string shown_path = fmt::format("{}/{}", shown_folder, name);
    if (files.size() == kMaxKinds) {
      diagnostics.add("kind-type", {shown_path, 0, 0, 0},
                      fmt::format("there are more than {} kinds of page", kMaxKinds),
                      "delete those that no folder has");
      break;
    }
    if (const std::string mistake = windows_name_mistake(name); !mistake.empty()) {
      diagnostics.add("name-invalid", {shown_path, 0, 0, 0},
                      fmt::format("\"{}\" {}", shown_path, mistake), "give the file another name");
      continue;
    }
    const std::optional<YamlNode> root = read_yaml(folder / name, shown_path, diagnostics);
    if (!root) continue;
    KindFile file = read_kind_file(*root, shown_path, common, diagnostics);
    if (!file.kind.name.empty()) files.push_back(std::move(file));
  }
  std::ranges::stable_sort(files, {}, [](const KindFile& file) { return file.order; });
  return files;
}

using Orders = std::map<std::string, std::uint32_t, std::less<>>;  // by the kind's name

void add_kinds(std::vector<KindFile> files, Kinds& kinds, Orders& orders,
               Diagnostics& diagnostics) {
  for (KindFile& file : files) {
    const std::string& name = file.kind.name;
    if (kinds.find(name) == nullptr) {
      orders.emplace(name, file.order);
      kinds.all.push_back(std::move(file.kind));
      continue;
    }
    diagnostics.add(
        "kind-name-taken", file.name_place,
        fmt::format("there is a kind of page \"{}\" already", name),
        fmt::format("choose another name, such as \"our-{}\", here and in site-config.yaml", name));
  }
}

}  // namespace

Kinds load_kinds(const fs::path& share_dir, const fs::path& site_dir, Diagnostics& diagnostics) {
  Kinds kinds;
  Orders orders;
  const fs::path own = share_dir / "kinds";
  const std::string shown_own = own.generic_string();
  if (share_dir.empty()) {
    diagnostics.add("io-read", {"share/signpost/kinds", 0, 0, 0},
                    "the program's own kinds of page are not beside it",
                    "install Signpost again, with its folder share");
  } else {
    const std::string shown_common = fmt::format("{}/{}", shown_own, kCommonFile);
    const std::optional<YamlNode> common = read_yaml(own / kCommonFile, shown_common, diagnostics);
    if (common) kinds.common = read_common_fields(*common, shown_common, diagnostics);
    const std::vector<std::string> names = list_own_kinds(own, shown_own, diagnostics);
    add_kinds(read_folder(own, shown_own, names, kinds.common, diagnostics), kinds, orders,
              diagnostics);
  }
  // Pages at the top of a site have this kind, also in a program that is not whole.
  if (kinds.find(kPlainKind) == nullptr) {
    orders.emplace(kPlainKind, 0);
    kinds.all.push_back({std::string(kPlainKind), "Page", std::string(kPlainKind)});
  }
  const std::vector<std::string> names = list_site_kinds(site_dir, diagnostics);
  add_kinds(read_folder(site_dir / kSiteFolder, kSiteFolder, names, kinds.common, diagnostics),
            kinds, orders, diagnostics);
  std::ranges::stable_sort(kinds.all, {},
                           [&](const Kind& kind) { return orders.find(kind.name)->second; });
  return kinds;
}

}  // namespace signpost
