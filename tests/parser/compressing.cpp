#include "parser/compressing.hpp"

#include <memory>
#include <zlib.h>
#include <zstd.h>

namespace abstat::testing {

std::string gzipped(std::string_view text) {
  z_stream stream{};
  constexpr int gzip_only = 16;
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip_only, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd_compressed(std::string_view text) {
  // With a checksum, as the zstd command writes it.
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress2(context.get(), out.data(), out.size(), text.data(), text.size()));
  return out;
}

std::string utf8_of(std::u32string_view text) {
  std::string out;
  const auto byte = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  for (const char32_t code : text) {
    if (code < 0x80) {
      byte(code);
    } else if (code < 0x800) {
      byte(0xC0 + code / 64);
      byte(0x80 + code % 64);
    } else if (code < 0x10000) {
      byte(0xE0 + code / 4096);
      byte(0x80 + code / 64 % 64);
      byte(0x80 + code % 64);
    } else {
      byte(0xF0 + code / 262144);
      byte(0x80 + code / 4096 % 64);
      byte(0x80 + code / 64 % 64);
      byte(0x80 + code % 64);
    }
  }
  return out;
}

std::string utf16_of(std::u32string_view text, bool big_endian) {
  std::string out;
  const auto unit = [&](char32_t value) {
    const char high = static_cast<char>(value / 256);
    const char low = static_cast<char>(value % 256);
    out.push_back(big_endian ? high : low);
    out.push_back(big_endian ? low : high);
  };
  for (const char32_t code : text) {
    if (code < 0x10000) {
      unit(code);
    } else {
      unit(0xD800 + (code - 0x10000) / 1024);
      unit(0xDC00 + (code - 0x10000) % 1024);
    }
  }
  return out;
}

}  // namespace abstat::testing
