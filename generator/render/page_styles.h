// Which of the theme's further style sheets a finished page loads: those whose classes it has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "render/theme/theme.h"

namespace signpost {

// A page's language decides the side from which lines begin.
enum class LineStart : std::uint8_t { kLeft, kRight };

// Returns the side for a language's direction, "ltr" or "rtl".
LineStart line_start(std::string_view dir);

// Returns the address of the style sheet `name`, the mirrored one where lines start at the right
// and there is one; "" for a sheet that the theme lacks.
std::string style_url(const Theme& theme, std::string_view name, LineStart start);

// Returns the page with a link to each of `theme.more_styles` that it has a class of, right behind
// its link to the main style sheet, whose `href` is `main_href`. `root` leads from the page to the
// site's root. A page without that link stays as it is.
std::string with_more_styles(std::string html, const Theme& theme, std::string_view main_href,
                             std::string_view root, LineStart start);

}  // namespace signpost
