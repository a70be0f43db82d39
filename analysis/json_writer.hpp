// The visitor that turns fields into JSON. See fields.hpp for what a visitor is
// told.
#pragma once

#include "text_block.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/figure_text.hpp>

namespace abstat {

// A JSON string, quotes included, safe to print on a terminal: besides what
// JSON asks for, C1 controls, DEL, bidi and other format characters are
// escaped, and invalid UTF-8 is replaced.
[[nodiscard]] std::string json_string(std::string_view text);

// It writes its text itself: every name of a field is ours and needs no escape, and with a name whose length
// is known a field is a few moves into a block. What a report needs is inlined where it is flattened, so that
// the cursor stays in a register; what is not calls nothing with the writer's own address.
class JsonWriter {
 public:
  explicit JsonWriter(TextBlock& block) : text_(block) {}

  void begin_object() { text_.append('{'); }
  void end_object() { close("},"); }

  void field(std::string_view name, std::string_view value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  void field(std::string_view name, bool value) {
    if (value) {
      append_field(name, "true,");
    } else {
      append_field(name, "false,");
    }
  }
  void field(std::string_view name, std::int64_t value) {
    key(name);
    append(whole_figure(value));
  }
  void field(std::string_view name, std::size_t value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, int value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, double value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, const Figure& value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, const std::optional<std::int64_t>& value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, const std::optional<Figure>& value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    append(value);
  }
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) {
      field(name, *value);
    } else {
      append_field(name, "null,");
    }
  }
  // A field that is left out altogether when there is none: an interval that
  // was refused has no "low".
  template <typename T>
  void field_if(bool present, std::string_view name, const T& value) {
    if (present) field(name, value);
  }

  template <typename Inside>
  void object(std::string_view name, Inside inside) {
    append_field(name, "{");
    inside();
    end_object();
  }
  template <typename T, typename Inside>
  void optional_object(std::string_view name, const std::optional<T>& value, Inside inside) {
    if (!value) return append_field(name, "null,");
    object(name, [&] { inside(*value); });
  }
  // item(visitor, element) writes the fields of an object.
  template <typename Range, typename Item>
  void objects(std::string_view name, const Range& range, Item item) {
    list(name, range, [&](const auto& element) {
      begin_object();
      item(*this, element);
      end_object();
    });
  }
  template <typename Range>
  void strings(std::string_view name, const Range& range) {
    list(name, range, [&](const auto& element) { append(std::string_view(element)); });
  }
  void whole_numbers(std::string_view name, const std::vector<std::int64_t>& range) {
    list(name, range, [&](std::int64_t number) { append(whole_figure(number)); });
  }
  void numbers(std::string_view name, const std::vector<double>& range) {
    list(name, range, [&](double number) { append(number); });
  }
  template <typename Map>
  void counts(std::string_view name, const Map& map) {
    object(name, [&] {
      for (const auto& [name_of_count, count] : map) {
        text_.end_at(in_quotes(text_, name_of_count, ':'));
        append(whole_figure(static_cast<std::int64_t>(count)));
      }
    });
  }

  // All that was written, for once.
  [[nodiscard]] std::string text() {
    text_.take_back(',');
    return text_.text();
  }

 private:
  // Every value has a comma behind it, so that none has to know whether another stands in front; whoever
  // closes a bracket takes back the last.
  void close(std::string_view bracket_and_comma) {
    text_.take_back(',');
    text_.append(bracket_and_comma);
  }
  template <typename Range, typename Append>
  void list(std::string_view name, const Range& range, Append append_element) {
    if (std::empty(range)) return append_field(name, "[],");
    append_field(name, "[");
    for (const auto& element : range) append_element(element);
    close("],");
  }
  void key(std::string_view name) { append_field(name, ""); }
  // What stands behind the name needs no escape either, and little room.
  void append_field(std::string_view name, std::string_view value) {
    if (name.size() > TextCursor::longest_room / 2) {
      text_.append('"');
      text_.append(name);
      text_.append("\":");
      text_.append(value);
      return;
    }
    char* at = text_.room();
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    std::memcpy(at, "\":", 2);
    std::memcpy(at + 2, value.data(), value.size());
    text_.end_at(at + 2 + value.size());
  }
  template <typename T>
  void append(const T& value) {
    text_.end_at(written(text_, value));
  }

  // A value and the comma behind it; returns their end. These are called, and not with the writer's own
  // address.
  [[nodiscard]] static char* written(TextCursor out, std::string_view text) {
    return in_quotes(out, text, ',');
  }
  [[nodiscard]] static char* written(TextCursor out, double number);
  [[nodiscard]] static char* written(TextCursor out, const Figure& figure);
  [[nodiscard]] static char* written(TextCursor out, const std::optional<Figure>& figure);
  [[nodiscard]] static char* written(TextCursor out, const std::optional<std::int64_t>& number);
  [[nodiscard]] static char* written(TextCursor out, const std::optional<std::string>& text);
  [[nodiscard]] static char* in_quotes(TextCursor out, std::string_view text, char behind);

  TextCursor text_;
};

}  // namespace abstat
