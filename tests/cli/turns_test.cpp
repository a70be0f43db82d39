#include "cli/turns.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using abstat::Turns;

namespace {

void sleep_a_little() {
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

}  // namespace

TEST_CASE("turns end in the order they were taken, whoever is faster") {
  const unsigned threads = GENERATE(1U, 2U, 5U);
  Turns turns;
  std::vector<Turns::Turn> ended;
  turns.run(threads, [&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 50; })) {
      if (*turn % 7 == 0) sleep_a_little();
      turns.wait_for(*turn);
      CHECK(turns.is_due(*turn));
      ended.push_back(*turn);
      turns.end(*turn);
    }
  });
  REQUIRE(ended.size() == 50);
  for (Turns::Turn turn = 0; turn < 50; ++turn) CHECK(ended[turn] == turn);
}

TEST_CASE("work is done on several threads, the calling one among them") {
  Turns turns;
  std::atomic<int> waiting = 0;
  std::mutex mutex;
  std::set<std::thread::id> ids;
  turns.run(3, [&] {
    ++waiting;
    while (waiting < 3) sleep_a_little();
    const std::lock_guard lock(mutex);
    ids.insert(std::this_thread::get_id());
  });
  CHECK(ids.size() == 3);
  CHECK(ids.contains(std::this_thread::get_id()));
}

TEST_CASE("work for one thread begins no other") {
  Turns turns;
  std::vector<std::thread::id> ids;
  turns.run(1, [&] { ids.push_back(std::this_thread::get_id()); });
  CHECK(ids == std::vector{std::this_thread::get_id()});
}

TEST_CASE("one thread at a time takes a turn, and none after the last") {
  Turns turns;
  std::vector<Turns::Turn> asked;
  turns.run(4, [&] {
    while (const auto turn = turns.begin([&](Turns::Turn next) {
      asked.push_back(next);
      return next < 20;
    })) {
      turns.wait_for(*turn);
      turns.end(*turn);
    }
  });
  CHECK(asked.size() == 21);
  CHECK(asked.back() == 20);
}

TEST_CASE("an error on any thread ends the others' work and reaches the one that began it") {
  const Turns::Turn failing = GENERATE(0U, 1U, 30U);
  const unsigned threads = GENERATE(1U, 4U);
  Turns turns;
  std::atomic<int> ended = 0;
  const auto work = [&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 1000; })) {
      if (*turn == failing) {
        sleep_a_little();
        throw std::runtime_error("no memory");
      }
      turns.wait_for(*turn);
      ++ended;
      turns.end(*turn);
    }
  };
  CHECK_THROWS_WITH(turns.run(threads, work), "no memory");
  CHECK(ended == static_cast<int>(failing));
}

TEST_CASE("an error while a turn is taken reaches the one that began the work") {
  Turns turns;
  const auto work = [&] {
    static_cast<void>(turns.begin([](Turns::Turn) -> bool { throw std::runtime_error("no memory"); }));
  };
  CHECK_THROWS_WITH(turns.run(2, work), "no memory");
}
