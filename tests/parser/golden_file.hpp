// The files beside the tests.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

namespace abstat::testing {

// name: below tests/parser.
inline std::string content_of(const std::string& name) {
  std::ifstream file(ABSTAT_SOURCE_DIR "/tests/parser/" + name, std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace abstat::testing
