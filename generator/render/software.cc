#include "render/software.h"

namespace signpost {
namespace {

constexpr Software kSoftware[] = {
    {"cmark-gfm", "0.29.0.gfm.13", "BSD-2-Clause", "Reads the pages' Markdown",
     "https://github.com/github/cmark-gfm"},
    {"CLI11", "2", "BSD-3-Clause", "Reads the command line", "https://github.com/CLIUtils/CLI11"},
    {"Emscripten", "3.1", "MIT", "Compiles the search for the browser",
     "https://github.com/emscripten-core/emscripten"},
    {"esbuild", "0.28.2", "MIT", "Packs the site's scripts", "https://github.com/evanw/esbuild"},
    {"fflate", "0.8.2", "MIT", "Unpacks the search in the browser",
     "https://github.com/101arrowz/fflate"},
    {"fmt", "9", "MIT", "Writes numbers and messages", "https://github.com/fmtlib/fmt"},
    {"GLPK", "5.0", "GPL-3.0-or-later", "Proves that figures about people give no one away",
     "https://www.gnu.org/software/glpk/"},
    {"GOV.UK Frontend", "6.6.0", "MIT", "Styles of the page's parts",
     "https://github.com/alphagov/govuk-frontend"},
    {"JSON for Modern C++", "3.11", "MIT", "Writes what search engines read",
     "https://github.com/nlohmann/json"},
    {"libdeflate", "1.14", "MIT", "Packs the parts of the search index",
     "https://github.com/ebiggers/libdeflate"},
    {"libical", "3.0", "MPL-2.0 or LGPL-2.1", "Writes the calendar files",
     "https://github.com/libical/libical"},
    {"Mustache for C++", "4.1", "BSL-1.0", "Fills in the page templates",
     "https://github.com/kainjow/Mustache"},
    {"OpenSSL", "3.0", "Apache-2.0", "Makes the fingerprints of files",
     "https://github.com/openssl/openssl"},
    {"RTLCSS", "4.3.0", "MIT", "Mirrors the styles for languages written from right to left",
     "https://github.com/MohammadYounes/rtlcss"},
    {"Sass", "1.99.0", "MIT", "Makes the style sheets", "https://github.com/sass/dart-sass"},
    {"SCOWL", "2020.12.07", "SCOWL (permissive)", "Knows which English words are right",
     "https://github.com/en-wl/wordlist"},
    {"Signpost", "0.1.0", "GPL-3.0-or-later", "Makes this website", ""},
    {"Xapian", "1.4", "GPL-2.0-or-later", "Searches the site", "https://github.com/xapian/xapian"},
    {"Xapian's Snowball stemmers", "1.4", "BSD-3-Clause", "Bring forms of a word together",
     "https://github.com/snowballstem/snowball"},
    {"yaml-cpp", "0.7", "MIT", "Reads the settings and the facts",
     "https://github.com/jbeder/yaml-cpp"},
    {"zlib", "1.2.13", "Zlib", "Unpacks the parts of the search index and the server's logs",
     "https://github.com/madler/zlib"},
};

}  // namespace

std::span<const Software> software_used() { return kSoftware; }

}  // namespace signpost
