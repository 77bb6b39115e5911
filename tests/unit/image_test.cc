#include "files/images/image.h"

#include <string>

#include <gtest/gtest.h>

#include "files/images/byte_order.h"
#include "files/images/picture_details.h"

namespace signpost {
namespace {

std::string big(std::uint64_t value, std::size_t size) {
  std::string out;
  append_big_endian(out, value, size);
  return out;
}

std::string little(std::uint64_t value, std::size_t size) {
  std::string out;
  append_little_endian(out, value, size);
  return out;
}

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

std::string cleaned(FileFormat format, std::string_view bytes) {
  const CleanImage image = clean_image(format, bytes);
  EXPECT_EQ(image.damage, "");
  return image.bytes;
}

// EXIF data with the name of a maker, a GPS directory and which way up the picture is.
std::string full_exif(std::uint16_t orientation) {
  std::string tiff = "II*" + zeros(1) + little(8, 4) + little(3, 2);
  tiff += little(0x010F, 2) + little(2, 2) + little(4, 4) + "Ann" + zeros(1);
  tiff += little(0x0112, 2) + little(3, 2) + little(1, 4) + little(orientation, 2) + zeros(2);
  tiff += little(0x8825, 2) + little(4, 2) + little(1, 4) + little(50, 4);
  return tiff + zeros(4) + little(1, 2) + "the place of the photo";
}

// The only EXIF data that stays: 26 bytes.
std::string orientation_alone(std::uint16_t orientation) {
  return "MM" + big(42, 2) + big(8, 4) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1, 4) +
         big(orientation, 2) + zeros(6);
}

std::string segment(int marker, const std::string& payload) {
  return "\xFF" + big(static_cast<std::uint64_t>(marker), 1) + big(payload.size() + 2, 2) + payload;
}

const std::string kJpegBegin = "\xFF\xD8";
const std::string kJpegEnd = "\xFF\xD9";
const std::string kTables = segment(0xDB, "quantisation");
const std::string kFrame = segment(0xC0, big(8, 1) + big(3, 2) + big(4, 2) + "components");
const std::string kScan = segment(0xDA, "scan") + "coded\xFF" + zeros(1) + "\xFF\xD0more\xFF\xFF" +
                          segment(0xC4, "huff") + segment(0xDA, "scan 2") + "coded";
const std::string kCleanScan = segment(0xDA, "scan") + "coded\xFF" + zeros(1) + "\xFF\xD0more" +
                               segment(0xC4, "huff") + segment(0xDA, "scan 2") + "coded";
const std::string kProfile = segment(0xE2, "ICC_PROFILE" + zeros(1) + big(0x0101, 2) + "colours");
const std::string kJfif = "JFIF" + zeros(1) + big(0x0101, 2) + zeros(1) + big(1, 2) + big(1, 2);

std::string told_exif(std::uint16_t orientation) {
  return segment(0xE1, "Exif" + zeros(2) + full_exif(orientation));
}

TEST(CleanJpeg, KeepsWhatDrawsThePictureAndWhichWayUpItIs) {
  const std::string told =
      kJpegBegin + segment(0xE0, kJfif + "\1\1rgb") + segment(0xE0, "JFXX" + zeros(1) + "small") +
      told_exif(6) + segment(0xE1, "http://ns.adobe.com/xap/1.0/" + zeros(1) + "<xmp/>") +
      kProfile + segment(0xE2, "MPF" + zeros(1) + "second picture") +
      segment(0xED, "Photoshop 3.0" + zeros(1) + "Anna Whitfield") +
      segment(0xEE, "Adobe" + big(100, 2) + zeros(4) + "\1") + segment(0xEB, "edit history") +
      segment(0xFE, "a comment") + kTables + kFrame + kScan + kJpegEnd + "PK\3\4 behind the end";
  const std::string clean = kJpegBegin + segment(0xE0, kJfif + zeros(2)) +
                            segment(0xE1, "Exif" + zeros(2) + orientation_alone(6)) + kProfile +
                            segment(0xEE, "Adobe" + big(100, 2) + zeros(4) + "\1") + kTables +
                            kFrame + kCleanScan + kJpegEnd;
  EXPECT_EQ(cleaned(FileFormat::kJpeg, told), clean);
  EXPECT_EQ(cleaned(FileFormat::kJpeg, clean), clean);
  EXPECT_EQ(clean_image(FileFormat::kJpeg, told).pixel_count, 12U);
  EXPECT_TRUE(has_place(told));
  EXPECT_FALSE(has_place(clean));
}

TEST(CleanJpeg, KeepsNoExifOfAnUprightPicture) {
  EXPECT_EQ(cleaned(FileFormat::kJpeg, kJpegBegin + told_exif(1) + kTables + kScan + kJpegEnd),
            kJpegBegin + kTables + kCleanScan + kJpegEnd);
}

TEST(CleanJpeg, RefusesWhatEndsEarly) {
  const std::string whole = kJpegBegin + kTables + kFrame + kScan + kJpegEnd;
  for (std::size_t size = 2; size < whole.size(); ++size) {
    EXPECT_EQ(clean_image(FileFormat::kJpeg, whole.substr(0, size)).damage,
              "it ends before the picture does")
        << size;
  }
}

std::string png_chunk(const std::string& type, const std::string& payload, std::uint64_t sum = 0) {
  return big(payload.size(), 4) + type + payload + big(sum, 4);
}

TEST(CleanPng, KeepsWhatDrawsThePictureAndWhichWayUpItIs) {
  const std::string begin = "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", big(4, 4) + big(3, 4) + "\b");
  const std::string drawn = png_chunk("iCCP", "colours") + png_chunk("IDAT", "dots") +
                            png_chunk("IDAT", "more") + png_chunk("IEND", "");
  const std::string told = begin + png_chunk("tEXt", "Author") + png_chunk("iCCP", "colours") +
                           png_chunk("eXIf", full_exif(8)) + png_chunk("IDAT", "dots") +
                           png_chunk("IDAT", "more") + png_chunk("tIME", "2026") +
                           png_chunk("zTXt", "Raw profile type exif") + png_chunk("IEND", "") +
                           "the picture before it was cropped";
  EXPECT_EQ(cleaned(FileFormat::kPng, told),
            begin + png_chunk("eXIf", orientation_alone(8), 0x86583034) + drawn);
  EXPECT_EQ(clean_image(FileFormat::kPng, told.substr(0, 90)).damage,
            "it ends before the picture does");
  EXPECT_EQ(clean_image(FileFormat::kPng, told).pixel_count, 12U);
}

TEST(CleanGif, KeepsFramesAndLoops) {
  const std::string begin = "GIF89a" + little(4, 2) + little(3, 2) + "\x80" + zeros(2) + "123456";
  const std::string loop = "\x21\xFF\x0BNETSCAPE2.0\3\1" + zeros(3);
  const std::string control = "\x21\xF9\4" + zeros(5);
  const std::string frame = "," + zeros(8) + "\x80" + "123456\2\4dots\1." + zeros(1);
  const std::string comment = "\x21\xFE\4Anna\2by" + zeros(1);
  const std::string xmp = "\x21\xFF\x0BXMP DataXMP\4<x/>" + zeros(1);
  EXPECT_EQ(cleaned(FileFormat::kGif,
                    begin + comment + loop + xmp + control + frame + comment + frame + ";behind"),
            begin + loop + control + frame + frame + ";");
  EXPECT_EQ(clean_image(FileFormat::kGif, begin + frame).damage, "it ends before the picture does");
}

std::string riff_chunk(const std::string& name, const std::string& payload) {
  return name + little(payload.size(), 4) + payload + zeros(payload.size() % 2);
}

std::string webp(const std::string& chunks) {
  return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks;
}

TEST(CleanWebp, KeepsWhatDrawsThePictureAndWhichWayUpItIs) {
  const auto extended = [](const std::string& flags) {
    return riff_chunk("VP8X", flags + zeros(3) + little(3, 3) + little(2, 3));
  };
  const std::string frame = zeros(16) + riff_chunk("ALPH", "see") + riff_chunk("VP8 ", "dots");
  const std::string told = webp(extended("\x2E") + riff_chunk("ICCP", "colours") +
                                riff_chunk("ANMF", frame + riff_chunk("NOTE", "Anna")) +
                                riff_chunk("VP8L", "dots.") + riff_chunk("EXIF", full_exif(3)) +
                                riff_chunk("XMP ", "<xmp/>") + riff_chunk("mine", "x"));
  EXPECT_EQ(cleaned(FileFormat::kWebp, told + "behind"),
            webp(extended("\x2A") + riff_chunk("ICCP", "colours") + riff_chunk("ANMF", frame) +
                 riff_chunk("VP8L", "dots.") + riff_chunk("EXIF", orientation_alone(3))));
  EXPECT_EQ(clean_image(FileFormat::kWebp, told).pixel_count, 12U);
  EXPECT_EQ(clean_image(FileFormat::kWebp, told.substr(0, 40)).damage,
            "it ends before the picture does");
}

std::string box(const std::string& type, const std::string& payload) {
  return big(payload.size() + 8, 4) + type + payload;
}

std::string item(std::uint64_t id, const std::string& type, std::uint64_t flags,
                 const std::string& rest) {
  return box("infe", big(2, 1) + big(flags, 3) + big(id, 2) + zeros(2) + type + rest);
}

// A picture (item 1), its thumbnail (2), EXIF (3) and XMP (4), 60 bytes each, and 10 bytes more.
struct Photo {
  std::string thumbnail_reference = "thmb";
  std::uint64_t thumbnail_flags = 0;
  std::string name = "Anna", handler = "by Anna", thumbnail = std::string(60, 't');
  std::string exif = full_exif(6).substr(0, 60), xmp = std::string(60, 'x');
  std::string more = std::string(10, 'm'), other = box("uuid", "edit history"), behind = "video";

  [[nodiscard]] std::string bytes() const {
    const std::string first = box("ftyp", "heic" + zeros(4) + "mif1");
    const std::string infos =
        box("iinf", zeros(4) + big(4, 2) + item(1, "hvc1", 0, name + zeros(1)) +
                        item(2, "hvc1", thumbnail_flags, zeros(1)) + item(3, "Exif", 0, zeros(1)) +
                        item(4, "mime", 0, zeros(1) + "application/rdf+xml" + zeros(1)));
    const std::string references =
        box("iref", zeros(4) + box(thumbnail_reference, big(2, 2) + big(1, 2) + big(1, 2)));
    const auto meta = [&](std::uint64_t data) {
      std::string places = zeros(4) + big(0x4400, 2) + big(4, 2);
      for (std::uint64_t id = 1; id <= 4; ++id) {
        places += big(id, 2) + zeros(2) + big(1, 2) + big(data + (id - 1) * 60, 4) + big(60, 4);
      }
      return box("meta", zeros(4) + box("hdlr", zeros(8) + "pict" + zeros(12) + handler) +
                             box("pitm", zeros(4) + big(1, 2)) + infos + references +
                             box("iloc", places));
    };
    const std::uint64_t data = first.size() + meta(0).size() + other.size() + 8;
    return first + meta(data) + other +
           box("mdat", std::string(60, 'p') + thumbnail + exif + xmp + more) + behind;
  }
};

TEST(CleanHeic, OverwritesWhatItTellsAndMovesNothing) {
  Photo clean;
  clean.thumbnail_reference = "free";
  clean.thumbnail_flags = 1;
  clean.name = "    ";
  clean.handler = zeros(7);
  clean.thumbnail = zeros(60);
  clean.exif = zeros(4) + "MM" + big(42, 2) + big(8, 4) + zeros(48);
  clean.xmp = R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"/>)";
  clean.xmp.resize(60, ' ');
  clean.more = zeros(10);
  clean.other = box("free", zeros(12));
  clean.behind = "";
  EXPECT_EQ(cleaned(FileFormat::kHeif, Photo().bytes()), clean.bytes());
  EXPECT_EQ(cleaned(FileFormat::kAvif, clean.bytes()), clean.bytes());
  EXPECT_EQ(clean_image(FileFormat::kHeif, Photo().bytes().substr(0, 200)).damage,
            "it ends before the picture does");
}

struct Drawing {
  std::string_view written, kept;
};

TEST(CleanDrawing, KeepsWhatIsDrawnAndSaid) {
  const Drawing drawings[] = {
      {R"(<?xml version="1.0"?><!DOCTYPE svg><!-- Anna --><svg><title>A &amp; B</title></svg>)",
       "<svg><title>A &amp; B</title></svg>\n"},
      {R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" i:name="C:\Anna">)"
       R"(<metadata>Anna</metadata><i:view/><g i:label="Anna" data-by="Anna" onload="go">)"
       R"(<text xml:space="preserve"> a <tspan>b</tspan> </text></g><script>go</script></svg>)",
       R"(<svg xmlns="http://www.w3.org/2000/svg"><g><text xml:space="preserve"> a <tspan>b</tspan> )"
       "</text></g></svg>\n"},
      {R"(<svg xmlns:x="http://www.w3.org/1999/xlink"><a x:href="https://a.example/"/>)"
       R"(<image x:href="https://a.example/b.png"/><use href="#c"/><a href="JavaScript:go"/></svg>)",
       R"(<svg xmlns:x="http://www.w3.org/1999/xlink"><a x:href="https://a.example/"/>)"
       "<image/><use href=\"#c\"/><a/></svg>\n"},
      // A GIF with the comment "Anna".
      {R"(<svg><image href="data:image/gif;base64,R0lGODlhAQABAAAAACH+BEFubmEALAAAAAABAAEAAAICTAEAOw=="/></svg>)",
       R"(<svg><image href="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkwBADs="/></svg>)"
       "\n"}};
  for (const Drawing& drawing : drawings) {
    EXPECT_EQ(cleaned(FileFormat::kSvg, drawing.written), drawing.kept);
  }
}

TEST(CleanDrawing, RefusesWhatItCannotRead) {
  const auto damage = [](std::string_view text) {
    return clean_image(FileFormat::kSvg, text).damage;
  };
  EXPECT_EQ(damage("<svg><g></svg>"), "it is not well-formed XML");
  EXPECT_EQ(damage("<html><svg/></html>"), "it is not a drawing");
  EXPECT_EQ(damage("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"),
            "it defines entities: save it as \"plain\" or \"optimised\" SVG");
  std::string deep = "<svg>";
  for (int i = 0; i < 300; ++i) deep += "<g>";
  for (int i = 0; i < 300; ++i) deep += "</g>";
  EXPECT_EQ(damage(deep + "</svg>"), "its groups are too deep inside each other");
}

TEST(PictureDetails, NameWhatAPictureTells) {
  const auto chunk = [](const std::string& type, const std::string& data) {
    std::string size = {0, 0, 0, static_cast<char>(data.size())};
    return size + type + data + "sum.";
  };
  const std::string png = "\x89PNG\r\n\x1A\n";
  const std::string end = chunk("IEND", "");
  const auto of_png = [&](const std::string& rest) {
    return picture_details(FileFormat::kPng, png + rest);
  };
  EXPECT_EQ(of_png(end), "");
  EXPECT_EQ(of_png(chunk("tEXt", std::string("Software\0paint", 14)) + end), "");
  EXPECT_EQ(of_png(chunk("tEXt", std::string("Author\0Anna", 11)) + end),
            "a photo that says who made it");
  EXPECT_EQ(of_png(chunk("tEXt", std::string("Comment\0Created with GIMP", 25)) + end), "");
  EXPECT_EQ(of_png(end + "and the whole of another picture"),
            "a photo that says what stands behind its end");
  EXPECT_EQ(picture_details(FileFormat::kJpeg, std::string("\xFF\xD8\xFF\xFE\0\x09 my Sam", 13)),
            "a photo that says a comment on it");
  EXPECT_EQ(picture_details(FileFormat::kGif, "GIF89a<rdf:RDF><exif:GPSLatitude>"),
            "a photo that says where it was taken");
}

}  // namespace
}  // namespace signpost
