#include "check/assets/contents.h"

#include <cerrno>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/file_io.h"
#include "base/files.h"
#include "check/assets/document_details.h"
#include "files/documents/document.h"
#include "files/file_format.h"
#include "files/file_kind.h"
#include "files/images/image.h"
#include "files/recording.h"

namespace signpost {
namespace {

constexpr std::uint64_t kMaxImageBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxDrawingBytes = std::uint64_t{8} << 20;
constexpr std::uint64_t kMaxDocumentBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxPixels = 100'000'000;

const ReadAsset kNotPublished{false, std::nullopt};

bool is_image(FileFormat format) {
  return format >= FileFormat::kJpeg && format <= FileFormat::kSvg;
}

std::vector<std::string> names_of(const Config& config) {
  std::vector<std::string> names = config.funded_by;
  const Service& service = config.service;
  names.insert(names.end(), {service.name, service.short_name, service.council});
  return names;
}

// One file on its way to the site.
class AssetReader {
 public:
  AssetReader(const Site& site, const PublicContacts& contacts, const PublishedAsset& asset,
              Diagnostics& diagnostics)
      : path_(site.config->site_dir / asset.path),
        asset_(asset),
        name_(path_in_content(asset.path)),
        ending_(file_ending(asset.path)),
        kind_(file_kind(asset.path.substr(asset.path.rfind('/') + 1))),
        public_names_(names_of(*site.config)),
        contacts_(contacts),
        disclosure_(site.config->disclosure),
        diagnostics_(diagnostics) {}

  ReadAsset read() {
    std::uint64_t size_bytes = 0;
    const Descriptor file = open_to_read(path_, asset_.path, size_bytes, diagnostics_);
    if (!file.is_open()) return kNotPublished;
    std::string head(kFormatBytes, '\0');
    const std::int64_t count = read_some(file.get(), head.data(), head.size());
    if (count < 0) {
      report_unreadable(asset_.path, errno, diagnostics_);
      return kNotPublished;
    }
    head.resize(static_cast<std::size_t>(count));
    const FileFormat format = find_format(head);
    if (!check_kind()) return {};
    const bool is_right = check_format(format);
    if (is_image(format)) return read_image(format);
    if (!is_right) return kNotPublished;
    if (kind_.use == FileUse::kDocument) check_document(format);
    if (is_plain_text()) check_plain_text();
    const bool is_text = ending_ == "txt" || ending_ == "text";
    if (is_text && !asset_.is_offered) {
      report("asset-plain-text",
             fmt::format("\"{}\" is plain text, as notes are, and is published as it is", name_),
             "write it as a page; or, if families are to save it, offer it with :::download");
    }
    if (kind_.use == FileUse::kMedia) check_recording(file.get(), size_bytes);
    return {};
  }

 private:
  void report(std::string_view rule, std::string message, std::string help) {
    diagnostics_.add(rule, asset_.place, std::move(message), std::move(help));
  }

  void check_recording(int fd, std::uint64_t size_bytes) {
    const std::vector<std::string> told = find_recording_data(fd, size_bytes, public_names_);
    if (told.empty()) return;
    report("asset-hidden-data",
           fmt::format("\"{}\" tells more than it shows: {}", name_, fmt::join(told, "; ")),
           "in Windows choose Properties > Details > Remove Properties; or save it anew with a "
           "program for sound and films, without its tags");
  }

  // Whether to look at the file itself.
  bool check_kind() {
    if (kind_.use == FileUse::kUnknown || kind_.use == FileUse::kClosedDocument ||
        kind_.use == FileUse::kForeignPicture) {
      report("asset-kind", fmt::format("\"{}\" is {}", name_, kind_.what), kind_.help);
      return ending_.starts_with("hei") || ending_ == "hif";
    }
    if (!asset_.is_shown || kind_.use == FileUse::kPicture) return true;
    report("asset-mismatch", fmt::format("\"{}\" is {}, not a picture", name_, kind_.what),
           fmt::format("link to it: [words]({})", name_.substr(name_.rfind('/') + 1)));
    return false;
  }

  bool check_format(FileFormat format) {
    if (kind_.use == FileUse::kForeignPicture) return true;
    const bool is_media = kind_.use == FileUse::kMedia;
    if (fits_ending(format, ending_) || (is_media && format == FileFormat::kUnknown)) return true;
    report("asset-mismatch",
           format == FileFormat::kEmpty
               ? fmt::format("\"{}\" is empty", name_)
               : fmt::format("\"{}\" is {}, whatever its name says", name_, format_name(format)),
           rename_help(format));
    return false;
  }

  [[nodiscard]] std::string rename_help(FileFormat format) const {
    constexpr std::pair<FileFormat, std::string_view> kNames[] = {
        {FileFormat::kJpeg, "jpg"},  {FileFormat::kPng, "png"},   {FileFormat::kGif, "gif"},
        {FileFormat::kWebp, "webp"}, {FileFormat::kAvif, "avif"}, {FileFormat::kSvg, "svg"},
        {FileFormat::kPdf, "pdf"}};
    for (const auto& [each, ending] : kNames) {
      if (each != format) continue;
      const std::string_view stem = name_.substr(0, name_.rfind('.'));
      return fmt::format("rename it to \"{}.{}\"", stem.substr(stem.rfind('/') + 1), ending);
    }
    return "put the right file there";
  }

  ReadAsset read_image(FileFormat format) {
    const std::uint64_t most = format == FileFormat::kSvg ? kMaxDrawingBytes : kMaxImageBytes;
    const std::optional<std::string> bytes = read_file(path_, asset_.path, most, diagnostics_);
    if (!bytes) return kNotPublished;
    CleanImage image = clean_image(format, *bytes);
    if (!image.damage.empty()) {
      report("asset-damaged", fmt::format("\"{}\" cannot be used: {}", name_, image.damage),
             "save the picture anew");
      return kNotPublished;
    }
    if (image.pixel_count > kMaxPixels) {
      report("file-too-large",
             fmt::format("\"{}\" has {} million pixels, more than a telephone can show", name_,
                         image.pixel_count / 1'000'000),
             "make it smaller: 2,000 pixels across are enough");
    }
    if (format == FileFormat::kSvg) look_at_words(read_plain_text(image.bytes, "svg"));
    return {true, std::move(image.bytes)};
  }

  [[nodiscard]] bool is_plain_text() const {
    return kind_.use == FileUse::kPlain || ending_ == "vtt" || ending_ == "srt";
  }

  void check_plain_text() {
    const std::optional<std::string> bytes =
        read_file(path_, asset_.path, kMaxDocumentBytes, diagnostics_);
    if (bytes) look_at_words(read_plain_text(*bytes, ending_));
  }

  void look_at_words(const DocumentText& text) {
    const PublishedDocument document{name_, text, asset_.place};
    check_document_details(document, contacts_, diagnostics_);
    check_document_counts(document, disclosure_, diagnostics_);
  }

  void check_document(FileFormat format) {
    const std::optional<std::string> bytes =
        read_file(path_, asset_.path, kMaxDocumentBytes, diagnostics_);
    if (!bytes) return;
    const DocumentContents found = read_document(*bytes, format, ending_, public_names_);
    if (!found.damage.empty()) {
      report("asset-damaged", fmt::format("\"{}\" cannot be looked into: {}", name_, found.damage),
             "open it in the program that made it and save it anew, without a password");
    } else if (!found.told.empty()) {
      report("asset-hidden-data",
             fmt::format("\"{}\" tells more than it shows: {}", name_, fmt::join(found.told, "; ")),
             found.help);
    }
    look_at_words(found.text);
  }

  std::filesystem::path path_;
  const PublishedAsset& asset_;
  std::string_view name_;
  std::string ending_;
  FileKind kind_;
  std::vector<std::string> public_names_;  // who may be the author of a document
  const PublicContacts& contacts_;
  DisclosureProfile disclosure_;
  Diagnostics& diagnostics_;
};

}  // namespace

ReadAsset read_asset(const Site& site, const PublicContacts& contacts, const PublishedAsset& asset,
                     Diagnostics& diagnostics) {
  return AssetReader(site, contacts, asset, diagnostics).read();
}

}  // namespace signpost
