// The words by which person_names.h tells roles and offices from people. All are in small letters,
// without marks on letters.
#pragma once

#include <string_view>

namespace signpost {

// "mrs", "dr", "cllr"
bool is_title_word(std::string_view word);
// Words of roles and of what roles are for: "manager", "early", "inclusion".
bool is_role_word(std::string_view word);
// What organisations are called by: "council", "school".
bool is_office_word(std::string_view word);
// "of", "the", "for"
bool is_link_word(std::string_view word);
// "van", "bin", "de"
bool is_name_particle(std::string_view word);
// Given names that are common in England, of many cultures, and hardly anything else.
bool is_given_name(std::string_view word);

}  // namespace signpost
