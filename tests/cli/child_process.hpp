// The built command as a process of its own, with one thing about its world made wrong before it starts.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace abstat::testing {

struct Ended {
  int exit = -1;    // -1 when a signal ended it
  int signal = 0;   // 0 when it ended by itself
  std::string out;  // what arrived on the descriptors that were left alone
  std::string err;
};

struct Child {
  std::vector<std::string> args;                                  // without the program's name
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};  // NAME=value
  std::function<void()> before = [] {};                         // in the child, just before it becomes abstat
  std::function<void(int pid)> meanwhile = [](int /*pid*/) {};  // in the parent, while it runs
};

// Standard input is empty unless `before` puts something there.
[[nodiscard]] Ended run_child(const Child& child);

}  // namespace abstat::testing
