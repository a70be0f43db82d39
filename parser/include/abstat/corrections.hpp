// The values ab is known to misprint, by name. docs/formats.md says for each which versions print it, how it
// is recognised and how the corrected value is found.
#pragma once

#include <array>
#include <string_view>

namespace abstat::corrections {

// Text reports.
inline constexpr std::string_view unpadded_microseconds = "unpadded-microseconds";
inline constexpr std::string_view milliseconds_behind_point = "milliseconds-behind-point";
inline constexpr std::string_view seconds_labelled_ms = "seconds-labelled-ms";
inline constexpr std::string_view signed_port = "signed-port";
inline constexpr std::string_view wrapped_32_bit_total = "wrapped-32-bit-total";
inline constexpr std::string_view truncated_transfer_rate = "truncated-transfer-rate";
inline constexpr std::string_view decimal_kilobytes = "decimal-kilobytes";

// HTML reports; some of those above occur there too.
inline constexpr std::string_view thousandfold_requests_per_second = "thousandfold-requests-per-second";
inline constexpr std::string_view bytes_per_second = "bytes-per-second";

inline constexpr std::array all{
    unpadded_microseconds, milliseconds_behind_point, seconds_labelled_ms, signed_port,
    wrapped_32_bit_total,  truncated_transfer_rate,   decimal_kilobytes,   thousandfold_requests_per_second,
    bytes_per_second};

}  // namespace abstat::corrections
