# Linked PRIVATE by our own targets, so that no third-party code is judged by our warnings.
add_library(abstat_warnings INTERFACE)
target_compile_options(abstat_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# gcc 12 sees overlapping copies in std::string::insert and operator+ that are none (gcc bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(abstat_warnings INTERFACE -Wno-restrict)
endif()
if(ABSTAT_WERROR)
  target_compile_options(abstat_warnings INTERFACE -Werror)
endif()
