// What a piece of text names: components of a web stack and other words that may tell reports apart.
#pragma once

#include "components.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace abstat {

struct Component {
  ComponentKind kind = ComponentKind::server;
  std::string name;
  bool operator==(const Component&) const = default;
};

struct Label {
  std::vector<Component> components;
  std::vector<std::string> words;  // everything else, lower case; pairs of ideographs
  int bare_count = 0;              // "4 个", "at 64": a number whose noun is left out; 0: none

  [[nodiscard]] const Component* of(ComponentKind kind) const;
  [[nodiscard]] bool has(const Component& component) const;
  void add(Component component);
};

// "than four" as "than 4", in lower case.
[[nodiscard]] std::string with_spelled_numbers_as_digits(std::string_view text);

// The only whole number in a text; empty where there is none or more than one.
[[nodiscard]] std::string lone_number(const std::string& text);

// Prose: headings, captions, parts of sentences.
[[nodiscard]] Label read_label(std::string_view text);

// A command line: gunicorn without a worker class is sync, ab -k asks for keep-alive.
struct CommandLabel {
  Label label;
  std::string module;  // "server-redis:app"
};
[[nodiscard]] CommandLabel read_command_label(std::string_view command);

[[nodiscard]] std::string_view to_string(ComponentKind kind);

}  // namespace abstat
