# Debian packages by CPack: abstat with the command, libabstat-dev with headers and static libraries.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The abstat authors")
# Whoever publishes packages answers for them: cmake -DABSTAT_MAINTAINER="NAME <ADDRESS>". The address that stands
# here until then can belong to nobody (RFC 2606).
set(ABSTAT_MAINTAINER "The abstat authors <nobody@abstat.invalid>" CACHE STRING
  "Who is named as the maintainer of the Debian packages: NAME <ADDRESS>")
set(CPACK_PACKAGE_CONTACT "${ABSTAT_MAINTAINER}")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME abstat)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS apache2-utils)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS librsvg2-bin)
# The first line is PROJECT_DESCRIPTION.
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "Turns reports of ab, wherever they were pasted, into typed data; says which
differences between stacks are real and what a single run cannot tell; and
checks what a document concludes against the reports in it.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libabstat-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libcmark-gfm-dev, libcmark-gfm-extensions-dev, libexpected-dev, libfmt-dev, libutf8proc-dev, libzstd-dev, zlib1g-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "Headers and static libraries: the reader of ApacheBench reports and the
statistics on them, for programs that want the results without the command.")
include(CPack)
