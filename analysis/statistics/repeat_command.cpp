#include "repeat_command.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

std::string url_of(const Report& report) {
  if (!report.server.hostname || !report.document.path) return "URL";
  const std::string port = report.server.port ? fmt::format(":{}", *report.server.port) : "";
  return fmt::format("{}://{}{}{}", report.tls ? "https" : "http", *report.server.hostname, port,
                     *report.document.path);
}

bool is_ab(std::string_view command) {
  return command.starts_with("ab ");
}

}  // namespace

std::string repeat_command(const Report& report) {
  // The command as its author gave it, where it stands beside the report.
  if (const auto it = std::ranges::find_if(report.commands, is_ab); it != report.commands.end()) return *it;
  std::string command = "ab";
  if (report.requests.complete) command += fmt::format(" -n {}", *report.requests.complete);
  if (report.concurrency) command += fmt::format(" -c {}", *report.concurrency);
  if (workload_of(report).keep_alive.value_or(false)) command += " -k";
  return fmt::format("{} {}", command, url_of(report));
}

}  // namespace abstat
