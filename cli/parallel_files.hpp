// Reads the files of an input one after the other, or each thread one of its own.
#pragma once

#include "cli/discovery.hpp"
#include "cli/inputs.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>

namespace abstat {

// In the order of the files, each with the number of its reports.
using FileRead = std::function<void(const InputFile& file, std::size_t reports)>;

void read_one_by_one(std::span<const InputFile> files, std::istream& standard_input, const InputSink& sink,
                     InputCounts& counts, const FileRead& read);

// The same, to a sink that prints, on as many threads as it wants and the files are worth. Of a long file the
// rest is read when all before it are out; then all threads read in that one.
void read_side_by_side(std::span<const InputFile> files, std::istream& standard_input, const InputSink& sink,
                       InputCounts& counts, const FileRead& read);

}  // namespace abstat
