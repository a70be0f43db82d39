// Renders reports on several threads and writes the results in the order the reports came, so that the output
// is the same for any number of threads. The thread that brings the reports renders too when it is ahead of
// the others: none waits while there is work.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

class OrderedRendering {
 public:
  // The text of consecutive reports, of which the first is the index-th of all. Called on any thread.
  using Render = std::function<std::string(std::size_t index, std::span<const Report> reports)>;

  // threads: 1 or more, the calling one included.
  OrderedRendering(unsigned threads, Render render, std::ostream& out);
  ~OrderedRendering();
  OrderedRendering(const OrderedRendering&) = delete;
  OrderedRendering& operator=(const OrderedRendering&) = delete;

  void take(Report&& report);
  // Everything taken has been written.
  void finish();

 private:
  struct Batch;
  using Lock = std::unique_lock<std::mutex>;

  void submit();
  void start_threads();
  void stop_threads();
  void work();
  // Renders the oldest batch that nobody has begun; false when there is none. The lock is open meanwhile.
  bool render_one(Lock& lock);
  void write_finished(Lock& lock);
  // Until at most so many batches are under way.
  void drain(Lock& lock, std::size_t most);

  unsigned threads_;
  Render render_;
  std::ostream& out_;
  std::unique_ptr<Batch> filling_;
  std::size_t reports_ = 0;

  std::mutex mutex_;
  std::condition_variable work_added_;
  std::condition_variable work_done_;
  std::deque<std::unique_ptr<Batch>> batches_;  // in order; the front is written first
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace abstat
