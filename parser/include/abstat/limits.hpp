// Every limit of the readers, each with its reason. A limit that is reached is reported as a Problem, never
// passed over. docs/formats.md lists them.
#pragma once

#include <cstddef>

namespace abstat::limits {

// A text is held whole for its headings up to this size: the longest benchmark notes known are below 1 MiB.
inline constexpr std::size_t document_bytes = std::size_t{16} * 1024 * 1024;

// Compressed data may expand this much, whatever the ratio ...
inline constexpr std::size_t decompressed_bytes_free = std::size_t{64} * 1024 * 1024;
// ... and beyond that only this many times. Logs of ab reach 10 to 30 times; a gzip bomb 1030 times.
inline constexpr std::size_t decompression_ratio = 256;
// A zstd frame may look back 2^27 bytes, as zstd's own command allows: that is its memory.
inline constexpr int zstd_window_log = 27;

}  // namespace abstat::limits
