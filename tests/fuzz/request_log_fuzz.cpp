// The reader of -g files: any bytes, and the same rows however they are cut.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <abstat/request_log.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto whole = abstat::read_request_log(text, "fuzz");
  abstat::RequestLogReader reader("fuzz");
  const std::size_t cut = size == 0 ? 0 : data[0] % size;
  reader.feed(text.substr(0, cut));
  reader.feed(text.substr(cut));
  if (whole != reader.finish()) std::abort();
  return 0;
}
