// Tags of languages (RFC 5646, "BCP 47").
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Returns the tag with the letter case that the RFC gives it ("en-GB", "zh-Hant"), or "" where it
// is not well-formed, its language has neither two nor three letters, or its language of two
// letters or its country of two letters does not exist (ISO 639-1, ISO 3166-1).
std::string canonical_language_tag(std::string_view tag);

}  // namespace signpost
