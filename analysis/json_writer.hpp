// The visitor that turns fields into JSON. See fields.hpp for what a visitor is
// told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

// A JSON string, quotes included, safe to print on a terminal: besides what
// JSON asks for, C1 controls, DEL, bidi and other format characters are
// escaped, and invalid UTF-8 is replaced.
[[nodiscard]] std::string json_string(std::string_view text);

// It writes its text itself: every name of a field is ours and needs no escape,
// and a general writer that looks at each of their bytes took a third of the
// time of `convert -f ndjson`.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }

  void field(std::string_view name, std::string_view value);
  void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  [[gnu::always_inline]] void field(std::string_view name, bool value) {
    key(name);
    text_ += value ? "true" : "false";
  }
  [[gnu::always_inline]] void field(std::string_view name, std::int64_t value) {
    key(name);
    append(value);
  }
  void field(std::string_view name, std::size_t value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, int value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, double value);
  [[gnu::always_inline]] void field(std::string_view name, const Figure& value) {
    key(name);
    append(value);
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
        text_ += ':';
        append(static_cast<std::int64_t>(count));
      }
    });
  }

  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  void separate() {
    if (needs_comma_) text_ += ',';
    needs_comma_ = true;
  }
  void open(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
  }
  void close(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
  }
  // A name that needs no escape, written in one go: where its length is known,
  // as it mostly is, that is a few moves.
  [[gnu::always_inline]] void key(std::string_view name) {
    constexpr std::size_t longest = 60;
    if (name.size() > longest) return append_long_key(name);
    char bytes[longest + 4];  // NOLINT: an array that is not filled first
    char* at = bytes;
    *at = ',';
    at += needs_comma_ ? 1 : 0;
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    text_.append(bytes, static_cast<std::size_t>(at - bytes));
    needs_comma_ = true;
  }
  void append_long_key(std::string_view name);
  void value(std::string_view text);
  void append(std::string_view text);
  void append(std::int64_t number);
  void append(const Figure& figure);
  void append(double number);
  [[gnu::always_inline]] void null(std::string_view name) {
    key(name);
    text_.append("null", 4);
  }
  void begin_list(std::string_view name);
  void end_list() { close(']'); }

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace abstat
