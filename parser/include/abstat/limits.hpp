// Every limit of the readers, each with its reason. A limit that is reached is reported as a Problem, never
// passed over. docs/formats.md lists them.
#pragma once

#include <cstddef>

namespace abstat::limits {

// A text is held whole for its headings up to this size: the longest benchmark notes known are below 1 MiB.
inline constexpr std::size_t document_bytes = std::size_t{16} * 1024 * 1024;

}  // namespace abstat::limits
