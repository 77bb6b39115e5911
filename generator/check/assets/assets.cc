#include "check/assets/assets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "content/misplaced.h"
#include "files/file_kind.h"
#include "publications/meetings.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxNamed = 10;

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_name_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '_' || c == '.';
}

// Whether the text has the address as a whole: "plan.pdf" is not in "my-plan.pdf".
bool names_address(std::string_view text, std::string_view address) {
  for (std::size_t at = text.find(address); at != text.npos; at = text.find(address, at + 1)) {
    const std::size_t end = at + address.size();
    if (at > 0 && is_name_letter(text[at - 1])) continue;
    if (end == text.size() || !is_name_letter(text[end])) return true;
  }
  return false;
}

// Collects who names which file; the first place stays.
class AssetUses {
 public:
  explicit AssetUses(const Site& site) : site_(site) {}

  void add_page(const Page& page, const Document& document) {
    for (const Node& node : document.nodes) {
      const bool is_image = node.kind == NodeKind::kImage;
      if (is_image || node.kind == NodeKind::kLink) {
        const Link& link = document.links[node.extra];
        if (link.kind != LinkKind::kAsset) continue;
        add("content/" + link.url, {page.source_path, node.line, node.column, link.length},
            is_image ? Naming::kPicture : Naming::kLink);
      } else if (node.kind == NodeKind::kDirective) {
        add_download(page, node, document.directives[node.extra]);
      }
    }
    for (const MeetingFile& file : meeting_files(page)) {
      add("content/" + file.path, {page.source_path, file.line, file.column, 0}, Naming::kOffer);
    }
    add_fields(page, page.fields);
  }

  void add_theme(std::span<const std::string_view> theme_texts) {
    for (const std::string& asset : site_.assets) {
      if (uses_.contains(asset)) continue;
      const std::string url = asset_url(asset);
      const bool is_named = std::ranges::any_of(
          theme_texts, [&](std::string_view text) { return names_address(text, url); });
      if (is_named) add(asset, {asset, 0, 0, 0}, Naming::kOffer);
    }
  }

  enum class Naming { kLink, kOffer, kPicture };

  void add(const std::string& path, Place place, Naming naming) {
    if (!std::ranges::binary_search(site_.assets, path)) return;
    if (is_misplaced(path)) return;
    const auto [found, is_new] = uses_.try_emplace(path, PublishedAsset{path, std::move(place)});
    if (naming == Naming::kPicture) found->second.is_shown = true;
    if (naming != Naming::kLink) found->second.is_offered = true;
  }

  std::vector<PublishedAsset> take() {
    std::vector<PublishedAsset> published;
    for (auto& [path, asset] : uses_) published.push_back(std::move(asset));
    return published;
  }

 private:
  void add_download(const Page& page, const Node& node, const Directive& directive) {
    if (directive.rule == nullptr || directive.rule->names != ArgumentNames::kFile) return;
    for (const auto& [key, value] : directive.attributes) {
      if (key == "url") {
        add("content/" + value, {page.source_path, node.line, node.column, 0}, Naming::kOffer);
      }
    }
  }

  // A field of a kind that a site brought may name a file, from content/ or from the page's folder.
  void add_field(const Page& page, const FieldEntry& entry, std::string_view value) {
    if (value.find('.') == value.npos) return;
    const Place place{page.source_path, entry.line, entry.column, 0};
    add(fmt::format("content/{}", value), place, Naming::kOffer);
    if (!page.folder.empty())
      add(fmt::format("content/{}/{}", page.folder, value), place, Naming::kOffer);
  }

  void add_fields(const Page& page, const Fields& fields) {
    for (const FieldEntry& entry : fields.entries) {
      if (const auto* text = std::get_if<std::string>(&entry.value)) {
        add_field(page, entry, *text);
      } else if (const auto* list = std::get_if<std::vector<std::string>>(&entry.value)) {
        for (const std::string& each : *list) add_field(page, entry, each);
      } else if (const auto* pairs = std::get_if<TextPairs>(&entry.value)) {
        for (const auto& [key, each] : *pairs) add_field(page, entry, each);
      } else if (const auto* records = std::get_if<std::vector<Fields>>(&entry.value)) {
        for (const Fields& record : *records) add_fields(page, record);
      }
    }
  }

  const Site& site_;
  std::map<std::string, PublishedAsset, std::less<>> uses_;
};

// A document lies in content/ to be published or by mistake; a picture may wait for its page.
bool is_error_unnamed(FileUse use) {
  return use == FileUse::kDocument || use == FileUse::kClosedDocument || use == FileUse::kPlain;
}

void report_unused(const std::vector<std::string_view>& unused, Diagnostics& diagnostics) {
  if (unused.empty()) return;
  const auto& first = unused.front();
  if (unused.size() == 1) {
    diagnostics.add("asset-unused", {std::string(first), 0, 0, 0},
                    fmt::format("no page names \"{}\", so it is not published", name_of(first)),
                    "link to it, or delete it");
    return;
  }
  std::string names;
  for (std::size_t i = 0; i < std::min(unused.size(), kMaxNamed); ++i) {
    names += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", path_in_content(unused[i]));
  }
  if (unused.size() > kMaxNamed) names += fmt::format(" and {} more", unused.size() - kMaxNamed);
  diagnostics.add(
      "asset-unused", {"content", 0, 0, 0},
      fmt::format("no page names {} files, so they are not published: {}", unused.size(), names),
      "link to those that families are to have, and delete the others");
}

}  // namespace

bool is_misplaced(std::string_view path) {
  return file_kind(name_of(path)).use == FileUse::kMisplaced;
}

std::vector<PublishedAsset> find_published_assets(const Site& site,
                                                  std::span<const Document> documents,
                                                  std::span<const std::string_view> theme_texts,
                                                  std::span<const PublishedAsset> named) {
  AssetUses uses(site);
  for (const PublishedAsset& each : named) {
    uses.add(each.path, each.place,
             each.is_shown ? AssetUses::Naming::kPicture : AssetUses::Naming::kOffer);
  }
  for (std::size_t i = 0; i < documents.size(); ++i) uses.add_page(site.pages[i], documents[i]);
  uses.add_theme(theme_texts);
  return uses.take();
}

void check_unpublished_assets(const Site& site, std::span<const PublishedAsset> published,
                              Diagnostics& diagnostics) {
  std::vector<std::string_view> unused;
  std::vector<MisplacedFile> misplaced;
  for (const std::string& asset : site.assets) {
    if (std::ranges::binary_search(published, asset, {}, &PublishedAsset::path)) continue;
    FileKind kind = file_kind(name_of(asset));
    if (kind.use == FileUse::kMisplaced) continue;  // discover has reported it
    const bool is_pdf = file_ending(asset) == "pdf";
    if (is_error_unnamed(kind.use) && !is_pdf) {
      misplaced.push_back({asset, kind.what + " that no page names", std::move(kind.help)});
    } else {
      unused.push_back(asset);
    }
  }
  report_misplaced(std::move(misplaced), diagnostics);
  report_unused(unused, diagnostics);
}

}  // namespace signpost
