// gzip and zstd as streams. Members and frames that follow each other are read as one text, as `cat a.gz
// b.gz` makes them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace abstat {

enum class Compression : std::uint8_t { none, gzip, zstd };

// From the first bytes; four are enough.
[[nodiscard]] Compression compression_of(std::string_view first_bytes);

// What is wrong with compressed data: expected and found, as in Problem.
struct Damage {
  std::string expected;
  std::string found;
};

class Decompressor {
 public:
  using Sink = std::function<void(std::string_view)>;
  Decompressor() = default;
  virtual ~Decompressor() = default;
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  [[nodiscard]] virtual std::optional<Damage> feed(std::string_view bytes, const Sink& sink) = 0;
  // Damage when the data ends in the middle of a member or frame.
  [[nodiscard]] virtual std::optional<Damage> finish() = 0;
};

// Not for Compression::none.
[[nodiscard]] std::unique_ptr<Decompressor> make_decompressor(Compression compression);

}  // namespace abstat
