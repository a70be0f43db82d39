// The visitor that turns fields into JSON. See fields.hpp for what a visitor is
// told.
#pragma once

#include "text_block.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
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
// is known a field is a few moves into a block.
class JsonWriter {
 public:
  JsonWriter() = default;
  // Goes on behind this text.
  explicit JsonWriter(std::string text) : text_(std::move(text)) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }

  void field(std::string_view name, std::string_view value);
  void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  [[gnu::always_inline]] void field(std::string_view name, bool value) {
    append_to_key(name, value ? std::string_view("true") : std::string_view("false"));
  }
  [[gnu::always_inline]] void field(std::string_view name, std::int64_t value) {
    field(name, whole_figure(value));
  }
  void field(std::string_view name, std::size_t value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, int value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, double value);
  [[gnu::always_inline]] void field(std::string_view name, const Figure& value) {
    if (!value.finite()) return field(name, std::string_view(value.text()));  // no number of JSON
    text_.end_at(write_figure(begin_field(name, longest_figure_text), value));
  }
  template <typename T>
  [[gnu::always_inline]] void field(std::string_view name, const std::optional<T>& value) {
    if (value) {
      field(name, *value);
    } else {
      null(name);
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
    key(name);
    needs_comma_ = false;
    begin_object();
    inside();
    end_object();
  }
  template <typename T, typename Inside>
  void optional_object(std::string_view name, const std::optional<T>& value, Inside inside) {
    if (!value) return null(name);
    object(name, [&] { inside(*value); });
  }
  // item(visitor, element) writes the fields of an object.
  template <typename Range, typename Item>
  void objects(std::string_view name, const Range& range, Item item) {
    begin_list(name);
    for (const auto& element : range) {
      begin_object();
      item(*this, element);
      end_object();
    }
    end_list();
  }
  template <typename Range>
  void strings(std::string_view name, const Range& range) {
    begin_list(name);
    for (const auto& element : range) value(std::string_view(element));
    end_list();
  }
  void whole_numbers(std::string_view name, const std::vector<std::int64_t>& list);
  void numbers(std::string_view name, const std::vector<double>& list);
  template <typename Map>
  void counts(std::string_view name, const Map& map) {
    object(name, [&] {
      for (const auto& [name_of_count, count] : map) {
        value(std::string_view(name_of_count));
        text_.append(':');
        append(static_cast<std::int64_t>(count));
      }
    });
  }

  [[nodiscard]] const std::string& text() & { return text_.text(); }
  [[nodiscard]] std::string text() && { return std::move(text_).text(); }

 private:
  void separate() {
    if (needs_comma_) text_.append(',');
    needs_comma_ = true;
  }
  void open(char bracket) {
    separate();
    text_.append(bracket);
    needs_comma_ = false;
  }
  void close(char bracket) {
    text_.append(bracket);
    needs_comma_ = true;
  }
  static constexpr std::size_t longest_name = 60;
  // A name that needs no escape, with room for so many bytes behind it.
  [[nodiscard, gnu::always_inline]] char* begin_field(std::string_view name, std::size_t room) {
    if (name.size() > longest_name) {
      append_long_key(name);
      return text_.room(room);
    }
    char* at = text_.room(longest_name + 4 + room);
    *at = ',';
    at += needs_comma_ ? 1 : 0;
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    needs_comma_ = true;
    return at;
  }
  [[gnu::always_inline]] void key(std::string_view name) { text_.end_at(begin_field(name, 0)); }
  [[gnu::always_inline]] void append_to_key(std::string_view name, std::string_view word) {
    char* const at = begin_field(name, word.size());
    std::memcpy(at, word.data(), word.size());
    text_.end_at(at + word.size());
  }
  void append_long_key(std::string_view name);
  void value(std::string_view text);
  void append(std::string_view text);
  void append(std::int64_t number);
  void append(double number);
  [[gnu::always_inline]] void null(std::string_view name) { append_to_key(name, "null"); }
  void begin_list(std::string_view name);
  void end_list() { close(']'); }

  TextBlock text_;
  bool needs_comma_ = false;
};

}  // namespace abstat
