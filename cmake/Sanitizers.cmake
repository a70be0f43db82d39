# Linked by our own targets; empty unless ABSTAT_SANITIZE names sanitizers.
add_library(abstat_sanitizers INTERFACE)
if(ABSTAT_SANITIZE)
  target_compile_options(abstat_sanitizers INTERFACE
    -fsanitize=${ABSTAT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # gcc's instrumentation hides from -Wmaybe-uninitialized that an empty std::optional is never read.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(abstat_sanitizers INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_compile_definitions(abstat_sanitizers INTERFACE ABSTAT_SANITIZED)
  target_link_options(abstat_sanitizers INTERFACE -fsanitize=${ABSTAT_SANITIZE})
endif()
