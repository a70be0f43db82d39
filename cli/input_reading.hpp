// One input from its bytes to its reports and, where asked for, its document.
#pragma once

#include "cli/discovery.hpp"
#include "cli/inputs.hpp"

#include <iosfwd>

namespace abstat {

void read_input(const InputFile& file, std::istream& standard_input, const InputSink& sink,
                InputCounts& counts);

}  // namespace abstat
