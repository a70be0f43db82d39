# Linked by our own targets; empty unless ABSTAT_SANITIZE names sanitizers.
add_library(abstat_sanitizers INTERFACE)
if(ABSTAT_SANITIZE)
  target_compile_options(abstat_sanitizers INTERFACE
    -fsanitize=${ABSTAT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_definitions(abstat_sanitizers INTERFACE ABSTAT_SANITIZED)
  target_link_options(abstat_sanitizers INTERFACE -fsanitize=${ABSTAT_SANITIZE})
endif()
