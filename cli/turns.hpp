// Threads that take parts of one work in order and do them side by side. What comes of a part is handed over
// when everything before it has been, so that it is the same for any number of threads. Nobody waits for his
// turn: who has done a part takes the next, and the one that ends the part that is due hands over all that
// are ready.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace abstat {

class Turns {
 public:
  using Turn = std::size_t;  // counted from 0

  explicit Turns(unsigned threads);
  Turns(const Turns&) = delete;
  Turns& operator=(const Turns&) = delete;

  // Runs work on so many threads, the calling one among them, until it has returned on all of them; on fewer
  // where the system gives no more. What is thrown on one ends the work of the others and is thrown here.
  void run(const std::function<void()>& work);

  // The rest is for the work.

  // The next turn, unless take, which is called by one thread at a time and in the order of the turns, says
  // that there is none. Waits while so much has been begun and not handed over that memory might fill.
  [[nodiscard]] std::optional<Turn> begin(const std::function<bool(Turn)>& take);
  // The part is done. hand_over is called after those of all parts before it, one at a time, on any thread.
  void end(Turn turn, std::function<void()> hand_over);

  // Whether everything before this part has been handed over.
  [[nodiscard]] bool is_due(Turn turn);
  // Until it has.
  void wait_for(Turn turn);

 private:
  struct GivenUp {};  // thrown to those that wait for a thread that has failed
  using Lock = std::unique_lock<std::mutex>;

  void run_here(const std::function<void()>& work);
  void give_up(std::exception_ptr error);
  template <typename Condition>
  void wait(Lock& lock, const Condition& condition);

  unsigned threads_;

  std::mutex taking_;
  Turn next_ = 0;

  std::mutex mutex_;  // for all below
  std::condition_variable changed_;
  Turn due_ = 0;
  bool handing_over_ = false;
  std::map<Turn, std::function<void()>> done_;  // and waiting for those before them
  bool over_ = false;
  std::exception_ptr error_;
};

}  // namespace abstat
