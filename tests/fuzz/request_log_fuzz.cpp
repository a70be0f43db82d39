// The reader of -g files: any bytes, and the same rows however they are cut.
#include "cut_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <abstat/request_log.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto whole = abstat::read_request_log(text, "fuzz");
  abstat::RequestLogReader reader("fuzz");
  abstat::testing::feed_in_two(reader, text);
  if (whole != reader.finish()) std::abort();
  return 0;
}
