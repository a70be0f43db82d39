// The reader of -e files, with and without the number of requests.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <abstat/percentile_file.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(abstat::read_percentile_file(text, "fuzz"));
  static_cast<void>(abstat::read_percentile_file(text, "fuzz", size));
  return 0;
}
