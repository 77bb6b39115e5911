#include "html/phone_links.h"

#include "base/text.h"
#include "privacy/written_phones.h"

namespace signpost {

void append_text_with_phones(std::string& html, std::string_view text) {
  std::size_t done = 0;
  for (const WrittenPhone& phone : find_written_phones(text)) {
    if (!phone.number.mistake.empty()) continue;
    append_html_escaped(html, text.substr(done, phone.begin - done));
    html += "<a href=\"tel:";
    append_html_escaped(html, phone.number.link);
    html += "\">";
    append_html_escaped(html, text.substr(phone.begin, phone.end - phone.begin));
    html += "</a>";
    done = phone.end;
  }
  append_html_escaped(html, text.substr(done));
}

}  // namespace signpost
