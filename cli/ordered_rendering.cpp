#include "cli/ordered_rendering.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace abstat {

namespace {

// Enough work to be worth handing to another thread, little enough to keep memory small.
constexpr std::size_t batch_reports = 64;
constexpr std::size_t batches_per_thread = 2;

}  // namespace

struct OrderedRendering::Batch {
  enum class State { waiting, begun, done };

  std::size_t index = 0;
  std::vector<Report> reports;
  State state = State::waiting;
  std::string text;
  std::exception_ptr error;

  void render(const Render& with) {
    try {
      text = with(index, reports);
    } catch (...) {
      error = std::current_exception();
    }
    reports.clear();
  }
};

OrderedRendering::OrderedRendering(unsigned threads, Render render, std::ostream& out)
    : threads_(threads), render_(std::move(render)), out_(out) {}

OrderedRendering::~OrderedRendering() {
  stop_threads();
}

void OrderedRendering::take(Report&& report) {
  if (!filling_) {
    filling_ = std::make_unique<Batch>();
    filling_->index = reports_;
    filling_->reports.reserve(batch_reports);
  }
  filling_->reports.push_back(std::move(report));
  ++reports_;
  if (filling_->reports.size() == batch_reports) submit();
}

void OrderedRendering::submit() {
  start_threads();
  Lock lock(mutex_);
  batches_.push_back(std::move(filling_));
  work_added_.notify_one();
  drain(lock, threads_ == 1 ? 0 : threads_ * batches_per_thread);
}

void OrderedRendering::finish() {
  Lock lock(mutex_);
  if (filling_) batches_.push_back(std::move(filling_));
  drain(lock, 0);
}

// A single small report needs no threads: they begin with the first whole batch.
void OrderedRendering::start_threads() {
  while (workers_.size() + 1 < threads_) workers_.emplace_back([this] { work(); });
}

void OrderedRendering::stop_threads() {
  {
    const Lock lock(mutex_);
    stopping_ = true;
  }
  work_added_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void OrderedRendering::work() {
  Lock lock(mutex_);
  while (!stopping_) {
    if (!render_one(lock)) work_added_.wait(lock);
  }
}

bool OrderedRendering::render_one(Lock& lock) {
  const auto waiting = std::find_if(batches_.begin(), batches_.end(),
                                    [](const auto& batch) { return batch->state == Batch::State::waiting; });
  if (waiting == batches_.end()) return false;
  Batch& batch = **waiting;
  batch.state = Batch::State::begun;
  lock.unlock();
  batch.render(render_);
  lock.lock();
  batch.state = Batch::State::done;
  work_done_.notify_one();
  return true;
}

void OrderedRendering::write_finished(Lock& lock) {
  while (!batches_.empty() && batches_.front()->state == Batch::State::done) {
    const std::unique_ptr<Batch> batch = std::move(batches_.front());
    batches_.pop_front();
    if (batch->error) std::rethrow_exception(batch->error);
    lock.unlock();
    out_ << batch->text;
    lock.lock();
  }
}

void OrderedRendering::drain(Lock& lock, std::size_t most) {
  write_finished(lock);
  while (batches_.size() > most) {
    const bool front_begun = batches_.front()->state == Batch::State::begun;
    if (!render_one(lock) && front_begun) {
      work_done_.wait(lock, [this] { return batches_.front()->state == Batch::State::done; });
    }
    write_finished(lock);
  }
}

}  // namespace abstat
