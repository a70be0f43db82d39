#include "markup.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

// U+FFFE and U+FFFF are valid UTF-8 but no characters of XML.
constexpr std::string_view no_xml_prefix = "\xef\xbf";

// A line end behind any of these would be a space in a sentence.
bool stands_in_a_line(std::string_view tag) {
  constexpr std::array within{"a", "bdi", "code", "mark", "span", "strong", "sup", "td", "th"};
  return std::find(within.begin(), within.end(), tag) != within.end();
}

void append_escaped(std::string& out, std::string_view raw) {
  const std::string shown = visible(raw);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    switch (const char c = shown[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
        if (out.ends_with("\xef\xbf\xbe") || out.ends_with("\xef\xbf\xbf")) {
          out.replace(out.size() - 3, 3, std::string(no_xml_prefix) + "\xbd");
        }
    }
  }
}

}  // namespace

void Markup::begin(std::string_view tag, Attributes attributes) {
  out_.append("<").append(tag);
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out_.append(" ").append(name).append("=\"");
    append_escaped(out_, value);
    out_ += '"';
  }
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += '>';
  open_.emplace_back(tag);
  return *this;
}

Markup& Markup::close() {
  out_.append("</").append(open_.back()).append(stands_in_a_line(open_.back()) ? ">" : ">\n");
  open_.pop_back();
  return *this;
}

Markup& Markup::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

Markup& Markup::element(std::string_view tag, Attributes attributes, std::string_view content) {
  return open(tag, attributes).text(content).close();
}

Markup& Markup::empty(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += "/>\n";
  return *this;
}

Markup& Markup::trusted(std::string_view markup) {
  out_ += markup;
  return *this;
}

std::string Markup::finish() && {
  while (!open_.empty()) close();
  return std::move(out_);
}

}  // namespace abstat
