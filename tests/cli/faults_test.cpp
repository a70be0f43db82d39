// What the system does to a command while it reads and writes: each fault is made for real.
#include "cli/byte_source.hpp"
#include "cli/child_process.hpp"
#include "cli/run.hpp"
#include "cli/sample_note.hpp"
#include "cli/temporary_folder.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using abstat::testing::Child;
using abstat::testing::content_of;
using abstat::testing::Ended;
using abstat::testing::note;
using abstat::testing::run_child;
using abstat::testing::TemporaryFolder;

void put_on(int descriptor, const char* path, int flags) {
  ::dup2(::open(path, flags | O_CLOEXEC), descriptor);
}

void limit_address_space(rlim_t most) {
  const rlimit limits{most, most};
  ::setrlimit(RLIMIT_AS, &limits);
}

void write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  return {ends[0], ends[1]};
}

std::vector<std::vector<std::string>> every_command() {
  return {{"convert", note},       {"compare", note},
          {"rank", note},          {"check", note},
          {"audit", note},         {"report", note},
          {"plan", "a=http://h/"}, {"--help"},
          {"--version"},           {"convert", note, "-fjson"},
          {"rank", note, "-fcsv"}, {"convert", "--help"}};
}

// AddressSanitizer reserves more address space than any limit leaves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

}  // namespace

TEST_CASE("a full disk behind standard output fails every command and is said") {
  for (const std::vector<std::string>& args : every_command()) {
    INFO("abstat " << fmt::format("{}", fmt::join(args, " ")));
    const Ended ended =
        run_child({.args = args, .before = [] { put_on(STDOUT_FILENO, "/dev/full", O_WRONLY); }});
    CHECK(ended.exit == 4);
    CHECK(ended.err.find("No space left on device") != std::string::npos);
  }
}

TEST_CASE("a standard output that is closed fails every command and is said") {
  for (const std::vector<std::string>& args : every_command()) {
    INFO("abstat " << fmt::format("{}", fmt::join(args, " ")));
    const Ended ended = run_child({.args = args, .before = [] { ::close(STDOUT_FILENO); }});
    CHECK(ended.exit == 4);
    CHECK(ended.err.find("expected standard output to take the result") != std::string::npos);
  }
}

TEST_CASE("a reader that closes the pipe early is no error") {
  const TemporaryFolder folder;
  std::string many;
  for (int copy = 0; copy < 200; ++copy) many += content_of(note);
  const std::string path = folder.write("many.md", many);
  const Pipe pipe = make_pipe();
  ::close(pipe.read_end);
  const Ended ended = run_child(
      {.args = {"convert", path, "-f", "ndjson"}, .before = [&] { ::dup2(pipe.write_end, STDOUT_FILENO); }});
  ::close(pipe.write_end);
  CHECK(ended.exit == 0);
  CHECK(ended.err.empty());
}

TEST_CASE("a standard input that is closed is an input that cannot be read") {
  const Ended ended = run_child({.args = {"convert", "-"}, .before = [] { ::close(STDIN_FILENO); }});
  CHECK(ended.exit == 4);
  CHECK(ended.err.find("Bad file descriptor") != std::string::npos);
}

// A terminal whose other side has gone gives first what was written to it, then EIO.
TEST_CASE("a read error half-way keeps what was read before it") {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  REQUIRE(terminal >= 0);
  REQUIRE(::grantpt(terminal) == 0);
  REQUIRE(::unlockpt(terminal) == 0);
  const int other_side = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  REQUIRE(other_side >= 0);
  termios settings{};
  REQUIRE(::tcgetattr(other_side, &settings) == 0);
  ::cfmakeraw(&settings);
  REQUIRE(::tcsetattr(other_side, TCSANOW, &settings) == 0);
  write_whole(other_side,
              "Concurrency Level:      100\nTime taken for tests:   1.225 seconds\n"
              "Complete requests:      1000\nRequests per second:    816.33 [#/sec] (mean)\n");
  const Ended ended = run_child({.args = {"convert", "-", "-f", "csv"},
                                 .before = [&] { ::dup2(terminal, STDIN_FILENO); },
                                 .meanwhile =
                                     [&](int /*pid*/) {
                                       std::this_thread::sleep_for(std::chrono::milliseconds(200));
                                       ::close(other_side);
                                     }});
  ::close(terminal);
  CHECK(ended.exit == 4);
  CHECK(ended.err.find("Input/output error") != std::string::npos);
  CHECK(ended.out.find("816.33") != std::string::npos);
}

TEST_CASE("a file that shrinks while it is read ends where it ends now") {
  const TemporaryFolder folder;
  const std::string path = folder.write("run.log", std::string(3 * abstat::ByteSource::block_bytes, 'x'));
  auto source = abstat::ByteSource::open(path);
  REQUIRE(source);
  REQUIRE(source->next()->size() == abstat::ByteSource::block_bytes);
  fs::resize_file(path, abstat::ByteSource::block_bytes + 10);
  CHECK(source->next()->size() == 10);
  CHECK(source->next()->empty());
}

TEST_CASE("a file that grows while it is read is read on") {
  const TemporaryFolder folder;
  const std::string path = folder.write("run.log", "first\n");
  auto source = abstat::ByteSource::open(path);
  REQUIRE(source);
  REQUIRE(*source->next() == "first\n");
  std::ofstream(path, std::ios::app) << "second\n";
  CHECK(*source->next() == "second\n");
}

TEST_CASE("a signal that interrupts a read is no end of the input") {
  struct sigaction interrupt {};
  interrupt.sa_handler = [](int /*signal*/) {};
  struct sigaction before {};
  REQUIRE(::sigaction(SIGALRM, &interrupt, &before) == 0);  // without SA_RESTART
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  std::thread writer([&] {
    sigset_t alarm;
    ::sigemptyset(&alarm);
    ::sigaddset(&alarm, SIGALRM);
    ::pthread_sigmask(SIG_BLOCK, &alarm, nullptr);
    const int end = ::open(folder.at("pipe").c_str(), O_WRONLY | O_CLOEXEC);
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    write_whole(end, "late\n");
    ::close(end);
  });
  auto source = abstat::ByteSource::open(folder.at("pipe"));
  const itimerval every_ten_ms{{0, 10'000}, {0, 10'000}};
  ::setitimer(ITIMER_REAL, &every_ten_ms, nullptr);
  const auto read = source->next();
  const itimerval never{};
  ::setitimer(ITIMER_REAL, &never, nullptr);
  ::sigaction(SIGALRM, &before, nullptr);
  writer.join();
  REQUIRE(read);
  CHECK(*read == "late\n");
}

TEST_CASE("too many open files is said, with the file that could not be opened") {
  if (sanitized) return;  // UBSan opens a pipe to look at an object's memory before it says anything
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const int lowest_free = ::dup(STDERR_FILENO);
  ::close(lowest_free);
  const rlimit none_left{static_cast<rlim_t>(lowest_free), before.rlim_max};
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none_left) == 0);
  const abstat::ExitCode code = abstat::run(std::vector<std::string>{"convert", note}, io);
  ::setrlimit(RLIMIT_NOFILE, &before);
  CHECK(code == abstat::ExitCode::io);
  CHECK(err.str().find("web-stacks.md: expected a readable file or folder, found Too many open files") !=
        std::string::npos);
}

TEST_CASE("memory that runs out is said") {
  if (sanitized) return;
  const TemporaryFolder folder;
  std::string many;
  for (int copy = 0; copy < 2000; ++copy) many += fmt::format("# {}\n{}", copy, content_of(note));
  const std::string path = folder.write("many.log", many);
  const Ended ended =
      run_child({.args = {"rank", path}, .before = [] { limit_address_space(rlim_t{60} * 1024 * 1024); }});
  CHECK(ended.exit == 4);
  CHECK(ended.signal == 0);
  CHECK(ended.err.find("memory") != std::string::npos);
  CHECK(ended.out.empty());
}

TEST_CASE("a command that is interrupted leaves the old output and nothing else") {
  const TemporaryFolder folder;
  const std::string out = folder.write("out.csv", "old");
  const Pipe pipe = make_pipe();
  const std::string text = content_of(note);
  const Ended ended = run_child({.args = {"convert", "-", "-f", "csv", "-o", out},
                                 .before =
                                     [&] {
                                       ::dup2(pipe.read_end, STDIN_FILENO);
                                       ::close(pipe.write_end);
                                     },
                                 .meanwhile =
                                     [&](int pid) {
                                       write_whole(pipe.write_end, text);
                                       std::this_thread::sleep_for(std::chrono::milliseconds(200));
                                       ::kill(pid, SIGINT);
                                     }});
  ::close(pipe.read_end);
  ::close(pipe.write_end);
  CHECK(ended.signal == SIGINT);
  CHECK(content_of(out) == "old");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("a full disk behind -o fails the command and says which file") {
  const Ended ended = run_child({.args = {"rank", note, "-o", "/dev/full"}});
  CHECK(ended.exit == 4);
  CHECK(ended.err.find("/dev/full: ") != std::string::npos);
  CHECK(ended.err.find("No space left on device") != std::string::npos);
}
