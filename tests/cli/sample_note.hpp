// The note of samples/, and the content of files that commands have written.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace abstat::testing {

inline const std::string note = std::string(ABSTAT_SOURCE_DIR) + "/samples/web-stacks.md";

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace abstat::testing
