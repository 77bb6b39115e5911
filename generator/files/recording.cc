#include "files/recording.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "base/text.h"
#include "base/utf8.h"
#include "files/documents/told.h"
#include "files/images/byte_order.h"
#include "files/images/image.h"

namespace signpost {
namespace {

constexpr std::uint64_t kMaxIndexBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kMaxTagBytes = std::uint64_t{16} << 20;
constexpr std::uint64_t kMaxHeadBytes = std::uint64_t{1} << 20;
constexpr int kMaxBoxes = 10'000, kMaxDepth = 8;
constexpr char kPlace[] = "where it was recorded";
constexpr char kMaker[] = "who made it,", kDevice[] = "what recorded it,";
constexpr char kComment[] = "a comment,", kOwner[] = "whose it is,";

// The file's bytes, read where they are asked for.
class RecordingBytes {
 public:
  RecordingBytes(int fd, std::uint64_t size) : fd_(fd), size_(size) {}

  [[nodiscard]] std::uint64_t size() const { return size_; }

  // Returns up to `most` bytes from `at`; fewer where the file ends or cannot be read.
  [[nodiscard]] std::string read(std::uint64_t at, std::uint64_t most) const {
    if (at >= size_) return "";
    std::string bytes(std::min(most, size_ - at), '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
      const ssize_t count =
          ::pread(fd_, bytes.data() + got, bytes.size() - got, static_cast<off_t>(at + got));
      if (count <= 0) break;
      got += static_cast<std::size_t>(count);
    }
    bytes.resize(got);
    return bytes;
  }

 private:
  int fd_;
  std::uint64_t size_;
};

std::string text_of_utf16(std::string_view bytes, bool is_big) {
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const std::uint64_t c = is_big ? big_endian(bytes, i, 2) : little_endian(bytes, i, 2);
    if (c == 0) break;
    if (c < 0xD800 || (c > 0xDFFF && c != 0xFEFF)) append_utf8(text, static_cast<std::uint32_t>(c));
  }
  return text;
}

std::string text_of_latin(std::string_view bytes) {
  std::string text;
  for (const char c : bytes.substr(0, bytes.find('\0'))) {
    append_utf8(text, static_cast<unsigned char>(c));
  }
  return text;
}

struct TellingName {
  std::string_view name;
  const char* label;
};

// ---- ID3 (id3.org, versions 2.2 to 2.4)

constexpr TellingName kFrames[] = {
    {"TPE1", kMaker}, {"TPE2", kMaker}, {"TPE3", kMaker}, {"TPE4", kMaker}, {"TCOM", kMaker},
    {"TEXT", kMaker}, {"TENC", kMaker}, {"TPUB", kMaker}, {"TOWN", kOwner}, {"COMM", kComment},
    {"TP1", kMaker},  {"TP2", kMaker},  {"TCM", kMaker},  {"TXT", kMaker},  {"TEN", kMaker},
    {"TPB", kMaker},  {"COM", kComment}};

// A text frame begins with its encoding; a comment has a language and a short name before its text.
std::string text_of_frame(std::string_view frame, bool is_comment) {
  if (frame.empty()) return "";
  const char encoding = frame[0];
  frame.remove_prefix(std::min<std::size_t>(is_comment ? 4 : 1, frame.size()));
  const bool is_wide = encoding == 1 || encoding == 2;
  if (is_comment) {
    std::size_t end = 0;
    const std::size_t step = is_wide ? 2 : 1;
    while (end + step <= frame.size() &&
           frame.substr(end, step).find_first_not_of('\0') != std::string_view::npos) {
      end += step;
    }
    frame.remove_prefix(std::min(end + step, frame.size()));
  }
  if (is_wide) {
    const bool is_big = encoding == 2 || frame.starts_with("\xFE\xFF");
    return text_of_utf16(frame, is_big);
  }
  return encoding == 3 ? std::string(frame.substr(0, frame.find('\0'))) : text_of_latin(frame);
}

std::uint64_t synchsafe(std::string_view bytes, std::size_t at) {
  std::uint64_t size = 0;
  for (std::size_t i = at; i < at + 4 && i < bytes.size(); ++i) {
    size = size << 7U | (static_cast<unsigned char>(bytes[i]) & 0x7FU);
  }
  return size;
}

void inspect_frame(std::string_view name, std::string_view frame, Told& told) {
  const auto* const found = std::ranges::find(kFrames, name, &TellingName::name);
  if (found != std::end(kFrames)) {
    told.add_name(found->label, text_of_frame(frame, name.starts_with("COM")));
  }
  if (name == "GEOB" || name == "GEO") told.add("an embedded file");
  const std::size_t picture = frame.find("\xFF\xD8\xFF");
  const bool is_picture = name == "APIC" || name == "PIC";
  if (is_picture && picture != frame.npos && has_place(frame.substr(picture))) {
    told.add("a photo that says where it was taken");
  }
}

// `tag` begins with "ID3".
void inspect_id3(std::string_view tag, Told& told) {
  if (tag.size() < 10) return;
  const int version = static_cast<unsigned char>(tag[3]);
  const std::size_t name_size = version == 2 ? 3 : 4, head = version == 2 ? 6 : 10;
  tag = tag.substr(0, synchsafe(tag, 6) + 10);
  for (std::size_t at = 10; at + head <= tag.size() && tag[at] != '\0';) {
    const std::string_view name = tag.substr(at, name_size);
    const std::uint64_t size = version == 2   ? big_endian(tag, at + 3, 3)
                               : version == 4 ? synchsafe(tag, at + 4)
                                              : big_endian(tag, at + 4, 4);
    if (size > tag.size() - at - head) break;
    inspect_frame(name, tag.substr(at + head, size), told);
    at += head + size;
  }
}

void inspect_mp3(const RecordingBytes& file, std::string_view head, Told& told) {
  if (head.starts_with("ID3")) {
    inspect_id3(file.read(0, std::min(synchsafe(head, 6) + 10, kMaxTagBytes)), told);
  }
  if (file.size() < 128) return;
  const std::string last = file.read(file.size() - 128, 128);
  if (!last.starts_with("TAG")) return;
  told.add_name(kMaker, text_of_latin(std::string_view(last).substr(33, 30)));
  told.add_name(kComment, text_of_latin(std::string_view(last).substr(97, 30)));
}

// ---- comments of Xiph (xiph.org, "Ogg Vorbis I format specification: comment field")

constexpr TellingName kComments[] = {{"artist", kMaker},
                                     {"albumartist", kMaker},
                                     {"performer", kMaker},
                                     {"author", kMaker},
                                     {"composer", kMaker},
                                     {"encoded-by", kMaker},
                                     {"encodedby", kMaker},
                                     {"publisher", kMaker},
                                     {"organization", kMaker},
                                     {"contact", kMaker},
                                     {"email", kMaker},
                                     {"location", "the place"},
                                     {"geo_location", "the place"},
                                     {"comment", kComment},
                                     {"comments", kComment},
                                     {"device", kDevice}};

void inspect_named(std::string_view name, std::string_view value, Told& told) {
  const std::string lower = ascii_lower(name);
  const auto* const found = std::ranges::find(kComments, lower, &TellingName::name);
  if (found != std::end(kComments)) told.add_name(found->label, value);
}

void inspect_comments(std::string_view block, Told& told) {
  std::uint64_t at = 4 + little_endian(block, 0, 4);
  const std::uint64_t count = little_endian(block, at, 4);
  at += 4;
  for (std::uint64_t i = 0; i < count && at + 4 <= block.size(); ++i) {
    const std::uint64_t size = little_endian(block, at, 4);
    if (size > block.size() - at - 4) break;
    const std::string_view comment = block.substr(at + 4, size);
    const std::size_t sign = std::min(comment.find('='), comment.size());
    inspect_named(comment.substr(0, sign), comment.substr(std::min(sign + 1, comment.size())),
                  told);
    at += 4 + size;
  }
}

void inspect_ogg(std::string_view head, Told& told) {
  for (const std::string_view mark : {std::string_view("\x03vorbis"), std::string_view("OpusTags"),
                                      std::string_view("\x81theora")}) {
    const std::size_t at = head.find(mark);
    if (at != head.npos) inspect_comments(head.substr(at + mark.size()), told);
  }
}

// RFC 9639, 8: blocks before the sound, of which 4 are comments and 6 pictures.
void inspect_flac(const RecordingBytes& file, Told& told) {
  std::uint64_t at = 4;
  for (int i = 0; i < kMaxBoxes; ++i) {
    const std::string head = file.read(at, 4);
    if (head.size() < 4) return;
    const auto type = static_cast<unsigned char>(head[0]);
    const std::uint64_t size = big_endian(head, 1, 3);
    if ((type & 0x7FU) == 4) inspect_comments(file.read(at + 4, size), told);
    if ((type & 0x7FU) == 6) inspect_frame("APIC", file.read(at + 4, size), told);
    if ((type & 0x80U) != 0) return;
    at += 4 + size;
  }
}

// ---- WAV (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0")

constexpr TellingName kInformation[] = {{"IART", kMaker}, {"IENG", kMaker},   {"ITCH", kMaker},
                                        {"ICMS", kOwner}, {"ICMT", kComment}, {"ISRF", kDevice}};

void inspect_wav(const RecordingBytes& file, Told& told) {
  std::uint64_t at = 12;
  for (int i = 0; i < kMaxBoxes; ++i) {
    const std::string head = file.read(at, 8);
    if (head.size() < 8) return;
    const std::uint64_t size = little_endian(head, 4, 4);
    const std::string_view name = std::string_view(head).substr(0, 4);
    if (ascii_lower(name) == "id3 ")
      inspect_id3(file.read(at + 8, std::min(size, kMaxTagBytes)), told);
    if (name == "bext") {  // EBU Tech 3285
      told.add_name(kMaker, text_of_latin(file.read(at + 8 + 256, 32)));
    }
    if (name == "LIST") {
      const std::string list = file.read(at + 8, std::min(size, kMaxHeadBytes));
      for (std::size_t part = 4; part + 8 <= list.size();) {
        const std::uint64_t length = little_endian(list, part + 4, 4);
        const auto* const found = std::ranges::find(
            kInformation, std::string_view(list).substr(part, 4), &TellingName::name);
        if (found != std::end(kInformation)) {
          told.add_name(found->label,
                        text_of_latin(std::string_view(list).substr(part + 8, length)));
        }
        part += 8 + std::min<std::uint64_t>(length + (length & 1U), list.size());
      }
    }
    at += 8 + size + (size & 1U);
  }
}

// ---- MP4 (ISO/IEC 14496-12) and QuickTime (Apple, "QuickTime File Format")

constexpr TellingName kAtoms[] = {{"\xA9"
                                   "ART",
                                   kMaker},
                                  {"aART", kMaker},
                                  {"\xA9"
                                   "aut",
                                   kMaker},
                                  {"\xA9"
                                   "wrt",
                                   kMaker},
                                  {"\xA9"
                                   "dir",
                                   kMaker},
                                  {"\xA9"
                                   "prd",
                                   kMaker},
                                  {"\xA9"
                                   "prf",
                                   kMaker},
                                  {"auth", kMaker},
                                  {"perf", kMaker},
                                  {"apID", kOwner},
                                  {"ownr", kOwner},
                                  {"\xA9"
                                   "mak",
                                   kDevice},
                                  {"\xA9"
                                   "mod",
                                   kDevice},
                                  {"\xA9"
                                   "cmt",
                                   kComment}};

// What of Apple's own keys tells; a film's words follow their list.
constexpr std::string_view kPlaceKeys[] = {"com.apple.quicktime.location", "gpmd"};
constexpr std::string_view kDeviceKeys[] = {"com.apple.quicktime.make", "com.apple.quicktime.model",
                                            "com.android.manufacturer", "com.android.model"};
constexpr std::string_view kMakerKeys[] = {
    "com.apple.quicktime.author", "com.apple.quicktime.artist", "com.apple.quicktime.director"};

bool has_any(std::string_view index, std::span<const std::string_view> names) {
  return std::ranges::any_of(names,
                             [&](std::string_view name) { return index.find(name) != index.npos; });
}

// The words of an atom: behind a box "data" with a type and a language, or behind a length and a
// language.
std::string text_of_atom(std::string_view atom) {
  std::string_view words = atom.substr(std::min<std::size_t>(4, atom.size()));
  if (atom.substr(0, 8).ends_with("data"))
    words = atom.substr(std::min<std::size_t>(16, atom.size()));
  std::string text;
  for (const char c : words) {
    if (static_cast<unsigned char>(c) >= 0x20) text += c;
  }
  return find_invalid_utf8(text) ? text_of_latin(text) : text;
}

void inspect_boxes(std::string_view index, int depth, Told& told) {
  for (std::size_t at = 0; at + 8 <= index.size();) {
    std::uint64_t size = big_endian(index, at, 4);
    if (size == 0 || size > index.size() - at) size = index.size() - at;
    if (size < 8) return;
    const std::string_view name = index.substr(at + 4, 4);
    std::string_view inside = index.substr(at + 8, size - 8);
    const auto* const found = std::ranges::find(kAtoms, name, &TellingName::name);
    if (found != std::end(kAtoms)) told.add_name(found->label, text_of_atom(inside));
    // The words of a place begin with a sign (ISO 6709).
    const std::string_view sign = inside.substr(std::min<std::size_t>(4, inside.size()), 1);
    if (name == "loci" || (name == "\xA9xyz" && (sign == "+" || sign == "-"))) told.add(kPlace);
    const bool is_full = name == "meta" && inside.size() >= 8 && inside.substr(4, 4) != "hdlr";
    if (is_full) inside.remove_prefix(std::min<std::size_t>(4, inside.size()));
    const bool is_folder = name == "udta" || name == "meta" || name == "ilst" || name == "trak";
    if (is_folder && depth < kMaxDepth) inspect_boxes(inside, depth + 1, told);
    at += size;
  }
}

void inspect_film(const RecordingBytes& file, Told& told) {
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxBoxes; ++i) {
    const std::string head = file.read(at, 16);
    if (head.size() < 8) return;
    std::uint64_t size = big_endian(head, 0, 4);
    const std::uint64_t head_size = size == 1 ? 16 : 8;
    if (size == 1) size = big_endian(head, 8, 8);
    if (size == 0) size = file.size() - at;
    const std::string_view type = std::string_view(head).substr(4, 4);
    if (type == "moov" || type == "meta" || type == "udta") {
      const std::string index =
          file.read(at + head_size, std::min(size - std::min(size, head_size), kMaxIndexBytes));
      inspect_boxes(index, 0, told);
      if (has_any(index, kPlaceKeys)) told.add(kPlace);
      if (has_any(index, kDeviceKeys)) told.add("what recorded it");
      if (has_any(index, kMakerKeys)) told.add("who made it");
    }
    if (size < 8 || at + size < at) return;
    at += size;
  }
}

// ---- WebM (RFC 9559): the name of a tag, then its words

void inspect_webm(std::string_view bytes, Told& told) {
  constexpr std::string_view kName = "\x45\xA3", kWords = "\x44\x87";
  for (std::size_t at = bytes.find(kName); at != bytes.npos; at = bytes.find(kName, at + 2)) {
    const std::size_t size = big_endian(bytes, at + 2, 1) & 0x7FU;
    const std::size_t words = at + 3 + size;
    if (words + 3 > bytes.size() || bytes.substr(words, 2) != kWords) continue;
    const std::size_t length = big_endian(bytes, words + 2, 1) & 0x7FU;
    inspect_named(bytes.substr(at + 3, size), bytes.substr(words + 3, length), told);
  }
}

}  // namespace

std::vector<std::string> find_recording_data(int fd, std::uint64_t size_bytes,
                                             std::span<const std::string> public_names) {
  using namespace std::string_view_literals;
  const RecordingBytes file(fd, size_bytes);
  const std::string head = file.read(0, kMaxHeadBytes);
  const std::string_view start = head;
  const std::string_view box = start.size() < 8 ? std::string_view() : start.substr(4, 4);
  Told told(public_names);
  if (start.starts_with("OggS")) {
    inspect_ogg(head, told);
  } else if (start.starts_with("fLaC")) {
    inspect_flac(file, told);
  } else if (start.starts_with("RIFF")) {
    inspect_wav(file, told);
  } else if (start.starts_with("\x1A\x45\xDF\xA3"sv)) {
    inspect_webm(head, told);
    if (file.size() > head.size()) {
      inspect_webm(file.read(file.size() - std::min(file.size(), kMaxHeadBytes), kMaxHeadBytes),
                   told);
    }
  } else if (box == "ftyp" || box == "moov" || box == "mdat") {
    inspect_film(file, told);
  } else {
    inspect_mp3(file, head, told);
  }
  return told.take();
}

}  // namespace signpost
