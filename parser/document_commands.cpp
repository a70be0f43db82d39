#include "document_grammar.hpp"
#include "document_reading.hpp"

namespace abstat {

namespace rules = document_rules;

ProseLine prose_line(std::string_view line, std::size_t number, std::size_t start) {
  std::string_view text = line.substr(std::min(start, line.size()));
  const std::size_t last = text.find_last_not_of(" \t");
  text = last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
  return {number, start + 1, std::string(text)};
}

std::optional<std::string> command_of_code(std::string_view line) {
  if (!matches<rules::command_line>(line)) return std::nullopt;
  return std::string(trimmed(line.substr(match_length<rules::command_prefix>(line).value_or(0))));
}

std::optional<std::string> ab_call_in(std::string_view line) {
  const auto start = match_length<rules::ab_in_prose>(line);
  if (!start) return std::nullopt;
  const std::string_view call = line.substr(*start);
  return std::string(trimmed(call.substr(0, call.find('`'))));
}

namespace {

void add_spans(const ProseLine& line, std::vector<Command>& commands) {
  bool ab_seen = false;
  std::string_view rest = line.text;
  for (std::size_t open = rest.find('`'); open != std::string_view::npos; open = rest.find('`')) {
    rest.remove_prefix(open);
    const std::size_t ticks = match_length<rules::ticks>(rest).value_or(1);
    const std::size_t close = rest.find(rest.substr(0, ticks), ticks);
    if (close == std::string_view::npos) break;
    if (auto command = command_of_code(rest.substr(ticks, close - ticks))) {
      ab_seen = ab_seen || ab_call_in(*command).has_value();
      commands.push_back({line.line, std::move(*command)});
    }
    rest.remove_prefix(close + ticks);
  }
  if (ab_seen) return;
  if (auto call = ab_call_in(line.text)) commands.push_back({line.line, std::move(*call)});
}

}  // namespace

void add_commands(const Block& block, std::vector<Command>& commands) {
  for (const ProseLine& line : block.prose) {
    if (block.kind != BlockKind::code) {
      add_spans(line, commands);
    } else if (auto command = command_of_code(line.text)) {
      commands.push_back({line.line, std::move(*command)});
    }
  }
}

}  // namespace abstat
