#include "cli/turns.hpp"

#include <algorithm>
#include <pthread.h>
#include <sched.h>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace abstat {

namespace {

// Parts that are begun and not handed over: enough for a thread to go on while the system lets another wait,
// few enough to keep memory small whatever the number of threads.
constexpr std::size_t parts_per_thread = 4;
constexpr std::size_t most_parts = 16;

// Being woken from sleep takes longer than the thread that has the lock usually needs, and may bring the
// sleeper to that thread's processor.
std::unique_lock<std::mutex> locked_soon(std::mutex& mutex) {
  constexpr int tries_before_sleep = 6000;
  std::unique_lock<std::mutex> lock(mutex, std::defer_lock);
  for (int tries = 0; tries < tries_before_sleep; ++tries) {
    if (lock.try_lock()) return lock;
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
  }
  lock.lock();
  return lock;
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

Turns::Turns(unsigned threads) : threads_(threads) {}

void Turns::run(const std::function<void()>& work) {
  {
    Threads others;
    for (unsigned other = 1; other < threads_; ++other) {
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
  const Lock lock = locked_soon(mutex_);
  if (!error_) error_ = std::move(error);
  over_ = true;
  changed_.notify_all();
}

template <typename Condition>
void Turns::wait(Lock& lock, const Condition& condition) {
  changed_.wait(lock, [&] { return error_ || condition(); });
  if (error_) throw GivenUp();
}

std::optional<Turns::Turn> Turns::begin(const std::function<bool(Turn)>& take) {
  const std::size_t most = std::max<std::size_t>(threads_, std::min(threads_ * parts_per_thread, most_parts));
  const Lock taking = locked_soon(taking_);
  Lock lock = locked_soon(mutex_);
  wait(lock, [&] { return over_ || next_ < due_ + most; });
  if (over_) return std::nullopt;
  lock.unlock();
  if (take(next_)) return next_++;
  lock.lock();
  over_ = true;
  changed_.notify_all();
  return std::nullopt;
}

void Turns::end(Turn turn, std::function<void()> hand_over) {
  Lock lock = locked_soon(mutex_);
  done_.emplace(turn, std::move(hand_over));
  if (handing_over_) return;
  handing_over_ = true;
  while (!done_.empty() && done_.begin()->first == due_) {
    const std::function<void()> next = std::move(done_.begin()->second);
    done_.erase(done_.begin());
    lock.unlock();
    next();
    lock = locked_soon(mutex_);
    ++due_;
    changed_.notify_all();
  }
  handing_over_ = false;
  changed_.notify_all();
}

bool Turns::is_due(Turn turn) {
  const Lock lock = locked_soon(mutex_);
  return due_ == turn && !handing_over_;
}

void Turns::wait_for(Turn turn) {
  Lock lock = locked_soon(mutex_);
  wait(lock, [&] { return due_ == turn && !handing_over_; });
}

}  // namespace abstat
