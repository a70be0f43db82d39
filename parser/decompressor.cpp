#include "decompressor.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>
#include <zstd.h>

#include <abstat/limits.hpp>

namespace abstat {

namespace {

constexpr std::size_t output_bytes = std::size_t{128} * 1024;

// Stops data made to expand without end: text that is worth reading never comes near the ratio.
class Expansion {
 public:
  void took(std::size_t bytes) { in_ += bytes; }
  [[nodiscard]] std::optional<Damage> gave(std::size_t bytes) {
    out_ += bytes;
    if (out_ <= limits::decompressed_bytes_free || out_ / limits::decompression_ratio <= in_) {
      return std::nullopt;
    }
    return Damage{
        "compressed text that expands at most " + std::to_string(limits::decompression_ratio) + " times",
        "more"};
  }

 private:
  std::size_t in_ = 0;
  std::size_t out_ = 0;
};

class Gzip : public Decompressor {
 public:
  Gzip() {
    constexpr int gzip_only = 16;
    if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }

  std::optional<Damage> feed(std::string_view bytes, const Sink& sink) override {
    while (!bytes.empty()) {
      if (between_members_) {
        // tar and tape drives pad with zeros.
        const std::size_t padding = bytes.find_first_not_of('\0');
        bytes.remove_prefix(padding == std::string_view::npos ? bytes.size() : padding);
        if (bytes.empty()) break;
        inflateReset(&stream_);
        between_members_ = false;
        ++members_;
      }
      if (auto damage = inflate_some(bytes, sink)) return damage;
    }
    return std::nullopt;
  }

  std::optional<Damage> finish() override {
    if (between_members_) return std::nullopt;
    return Damage{"the rest of the gzip data", "its end"};
  }

 private:
  // Takes bytes until they or the member end.
  std::optional<Damage> inflate_some(std::string_view& bytes, const Sink& sink) {
    constexpr std::size_t most = 1 << 30;  // zlib counts in unsigned int
    const std::string_view piece = bytes.substr(0, most);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    stream_.avail_in = static_cast<uInt>(piece.size());
    int status = Z_OK;
    do {
      const uInt before = stream_.avail_in;
      stream_.next_out = output_.data();
      stream_.avail_out = static_cast<uInt>(output_.size());
      status = inflate(&stream_, Z_NO_FLUSH);
      expansion_.took(before - stream_.avail_in);
      const std::size_t made = output_.size() - stream_.avail_out;
      if (made > 0) sink({reinterpret_cast<const char*>(output_.data()), made});
      if (auto damage = expansion_.gave(made)) return damage;
    } while (status == Z_OK && (stream_.avail_in > 0 || stream_.avail_out == 0));
    bytes.remove_prefix(piece.size() - stream_.avail_in);
    if (status == Z_STREAM_END) between_members_ = true;
    if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return std::nullopt;
    if (members_ > 1 && stream_.total_out == 0) return Damage{"another gzip member or the end", "other data"};
    return Damage{"undamaged gzip data", stream_.msg == nullptr ? "damage" : stream_.msg};
  }

  z_stream stream_{};
  std::array<Bytef, output_bytes> output_{};
  Expansion expansion_;
  std::size_t members_ = 1;
  bool between_members_ = false;
};

class Zstd : public Decompressor {
 public:
  Zstd() : stream_(ZSTD_createDStream(), &ZSTD_freeDStream) {
    if (stream_ == nullptr) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, limits::zstd_window_log);
  }

  std::optional<Damage> feed(std::string_view bytes, const Sink& sink) override {
    bool more = false;
    while (!bytes.empty() || more) {
      ZSTD_inBuffer in{bytes.data(), std::min(bytes.size(), up_to_next_part()), 0};
      ZSTD_outBuffer out{output_.data(), output_.size(), 0};
      const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(status) != 0) return Damage{"undamaged zstd data", ZSTD_getErrorName(status)};
      bytes.remove_prefix(in.pos);
      expansion_.took(in.pos);
      if (out.pos > 0) sink({output_.data(), out.pos});
      if (auto damage = expansion_.gave(out.pos)) return damage;
      between_frames_ = status == 0;
      wanted_ = between_frames_ ? shortest_header : status;
      more = out.pos == out.size;  // the decoder may hold more than fitted
    }
    return std::nullopt;
  }

  std::optional<Damage> finish() override {
    if (between_frames_) return std::nullopt;
    return Damage{"the rest of the zstd data", "its end"};
  }

 private:
  static constexpr std::size_t shortest_header = 5;  // of a frame: ZSTD_FRAMEHEADERSIZE_MIN
  static constexpr std::size_t block_header = 3;

  // A call that meets damage gives nothing of what it decoded before, so none may reach from one block into
  // the next: the text before the damage would depend on how the bytes arrive. zstd asks for a block and the
  // header of the next.
  [[nodiscard]] std::size_t up_to_next_part() const {
    return wanted_ > block_header ? wanted_ - block_header : wanted_;
  }

  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  std::array<char, output_bytes> output_{};
  Expansion expansion_;
  bool between_frames_ = false;
  std::size_t wanted_ = shortest_header;
};

}  // namespace

Compression compression_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1f\x8b")) return Compression::gzip;
  if (first_bytes.starts_with("\x28\xb5\x2f\xfd")) return Compression::zstd;
  return Compression::none;
}

std::unique_ptr<Decompressor> make_decompressor(Compression compression) {
  if (compression == Compression::gzip) return std::make_unique<Gzip>();
  return std::make_unique<Zstd>();
}

}  // namespace abstat
