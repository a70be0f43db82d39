// What the place of a file says about the stack it measures, for reports that neither NAME= nor a heading
// names.
//
// - A file in a subfolder of a given folder is a run of the stack that the subfolder is called after:
//   runs/gevent/03.log is gevent.
// - Any other file is called after itself (sync.log is sync), unless its name only counts runs (03.log,
//   run-3.txt, 2024-05-01.log): then its folder names it.
// - Two places never share a name: old/sync and new/sync keep as much of their paths as tells them apart.
#pragma once

#include "cli/discovery.hpp"

#include <string_view>
#include <vector>

namespace abstat {

// Whether a file name without its extension only counts or dates runs.
[[nodiscard]] bool counts_runs(std::string_view stem);

// Sets path_stack of all files but standard input.
void name_by_path(std::vector<InputFile>& files);

}  // namespace abstat
