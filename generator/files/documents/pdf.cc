#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

#include "base/text.h"
#include "files/documents/inspectors.h"
#include "files/documents/pdf_objects.h"
#include "files/documents/pdf_text.h"
#include "files/documents/pdf_unseen.h"
#include "files/images/picture_details.h"

namespace signpost {
namespace {

constexpr std::size_t kMaxUnpackedBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxObjects = 300'000;
constexpr char kTooLargePdf[] = "it unpacks to more than can be looked into";

// Marks that people leave on a page (ISO 32000-1, table 169); links and forms are others.
constexpr std::string_view kComments[] = {"/Text",           "/Highlight", "/Underline",
                                          "/Squiggly",       "/StrikeOut", "/Caret",
                                          "/FileAttachment", "/Sound"};

// Returns how much deflated data comes to, or `most` + 1 where it is more.
std::size_t inflated_size(std::string_view data, std::size_t most) {
  z_stream stream{};
  if (::inflateInit(&stream) != Z_OK) return 0;
  std::string out(65536, '\0');
  std::size_t size = 0;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(data.size(), 1U << 30U));
  int state = Z_OK;
  while (state == Z_OK && size <= most) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    state = ::inflate(&stream, Z_NO_FLUSH);
    size += out.size() - stream.avail_out;
    if (stream.avail_in == 0 && stream.avail_out != 0) break;
  }
  ::inflateEnd(&stream);
  return size;
}

// qpdf unpacks streams of objects and of cross-references whole: a small one can be a bomb, so
// they are measured before.
bool is_bomb(std::string_view bytes) {
  std::size_t left = kMaxUnpackedBytes;
  for (std::size_t at = bytes.find("stream"); at != bytes.npos; at = bytes.find("stream", at + 6)) {
    const std::size_t begin = at < 512 ? 0 : at - 512;
    std::string_view before = bytes.substr(begin, at - begin);
    before = before.substr(std::min(before.size(), before.rfind("obj") + 3));
    if (before.find("/ObjStm") == before.npos && before.find("/XRef") == before.npos) continue;
    const std::size_t filter = before.find("/FlateDecode");
    if (filter == before.npos) continue;
    if (before.find("/FlateDecode", filter + 1) != before.npos) return true;
    std::size_t data = at + 6;
    if (data < bytes.size() && bytes[data] == '\r') ++data;
    if (data < bytes.size() && bytes[data] == '\n') ++data;
    const std::size_t size = inflated_size(bytes.substr(std::min(data, bytes.size())), left);
    if (size > left) return true;
    left -= size;
  }
  return false;
}

bool has_object(std::string_view bytes) {
  for (std::size_t at = bytes.find(" obj"); at != bytes.npos; at = bytes.find(" obj", at + 1)) {
    if (at > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') return true;
  }
  return false;
}

// Whether objects follow a finished document: it was changed by appending, and the earlier one is
// still there (ISO 32000-1, 7.5.6). A linearized file is in two halves from the start (Annex F).
bool has_earlier_version(std::string_view bytes) {
  constexpr std::string_view kEnd = "%%EOF";
  std::size_t at = bytes.find(kEnd);
  const bool is_linearized = bytes.substr(0, 1024).find("/Linearized") != bytes.npos;
  if (is_linearized && at != bytes.npos) at = bytes.find(kEnd, at + 1);
  return at != bytes.npos && has_object(bytes.substr(at));
}

std::string text_of(QPDFObjectHandle object) {
  return object.isString() ? object.getUTF8Value() : "";
}

void inspect_information(QPDF& pdf, Told& told) {
  QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
  if (!information.isDictionary()) return;
  told.add_name("its author", text_of(information.getKey("/Author")));
  told.add_name("its company", text_of(information.getKey("/Company")));
  told.add_name("its manager", text_of(information.getKey("/Manager")));
  told.add_name("its comment", text_of(information.getKey("/Comments")));
  told.add_name("who saved it last,", text_of(information.getKey("/LastModifiedBy")));
}

void inspect_pages(QPDF& pdf, Told& told) {
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    QPDFObjectHandle marks = page.getObjectHandle().getKey("/Annots");
    if (!marks.isArray()) continue;
    for (QPDFObjectHandle mark : marks.getArrayAsVector()) {
      if (!mark.isDictionary() || !mark.getKey("/Subtype").isName()) continue;
      const std::string type = mark.getKey("/Subtype").getName();
      const std::string author = text_of(mark.getKey("/T"));
      if (std::ranges::find(kComments, type) != std::end(kComments)) {
        told.count("comment", author);
      } else if (type == "/Redact") {
        told.count("redaction that was marked and not made", author);
      } else if (type != "/Widget" && type != "/Popup") {
        told.add_name("who drew on it,", author);  // what is drawn is seen
      }
    }
  }
}

void inspect_picture(QPDFObjectHandle object, Told& told) {
  if (!object.isStream()) return;
  QPDFObjectHandle filter = object.getDict().getKey("/Filter");
  if (!filter.isNameAndEquals("/DCTDecode") && !filter.isNameAndEquals("/JPXDecode")) return;
  const std::shared_ptr<Buffer> data = object.getRawStreamData();
  const std::string_view picture{reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  const std::string details = picture_details(
      filter.isNameAndEquals("/DCTDecode") ? FileFormat::kJpeg : FileFormat::kUnknown, picture);
  if (!details.empty()) told.add(details);
}

// Layers that are switched off (ISO 32000-1, 8.11.4.3).
void inspect_layers(QPDF& pdf, Told& told) {
  QPDFObjectHandle layers = pdf.getRoot().getKey("/OCProperties");
  if (!layers.isDictionary() || !layers.getKey("/D").isDictionary()) return;
  QPDFObjectHandle off = layers.getKey("/D").getKey("/OFF");
  if (!off.isArray()) return;
  for (QPDFObjectHandle layer : off.getArrayAsVector()) {
    if (layer.isDictionary()) told.add_name("the hidden layer", text_of(layer.getKey("/Name")));
  }
}

using ObjectIds = std::set<std::pair<int, int>>;

// The objects that something leads to from the end of the file on.
ObjectIds used_objects(QPDF& pdf) {
  ObjectIds used;
  std::vector<QPDFObjectHandle> left = {pdf.getTrailer()};
  while (!left.empty()) {
    QPDFObjectHandle object = left.back();
    left.pop_back();
    const std::pair<int, int> id{object.getObjectID(), object.getGeneration()};
    if (id.first != 0 && !used.insert(id).second) continue;
    if (object.isStream()) object = object.getDict();
    if (object.isArray()) {
      for (const QPDFObjectHandle& each : object.getArrayAsVector()) left.push_back(each);
    } else if (object.isDictionary()) {
      for (const auto& [key, each] : object.getDictAsMap()) left.push_back(each);
    }
  }
  return used;
}

// Whether the stream draws letters: it has BT, and Tj or TJ (ISO 32000-1, 9.4).
bool draws_text(QPDFObjectHandle stream, std::size_t& bytes_left) {
  QPDFObjectHandle dictionary = stream.getDict();
  QPDFObjectHandle type = dictionary.getKey("/Type");
  const bool is_form = dictionary.getKey("/Subtype").isNameAndEquals("/Form");
  if (!is_form && (dictionary.hasKey("/Subtype") || type.isName())) return false;
  const std::string content = unpacked(stream, bytes_left);
  bytes_left -= content.size();
  return content.find("BT") != std::string::npos &&
         (content.find("Tj") != std::string::npos || content.find("TJ") != std::string::npos);
}

// Pages and what was on pages that are no part of the document any more.
void inspect_unused(QPDF& pdf, Told& told) {
  const ObjectIds used = used_objects(pdf);
  std::size_t bytes_left = kMaxUnpackedBytes;
  for (const QPDFObjectHandle& each : pdf.getAllObjects()) {
    QPDFObjectHandle object = each;
    if (used.contains({object.getObjectID(), object.getGeneration()})) continue;
    const bool is_page = object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Page");
    if (is_page || (object.isStream() && draws_text(object, bytes_left))) {
      told.add("text that was taken off its pages and is still in the file");
      return;
    }
  }
}

std::string inspect_objects(std::string_view bytes, Told& told, DocumentText& text) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("document", bytes.data(), bytes.size());
  if (pdf.getObjectCount() > kMaxObjects) return kTooLargePdf;
  inspect_information(pdf, told);
  inspect_pages(pdf, told);
  inspect_layers(pdf, told);
  for (const QPDFObjectHandle& object : pdf.getAllObjects()) inspect_picture(object, told);
  inspect_unused(pdf, told);
  if (has_earlier_version(bytes)) told.add("an earlier version of its text");
  read_pdf_text(pdf, text);
  read_pdf_unseen(pdf, bytes, told, text);
  return "";
}

}  // namespace

std::string inspect_pdf(std::string_view bytes, Told& told, DocumentText& text) {
  if (is_bomb(bytes)) return kTooLargePdf;
  try {
    return inspect_objects(bytes, told, text);
  } catch (const QPDFExc& error) {
    return error.getErrorCode() == qpdf_e_password ? "it is protected by a password"
                                                   : "it is damaged";
  } catch (const std::length_error&) {
    return kTooLargePdf;
  } catch (const std::exception&) {  // qpdf throws these too: QUtil, Pl_Flate
    return "it is damaged";
  }
}

}  // namespace signpost
