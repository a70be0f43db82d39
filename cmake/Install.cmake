# The command, and the two libraries for those who want the results without it: find_package(abstat) or
# pkg-config abstat.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/abstat)

install(TARGETS abstat RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
install(TARGETS abstat_parser abstat_analysis EXPORT abstat
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY parser/include/abstat analysis/include/abstat
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT abstat NAMESPACE abstat:: FILE abstatTargets.cmake
  DESTINATION ${package_dir} COMPONENT development)

configure_package_config_file(cmake/abstatConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/abstatConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/abstatConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/abstatConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/abstatConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT development)

# The prefix is known only when it is installed: cmake --install --prefix may change it.
install(CODE "
  set(CMAKE_INSTALL_INCLUDEDIR ${CMAKE_INSTALL_INCLUDEDIR})
  set(CMAKE_INSTALL_LIBDIR ${CMAKE_INSTALL_LIBDIR})
  set(PROJECT_VERSION ${PROJECT_VERSION})
  set(PROJECT_DESCRIPTION \"${PROJECT_DESCRIPTION}\")
  configure_file(${CMAKE_CURRENT_SOURCE_DIR}/cmake/abstat.pc.in ${CMAKE_CURRENT_BINARY_DIR}/abstat.pc @ONLY)
  file(INSTALL ${CMAKE_CURRENT_BINARY_DIR}/abstat.pc
    DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig\")" COMPONENT development)

# Manual pages and the changelog are compressed as Debian wants them, without a date inside.
function(install_compressed file name destination)
  set(compressed ${CMAKE_CURRENT_BINARY_DIR}/compressed/${name}.gz)
  add_custom_command(OUTPUT ${compressed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/compressed
    COMMAND gzip -9nc ${file} > ${compressed}
    DEPENDS ${file} VERBATIM)
  add_custom_target(compressed_${name} ALL DEPENDS ${compressed})
  install(FILES ${compressed} DESTINATION ${destination} COMPONENT runtime)
endfunction()
install_compressed(${CMAKE_CURRENT_SOURCE_DIR}/docs/abstat.1 abstat.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(${CMAKE_CURRENT_SOURCE_DIR}/docs/abstat-formats.5 abstat-formats.5 ${CMAKE_INSTALL_MANDIR}/man5)
install_compressed(${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md CHANGELOG.md ${CMAKE_INSTALL_DATADIR}/doc/abstat)
include(Packaging)
configure_file(cmake/debian-changelog.in ${CMAKE_CURRENT_BINARY_DIR}/changelog @ONLY)
install_compressed(${CMAKE_CURRENT_BINARY_DIR}/changelog changelog ${CMAKE_INSTALL_DATADIR}/doc/abstat)

foreach(component runtime development)
  set(package abstat)
  if(component STREQUAL development)
    set(package libabstat-dev)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/compressed/changelog.gz
      DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT development)
  endif()
  install(FILES cmake/debian-copyright RENAME copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()

install(FILES cli/completions/abstat.bash RENAME abstat
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT runtime)
install(FILES cli/completions/_abstat DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT runtime)
install(FILES cli/completions/abstat.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT runtime)
