// The one writer of HTML and SVG: whatever goes in as text or as an attribute's value comes out escaped, and
// every element that is opened is closed. What it writes is well-formed XML, which HTML takes too.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace abstat {

class Markup {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  // An attribute with an empty value is left out, but for alt and the like that must be there: value " ".
  Markup& open(std::string_view tag, Attributes attributes = {});
  Markup& close();
  // Control, bidi and other invisible characters are made visible.
  Markup& text(std::string_view text);
  Markup& element(std::string_view tag, Attributes attributes, std::string_view content);
  Markup& element(std::string_view tag, std::string_view content) { return element(tag, {}, content); }
  Markup& empty(std::string_view tag, Attributes attributes);
  // Markup of this writer, or a style sheet of ours: never anything from an input.
  Markup& trusted(std::string_view markup);

  // Closes what is open.
  [[nodiscard]] std::string finish() &&;

 private:
  void begin(std::string_view tag, Attributes attributes);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace abstat
