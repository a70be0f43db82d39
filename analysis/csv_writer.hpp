// The visitors that turn fields into the columns and rows of a CSV. See fields.hpp for what a visitor is
// told.
#pragma once

#include "json_writer.hpp"
#include "text_block.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace abstat {

// A cell of untrusted text: quoted where needed, never a formula, always on one line.
[[nodiscard]] std::string csv_cell(std::string_view text);

// Runs the visit twice over: once for names, once a row. Names(visitor) and rows agree because one function
// describes both.
class CsvColumns {
 public:
  template <typename T>
  void field(std::string_view name, const T& /*value*/) {
    add(name);
  }
  template <typename T>
  void field_if(bool /*present*/, std::string_view name, const T& /*value*/) {
    add(name);
  }
  template <typename Inside>
  void object(std::string_view name, Inside inside) {
    const std::size_t before = prefix_.size();
    prefix_.append(name).append(".");
    inside();
    prefix_.resize(before);
  }
  template <typename T, typename Inside>
  void optional_object(std::string_view name, const std::optional<T>& value, Inside inside) {
    object(name, [&] { inside(value ? *value : T{}); });
  }
  template <typename Range, typename Item>
  void objects(std::string_view name, const Range& /*range*/, Item /*item*/) {
    add(name);
  }
  template <typename Range>
  void strings(std::string_view name, const Range& /*range*/) {
    add(name);
  }
  void whole_numbers(std::string_view name, const std::vector<std::int64_t>& /*list*/) { add(name); }
  void numbers(std::string_view name, const std::vector<double>& /*list*/) { add(name); }
  template <typename Map>
  void counts(std::string_view name, const Map& /*map*/) {
    add(name);
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  void add(std::string_view name) { names_.push_back(prefix_ + std::string(name)); }

  std::string prefix_;
  std::vector<std::string> names_;
};

class CsvRow {
 public:
  // Of cells side by side, or for those who want each of them: none holds a line end.
  enum class Layout { row, one_cell_a_line };

  explicit CsvRow(TextBlock& block, Layout layout = Layout::row)
      : text_(block), separator_(layout == Layout::row ? ',' : '\n') {}

  void field(std::string_view, std::string_view text) {
    if (absent_ > 0) return end_cell();
    text_.end_at(written(text_, text, separator_));
  }
  void field(std::string_view name, const std::string& text) { field(name, std::string_view(text)); }
  void field(std::string_view name, const char* text) { field(name, std::string_view(text)); }
  void field(std::string_view, bool flag) { add(flag ? "true" : "false"); }
  void field(std::string_view name, std::int64_t number) { field(name, whole_figure(number)); }
  void field(std::string_view name, std::size_t number) { field(name, static_cast<std::int64_t>(number)); }
  void field(std::string_view name, int number) { field(name, static_cast<std::int64_t>(number)); }
  void field(std::string_view, double number) { add(csv_number(number)); }
  void field(std::string_view, const Figure& figure) {
    if (absent_ > 0) return end_cell();
    text_.end_at(written(text_, figure, separator_));
  }
  void field(std::string_view, const std::optional<Figure>& figure) {
    if (absent_ > 0) return end_cell();
    text_.end_at(written(text_, figure, separator_));
  }
  void field(std::string_view, const std::optional<std::int64_t>& number) {
    if (absent_ > 0) return end_cell();
    text_.end_at(written(text_, number, separator_));
  }
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) {
      field(name, *value);
    } else {
      end_cell();
    }
  }
  template <typename T>
  void field_if(bool present, std::string_view name, const T& value) {
    if (present) {
      field(name, value);
    } else {
      end_cell();
    }
  }
  template <typename Inside>
  void object(std::string_view, Inside inside) {
    inside();
  }
  // An absent object leaves the cells of all its leaves empty.
  template <typename T, typename Inside>
  void optional_object(std::string_view, const std::optional<T>& value, Inside inside) {
    if (value) return inside(*value);
    ++absent_;
    inside(T{});
    --absent_;
  }
  template <typename Range, typename Item>
  void objects(std::string_view name, const Range& range, Item item) {
    as_json(range.empty(), [&](JsonWriter& json) { json.objects(name, range, item); });
  }
  template <typename Range>
  void strings(std::string_view name, const Range& range) {
    as_json(range.empty(), [&](JsonWriter& json) { json.strings(name, range); });
  }
  void whole_numbers(std::string_view name, const std::vector<std::int64_t>& list) {
    as_json(list.empty(), [&](JsonWriter& json) { json.whole_numbers(name, list); });
  }
  void numbers(std::string_view name, const std::vector<double>& list) {
    as_json(list.empty(), [&](JsonWriter& json) { json.numbers(name, list); });
  }
  template <typename Map>
  void counts(std::string_view name, const Map& map) {
    as_json(map.empty(), [&](JsonWriter& json) { json.counts(name, map); });
  }

  // The row with its line end, for once.
  [[nodiscard]] std::string text() {
    text_.take_back(separator_);
    text_.append('\n');
    return text_.text();
  }

 private:
  // As it is: a cell of ours, or one made harmless by csv_cell.
  void add(std::string_view cell) {
    if (absent_ == 0) text_.append(cell);
    end_cell();
  }
  void end_cell() { text_.append(separator_); }

  template <typename Write>
  void as_json(bool empty, Write write) {
    if (empty || absent_ > 0) return end_cell();
    add(json_cell(write));
  }

  // A value and the separator behind it; returns their end. These are called, and not with the row's own
  // address.
  [[nodiscard]] static char* written(TextCursor out, std::string_view text, char separator);
  [[nodiscard]] static char* written(TextCursor out, const Figure& figure, char separator);
  [[nodiscard]] static char* written(TextCursor out, const std::optional<Figure>& figure, char separator);
  [[nodiscard]] static char* written(TextCursor out, const std::optional<std::int64_t>& number,
                                     char separator);
  template <typename Write>
  [[gnu::noinline]] static std::string json_cell(Write write) {
    TextBlock block;
    JsonWriter json(block);
    json.begin_object();
    write(json);
    json.end_object();
    return cell_of_json(json.text());
  }
  static std::string csv_number(double number);
  static std::string cell_of_json(std::string_view object_of_one_field);

  TextCursor text_;  // each cell with the separator behind it
  char separator_;
  int absent_ = 0;
};

}  // namespace abstat
