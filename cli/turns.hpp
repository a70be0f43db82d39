// Threads that take parts of one work in order, do them side by side and end them in the same order, so that
// what comes out is the same for any number of threads. There is no queue: who has ended a part takes the
// next.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>

namespace abstat {

class Turns {
 public:
  using Turn = std::uint32_t;  // counted from 0

  Turns() = default;
  Turns(const Turns&) = delete;
  Turns& operator=(const Turns&) = delete;

  // Runs work on so many threads, the calling one among them, until it has returned on all of them; on fewer
  // where the system gives no more. What is thrown on one ends the work of the others and is thrown here.
  void run(unsigned threads, const std::function<void()>& work);

  // For the work. The next turn, unless take, which is called by one thread at a time and in the order of the
  // turns, says that there is none.
  [[nodiscard]] std::optional<Turn> begin(const std::function<bool(Turn)>& take);
  // Whether all turns before this one have ended.
  [[nodiscard]] bool is_due(Turn turn) const { return due_.load() == turn; }
  // Until they have.
  void wait_for(Turn turn);
  // One that has been waited for.
  void end(Turn turn);

 private:
  struct GivenUp {};  // thrown to those that wait for a thread that has failed
  using Lock = std::unique_lock<std::mutex>;

  [[nodiscard]] Lock lock();
  void run_here(const std::function<void()>& work);
  void give_up(std::exception_ptr error);

  std::mutex taking_;
  Turn next_ = 0;
  bool over_ = false;
  std::exception_ptr error_;

  std::atomic<Turn> due_ = 0;
  std::atomic<unsigned> sleeping_ = 0;  // until another turn is due
};

}  // namespace abstat
