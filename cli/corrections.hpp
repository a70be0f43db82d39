// What would make a checked document true: its wrong numbers and its stale tables.
#pragma once

#include "cli/checked_documents.hpp"
#include "cli/run.hpp"

#include <ostream>

namespace abstat {

// One unified diff for each document that has something to correct. Folders of the path stay, so that patch
// -p1 and git apply find the file from where abstat was called.
void write_diffs(const std::vector<CheckedDocument>& checked, std::ostream& out);

// Corrects the files in place and says on stderr how much was corrected in each.
[[nodiscard]] ExitCode correct_files(const std::vector<CheckedDocument>& checked, Streams& io);

}  // namespace abstat
