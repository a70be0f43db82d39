// Whole commands in this process: the first byte chooses command and format, the rest is standard input.
#include "cli/run.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array commands{"convert", "rank", "compare", "audit", "check", "report", "render"};
  constexpr std::array formats{"text", "markdown", "csv", "json", "ndjson", "github", "sarif", "html"};
  if (size == 0) return 0;
  const std::vector<std::string> args{commands.at(data[0] % commands.size()), "-", "-f",
                                      formats.at(data[0] / commands.size() % formats.size())};
  std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  static_cast<void>(abstat::run(args, io));
  return 0;
}
