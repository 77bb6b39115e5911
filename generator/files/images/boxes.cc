#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "files/images/byte_order.h"
#include "files/images/walkers.h"

// ISO/IEC 14496-12 (boxes) and 23008-12 (items). Places in these files are counted from their
// beginning, so nothing is moved: what has to go is overwritten where it stands.
namespace signpost {
namespace {

struct Box {
  std::string type;
  std::size_t begin = 0, payload = 0, end = 0;
};

struct Range {
  std::size_t begin = 0, end = 0;
};

struct Item {
  std::string type;
  Range name;             // of its entry
  std::size_t flags = 0;  // where the last byte of the entry's flags is
  std::vector<Range> extents;
};

constexpr std::size_t kMaxItems = 10'000, kMaxExtents = 100'000;
constexpr std::string_view kDrawnItems[] = {"av01", "hvc1", "hev1", "lhv1", "avc1", "vvc1", "jpeg",
                                            "j2k1", "unci", "grid", "iovl", "iden", "tmap"};

class BoxWalk {
 public:
  explicit BoxWalk(std::string_view bytes) : bytes_(bytes) {}

  CleanImage run() {
    CleanImage image;
    const std::vector<Box> boxes = children({"", 0, 0, bytes_.size()});
    const Box* meta = find(boxes, "meta");
    const Box* movie = find(boxes, "moov");
    if (find(boxes, "ftyp") == nullptr || (meta == nullptr && movie == nullptr) ||
        (find(boxes, "mdat") == nullptr && !has_item_data(meta))) {
      image.damage = kCutOff;
      return image;
    }
    for (const Box& box : boxes) {
      if (box.type == "mdat") data_.push_back({box.payload, box.end});
    }
    if (meta != nullptr && !clean_meta(*meta)) {
      image.damage = "its list of parts is damaged";
      return image;
    }
    if (movie != nullptr) clean_movie(*movie);
    std::size_t end = 0;
    for (const Box& box : boxes) {
      if (box.type == "mdat" && movie == nullptr) blank_unused(box);
      if (box.type != "ftyp" && box.type != "meta" && box.type != "moov" && box.type != "mdat") {
        free(box);
      } else {
        end = box.end;
      }
    }
    bytes_.resize(end);  // what stands behind the last part of the picture goes
    image.bytes = std::move(bytes_);
    return image;
  }

 private:
  [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t size) const {
    return big_endian(bytes_, at, size);
  }
  [[nodiscard]] std::string_view text(std::size_t at, std::size_t size) const {
    return std::string_view(bytes_).substr(std::min(at, bytes_.size()), size);
  }

  // The boxes from `parent.payload` to its end; what is no box any more is left out.
  [[nodiscard]] std::vector<Box> children(const Box& parent) const {
    std::vector<Box> boxes;
    std::size_t at = parent.payload;
    while (at + 8 <= parent.end) {
      std::uint64_t size = number(at, 4);
      std::size_t header = 8;
      if (size == 1 && at + 16 <= parent.end) {
        size = number(at + 8, 8);
        header = 16;
      } else if (size == 0) {
        size = parent.end - at;
      }
      if (size < header || size > parent.end - at) break;
      boxes.push_back(
          {std::string(text(at + 4, 4)), at, at + header, at + static_cast<std::size_t>(size)});
      at += static_cast<std::size_t>(size);
    }
    return boxes;
  }

  static const Box* find(const std::vector<Box>& boxes, std::string_view type) {
    const auto found = std::ranges::find(boxes, type, &Box::type);
    return found == boxes.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool has_item_data(const Box* meta) const {
    return meta != nullptr &&
           text(meta->begin, meta->end - meta->begin).find("idat") != std::string_view::npos;
  }

  void blank(Range range, char with = '\0') {
    const std::size_t end = std::min(range.end, bytes_.size());
    if (range.begin >= end) return;
    std::fill(bytes_.begin() + static_cast<std::ptrdiff_t>(range.begin),
              bytes_.begin() + static_cast<std::ptrdiff_t>(end), with);
  }

  void free(const Box& box) {
    blank({box.payload, box.end});
    bytes_.replace(box.begin + 4, 4, "free");
  }

  bool clean_meta(const Box& meta) {
    const Box inside{meta.type, meta.begin, std::min(meta.payload + 4, meta.end), meta.end};
    const std::vector<Box> boxes = children(inside);
    const Box* infos = find(boxes, "iinf");
    const Box* places = find(boxes, "iloc");
    const Box* data = find(boxes, "idat");
    if (infos == nullptr || places == nullptr) return false;
    if (data != nullptr) data_.push_back({data->payload, data->end});
    read_infos(*infos);
    if (!read_places(*places, data)) return false;
    if (const Box* primary = find(boxes, "pitm")) {
      primary_ = number(primary->payload + 4, number(primary->payload, 1) == 0 ? 2 : 4);
    }
    if (const Box* references = find(boxes, "iref")) read_thumbnails(*references);
    for (auto& [id, item] : items_) clean_item(id, item);
    static constexpr std::string_view kKeptBoxes[] = {"hdlr", "pitm", "iinf", "iloc", "iprp",
                                                      "iref", "idat", "dinf", "grpl"};
    for (const Box& box : boxes) {
      if (std::ranges::find(kKeptBoxes, box.type) == std::end(kKeptBoxes)) free(box);
      if (box.type == "hdlr") blank({box.payload + 24, box.end});  // a name
    }
    return true;
  }

  void read_infos(const Box& infos) {
    const std::size_t count_size = number(infos.payload, 1) == 0 ? 2 : 4;
    const Box inside{infos.type, infos.begin, std::min(infos.payload + 4 + count_size, infos.end),
                     infos.end};
    for (const Box& entry : children(inside)) {
      const std::uint64_t version = number(entry.payload, 1);
      if (entry.type != "infe" || items_.size() >= kMaxItems) continue;
      const std::size_t id_size = version == 3 ? 4 : 2;
      Item& item = items_[number(entry.payload + 4, id_size)];
      const std::size_t after_id = entry.payload + 4 + id_size + 2;
      item.flags = entry.payload + 3;
      item.type = version < 2 ? "mime" : std::string(text(after_id, 4));
      const std::size_t name = version < 2 ? after_id : after_id + 4;
      const std::size_t name_end = bytes_.find('\0', name);
      item.name = {name, std::min(name_end, entry.end)};
    }
  }

  bool read_places(const Box& places, const Box* data) {
    const std::uint64_t version = number(places.payload, 1);
    const std::uint64_t sizes = number(places.payload + 4, 2);
    const std::size_t offset_size = sizes >> 12U, length_size = (sizes >> 8U) & 15U;
    const std::size_t base_size = (sizes >> 4U) & 15U, index_size = version == 0 ? 0 : sizes & 15U;
    const std::size_t id_size = version < 2 ? 2 : 4;
    if (std::max({offset_size, length_size, base_size, index_size}) > 8) return false;
    const std::uint64_t count = number(places.payload + 6, id_size);
    std::size_t at = places.payload + 6 + id_size;
    for (std::uint64_t i = 0; i < count; ++i) {
      if (at + id_size + 2 + base_size + 2 > places.end || i >= kMaxItems) return false;
      Item& item = items_[number(at, id_size)];
      at += id_size;
      const std::uint64_t method = version == 0 ? 0 : number(at, 2) & 15U;
      at += version == 0 ? 2 : 4;
      std::uint64_t base = number(at, base_size);
      at += base_size;
      const std::uint64_t extent_count = number(at, 2);
      at += 2;
      if (method == 1 && data != nullptr) base += data->payload;
      for (std::uint64_t extent = 0; extent < extent_count; ++extent) {
        if (at + index_size + offset_size + length_size > places.end) return false;
        if (offset_size + length_size == 0 && extent > 0) return false;
        const std::uint64_t begin = base + number(at + index_size, offset_size);
        const std::uint64_t length = number(at + index_size + offset_size, length_size);
        at += index_size + offset_size + length_size;
        if (method > 1) continue;  // made of other items
        const auto data_range = std::ranges::find_if(
            data_, [&](const Range& range) { return begin >= range.begin && begin < range.end; });
        // Nothing but data is overwritten.
        if (data_range == data_.end() || length > data_range->end - begin) return false;
        item.extents.push_back({begin, length == 0 ? data_range->end : begin + length});
        named_bytes_ += item.extents.back().end - begin;
        // Parts that lie over each other again and again are no picture.
        if (++extent_count_ > kMaxExtents || named_bytes_ / 4 > bytes_.size()) return false;
      }
    }
    return true;
  }

  // Small pictures of the same: they may show what was cut off later.
  void read_thumbnails(const Box& references) {
    const std::size_t id_size = number(references.payload, 1) == 0 ? 2 : 4;
    const Box inside{references.type, references.begin,
                     std::min(references.payload + 4, references.end), references.end};
    for (const Box& reference : children(inside)) {
      if (reference.type != "thmb") continue;
      const std::uint64_t id = number(reference.payload, id_size);
      if (id == primary_) continue;
      thumbnails_.insert(id);
      bytes_.replace(reference.begin + 4, 4, "free");
    }
  }

  void clean_item(std::uint64_t id, Item& item) {
    blank(item.name, ' ');
    const bool is_drawn =
        std::ranges::find(kDrawnItems, item.type) != std::end(kDrawnItems) || item.type.empty();
    if (is_drawn && !thumbnails_.contains(id)) {
      kept_.insert(kept_.end(), item.extents.begin(), item.extents.end());
      return;
    }
    if (is_drawn) bytes_[item.flags] = static_cast<char>(bytes_[item.flags] | 1);  // hidden
    for (std::size_t i = 0; i < item.extents.size(); ++i) {
      const Range extent = item.extents[i];
      blank(extent, item.type == "mime" ? ' ' : '\0');
      kept_.push_back(extent);
      const std::string nothing = i == 0 ? empty_metadata(item.type) : "";
      if (extent.end - extent.begin >= nothing.size()) {
        bytes_.replace(extent.begin, nothing.size(), nothing);
      }
    }
  }

  // EXIF (after four bytes that say where it begins) and XMP with nothing in them.
  static std::string empty_metadata(std::string_view type) {
    if (type == "mime") return R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"/>)";
    if (type != "Exif") return "";
    std::string exif(4, '\0');
    exif += "MM";
    append_big_endian(exif, 42, 2);
    append_big_endian(exif, 8, 4);
    append_big_endian(exif, 0, 6);
    return exif;
  }

  // What no item is made of.
  void blank_unused(const Box& data) {
    std::ranges::sort(kept_, {}, &Range::begin);
    std::size_t at = data.payload;
    for (const Range& range : kept_) {
      if (range.begin >= data.end) break;
      if (range.begin > at) blank({at, range.begin});
      at = std::max(at, range.end);
    }
    if (at < data.end) blank({at, data.end});
  }

  // Animations: the boxes of users and makers, at any depth.
  void clean_movie(const Box& parent) {
    for (const Box& box : children(parent)) {
      if (box.type == "udta" || box.type == "meta" || box.type == "uuid") {
        free(box);
      } else if (box.type == "trak" || box.type == "mdia" || box.type == "edts") {
        if (++depth_ < 8) clean_movie(box);
        --depth_;
      } else if (box.type == "mvhd" || box.type == "tkhd" || box.type == "mdhd") {
        const std::size_t size = number(box.payload, 1) == 0 ? 8 : 16;
        blank({box.payload + 4, std::min(box.payload + 4 + size, box.end)});  // two dates
      } else if (box.type == "hdlr") {
        blank({box.payload + 24, box.end});
      }
    }
  }

  std::string bytes_;
  std::map<std::uint64_t, Item> items_;
  std::set<std::uint64_t> thumbnails_;
  std::uint64_t primary_ = 0;
  std::vector<Range> data_;  // where items may be
  std::vector<Range> kept_;
  std::uint64_t named_bytes_ = 0;
  std::size_t extent_count_ = 0;
  int depth_ = 0;
};

}  // namespace

CleanImage clean_boxes(std::string_view bytes) { return BoxWalk(bytes).run(); }

}  // namespace signpost
