#include "parser/claim_phrase_grammar.hpp"
#include "parser/claim_setup_grammar.hpp"
#include "parser/claim_token_grammar.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include <abstat/claim.hpp>

using namespace abstat;

namespace {

ClaimsRead read(const std::string& text, const std::string& name = "note.md") {
  return read_claims(read_document(text, name), {});
}

// The only claim of a text.
Claim claim(const std::string& text) {
  const ClaimsRead claims = read(text + "\n");
  INFO(text);
  REQUIRE(claims.claims.size() == 1);
  return claims.claims.front();
}

}  // namespace

TEST_CASE("the grammars of claims always advance") {
  CHECK(tao::pegtl::analyze<phrase_rules::amount>() == 0);
  CHECK(tao::pegtl::analyze<phrase_rules::from_to>() == 0);
  CHECK(tao::pegtl::analyze<token_rules::figure>() == 0);
  CHECK(tao::pegtl::analyze<token_rules::option>() == 0);
  CHECK(tao::pegtl::analyze<token_rules::identifier>() == 0);
  CHECK(tao::pegtl::analyze<setup_rules::call>() == 0);
}

TEST_CASE("a throughput is read in every way people write it") {
  const auto [text, value] = GENERATE(table<const char*, double>({
      {"QPS 1252", 1252},
      {"flask 自带服务器 QPS 为 1252", 1252},
      {"1,252 req/s", 1252},
      {"1 252 req/s", 1252},
      {"1.8k rps", 1800},
      {"throughput of 1252.57", 1252.57},
      {"QPS：１２５２", 1252},
      {"吞吐量达到 2 万", 20000},
      {"1.2M requests per second", 1200000},
      {"3967 запросов в секунду", 3967},
      {"2241 запрос в секунду", 2241},
      {"4128 peticiones por segundo, el rendimiento con los dos", 4128},
      {"每秒能处理 3967 个请求", 3967},
      {"sync: **4347** req/s", 4347},
      {"33xxx QPS", 33000},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == ClaimMetric::throughput);
  CHECK(read_claim.number->value() == value);
}

TEST_CASE("hedges and bounds are read before and behind the number") {
  const auto [text, hedge] = GENERATE(table<const char*, Hedge>({
      {"about 2000 req/s", Hedge::about},
      {"QPS 约 2000", Hedge::about},
      {"QPS 2000 左右", Hedge::about},
      {"~2k req/s", Hedge::about},
      {"QPS 1800+", Hedge::at_least},
      {"QPS >= 900", Hedge::at_least},
      {"QPS > 900", Hedge::more_than},
      {"over 900 req/s", Hedge::more_than},
      {"QPS 不到 900", Hedge::less_than},
      {"almost 3000 req/s", Hedge::almost},
      {"just over 3000 req/s", Hedge::just_over},
      {"QPS 3000 以上", Hedge::at_least},
  }));
  CHECK(claim(text).hedge == hedge);
}

TEST_CASE("a range has both ends in one unit") {
  const auto* text = GENERATE("2000-2200 req/s", "between 2000 and 2200 req/s", "QPS 在 2000～2200 之间",
                              "2,000–2,200 req/s");
  const Claim range = claim(text);
  CHECK(range.kind == ClaimKind::range);
  CHECK(range.number->value() == 2000);
  CHECK(range.upper->value() == 2200);
}

TEST_CASE("times bind to the metric beside them") {
  const auto [text, metric, value] = GENERATE(table<const char*, ClaimMetric, double>({
      {"32 ms mean", ClaimMetric::latency, 32},
      {"mean response time of 0.19 s", ClaimMetric::latency, 190},
      {"the median is 23 ms", ClaimMetric::median, 23},
      {"最慢的一个请求用了 53 毫秒", ClaimMetric::max, 53},
      {"the run took 1.225 s", ClaimMetric::time_taken, 1.225},
      {"Half of the requests took 23 ms", ClaimMetric::median, 23},
      {"transfer rate 3.7 MB/s", ClaimMetric::transfer_rate, 3788.8},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == metric);
  CHECK(read_claim.number->value() == Approx(value));
}

TEST_CASE("percentiles are read by their level") {
  const auto [text, level] = GENERATE(table<const char*, int>({
      {"p95 89ms", 95},
      {"the 99th percentile is 33 ms", 99},
      {"95% under 90 ms", 95},
      {"99% 的请求在 32 毫秒内", 99},
      {"P99 是 34 毫秒", 99},
      {"95 分位为 31 ms", 95},
      {"95-й перцентиль 31 мс", 95},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == ClaimMetric::percentile);
  CHECK(read_claim.percentile == level);
}

TEST_CASE("counts of failures are read as numbers and as words") {
  const auto [text, metric, value] = GENERATE(table<const char*, ClaimMetric, double>({
      {"0 failed", ClaimMetric::failed, 0},
      {"36 requests have failed", ClaimMetric::failed, 36},
      {"181 of 200 requests failed", ClaimMetric::failed, 181},
      {"no failed requests", ClaimMetric::failed, 0},
      {"1000 requests were served without a single failure", ClaimMetric::failed, 0},
      {"of 1000 requests none failed", ClaimMetric::failed, 0},
      {"1000 个请求没有失败", ClaimMetric::failed, 0},
      {"没有失败的请求", ClaimMetric::failed, 0},
      {"no errors", ClaimMetric::failures_any, 0},
      {"all requests succeeded", ClaimMetric::failures_any, 0},
      {"a failure rate of 9.5%", ClaimMetric::failure_rate, 9.5},
      {"100% success rate", ClaimMetric::failure_rate, 0},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == metric);
  CHECK(read_claim.number->value() == Approx(value));
}

TEST_CASE("relations know their form and direction") {
  const auto [text, relation, direction] = GENERATE(table<const char*, Relation, Direction>({
      {"A is 2.1x as fast as B", Relation::times_as, Direction::none},
      {"A is twice as fast as B", Relation::times_as, Direction::none},
      {"A is 2 times faster than B", Relation::times_more, Direction::better},
      {"A is 30% faster than B", Relation::percent, Direction::better},
      {"A 比 B 快 30%", Relation::percent, Direction::better},
      {"A 的 QPS 是 B 的 2 倍", Relation::times_as, Direction::none},
      {"nginx costs 18%", Relation::percent, Direction::down},
      {"A beats B", Relation::order, Direction::better},
      {"A is slower than B", Relation::order, Direction::worse},
      {"A 比 B 慢", Relation::order, Direction::worse},
      {"A is the fastest", Relation::extreme, Direction::better},
      {"A and B are on par", Relation::same, Direction::none},
      {"A > B > C", Relation::chain, Direction::better},
      {"A быстрее B в 1,5 раза", Relation::times_more, Direction::better},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.relation == relation);
  CHECK(read_claim.direction == direction);
}

TEST_CASE("the sides of a relation are kept apart") {
  const auto* text =
      GENERATE("gevent is 30% slower than sync", "gevent 比 sync 慢 30%", "gevent は sync より 30% 遅い");
  const Claim relation = claim(text);
  REQUIRE_FALSE(relation.comparand.empty());
  CHECK_THAT(relation.subject.front(), Catch::Contains("gevent"));
  CHECK_THAT(relation.comparand.front(), Catch::Contains("sync"));
}

TEST_CASE("numbers that state no result are skipped with a reason") {
  const auto [text, reason] = GENERATE(table<const char*, const char*>({
      {"nginx 1.22.1", "version, date or id"},
      {"tested on 2026-11-21", "version, date or id"},
      {"gunicorn -w 4", "option"},
      {"2 cores", "hardware"},
      {"4 workers", "setting"},
      {"the target is 500 req/s", "goal"},
      {"目标 QPS 1000", "goal"},
      {"wrk shows 9000 req/s", "another source"},
      {"can it do 5000 req/s?", "question"},
      {"next time with 50000 requests", "plan"},
      {"~~it does 4000 req/s~~", "link or struck out"},
      {"the page has 12 KB", "size"},
  }));
  const ClaimsRead claims = read(std::string(text) + "\n");
  INFO(text);
  CHECK(claims.claims.empty());
  REQUIRE(claims.skipped.size() == 1);
  CHECK(claims.skipped.front().reason == reason);
}

TEST_CASE("a figure whose report is not there is marked so, and only that one") {
  const ClaimsRead claims = read("sync does 4000 req/s; last year it was 3100 req/s\n");
  REQUIRE(claims.claims.size() == 2);
  CHECK_FALSE(claims.claims[0].unreported);
  CHECK(claims.claims[1].unreported);
}

TEST_CASE("a claim knows its place to the byte") {
  const ClaimsRead claims = read("# 标题\n\n- **gevent**：约 `2418` req/s\n");
  REQUIRE(claims.claims.size() == 1);
  CHECK(claims.claims[0].where.line == 3);
  CHECK(claims.claims[0].where.column == 21);
  CHECK(claims.claims[0].carrier == "2418");
}

TEST_CASE("a list says once what it counts") {
  const ClaimsRead claims = read("Requests per second:\n\n- sync: 4347\n- gevent: 2418\n");
  REQUIRE(claims.claims.size() == 2);
  CHECK(claims.claims[1].metric == ClaimMetric::throughput);
  CHECK(claims.claims[0].list == claims.claims[1].list);
}

TEST_CASE("cells of a table are bound to the metric of their column") {
  const ClaimsRead claims = read(
      "| stack | req/s | p95 (ms) | mean (s) | vs base |\n|---|---|---|---|---|\n| sync | 4347 | 23 | 0.023 "
      "| 1.00x |\n| gevent | 2,418 | 50 | - | 0.56x |\n");
  REQUIRE(claims.claims.size() == 6);
  CHECK(claims.claims[0].metric == ClaimMetric::throughput);
  CHECK(claims.claims[1].percentile == 95);
  CHECK(claims.claims[2].number->value() == Approx(23));
  CHECK(claims.claims[5].relation == Relation::times_as);
  CHECK(claims.claims[5].comparand == std::vector<std::string>{"sync"});
}

TEST_CASE("metrics may stand down the first column") {
  const ClaimsRead claims =
      read("| | sync | gevent |\n|---|---|---|\n| Requests per second | 4347 | 2418 |\n");
  REQUIRE(claims.claims.size() == 2);
  CHECK(claims.claims[1].subject.front() == "gevent");
}

TEST_CASE("a call of ab claims its set-up") {
  Report report;
  report.source = {"note.md", 3, 3};
  const Document document = read_document("`ab -k -n 1000 -c 100 http://x/`\n\nR\n", "note.md", {report});
  const ClaimsRead claims = read_claims(document, {report});
  REQUIRE(claims.claims.size() == 2);
  CHECK(claims.claims[0].metric == ClaimMetric::complete);
  CHECK(claims.claims[1].metric == ClaimMetric::concurrency);
  CHECK(claims.claims[1].number->figure.text() == "100");
}

TEST_CASE("a sentence without an end is read in parts, each claim with its own") {
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "12 req/s and ";
  const ClaimsRead claims = read(endless);
  REQUIRE(claims.claims.size() > 990);  // a part may end between a number and its unit
  for (const Claim& claim : claims.claims) CHECK(claim.text.size() < endless.size() / 3);
}

TEST_CASE("a percentile is named by its level even where a number follows it") {
  const Claim read = claim("p95 110 ms with sync");
  CHECK(read.metric == ClaimMetric::percentile);
  CHECK(read.percentile == 95);
  CHECK(read.number->value() == 110);
}

TEST_CASE("a sentence that quotes others is read from where it turns to its own runs") {
  CHECK(read("They say coroutines reach 9,000 req/s.\n").claims.empty());
  const Claim own = claim("The vendor promises 9,000 req/s, but here sync reached 3967 req/s.");
  CHECK(own.number->value() == 3967);
}

TEST_CASE("a time behind a rate is a latency though nothing says so") {
  const ClaimsRead both = read("* behind nginx: 2925.70 #/sec (34.18 ms)\n");
  REQUIRE(both.claims.size() == 2);
  CHECK(both.claims.back().metric == ClaimMetric::latency);
  CHECK_FALSE(both.claims.back().metric_named);
}

TEST_CASE("a gap is a difference that does not say which way") {
  for (const char* text :
       {"At 4 clients the gap is 1522 requests per second.",
        "Der Abstand beträgt 1522 Anfragen pro Sekunde, das ist nicht wenig.", "两者相差 1522 req/s。"}) {
    INFO(text);
    const ClaimsRead gap = read(std::string(text) + "\n");
    REQUIRE_FALSE(gap.claims.empty());
    CHECK(gap.claims.front().relation == Relation::difference);
    CHECK(gap.claims.front().direction == Direction::none);
  }
}

TEST_CASE("a second factor without its verb says of another stack what the first says") {
  const ClaimsRead two =
      read("sync answered 3.8 times as many requests as flask run, gevent only 2.4 times.\n");
  REQUIRE(two.claims.size() == 2);
  CHECK(two.claims.back().relation == two.claims.front().relation);
  CHECK(two.claims.back().comparand == two.claims.front().comparand);
  CHECK(two.claims.back().subject.front().find("gevent") == 0);
}

TEST_CASE("a word whose amount was read is no order of its own") {
  const Claim ratio = claim("sync быстрее gevent (4 воркера) в 1,72 раза.");
  CHECK(ratio.kind == ClaimKind::ratio);
}

TEST_CASE("the best of one stack's runs is no order of stacks") {
  CHECK(claim("The best gevent run reached 2557 req/s.").kind == ClaimKind::figure);
}

TEST_CASE("a column without a telling head is one of ratios when its cells are") {
  const ClaimsRead table = read(
      "| server | QPS | 相对自带 |\n|---|---|---|\n| 自带 | 794.39 | 1x |\n| sync | 3324.71 | 4.19x |\n");
  REQUIRE(table.claims.size() == 3);
  CHECK(table.claims.back().kind == ClaimKind::ratio);
  CHECK(table.claims.back().comparand.front().find("自带") == 0);
}

TEST_CASE("a table with metrics down and a column of changes compares its columns") {
  const ClaimsRead table = read(
      "| | before | after | change |\n|---|---|---|---|\n| Requests/sec | 2576.22 | 2189.19 | -15.0% |\n"
      "| p99 | 61 ms | 103 ms | |\n");
  REQUIRE(table.claims.size() == 5);
  CHECK(table.claims[0].subject.front() == "before");
  CHECK(table.claims[2].relation == Relation::percent);
  CHECK(table.claims[2].subject.front() == "after");
  CHECK(table.claims[2].comparand.front() == "before");
  CHECK(table.claims[4].percentile == 99);
}

TEST_CASE("a table that names no metric is one of rates where the figures fit") {
  const ClaimsRead table =
      read("| | run 1 | run 2 | mean |\n|---|---|---|---|\n| sync | 3967 | 4080 | 4024 |\n");
  REQUIRE(table.claims.size() == 3);
  CHECK_FALSE(table.claims.front().metric_named);
  CHECK(table.claims.back().aggregate == Aggregate::average);
}

TEST_CASE("lines of a conversation stand for themselves") {
  const ClaimsRead talk = read("bob: sync does 3967 req/s\nann: and gevent?\nbob: gevent does 2542 req/s\n");
  CHECK(talk.claims.size() == 2);
}

TEST_CASE("names below a heading that ranks them are one order") {
  const Claim order = claim("## Ranking (fastest first)\n\n1. nginx\n2. gunicorn\n3. flask\n");
  CHECK(order.relation == Relation::chain);
  CHECK(order.direction == Direction::better);
  CHECK(order.where.line == 1);
  CHECK(order.subject == std::vector<std::string>{"nginx"});
  CHECK(order.comparand == std::vector<std::string>{"gunicorn", "flask"});
  CHECK(claim("吞吐量从慢到快：\n\n1. flask\n2. nginx\n").direction == Direction::worse);
  CHECK(read("Steps:\n\n1. nginx\n2. gunicorn\n").claims.empty());
}

TEST_CASE("the load behind a rate is no rate") {
  CHECK(claim("Throughput stays there: 2,458 req/s at 128.").number->value() == 2458);
}

TEST_CASE("what points at another place of the text orders nothing") {
  CHECK(read("Why is flask so slow? Look at the two reports below (same app).\n").claims.empty());
}

TEST_CASE("what a change costs is a difference, not a rate") {
  CHECK(claim("nginx costs us 1,195 requests per second.").relation == Relation::difference);
  CHECK(claim("nginx 让 QPS 少了 1195。").relation == Relation::difference);
}

TEST_CASE("a figure between 比 and its word is the other side's") {
  const ClaimsRead two = read("gevent 最慢的请求 67 毫秒，比自带服务器的中位数 92 毫秒还快。\n");
  REQUIRE(two.claims.size() >= 2);
  CHECK(two.claims[1].relation == Relation::none);
  CHECK(two.claims[1].metric == ClaimMetric::median);
}

TEST_CASE("what a change costs may have a pronoun between") {
  for (const char* text :
       {"Der Proxy ist nicht umsonst, er kostet uns also 1.041 Anfragen pro Sekunde, und das mit "
        "der kleinen Seite.",
        "nginx стоит нам 1041 запрос в секунду."}) {
    INFO(text);
    CHECK(claim(text).relation == Relation::difference);
  }
}

TEST_CASE("half of the requests is the median on either side of the word") {
  CHECK(claim("リクエストの半分が 35 ms より長くかかる。").metric == ClaimMetric::median);
}

TEST_CASE("an amount behind by is a difference even where the verb is not known") {
  const Claim missed = claim("It misses the mark by 156 requests per second.");
  CHECK(missed.relation == Relation::difference);
  CHECK(missed.direction == Direction::none);
}

TEST_CASE("a stack named by its rank is no order, and nothing named before is meant") {
  const auto claims =
      read("nginx in front of gunicorn costs. The fastest setup answers in 44.6 ms on average.\n").claims;
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].kind == ClaimKind::figure);
  CHECK(claims[0].subject.size() == 1);
  CHECK(claim("The fastest setup is gevent").kind == ClaimKind::order);
}

TEST_CASE("what only looks like a goal or a plan is read without a doubt") {
  CHECK(claim("A request needs 44.6 ms on average.").doubt.empty());
  CHECK(read("Going to 256 connections costs 2.5% throughput.\n").claims.size() == 1);
  CHECK(read("We are going to reach 4000 req/s.\n").claims.empty());
}

TEST_CASE("a column of goals is no result, and one of ports names no stack") {
  CHECK(read("| users | expected req/s |\n|---|---|\n| 1000 | 50 |\n").claims.empty());
  const ClaimsRead table = read("| server | port | req/s |\n|---|---|---|\n| sync | 8002 | 3324 |\n");
  REQUIRE(table.claims.size() == 1);
  CHECK(table.claims.front().subject.front() == "sync");
}

TEST_CASE("a fraction in words beside a relation is the part that is added or lost") {
  const auto [text, percent, direction] = GENERATE(table<const char*, double, Direction>({
      {"gevent is a third slower than sync", 33.33, Direction::worse},
      {"gevent is two thirds faster than sync", 66.67, Direction::better},
      {"gevent 比 sync 慢了四分之一", 25, Direction::worse},
      {"gevent 的 QPS 比 sync 低三分之一", 33.33, Direction::down},
      {"gevent は sync より 3分の1 遅い", 33.33, Direction::worse},
      {"gevent медленнее sync на треть", 33.33, Direction::worse},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.relation == Relation::percent);
  CHECK(read_claim.number->value() == Approx(percent));
  CHECK(read_claim.direction == direction);
}

TEST_CASE("a fraction of something or a noun it counts is no change") {
  CHECK(claim("gevent reaches a third of the throughput of sync").relation == Relation::times_as);
  CHECK(read("A third option would be faster.\n").claims.empty());
}

TEST_CASE("what something is multiplied or divided by is a factor") {
  for (const char* text :
       {"keep-alive multiplies the throughput by 1.8", "gevent divides the throughput by 4"}) {
    INFO(text);
    const Claim factor = claim(text);
    CHECK(factor.relation == Relation::times_as);
    CHECK(factor.metric == ClaimMetric::throughput);
  }
}

TEST_CASE("a year is no rate") {
  CHECK(claim("gevent reached 1100 req/s in 2024").number->value() == 1100);
}

TEST_CASE("seconds in which requests or a run are done are the time of the run") {
  for (const char* text : {"The 200000 requests were through in 12.5 s.", "The run is through in 12.5 s."}) {
    INFO(text);
    const ClaimsRead claims = read(std::string(text) + "\n");
    REQUIRE_FALSE(claims.claims.empty());
    CHECK(claims.claims.back().metric == ClaimMetric::time_taken);
  }
}

TEST_CASE("a full-width comma between two numbers parts them, one before three digits groups") {
  const ClaimsRead two = read("QPS 1569，99% 的请求在 85 毫秒内完成\n");
  REQUIRE(two.claims.size() == 2);
  CHECK(two.claims[0].number->value() == 1569);
  CHECK(two.claims[1].percentile == 99);
  CHECK(claim("QPS 173，000").number->value() == 173000);
}

TEST_CASE("rows below words that say how they are sorted are one order") {
  const ClaimsRead table = read(
      "Sorted by throughput, fastest first:\n\n| server | req/s |\n|---|---|\n| sync | 4080 |\n"
      "| nginx | 2979 |\n| gevent | 2371 |\n");
  REQUIRE(table.claims.size() == 4);
  const Claim& order = table.claims.front();
  CHECK(order.relation == Relation::chain);
  CHECK(order.subject == std::vector<std::string>{"sync"});
  CHECK(order.comparand == std::vector<std::string>{"nginx", "gevent"});
  CHECK(order.doubt.empty());
}

TEST_CASE("a table headed as a ranking that is in no order itself is doubted") {
  const ClaimsRead table = read(
      "Ranking:\n\n| server | req/s |\n|---|---|\n| sync | 4080 |\n| gevent | 2371 |\n| nginx | 2979 |\n");
  REQUIRE(table.claims.size() == 4);
  CHECK_FALSE(table.claims.front().doubt.empty());
}

TEST_CASE("names in a row behind words that rank them are one order") {
  for (const char* text : {"From best to worst it is sync, gevent, nginx with sync and nginx with gevent.",
                           "从快到慢依次是：sync、gevent、nginx + sync、nginx + gevent。"}) {
    INFO(text);
    const Claim order = claim(text);
    CHECK(order.relation == Relation::chain);
    CHECK(order.comparand.size() == 3);
  }
}

TEST_CASE("what was hoped for beside a result takes nothing from it") {
  CHECK(claim("I had expected more of it: 1735 req/s.").number->value() == 1735);
  CHECK(claim("加上 nginx 以后 QPS 下降 21%").relation == Relation::percent);
}

TEST_CASE("a verb that doubles has no other side behind it") {
  const Claim doubled = claim("Going from one connection to ten doubles the throughput of small.html.");
  CHECK_THAT(doubled.comparand.front(), Catch::Contains("1 connection"));
  CHECK_THAT(doubled.subject.front(), Catch::Contains("10 connection"));
}

TEST_CASE("an arrow before a figure is no bound") {
  CHECK(claim("-> 1064 requests/sec").hedge == Hedge::none);
}

TEST_CASE("a sentence that only describes the runs states their load") {
  const ClaimsRead setup = read("All reports are inline below, one run each, 100 concurrent clients.\n");
  REQUIRE(setup.claims.size() == 1);
  CHECK(setup.claims.front().metric == ClaimMetric::concurrency);
  CHECK(read("## 100 connections\n").claims.empty());
}

TEST_CASE("a claim knows which of its scopes stand in its own sentence") {
  const ClaimsRead claims = read("sync is quick. It does 3967 req/s.\n");
  REQUIRE(claims.claims.size() == 1);
  CHECK(claims.claims.front().own_subjects + 1 == claims.claims.front().subject.size());
}

TEST_CASE("more behind times is more than that") {
  CHECK(claim("sync 的 QPS 是 gevent 的两倍多").hedge == Hedge::more_than);
}

TEST_CASE("a row of numbers behind a row of metrics has them in order") {
  for (const char* text :
       {"The p50/p95/p99 of sync are 30/32/39 ms.", "sync 的 P50、P95、P99 是 30、32、39 毫秒。",
        "p50, p95 and p99 are 30, 32 and 39 ms."}) {
    INFO(text);
    const ClaimsRead row = read(std::string(text) + "\n");
    REQUIRE(row.claims.size() == 3);
    CHECK(row.claims[0].percentile == 50);
    CHECK(row.claims[1].percentile == 95);
    CHECK(row.claims[2].percentile == 99);
  }
}

TEST_CASE("a share of something is about what follows it") {
  const ClaimsRead both = read("nginx costs 9 ms of latency and 23% of throughput.\n");
  REQUIRE(both.claims.size() == 2);
  CHECK(both.claims[1].metric == ClaimMetric::throughput);
  CHECK(both.claims[1].relation == Relation::percent);
}

TEST_CASE("what takes longer is a time") {
  CHECK(claim("nginx takes a third longer than sync").metric == ClaimMetric::latency);
}

TEST_CASE("of two rates the second may leave its unit away") {
  const ClaimsRead both = read("sync does 2837 req/s and gevent 2027.\n");
  REQUIRE(both.claims.size() == 2);
  CHECK(both.claims[0].crowded);
  CHECK_THAT(both.claims[0].subject.front(), !Catch::Contains("gevent"));
}

TEST_CASE("an average over runs may stand in another part of the sentence") {
  CHECK(claim("In the mean of all three runs, sync does 2837 req/s.").aggregate == Aggregate::average);
}

TEST_CASE("in a row of topics the last one is the subject of a share") {
  const ClaimsRead row = read("sync は 3181 req/s、gevent は 1753 req/s で、gevent は sync の約55%です。\n");
  REQUIRE(row.claims.size() == 3);
  const auto share = std::find_if(row.claims.begin(), row.claims.end(),
                                  [](const Claim& c) { return c.relation == Relation::percent_as; });
  REQUIRE(share != row.claims.end());
  CHECK_THAT(share->subject.front(), Catch::Contains("gevent"));
  CHECK_THAT(share->comparand.front(), Catch::Contains("sync"));
}

TEST_CASE("where clients are counted, a bare number behind a preposition counts clients") {
  const ClaimsRead both = read("8 clients get 4320 req/s, with 256 it is 3952 req/s.\n");
  REQUIRE(both.claims.size() == 2);
  CHECK_THAT(both.claims[1].subject.front(), Catch::Contains("256 connections"));
}

TEST_CASE("a change from one load to another stands in its own part of the sentence") {
  const ClaimsRead both = read("From 1 to 8 clients the rate rises by 125%, from 8 to 64 it falls by 15%.\n");
  REQUIRE(both.claims.size() == 2);
  CHECK(both.claims[0].comparand.front() == "1 connections");
  CHECK(both.claims[1].comparand.front() == "8 connections");
}

TEST_CASE("a full-width colon parts a name from what is said of it") {
  const Claim rate = claim("gevent：QPS 2418。");
  CHECK(rate.metric == ClaimMetric::throughput);
  CHECK(rate.number->value() == 2418);
}

TEST_CASE("requests counted each second are a rate, wherever that is said") {
  CHECK(claim("sync ワーカー：毎秒 4,083 リクエスト。").metric == ClaimMetric::throughput);
  CHECK(claim("Pro Sekunde schafft sync 4347 Anfragen, das ist alles.").metric == ClaimMetric::throughput);
}

TEST_CASE("the count of failures stands before the number of all requests") {
  for (const char* const text :
       {"182 of its 200 requests failed", "100 requêtes sur 300 ont échoué, dans les faits"}) {
    const Claim failed = claim(text);
    CHECK(failed.metric == ClaimMetric::failed);
    CHECK(failed.number->value() < 200);
  }
}

TEST_CASE("failures by the minute are what an alarm counts") {
  CHECK(read("The pager goes off from 50 errors per minute on.\n").claims.empty());
}

TEST_CASE("the corner of a table may name the metric of all its cells") {
  const ClaimsRead table =
      read("| requests per second | run 1 | run 2 |\n|---|---|---|\n| sync | 3188 | 2926 |\n");
  REQUIRE(table.claims.size() == 2);
  CHECK(table.claims[0].metric == ClaimMetric::throughput);
  CHECK(table.claims[0].metric_named);
}

TEST_CASE("below a column of runs the ordinals are no units") {
  const ClaimsRead table = read(
      "| run | old | new |\n|---|---|---|\n| first | 1576 req/s | 2274 req/s |\n| second | 1561 req/s | 2047 "
      "req/s |\n");
  REQUIRE(table.claims.size() == 4);
  CHECK(table.claims[2].metric == ClaimMetric::throughput);
  CHECK(table.claims[2].number->value() == 1561);
}

TEST_CASE("a factor may stand behind its sign") {
  const ClaimsRead table =
      read("| stack | req/s | gain |\n|---|---|---|\n| a | 800 | ×1,00 |\n| b | 4000 | ×5,01 |\n");
  const auto factor = std::find_if(table.claims.begin(), table.claims.end(),
                                   [](const Claim& c) { return c.relation == Relation::times_as; });
  REQUIRE(factor != table.claims.end());
  CHECK(factor->number->value() == 5.01);
}

TEST_CASE("rows of names and sentences are no table, and each line speaks of its own") {
  const ClaimsRead rows = read(
      "  tiny page   10.9k req/s, nothing unexpected\n  mid file    6,656 req/s, at 129 MB/s\n"
      "  big blob    160 req/s, at 803 MB/s\n",
      "mail.txt");
  REQUIRE(rows.claims.size() == 5);
  CHECK(rows.claims[1].metric == ClaimMetric::throughput);
  CHECK_THAT(rows.claims[1].subject.front(), Catch::Contains("mid file"));
  CHECK_THAT(rows.claims[1].subject.back(), !Catch::Contains("tiny"));
}

TEST_CASE("that nobody waited longer bounds the longest request") {
  const Claim bound = claim("nobody had to wait longer than 4 ms");
  CHECK(bound.metric == ClaimMetric::max);
  CHECK(bound.hedge == Hedge::at_most);
}

TEST_CASE("the share of the other side may stand before its verb") {
  const Claim share = claim("開発サーバーのおよそ5倍です。");
  CHECK(share.relation == Relation::times_as);
  REQUIRE(share.comparand.size() == 1);
  CHECK(share.comparand.front() == "開発サーバー");
}

TEST_CASE("so many times what another run gave is a ratio to it") {
  const ClaimsRead both = read("It does 3,163 requests per second, that is 88 times the first run.\n");
  REQUIRE(both.claims.size() == 2);
  CHECK(both.claims[0].relation == Relation::times_as);
  CHECK_THAT(both.claims[0].comparand.front(), Catch::Contains("first run"));
}

TEST_CASE("an article before the noun makes a superlative") {
  CHECK(claim("La configuración más rápida es la de sync.").relation == Relation::extreme);
}

TEST_CASE("a change in Russian has two ends") {
  const ClaimsRead ends = read("Время ответа сократилось с 132,2 до 24,5 мс.\n");
  REQUIRE(ends.claims.size() == 2);
  CHECK(ends.claims[0].of_change);
  CHECK(ends.claims[0].number->value() == 132.2);
}

TEST_CASE("a percentage behind the ends of a change says how large it was") {
  const ClaimsRead change = read("The rate falls from 4,383 to 3,188 req/s, i.e. by 27 %.\n");
  REQUIRE(change.claims.size() == 3);
  const auto percent = std::find_if(change.claims.begin(), change.claims.end(),
                                    [](const Claim& c) { return c.relation == Relation::percent; });
  REQUIRE(percent != change.claims.end());
  CHECK(percent->direction == Direction::down);
}

TEST_CASE("a sentence about lost output speaks of the one before it") {
  const ClaimsRead lost = read("In October we came to 3,650 req/s. The output is lost.\n");
  REQUIRE(lost.claims.size() == 1);
  CHECK(lost.claims.front().unreported);
}

TEST_CASE("what ab counts is a count in code type as well") {
  const Claim count = claim("`Failed requests` was 0 in all four runs.");
  CHECK(count.metric == ClaimMetric::failed);
}

TEST_CASE("versions and status codes are no rates") {
  CHECK(read("- sync: 4080 req/s\n- repeat it with Python 3.12\n").claims.size() == 1);
  CHECK(read("普通页面 18101 QPS，404 页面没有测。\n").claims.size() == 1);
}

TEST_CASE("a condition ends at the colon behind it") {
  const Claim behind = claim("A lot, if every request connects: with TLS only 1,374 requests per second.");
  CHECK(behind.number->value() == 1374);
}

TEST_CASE("at most, behind an average, is the longest") {
  const ClaimsRead times = read("The file needed 31 ms on average and at most 43 ms.\n");
  REQUIRE(times.claims.size() == 2);
  CHECK(times.claims[1].metric == ClaimMetric::max);
  CHECK(times.claims[1].hedge == Hedge::none);
}

TEST_CASE("a whole run took its own time") {
  const ClaimsRead times = read("最慢的请求是 60 ms；sync 跑完一轮只要 0.245 秒。\n");
  REQUIRE(times.claims.size() == 2);
  CHECK(times.claims[1].metric == ClaimMetric::time_taken);
}

TEST_CASE("one in three is a share of the requests") {
  const Claim share = claim("One in three requests failed.");
  CHECK(share.metric == ClaimMetric::failure_rate);
  CHECK(share.number->value() == 33);
  CHECK(share.hedge == Hedge::about);
}

TEST_CASE("what is done to its own is no comparison") {
  CHECK(read("At least it delivers two thirds of its answers.\n").claims.empty());
}

TEST_CASE("a Japanese rate may stand behind each second") {
  CHECK(claim("秒間 18,101 リクエストでした。").metric == ClaimMetric::throughput);
}

TEST_CASE("of so many requests so many failed") {
  const Claim count = claim("200 个请求失败了 118 个。");
  CHECK(count.metric == ClaimMetric::failed);
  CHECK(count.number->value() == 118);
}

TEST_CASE("a part of a second compares nothing") {
  CHECK(read("It is half a millisecond.\n").claims.empty());
}

TEST_CASE("a denial alters its own clause alone") {
  const ClaimsRead both = read("It took 12.5 seconds altogether, so this is not a lucky moment.\n");
  REQUIRE(both.claims.size() == 1);
  CHECK(both.claims[0].doubt.empty());
  CHECK_FALSE(claim("The p99 of sync is not 30 ms.").doubt.empty());
}

TEST_CASE("a share that took longer names the percentile below it") {
  const auto [text, level, value] = GENERATE(table<const char*, int, double>({
      {"5% of the requests took longer than 4.3 s", 95, 4300},
      {"1% of the requests needed more than 30 ms", 99, 30},
      {"有 5% 的请求超过 4.3 秒", 95, 4300},
  }));
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == ClaimMetric::percentile);
  CHECK(read_claim.percentile == level);
  CHECK(read_claim.kind == ClaimKind::bound);
  CHECK(read_claim.hedge == Hedge::more_than);
  CHECK(read_claim.number->value() == value);
}

TEST_CASE("5% longer than a time is a relation") {
  CHECK(claim("gevent takes 5% longer than sync").kind == ClaimKind::ratio);
}

TEST_CASE("nobody who waits longer and one request that is worth a word are the longest") {
  const auto [text, hedge] = GENERATE(table<const char*, Hedge>({
      {"A lone client never waited more than 3 ms", Hedge::at_most},
      {"With sync nobody waited longer than 28 ms", Hedge::at_most},
      {"None of them ever needed more than 100 ms for a single request", Hedge::at_most},
      {"第二轮出现过一个 298 毫秒的请求", Hedge::none},
  }));
  INFO(text);
  const Claim read_claim = claim(text);
  CHECK(read_claim.metric == ClaimMetric::max);
  CHECK(read_claim.hedge == hedge);
}

TEST_CASE("a code of status in front of its page is no figure") {
  const auto* text =
      GENERATE("The 503 page did 10,275 req/s", "302 那组 QPS 有 10830", "204 页的 QPS 是 12904");
  CHECK(claim(text).number->value() > 10000);
}

TEST_CASE("bare figures of a clause are rates like the one before them") {
  const ClaimsRead claims = read(
      "Con sync hace 4128 peticiones por segundo, frente a las 2532 de Node y las 2248 de Deno.\n"
      "La prueba de las peticiones por segundo es la de sync, y con los dos.\n");
  CHECK(claims.claims.size() >= 3);
}
