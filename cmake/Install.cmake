# The command, and the two libraries for those who want the results without it: find_package(abstat).
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/abstat)

install(TARGETS abstat RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS abstat_parser abstat_analysis EXPORT abstat ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY parser/include/abstat analysis/include/abstat DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT abstat NAMESPACE abstat:: FILE abstatTargets.cmake DESTINATION ${package_dir})

configure_package_config_file(cmake/abstatConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/abstatConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/abstatConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/abstatConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/abstatConfigVersion.cmake
  DESTINATION ${package_dir})
