// Work done on several threads whose results come back in the order it was given, so that the output is the
// same for any number of threads. The thread that brings the work does some of it when it is ahead of the
// others: none waits while there is work.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace abstat {

class Job {
 public:
  virtual ~Job() = default;
  // On any thread.
  virtual void run() = 0;
  // On the thread that brought it, after all that were brought before it.
  virtual void hand_back() = 0;

 private:
  friend class Workers;
  friend class OrderedWork;
  enum class State { waiting, begun, done };

  State state_ = State::waiting;
  std::exception_ptr error_;
};

// The threads, shared by any number of OrderedWorks of one thread.
class Workers {
 public:
  // threads: 1 or more, the calling one included. They begin with the first job.
  explicit Workers(unsigned threads) : threads_(threads) {}
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  [[nodiscard]] unsigned threads() const { return threads_; }

 private:
  friend class OrderedWork;
  using Lock = std::unique_lock<std::mutex>;

  void add(Lock& lock, Job& job);
  void work();
  // Runs the job that waits longest; false when there is none. The lock is open meanwhile.
  bool run_one(Lock& lock);
  // Until the job is done, whoever does it.
  void finish(Lock& lock, const Job& job);

  unsigned threads_;
  std::mutex mutex_;
  std::condition_variable work_added_;
  std::condition_variable work_done_;
  std::deque<Job*> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> others_;
};

class OrderedWork {
 public:
  explicit OrderedWork(Workers& workers) : workers_(workers) {}
  ~OrderedWork();
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  // Hands back what is done; where too much is under way, does some of it first. An exception of a job is
  // thrown here or in finish.
  void add(std::unique_ptr<Job> job);
  // Everything added has been handed back.
  void finish();

 private:
  using Lock = Workers::Lock;

  void drain(Lock& lock, std::size_t most);

  Workers& workers_;
  std::deque<std::unique_ptr<Job>> jobs_;  // in order; the front is handed back first
};

}  // namespace abstat
