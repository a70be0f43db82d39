include(CMakePackageConfigHelpers)

install(TARGETS abstat RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
