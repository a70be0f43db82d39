#include <algorithm>
#include <array>
#include <utility>

#include <abstat/estimate.hpp>

namespace abstat {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 10> method_names{{
    {Method::point, "point"},
    {Method::log_t, "log-t"},
    {Method::paired, "paired"},
    {Method::fieller, "fieller"},
    {Method::hodges_lehmann, "hodges-lehmann"},
    {Method::benchstat, "benchstat"},
    {Method::permutation, "permutation"},
    {Method::bca, "bca"},
    {Method::borrowed_sd, "borrowed-sd"},
    {Method::assumed_sd, "assumed-sd"},
}};

}  // namespace

std::string_view to_string(Method method) {
  return std::ranges::find(method_names, method, [](const auto& named) { return named.first; })->second;
}

std::optional<Method> parse_method(std::string_view name) {
  const auto* it = std::ranges::find(method_names, name, [](const auto& named) { return named.second; });
  // A single run, a borrowed and an assumed sd are what the data comes to, not methods to ask for.
  if (it == method_names.end() || it->first == Method::point || it->first == Method::borrowed_sd ||
      it->first == Method::assumed_sd) {
    return std::nullopt;
  }
  return it->first;
}

std::string_view to_string(Yardstick kind) {
  switch (kind) {
    case Yardstick::clopper_pearson:
      return "clopper-pearson";
    case Yardstick::order_statistics:
      return "order-statistics";
    case Yardstick::poisson:
      break;
  }
  return "poisson";
}

}  // namespace abstat
