#include <iostream>

#include <abstat/finding.hpp>
#include <abstat/report_reader.hpp>

int main() {
  const auto reports = abstat::read_reports("Requests per second:    1252.57 [#/sec] (mean)\n", "inline");
  if (reports.size() != 1 || !reports.front().requests_per_second) return 1;
  std::cout << reports.front().requests_per_second->text() << ' ' << abstat::audit(reports.front()).failed
            << '\n';
}
