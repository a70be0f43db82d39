// The visitor that turns fields into cells with dotted names, for pages. See fields_of_report.hpp for what a
// visitor is told.
#pragma once

#include "json_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/table.hpp>

namespace abstat {

struct NamedCell {
  std::string name;
  Cell cell;
};

class FieldCells {
 public:
  void field(std::string_view name, std::string_view text) { add(name, std::string(text)); }
  void field(std::string_view name, const std::string& text) { add(name, text); }
  void field(std::string_view name, bool flag) { add(name, std::string(flag ? "yes" : "no")); }
  void field(std::string_view name, std::int64_t number) { add(name, number); }
  void field(std::string_view name, std::size_t number) { add(name, static_cast<std::int64_t>(number)); }
  void field(std::string_view name, const Figure& figure) { add(name, figure); }
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) {
      field(name, *value);
    } else {
      absent_.push_back(prefix_ + std::string(name));
    }
  }
  // An object none of whose fields is there is absent as one.
  template <typename Inside>
  void object(std::string_view name, Inside inside) {
    const std::size_t prefix = prefix_.size();
    const std::size_t cells = cells_.size();
    const std::size_t absent = absent_.size();
    prefix_.append(name).append(".");
    inside();
    prefix_.resize(prefix);
    if (cells_.size() > cells || absent_.size() == absent) return;
    absent_.resize(absent);
    absent_.push_back(prefix_ + std::string(name));
  }
  template <typename T, typename Inside>
  void optional_object(std::string_view name, const std::optional<T>& value, Inside inside) {
    if (!value) return absent_.push_back(prefix_ + std::string(name));
    object(name, [&] { inside(*value); });
  }
  // One cell an element: "unparsed" gives {"line":3,"text":"…"}.
  template <typename Range, typename Item>
  void objects(std::string_view name, const Range& range, Item item) {
    for (const auto& element : range) {
      TextBlock block;
      JsonWriter json(block);
      json.begin_object();
      item(json, element);
      json.end_object();
      add(name, json.text());
    }
  }
  template <typename Range>
  void strings(std::string_view name, const Range& range) {
    for (const auto& element : range) add(name, std::string(element));
  }

  void whole_numbers(std::string_view name, const std::vector<std::int64_t>& list) {
    if (!list.empty()) add(name, fmt::format("{}", fmt::join(list, " ")));
  }

  [[nodiscard]] const std::vector<NamedCell>& cells() const { return cells_; }
  [[nodiscard]] const std::vector<std::string>& absent() const { return absent_; }

 private:
  void add(std::string_view name, Cell cell) {
    cells_.push_back({prefix_ + std::string(name), std::move(cell)});
  }

  std::string prefix_;
  std::vector<NamedCell> cells_;
  std::vector<std::string> absent_;
};

}  // namespace abstat
