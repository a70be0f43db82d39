// The commands by name. Each takes the words after its name.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/run.hpp"

#include <span>
#include <string>
#include <string_view>

namespace abstat {

[[nodiscard]] ExitCode convert(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode compare(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode rank(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode check(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode audit(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode plot(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode schema(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode help(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode plan(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode render(std::span<const std::string> args, Streams& io);
[[nodiscard]] ExitCode report(std::span<const std::string> args, Streams& io);

}  // namespace abstat
