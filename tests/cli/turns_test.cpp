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

TEST_CASE("parts are handed over in the order they were taken, whoever is faster") {
  const unsigned threads = GENERATE(1U, 2U, 5U, 30U);
  Turns turns(threads);
  std::vector<Turns::Turn> handed_over;
  turns.run([&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 100; })) {
      if (*turn % 7 == 0) sleep_a_little();
      turns.end(*turn, [&, part = *turn] { handed_over.push_back(part); });
    }
  });
  REQUIRE(handed_over.size() == 100);
  for (Turns::Turn turn = 0; turn < 100; ++turn) CHECK(handed_over[turn] == turn);
}

TEST_CASE("a part that waits for its turn has it to itself until it ends") {
  Turns turns(4);
  std::string text;
  turns.run([&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 60; })) {
      const char letter = static_cast<char>('A' + *turn);
      if (*turn % 5 == 0) {
        turns.wait_for(*turn);
        CHECK(turns.is_due(*turn));
        text += letter;
        sleep_a_little();
      }
      turns.end(*turn, [&text, letter] { text += letter; });
    }
  });
  std::string expected;
  for (int turn = 0; turn < 60; ++turn)
    expected += std::string(turn % 5 == 0 ? 2 : 1, static_cast<char>('A' + turn));
  CHECK(text == expected);
}

TEST_CASE("a thread goes on while another is kept from its part, but not without end") {
  Turns turns(2);
  std::atomic<int> begun = 0;
  int most = 0;
  turns.run([&] {
    while (const auto turn = turns.begin([&](Turns::Turn next) { return next < 100 && ++begun > 0; })) {
      if (*turn == 0) {
        while (begun < 5) sleep_a_little();
        for (int i = 0; i < 20; ++i) sleep_a_little();
        most = begun;
      }
      turns.end(*turn, [] {});
    }
  });
  CHECK(most >= 5);
  CHECK(most <= 8);
  CHECK(begun == 100);
}

TEST_CASE("work is done on several threads, the calling one among them") {
  Turns turns(3);
  std::atomic<int> waiting = 0;
  std::mutex mutex;
  std::set<std::thread::id> ids;
  turns.run([&] {
    ++waiting;
    while (waiting < 3) sleep_a_little();
    const std::lock_guard lock(mutex);
    ids.insert(std::this_thread::get_id());
  });
  CHECK(ids.size() == 3);
  CHECK(ids.contains(std::this_thread::get_id()));
}

TEST_CASE("work for one thread begins no other") {
  Turns turns(1);
  std::vector<std::thread::id> ids;
  turns.run([&] { ids.push_back(std::this_thread::get_id()); });
  CHECK(ids == std::vector{std::this_thread::get_id()});
}

TEST_CASE("one thread at a time takes a turn, and none after the last") {
  Turns turns(4);
  std::vector<Turns::Turn> asked;
  const auto take = [&](Turns::Turn next) {
    asked.push_back(next);
    return next < 20;
  };
  turns.run([&] {
    while (const auto turn = turns.begin(take)) turns.end(*turn, [] {});
  });
  CHECK(asked.size() == 21);
  CHECK(asked.back() == 20);
}

TEST_CASE("an error on any thread ends the others' work and reaches the one that began it") {
  const Turns::Turn failing = GENERATE(0U, 1U, 30U);
  const unsigned threads = GENERATE(1U, 4U);
  Turns turns(threads);
  std::vector<Turns::Turn> handed_over;
  const auto work = [&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 1000; })) {
      if (*turn == failing) {
        sleep_a_little();
        throw std::runtime_error("no memory");
      }
      turns.end(*turn, [&, part = *turn] { handed_over.push_back(part); });
    }
  };
  CHECK_THROWS_WITH(turns.run(work), "no memory");
  CHECK(handed_over.size() == failing);
}

TEST_CASE("an error while a turn is taken reaches the one that began the work") {
  Turns turns(2);
  const auto work = [&] {
    static_cast<void>(turns.begin([](Turns::Turn) -> bool { throw std::runtime_error("no memory"); }));
  };
  CHECK_THROWS_WITH(turns.run(work), "no memory");
}

TEST_CASE("an error while a part is handed over ends the work") {
  Turns turns(GENERATE(1U, 3U));
  std::atomic<int> handed_over = 0;
  const auto work = [&] {
    while (const auto turn = turns.begin([](Turns::Turn next) { return next < 1000; })) {
      turns.end(*turn, [&, part = *turn] {
        if (part == 10) throw std::runtime_error("a full disk");
        ++handed_over;
      });
    }
  };
  CHECK_THROWS_WITH(turns.run(work), "a full disk");
  CHECK(handed_over == 10);
}
