#include "field_lookup.hpp"

#include "csv_writer.hpp"
#include "fields_of_report.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/report_key.hpp>

namespace abstat {

namespace {

using Found = std::variant<std::monostate, bool, std::int64_t, Figure, std::string>;

// A visitor that walks only where the name leads.
class Lookup {
 public:
  explicit Lookup(std::string_view name) : rest_(name) {}

  [[nodiscard]] Found found() && { return std::move(found_); }

  void field(std::string_view name, std::string_view text) { set(name, std::string(text)); }
  void field(std::string_view name, const std::string& text) { set(name, text); }
  void field(std::string_view name, bool flag) { set(name, flag); }
  void field(std::string_view name, std::int64_t number) { set(name, number); }
  void field(std::string_view name, std::size_t number) { set(name, static_cast<std::int64_t>(number)); }
  void field(std::string_view name, const Figure& figure) { set(name, figure); }
  template <typename T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) field(name, *value);
  }
  template <typename T>
  void field_if(bool present, std::string_view name, const T& value) {
    if (present) field(name, value);
  }
  template <typename Inside>
  void object(std::string_view name, Inside&& inside) {
    if (!rest_.starts_with(name) || rest_.substr(name.size(), 1) != ".") return;
    const std::string_view whole = rest_;
    rest_.remove_prefix(name.size() + 1);
    inside();
    rest_ = whole;
  }
  template <typename T, typename Inside>
  void optional_object(std::string_view name, const std::optional<T>& value, Inside&& inside) {
    if (value) object(name, [&] { inside(*value); });
  }
  // Lists are not compared.
  template <typename Range, typename Item>
  void objects(std::string_view, const Range&, Item&&) {}
  template <typename Range>
  void strings(std::string_view, const Range&) {}
  void whole_numbers(std::string_view, const std::vector<std::int64_t>&) {}
  template <typename Map>
  void counts(std::string_view, const Map&) {}

 private:
  template <typename T>
  void set(std::string_view name, T value) {
    if (name == rest_) found_ = std::move(value);
  }

  std::string_view rest_;
  Found found_;
};

Found look_up(const Report& report, std::string_view name) {
  Lookup lookup(name);
  visit_fields(lookup, report);
  return std::move(lookup).found();
}

}  // namespace

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> names = [] {
    CsvColumns columns;
    visit_fields(columns, Report{});
    return columns.names();
  }();
  return names;
}

FieldValue field_value(const Report& report, std::string_view dotted_name) {
  const Found found = look_up(report, dotted_name);
  if (const auto* flag = std::get_if<bool>(&found)) return *flag;
  if (const auto* number = std::get_if<std::int64_t>(&found)) return static_cast<double>(*number);
  if (const auto* figure = std::get_if<Figure>(&found)) return figure->value();
  if (const auto* text = std::get_if<std::string>(&found)) return *text;
  return {};
}

std::optional<std::string> field_text(const Report& report, std::string_view dotted_name) {
  const Found found = look_up(report, dotted_name);
  if (const auto* flag = std::get_if<bool>(&found)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&found)) return std::to_string(*number);
  if (const auto* figure = std::get_if<Figure>(&found)) return figure->text();
  if (const auto* text = std::get_if<std::string>(&found)) return *text;
  return std::nullopt;
}

Result<std::string> resolve_field(std::string_view name) {
  std::vector<std::string> fitting;
  for (const std::string& full : field_names()) {
    if (full == name) return full;
    if (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == '.') {
      fitting.push_back(full);
    }
  }
  if (fitting.size() == 1) return fitting.front();
  Problem problem;
  problem.found = name;
  problem.expected = fitting.empty()
                         ? "a field such as stack, concurrency, requests.failed (docs/json.md names all)"
                         : fmt::format("one of {}", fmt::join(fitting, ", "));
  return tl::unexpected(std::move(problem));
}

}  // namespace abstat
