// Renders reports on several threads and writes the results in the order the reports came.
#pragma once

#include "cli/ordered_work.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

class OrderedRendering {
 public:
  // Writes consecutive reports, of which the first is the index-th of all, behind the text. Called on any
  // thread.
  using Render = std::function<void(std::string& text, std::size_t index, std::span<const Report> reports)>;

  OrderedRendering(Workers& workers, Render render, std::ostream& out);
  ~OrderedRendering();
  OrderedRendering(const OrderedRendering&) = delete;
  OrderedRendering& operator=(const OrderedRendering&) = delete;

  void take(Report&& report);
  // Everything taken has been written.
  void finish();

 private:
  class Batch;

  void write(std::string& text);

  Render render_;
  std::ostream& out_;
  bool alone_;        // on one thread reports are rendered as they come
  std::string text_;  // not yet written then
  // The memory of batches that were written: fresh pages cost more than moving reports into used ones.
  std::vector<std::vector<Report>> spare_reports_;
  std::vector<std::string> spare_texts_;
  std::unique_ptr<Batch> filling_;
  std::size_t reports_ = 0;
  OrderedWork batches_;
};

}  // namespace abstat
