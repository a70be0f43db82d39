#include "cli/ordered_rendering.hpp"

#include <ostream>
#include <utility>

namespace abstat {

namespace {

// Enough work to be worth handing to another thread.
constexpr std::size_t batch_reports = 64;
constexpr std::size_t written_at_once = std::size_t{64} * 1024;

template <typename T>
T taken_from(std::vector<T>& spares) {
  if (spares.empty()) return {};
  T spare = std::move(spares.back());
  spares.pop_back();
  return spare;
}

}  // namespace

class OrderedRendering::Batch : public Job {
 public:
  Batch(OrderedRendering& owner, std::size_t index) : owner_(owner), index_(index) {
    reports_ = taken_from(owner.spare_reports_);
    reports_.reserve(batch_reports);
    text_ = taken_from(owner.spare_texts_);
  }

  void take(Report&& report) { reports_.push_back(std::move(report)); }
  [[nodiscard]] bool is_full() const { return reports_.size() == batch_reports; }

  void run() override {
    owner_.render_(text_, index_, reports_);
    reports_.clear();
  }
  void hand_back() override {
    owner_.write(text_);
    owner_.spare_reports_.push_back(std::move(reports_));
    owner_.spare_texts_.push_back(std::move(text_));
  }

 private:
  OrderedRendering& owner_;
  std::size_t index_;
  std::vector<Report> reports_;
  std::string text_;
};

OrderedRendering::OrderedRendering(Workers& workers, Render render, std::ostream& out)
    : render_(std::move(render)), out_(out), alone_(workers.threads() == 1), batches_(workers) {}

OrderedRendering::~OrderedRendering() = default;

void OrderedRendering::write(std::string& text) {
  out_.write(text.data(), static_cast<std::streamsize>(text.size()));
  text.clear();
}

void OrderedRendering::take(Report&& report) {
  if (alone_) {
    render_(text_, reports_++, {&report, 1});
    if (text_.size() >= written_at_once) write(text_);
    return;
  }
  if (!filling_) filling_ = std::make_unique<Batch>(*this, reports_);
  filling_->take(std::move(report));
  ++reports_;
  if (filling_->is_full()) batches_.add(std::move(filling_));
}

// A single small report needs no threads.
void OrderedRendering::finish() {
  if (alone_) return write(text_);
  if (filling_ && reports_ <= batch_reports) {
    filling_->run();
    filling_->hand_back();
    filling_.reset();
  }
  if (filling_) batches_.add(std::move(filling_));
  batches_.finish();
}

}  // namespace abstat
