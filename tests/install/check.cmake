# Installs the build to a scratch folder, builds the consumer against it and runs it.
set(prefix ${WORK_DIR}/prefix)
set(consumer ${WORK_DIR}/consumer)
file(REMOVE_RECURSE ${WORK_DIR})

function(step)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGV}\n${said}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

step(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${prefix})
step(${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${consumer} -DCMAKE_PREFIX_PATH=${prefix}
     -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${FLAGS})
step(${CMAKE_COMMAND} --build ${consumer})
step(${consumer}/consumer)
if(NOT said STREQUAL "1252.57 0\n")
  message(FATAL_ERROR "the consumer said: ${said}")
endif()

# The same for those who build without CMake.
set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
step(sh -c "${CXX} ${FLAGS} -std=c++20 ${SOURCE_DIR}/consumer.cpp -o ${WORK_DIR}/by_pkg_config $(pkg-config --cflags --libs abstat)")
step(${WORK_DIR}/by_pkg_config)
if(NOT said STREQUAL "1252.57 0\n")
  message(FATAL_ERROR "the consumer by pkg-config said: ${said}")
endif()

foreach(file bin/abstat share/man/man1/abstat.1.gz share/man/man5/abstat-formats.5.gz
        share/bash-completion/completions/abstat share/zsh/vendor-completions/_abstat
        share/fish/vendor_completions.d/abstat.fish share/doc/abstat/copyright)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

# What is installed is what the two include folders hold, and each header compiles alone.
file(GLOB headers RELATIVE ${prefix}/include ${prefix}/include/abstat/*.hpp)
set(all "")
foreach(header ${headers})
  string(APPEND all "#include <${header}>\n")
endforeach()
file(WRITE ${WORK_DIR}/all.cpp "${all}int main() {}\n")
step(sh -c "${CXX} ${FLAGS} -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only ${WORK_DIR}/all.cpp $(pkg-config --cflags abstat)")
