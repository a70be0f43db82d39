// Every limit of the readers, each with its reason. A limit that is reached is reported as a Problem, never
// passed over. docs/formats.md lists them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace abstat::limits {

// A text is held whole for its headings up to this size, and its reports with it: the longest benchmark notes
// known are below 1 MiB, and a stream that only looks like a document must not fill the memory.
inline constexpr std::size_t document_bytes = std::size_t{4} * 1024 * 1024;
// One whose claims are to be checked is what the user named, and is read whole up to this.
inline constexpr std::size_t checked_document_bytes = std::size_t{64} * 1024 * 1024;

// Of a longer line only the beginning is looked at. ab prints no line of its own above 10 KiB: it refuses to
// send longer requests, and the path is the longest thing it repeats.
inline constexpr std::size_t line_bytes = std::size_t{64} * 1024;
// Lines of a -g or -e file that no rule takes are counted, and so many of them kept with their text ...
inline constexpr std::size_t unparsed_kept = 100;
// ... of which so many bytes each, here and in text reports: enough to recognise them.
inline constexpr std::size_t unparsed_bytes = 1024;
// Values of a -g file are counted one by one while they lie this close together (17 minutes in ms, 12 days in
// seconds) ...
inline constexpr std::int64_t counted_span = std::int64_t{1} << 20;
// ... and so many different ones beyond.
inline constexpr std::size_t counted_strays = std::size_t{1} << 16;

// A -e file has at most 102 short lines; no more of it is read.
inline constexpr std::size_t percentile_file_bytes = std::size_t{64} * 1024;
// Of what ab said on stderr only the beginning is read: it repeats itself for every failed request.
inline constexpr std::size_t stderr_bytes = std::size_t{1024} * 1024;

// Compressed data may expand this much, whatever the ratio ...
inline constexpr std::size_t decompressed_bytes_free = std::size_t{64} * 1024 * 1024;
// ... and beyond that only this many times. Logs of ab reach 10 to 30 times; a gzip bomb 1030 times.
inline constexpr std::size_t decompression_ratio = 256;
// A zstd frame may look back 2^27 bytes, as zstd's own command allows: that is its memory.
inline constexpr int zstd_window_log = 27;

// What may stand in front of a pasted line of ab: timestamps, container and file names.
inline constexpr std::size_t prefix_bytes = 160;
// Lines kept that no rule takes, for each text report: a server that logs into the same file writes
// thousands.
inline constexpr std::size_t unparsed_lines = 1000;
// Foreign lines between two lines of one report. Whatever follows more of them is another report.
inline constexpr std::size_t gap_lines = 200;
// "Completed N requests" kept for each report: ab prints ten, trunk one every minute of a run.
inline constexpr std::size_t progress_lines = 1000;
// Different messages of ab kept for each report: it repeats "SSL handshake failed (5)." for every request.
inline constexpr std::size_t messages = 64;
// Reports held back while it is open whether they are part of a body that ab -v 2 dumped.
inline constexpr std::size_t held_reports = 64;

// A sentence of prose is looked through for each figure in it; a longer one is read as several, which no
// sentence that people read will be.
inline constexpr std::size_t sentence_words = 400;

// Parentheses inside each other in an expectation; nobody writes ten.
inline constexpr std::size_t open_groups = 64;

}  // namespace abstat::limits
