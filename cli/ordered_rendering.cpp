#include "cli/ordered_rendering.hpp"

#include <ostream>
#include <utility>

namespace abstat {

namespace {

// Enough work to be worth handing to another thread.
constexpr std::size_t batch_reports = 64;

}  // namespace

class OrderedRendering::Batch : public Job {
 public:
  Batch(OrderedRendering& owner, std::size_t index) : owner_(owner), index_(index) {
    if (owner.spare_reports_.empty()) {
      reports_.reserve(batch_reports);
    } else {
      reports_ = std::move(owner.spare_reports_.back());
      owner.spare_reports_.pop_back();
    }
  }

  void take(Report&& report) { reports_.push_back(std::move(report)); }
  [[nodiscard]] bool is_full() const { return reports_.size() == batch_reports; }

  void run() override {
    text_ = owner_.render_(index_, reports_);
    reports_.clear();
  }
  void hand_back() override {
    owner_.out_ << text_;
    owner_.spare_reports_.push_back(std::move(reports_));
  }

 private:
  OrderedRendering& owner_;
  std::size_t index_;
  std::vector<Report> reports_;
  std::string text_;
};

OrderedRendering::OrderedRendering(Workers& workers, Render render, std::ostream& out)
    : render_(std::move(render)), out_(out), batches_(workers) {}

OrderedRendering::~OrderedRendering() = default;

void OrderedRendering::take(Report&& report) {
  if (!filling_) filling_ = std::make_unique<Batch>(*this, reports_);
  filling_->take(std::move(report));
  ++reports_;
  if (filling_->is_full()) batches_.add(std::move(filling_));
}

// A single small report needs no threads.
void OrderedRendering::finish() {
  if (filling_ && reports_ <= batch_reports) {
    filling_->run();
    filling_->hand_back();
    filling_.reset();
  }
  if (filling_) batches_.add(std::move(filling_));
  batches_.finish();
}

}  // namespace abstat
