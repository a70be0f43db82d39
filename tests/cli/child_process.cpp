#include "cli/child_process.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

namespace abstat::testing {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

[[noreturn]] void become(const Child& child, int out, int err) {
  std::vector<std::string> words{ABSTAT_COMMAND};
  words.insert(words.end(), child.args.begin(), child.args.end());
  std::vector<std::string> environment = child.environment;
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(environment);
  ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  child.before();
  ::execve(argv.front(), argv.data(), envp.data());
  ::_exit(127);
}

std::string content_of(std::FILE* file) {
  std::rewind(file);
  std::string content;
  std::array<char, 4096> block{};
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file))
    content.append(block.data(), got);
  return content;
}

}  // namespace

Ended run_child(const Child& child) {
  const File out(std::tmpfile());
  const File err(std::tmpfile());
  const pid_t pid = ::fork();
  if (pid < 0) std::abort();
  if (pid == 0) become(child, ::fileno(out.get()), ::fileno(err.get()));
  child.meanwhile(pid);
  int status = 0;
  if (::waitpid(pid, &status, 0) != pid) std::abort();
  Ended ended;
  if (WIFEXITED(status)) ended.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  ended.out = content_of(out.get());
  ended.err = content_of(err.get());
  return ended;
}

}  // namespace abstat::testing
