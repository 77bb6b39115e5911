// Telephone numbers as people write them: the link that rings them, and what is wrong with one that
// would not connect.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// `link`: what follows "tel:" (RFC 3966): "+441709382121;ext=12". What can only be dialled in the
// UK stays as it is dialled: "999", "116123", "1800101709382121". "" of a number for text messages.
// `text`: as it is shown, with plain spaces and without "(0)". `figures`: as rung in the UK,
// without an extension or Relay UK's 18001: "01709382121", or from "+" of one abroad. `mistake` is
// "" where nothing is wrong; else it names the number, `help` says what to type, and the other
// fields are empty.
struct PhoneNumber {
  std::string link, text, figures;
  std::string mistake, help;
};

// Returns the number that is written. Read are numbers of the UK with or without +44, 0044 and
// "(0)", short ones, those abroad that begin with + or 00, Relay UK's 18001 and 18002 before a
// number, "ext. 12", "x12", a word such as "textphone" in front, "text 85258", and any spaces,
// hyphens, dashes, points and brackets between figures.
// How many figures a number has is told by its beginning (Ofcom, National Telephone Numbering Plan,
// parts A and B): those kept for drama are right, too. Numbers abroad: ITU-T E.164, section 6.
PhoneNumber read_phone(std::string_view written);

// base/text.h declares phone_link, which returns the link of read_phone alone.

// Returns the number as machines read it, without an extension: "+441709382121"; one that is wrong
// as it is written.
std::string international_phone(std::string_view written);

}  // namespace signpost
