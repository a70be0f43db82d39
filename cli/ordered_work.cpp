#include "cli/ordered_work.hpp"

#include <algorithm>
#include <utility>

namespace abstat {

namespace {

// Enough to keep the threads busy, few enough to keep memory small whatever the number of cores.
constexpr std::size_t jobs_per_thread = 2;
constexpr std::size_t most_jobs = 16;

}  // namespace

Workers::~Workers() {
  {
    const Lock lock(mutex_);
    stopping_ = true;
  }
  work_added_.notify_all();
  for (std::thread& thread : others_) thread.join();
}

void Workers::add(Lock& lock, Job& job) {
  while (others_.size() + 1 < threads_) others_.emplace_back([this] { work(); });
  waiting_.push_back(&job);
  lock.unlock();
  work_added_.notify_one();
  lock.lock();
}

void Workers::work() {
  Lock lock(mutex_);
  while (!stopping_) {
    if (!run_one(lock)) work_added_.wait(lock);
  }
}

bool Workers::run_one(Lock& lock) {
  if (waiting_.empty()) return false;
  Job& job = *waiting_.front();
  waiting_.pop_front();
  job.state_ = Job::State::begun;
  lock.unlock();
  try {
    job.run();
  } catch (...) {
    job.error_ = std::current_exception();
  }
  lock.lock();
  job.state_ = Job::State::done;
  work_done_.notify_one();
  return true;
}

void Workers::finish(Lock& lock, const Job& job) {
  while (job.state_ != Job::State::done) {
    if (!run_one(lock))
      work_done_.wait(lock, [&] { return job.state_ == Job::State::done || !waiting_.empty(); });
  }
}

// What nobody has begun is dropped; what is under way has to end before its job goes.
OrderedWork::~OrderedWork() {
  Lock lock(workers_.mutex_);
  const auto is_ours = [this](const Job* waiting) {
    return std::any_of(jobs_.begin(), jobs_.end(), [&](const auto& job) { return job.get() == waiting; });
  };
  std::erase_if(workers_.waiting_, is_ours);
  for (const auto& job : jobs_) {
    if (job->state_ == Job::State::begun) workers_.finish(lock, *job);
  }
}

void OrderedWork::add(std::unique_ptr<Job> job) {
  Lock lock(workers_.mutex_);
  jobs_.push_back(std::move(job));
  workers_.add(lock, *jobs_.back());
  drain(lock, workers_.threads() == 1 ? 0 : std::min(workers_.threads() * jobs_per_thread, most_jobs));
}

void OrderedWork::finish() {
  Lock lock(workers_.mutex_);
  drain(lock, 0);
}

// Until at most so many jobs are under way.
void OrderedWork::drain(Lock& lock, std::size_t most) {
  while (!jobs_.empty()) {
    if (jobs_.front()->state_ != Job::State::done) {
      if (jobs_.size() <= most) return;
      workers_.finish(lock, *jobs_.front());
    }
    const std::unique_ptr<Job> job = std::move(jobs_.front());
    jobs_.pop_front();
    if (job->error_) std::rethrow_exception(job->error_);
    lock.unlock();
    job->hand_back();
    lock.lock();
  }
}

}  // namespace abstat
