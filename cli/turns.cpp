#include "cli/turns.hpp"

#include <chrono>
#include <limits>
#include <pthread.h>
#include <sched.h>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace abstat {

namespace {

constexpr Turns::Turn given_up = std::numeric_limits<Turns::Turn>::max();

void pause_briefly() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#endif
}

// Whether it is done soon. Being woken from sleep takes longer than another thread usually needs to come to
// its end, and brings both to the same processor; there only one that is awake is seen to be in the wrong
// place.
template <typename Done>
bool soon(const Done& done) {
  using Clock = std::chrono::steady_clock;
  constexpr int tries_without_a_break = 500;
  constexpr auto patience = std::chrono::microseconds(500);
  for (int tries = 0; tries < tries_without_a_break; ++tries) {
    if (done()) return true;
    pause_briefly();
  }
  for (const auto begun = Clock::now(); Clock::now() - begun < patience;) {
    if (done()) return true;
    std::this_thread::yield();
  }
  return false;
}

// Linux may leave a new thread on the processor of the one that began it until the next tick of the clock,
// four milliseconds later, whatever else is idle. One that is elsewhere already stays there.
void move_elsewhere([[maybe_unused]] std::thread& thread) {
#if defined(__linux__) && defined(__GLIBC__)
  cpu_set_t all;
  const int here = ::sched_getcpu();
  if (here < 0 || ::sched_getaffinity(0, sizeof(all), &all) != 0) return;
  cpu_set_t others = all;
  CPU_CLR(static_cast<std::size_t>(here), &others);
  if (CPU_COUNT(&others) == 0) return;
  if (::pthread_setaffinity_np(thread.native_handle(), sizeof(others), &others) == 0)
    ::pthread_setaffinity_np(thread.native_handle(), sizeof(all), &all);
#endif
}

class Threads {
 public:
  Threads() = default;
  ~Threads() {
    for (std::thread& thread : threads_) thread.join();
  }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  // False when the system has none left.
  template <typename Work>
  bool add(const Work& work) {
    try {
      move_elsewhere(threads_.emplace_back(work));
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

void Turns::run(unsigned threads, const std::function<void()>& work) {
  {
    Threads others;
    for (unsigned other = 1; other < threads; ++other) {
      if (!others.add([this, &work] { run_here(work); })) break;
    }
    run_here(work);
  }
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

void Turns::run_here(const std::function<void()>& work) {
  try {
    work();
  } catch (const GivenUp&) {  // the thread that failed says why
  } catch (...) {
    give_up(std::current_exception());
  }
}

void Turns::give_up(std::exception_ptr error) {
  const Lock taking = lock();
  if (!error_) error_ = std::move(error);
  over_ = true;
  due_.store(given_up);
  due_.notify_all();
}

Turns::Lock Turns::lock() {
  Lock taken(taking_, std::defer_lock);
  if (!soon([&] { return taken.try_lock(); })) taken.lock();
  return taken;
}

std::optional<Turns::Turn> Turns::begin(const std::function<bool(Turn)>& take) {
  const Lock taking = lock();
  if (over_) return std::nullopt;
  over_ = !take(next_);
  if (over_) return std::nullopt;
  return next_++;
}

void Turns::wait_for(Turn turn) {
  if (soon([&] { return is_due(turn); })) return;
  for (Turn due = due_.load(); due != turn; due = due_.load()) {
    if (due == given_up) throw GivenUp();
    ++sleeping_;
    due_.wait(due);
    --sleeping_;
  }
}

void Turns::end(Turn turn) {
  Turn expected = turn;
  due_.compare_exchange_strong(expected, turn + 1);
  if (sleeping_ > 0) due_.notify_all();
}

}  // namespace abstat
