// Which files a command line means: files, folders, standard input and NAME=PATH become one list of inputs in
// reading order. Nothing is opened here; what a file holds is found out when it is read.
//
// - A folder is walked recursively, its members sorted bytewise by path. Names that begin with a dot are
//   skipped, and so is what is neither file nor folder (pipes, sockets, devices).
// - A symbolic link in a folder counts only when what it leads to is not in the folder anyway: `latest.log`
//   beside `10.log` must not become an eleventh replicate. Loops end for the same reason.
// - NAME=PATH names the stack of everything below PATH. A file that is literally called so wins.
// - The same path given twice without a name is read once: it is no second replicate.
#pragma once

#include "cli/input_problem.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace abstat {

struct InputFile {
  std::string path;                 // as a message shows it; "-" is standard input
  std::string stack;                // from NAME=PATH; empty when not given
  std::string path_stack;           // what folder or file name say, for reports that nothing better names
  std::string folder;               // the folder argument it was found below; empty when given itself
  std::vector<std::string> beside;  // regular files of the same stem, which may belong to it

  [[nodiscard]] bool standard_input() const { return path == "-"; }
  // A file of a folder is silently passed over when it holds no report.
  [[nodiscard]] bool in_folder() const { return !folder.empty(); }
  bool operator==(const InputFile&) const = default;
};

struct Discovery {
  std::vector<InputFile> files;
  std::vector<std::string> folders;    // as given on the command line
  std::size_t repeated = 0;            // files given again, which are read once
  std::vector<InputProblem> problems;  // paths that are missing or may not be listed
};

[[nodiscard]] Discovery discover_inputs(std::span<const std::string> arguments);

}  // namespace abstat
