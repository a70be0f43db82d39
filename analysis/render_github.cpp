// https://docs.github.com/actions: ::LEVEL file=F,line=L,col=C,title=T::MESSAGE. Text from the input must not
// start a command of its own.
#include <fmt/format.h>

#include <abstat/annotation.hpp>
#include <abstat/display_text.hpp>

namespace abstat {

namespace {

std::string escaped(std::string_view raw, bool property) {
  std::string out;
  for (const char c : without_runner_commands(visible(raw))) {
    if (c == '%' || (property && (c == ':' || c == ','))) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::note ? "notice" : to_string(severity);
}

}  // namespace

std::string render_github(const std::vector<Annotation>& annotations) {
  std::string out;
  for (const Annotation& annotation : annotations) {
    std::string properties;
    const auto add = [&](std::string_view name, const std::string& value) {
      properties += fmt::format("{}{}={}", properties.empty() ? " " : ",", name, escaped(value, true));
    };
    if (!annotation.where.file.empty()) add("file", annotation.where.file);
    if (annotation.where.line > 0) add("line", std::to_string(annotation.where.line));
    if (annotation.where.column > 0) add("col", std::to_string(annotation.where.column));
    if (!annotation.title.empty()) add("title", annotation.title);
    out += fmt::format("::{}{}::{}\n", command_of(annotation.severity), properties,
                       escaped(annotation.message, false));
  }
  return out;
}

}  // namespace abstat
