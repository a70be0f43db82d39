// One file or stream as UTF-8 text, block by block.
#pragma once

#include "cli/byte_source.hpp"
#include "cli/inputs.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace abstat {

// take is called with the text until it returns false or the text ends. What cannot be read or decoded goes
// to complain; the text before it has been taken.
void read_text(Result<ByteSource> source, const std::string& name,
               const std::function<bool(std::string_view)>& take, const ProblemSink& complain);

// The whole text of a file that ought to be small; a longer one is a problem and comes cut to most_bytes.
[[nodiscard]] std::string read_small_text(const std::string& path, std::size_t most_bytes,
                                          const ProblemSink& complain);

}  // namespace abstat
