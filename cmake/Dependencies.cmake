# Everything comes from Debian 12's packages; cmake/packages.txt names them.
find_package(pegtl 3.2 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(fmt 9 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(FastFloat REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
# Debian has no .pc file for the extensions (tables and so on).
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)

# RapidJSON's package predates imported targets.
add_library(abstat_rapidjson INTERFACE)
target_include_directories(abstat_rapidjson SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS} ${RAPIDJSON_INCLUDE_DIRS})
target_compile_definitions(abstat_rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)

if(ABSTAT_TESTS)
  find_package(Catch2 2.13 REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()
