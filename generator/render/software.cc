#include "render/software.h"

namespace signpost {
namespace {

constexpr Software kSoftware[] = {
    {"cmark-gfm", "0.29.0.gfm.13", "BSD-2-Clause", "software_cmark_gfm",
     "https://github.com/github/cmark-gfm"},
    {"CLI11", "2", "BSD-3-Clause", "software_cli11", "https://github.com/CLIUtils/CLI11"},
    {"Emscripten", "3.1", "MIT", "software_emscripten",
     "https://github.com/emscripten-core/emscripten"},
    {"esbuild", "0.28.2", "MIT", "software_esbuild", "https://github.com/evanw/esbuild"},
    {"fflate", "0.8.2", "MIT", "software_fflate", "https://github.com/101arrowz/fflate"},
    {"fmt", "9", "MIT", "software_fmt", "https://github.com/fmtlib/fmt"},
    {"GLPK", "5.0", "GPL-3.0-or-later", "software_glpk", "https://www.gnu.org/software/glpk/"},
    {"ICU", "72", "Unicode-3.0", "software_icu", "https://github.com/unicode-org/icu"},
    {"JSON for Modern C++", "3.11", "MIT", "software_json_for_modern_cpp",
     "https://github.com/nlohmann/json"},
    {"libdeflate", "1.14", "MIT", "software_libdeflate", "https://github.com/ebiggers/libdeflate"},
    {"libical", "3.0", "MPL-2.0 or LGPL-2.1", "software_libical",
     "https://github.com/libical/libical"},
    {"Mustache for C++", "4.1", "BSL-1.0", "software_mustache_for_cpp",
     "https://github.com/kainjow/Mustache"},
    {"OpenSSL", "3.0", "Apache-2.0", "software_openssl", "https://github.com/openssl/openssl"},
    {"PostCSS", "8.5.33", "MIT", "software_postcss", "https://github.com/postcss/postcss"},
    {"postcss-logical", "9.0.2", "MIT-0", "software_postcss_logical",
     "https://github.com/csstools/postcss-plugins"},
    {"RTLCSS", "4.3.0", "MIT", "software_rtlcss", "https://github.com/MohammadYounes/rtlcss"},
    {"Sass", "1.99.0", "MIT", "software_sass", "https://github.com/sass/dart-sass"},
    {"SCOWL", "2020.12.07", "SCOWL (permissive)", "software_scowl",
     "https://github.com/en-wl/wordlist"},
    {"Signpost", "0.1.0", "GPL-3.0-or-later", "software_signpost", ""},
    {"Xapian", "1.4", "GPL-2.0-or-later", "software_xapian", "https://github.com/xapian/xapian"},
    {"Xapian's Snowball stemmers", "1.4", "BSD-3-Clause", "software_xapian_snowball_stemmers",
     "https://github.com/snowballstem/snowball"},
    {"yaml-cpp", "0.7", "MIT", "software_yaml_cpp", "https://github.com/jbeder/yaml-cpp"},
    {"zlib", "1.2.13", "Zlib", "software_zlib", "https://github.com/madler/zlib"},
};

}  // namespace

std::span<const Software> software_used() { return kSoftware; }

}  // namespace signpost
