// Every limit of the readers, each with its reason. A limit that is reached is reported as a Problem, never
// passed over. docs/formats.md lists them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace abstat::limits {

// A text is held whole for its headings up to this size: the longest benchmark notes known are below 1 MiB.
inline constexpr std::size_t document_bytes = std::size_t{16} * 1024 * 1024;

// Of a longer line only the beginning is looked at. ab prints no line of its own above 10 KiB: it refuses to
// send longer requests, and the path is the longest thing it repeats.
inline constexpr std::size_t line_bytes = std::size_t{64} * 1024;
// Lines of a -g or -e file that no rule takes are counted, and so many of them kept with their text ...
inline constexpr std::size_t unparsed_kept = 100;
// ... of which so many bytes each.
inline constexpr std::size_t unparsed_bytes = 200;
// Values of a -g file are counted one by one while they lie this close together (17 minutes in ms, 12 days in
// seconds) ...
inline constexpr std::int64_t counted_span = std::int64_t{1} << 20;
// ... and so many different ones beyond.
inline constexpr std::size_t counted_strays = std::size_t{1} << 16;

// Compressed data may expand this much, whatever the ratio ...
inline constexpr std::size_t decompressed_bytes_free = std::size_t{64} * 1024 * 1024;
// ... and beyond that only this many times. Logs of ab reach 10 to 30 times; a gzip bomb 1030 times.
inline constexpr std::size_t decompression_ratio = 256;
// A zstd frame may look back 2^27 bytes, as zstd's own command allows: that is its memory.
inline constexpr int zstd_window_log = 27;

}  // namespace abstat::limits
