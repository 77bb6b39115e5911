# cmark-gfm 0.29.0.gfm.13: built from source by generator/fetch-libraries, with the sanitizers of
# this build, and kept outside the tree. Makes the targets cmark_gfm (both static libraries; the
# headers are SYSTEM) and cmark_gfm_program (what the tests compare with), and
# the variable cmark_gfm_examples: the folder of the specification's spec.txt and extensions.txt.
set(cmark_gfm_flags "-O2 -g1")
if(SIGNPOST_SANITIZE)
  list(JOIN SIGNPOST_SANITIZE "," sanitizers)
  string(APPEND cmark_gfm_flags " -fsanitize=${sanitizers} -fno-omit-frame-pointer")
endif()
if(SIGNPOST_FUZZ)
  string(APPEND cmark_gfm_flags " -fsanitize=fuzzer-no-link")
endif()
execute_process(
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/fetch-libraries
    cmark-gfm ${CMAKE_C_COMPILER} "${cmark_gfm_flags}"
  OUTPUT_VARIABLE cmark_gfm_prefix OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)

add_library(cmark_gfm_core STATIC IMPORTED GLOBAL)
set_target_properties(cmark_gfm_core PROPERTIES
  IMPORTED_LOCATION ${cmark_gfm_prefix}/lib/libcmark-gfm.a)
add_library(cmark_gfm STATIC IMPORTED GLOBAL)
set_target_properties(cmark_gfm PROPERTIES
  IMPORTED_LOCATION ${cmark_gfm_prefix}/lib/libcmark-gfm-extensions.a
  INTERFACE_INCLUDE_DIRECTORIES ${cmark_gfm_prefix}/include
  INTERFACE_COMPILE_DEFINITIONS CMARK_GFM_STATIC_DEFINE
  INTERFACE_LINK_LIBRARIES cmark_gfm_core)
add_executable(cmark_gfm_program IMPORTED GLOBAL)
set_target_properties(cmark_gfm_program PROPERTIES
  IMPORTED_LOCATION ${cmark_gfm_prefix}/bin/cmark-gfm)
set(cmark_gfm_examples ${cmark_gfm_prefix}/share/cmark-gfm)
