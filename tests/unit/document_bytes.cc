#include "unit/document_bytes.h"

#include <string_view>

#include <fmt/format.h>

#include "files/images/byte_order.h"

namespace signpost {
namespace {

// The checksum of ZIP (ITU-T V.42).
std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

}  // namespace

std::string archive(const ArchiveParts& parts, std::uint64_t flags) {
  std::string out, directory;
  for (const auto& [name, text] : parts) {
    std::string about;
    append_little_endian(about, 20, 2);
    append_little_endian(about, flags, 2);
    append_little_endian(about, 0, 8 - 2);
    append_little_endian(about, checksum(text), 4);
    append_little_endian(about, text.size(), 4);
    append_little_endian(about, text.size(), 4);
    append_little_endian(about, name.size(), 2);
    append_little_endian(about, 0, 2);
    directory += "PK\1\2";
    append_little_endian(directory, 20, 2);
    directory += about;
    append_little_endian(directory, 0, 10);
    append_little_endian(directory, out.size(), 4);
    directory += name;
    out.append("PK\3\4").append(about).append(name).append(text);
  }
  const std::size_t begin = out.size();
  out += directory + "PK\5\6";
  append_little_endian(out, 0, 4);
  append_little_endian(out, parts.size(), 2);
  append_little_endian(out, parts.size(), 2);
  append_little_endian(out, directory.size(), 4);
  append_little_endian(out, begin, 4);
  append_little_endian(out, 0, 2);
  return out;
}

std::string pdf(const std::vector<std::string>& objects, const std::string& more) {
  std::string out = "%PDF-1.4\n", places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t begin = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", objects.size() + 1, places);
  return out + fmt::format("trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n",
                           objects.size() + 1, more, begin);
}

std::string stream(const std::string& dictionary, const std::string& data) {
  return fmt::format("<<{}/Length {}>>\nstream\n{}\nendstream", dictionary, data.size(), data);
}

}  // namespace signpost
