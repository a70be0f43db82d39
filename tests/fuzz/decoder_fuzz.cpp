// Byte order marks, UTF-16, gzip and zstd: the same text, and the same verdict on damage,
// however the bytes are cut.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <abstat/decoder.hpp>

namespace {

struct Decoded {
  std::string text;
  bool whole = true;
};

Decoded decode(std::string_view first, std::string_view second) {
  Decoded decoded;
  abstat::Decoder decoder("fuzz", [&](std::string_view utf8) { decoded.text += utf8; });
  if (decoder.feed(first)) static_cast<void>(decoder.feed(second));
  decoded.whole = !decoder.finish();
  return decoded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = size == 0 ? 0 : data[size - 1] % size;
  const Decoded whole = decode(bytes, {});
  const Decoded pieces = decode(bytes.substr(0, cut), bytes.substr(cut));
  if (whole.whole != pieces.whole) std::abort();
  if (whole.text != pieces.text) std::abort();
  return 0;
}
