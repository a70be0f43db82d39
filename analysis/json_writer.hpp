// The visitor that turns fields into JSON. See fields.hpp for what a visitor is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

// A JSON string, quotes included, safe to print on a terminal: besides what JSON asks for, C1 controls, DEL,
// bidi and other format characters are escaped, and invalid UTF-8 is replaced.
[[nodiscard]] std::string json_string(std::string_view text);

class JsonWriter {
 public:
  JsonWriter() : writer_(buffer_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }

  void field(std::string_view name, std::string_view value);
  void field(std::string_view name, const std::string& value) { field(name, std::string_view(value)); }
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  void field(std::string_view name, bool value);
  void field(std::string_view name, std::int64_t value);
  void field(std::string_view name, std::size_t value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, int value) { field(name, static_cast<std::int64_t>(value)); }
  void field(std::string_view name, double value);
  void field(std::string_view name, const Figure& value);
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) {
      field(name, *value);
    } else {
      null(name);
    }
  }
  // A field that is left out altogether when there is none: an interval that was refused has no "low".
  template <typename T>
  void field_if(bool present, std::string_view name, const T& value) {
    if (present) field(name, value);
  }

  template <typename Inside>
  void object(std::string_view name, Inside inside) {
    key(name);
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
  void numbers(std::string_view name, const std::vector<double>& list);
  template <typename Map>
  void counts(std::string_view name, const Map& map) {
    object(name, [&] {
      for (const auto& [key, count] : map) field(key, count);
    });
  }

  [[nodiscard]] std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  void key(std::string_view name);
  void value(std::string_view text);
  void null(std::string_view name);
  void value(double number);
  void begin_list(std::string_view name);
  void end_list() { writer_.EndArray(); }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace abstat
