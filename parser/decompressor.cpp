#include "decompressor.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <string>
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
    while (!bytes.empty()) {
      const auto part = next_part(bytes);
      if (!part) break;
      if (auto damage = decode(*part, sink)) return damage;
      held_.clear();
    }
    return std::nullopt;
  }

  std::optional<Damage> finish() override {
    if (between_frames_ && held_.empty()) return std::nullopt;
    return Damage{"the rest of the zstd data", "its end"};
  }

 private:
  static constexpr std::size_t shortest_header = 5;  // of a frame: ZSTD_FRAMEHEADERSIZE_MIN
  static constexpr std::size_t block_header = 3;
  static constexpr std::size_t largest_block = std::size_t{128} * 1024;

  // The decoder is called with one whole header or block at a time, so that it gives the same text and finds
  // the same damage however the bytes arrive: a call that meets damage gives nothing of what it decoded
  // before, and a part of a block is given before the block is judged. Nothing while the part is not whole.
  std::optional<std::string_view> next_part(std::string_view& bytes) {
    // zstd asks for a block and the header of the next; of what it skips, for up to 4 GiB at once.
    const std::size_t wanted = wanted_ > block_header ? wanted_ - block_header : wanted_;
    const std::size_t part = std::min(wanted, largest_block);
    const std::string_view more = bytes.substr(0, part - held_.size());
    bytes.remove_prefix(more.size());
    if (more.size() == part) return more;
    held_.append(more);
    return held_.size() == part ? std::optional<std::string_view>(held_) : std::nullopt;
  }

  std::optional<Damage> decode(std::string_view part, const Sink& sink) {
    ZSTD_inBuffer in{part.data(), part.size(), 0};
    bool more = true;
    while (in.pos < in.size || more) {
      const std::size_t before = in.pos;
      ZSTD_outBuffer out{output_.data(), output_.size(), 0};
      const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(status) != 0) return Damage{"undamaged zstd data", ZSTD_getErrorName(status)};
      expansion_.took(in.pos - before);
      if (out.pos > 0) sink({output_.data(), out.pos});
      if (auto damage = expansion_.gave(out.pos)) return damage;
      between_frames_ = status == 0;
      wanted_ = between_frames_ ? shortest_header : status;
      more = out.pos == out.size;  // the decoder may hold more than fitted
    }
    return std::nullopt;
  }

  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  std::array<char, output_bytes> output_{};
  Expansion expansion_;
  bool between_frames_ = false;
  std::size_t wanted_ = shortest_header;  // by the decoder, to go on
  std::string held_;                      // of the next part, while the rest is not there
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
