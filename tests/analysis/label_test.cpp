#include "analysis/label.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace abstat;

namespace {

std::string name_of(const Label& label, ComponentKind kind) {
  const Component* component = label.of(kind);
  return component == nullptr ? std::string{} : component->name;
}

}  // namespace

TEST_CASE("one component has many names") {
  const auto* text = GENERATE("flask 自带的服务器", "Flask dev server", "the built-in server of flask",
                              "flask 原生服务器", "Flask: Entwicklungsserver", "встроенный сервер Flask");
  CHECK(name_of(read_label(text), ComponentKind::server) == "built-in");
  CHECK(name_of(read_label(text), ComponentKind::framework) == "flask");
}

TEST_CASE("worker counts are read from options, nouns and spelled numbers") {
  const auto* text = GENERATE("gunicorn -w 8", "8 gevent workers", "gevent, 8 个 worker", "eight workers",
                              "worker = 8", "--workers=8", "8 воркеров", "gevent w8");
  CHECK(name_of(read_label(text), ComponentKind::workers) == "8");
}

TEST_CASE("the workers of nginx are not those of the stack") {
  const Label label = read_label("nginx -w 2 + gunicorn -w 4 + gevent + flask");
  CHECK(name_of(label, ComponentKind::workers) == "4");
  CHECK(name_of(label, ComponentKind::proxy) == "nginx");
}

TEST_CASE("connections are read from options and nouns") {
  const auto* text =
      GENERATE("ab -c 100", "100 connections", "100 concurrent clients", "并发 100", "100 并发", "c=100");
  CHECK(name_of(read_label(text), ComponentKind::concurrency) == "100");
}

TEST_CASE("what is switched off has a name too") {
  CHECK(name_of(read_label("gevent 直连"), ComponentKind::proxy) == "none");
  CHECK(name_of(read_label("sync without nginx"), ComponentKind::proxy) == "none");
  CHECK(name_of(read_label("a new connection per request"), ComponentKind::keep_alive) == "off");
}

TEST_CASE("a command names what it does not spell out") {
  const CommandLabel sync = read_command_label("gunicorn -w 4 -b 127.0.0.1:5000 server-redis:app");
  CHECK(name_of(sync.label, ComponentKind::worker_class) == "sync");
  CHECK(sync.module == "server-redis:app");
  CHECK(name_of(read_command_label("gunicorn app:app -k gevent").label, ComponentKind::worker_class) ==
        "gevent");
  CHECK(name_of(read_command_label("python manage.py runserver").label, ComponentKind::framework) ==
        "django");
  CHECK(name_of(read_command_label("ab -k -n 100 -c 10 http://x/").label, ComponentKind::keep_alive) == "on");
}

TEST_CASE("a component's letters inside another word are not it") {
  CHECK(read_label("asynchronous synchrotron nginxes").components.empty());
}

TEST_CASE("what a text numbers or letters is named by noun and mark") {
  const auto* text = GENERATE("方案一：flask", "方案1", "Variante 1", "option 1:", "Case 1");
  const Label label = read_label(text);
  CHECK(std::find(label.words.begin(), label.words.end(), "case 1") != label.words.end());
  const Label other = read_label("the variant with gevent");
  CHECK(std::none_of(other.words.begin(), other.words.end(),
                     [](const std::string& word) { return word.starts_with("case "); }));
}

TEST_CASE("what a stack did is no name of it, a port is") {
  const auto has = [](const char* text, const char* word) {
    const std::vector<std::string> words = read_label(text).words;
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  CHECK_FALSE(has("788 requests/second on the old server", "788"));
  CHECK_FALSE(has("QPS 从 1685 次/秒", "1685"));
  CHECK_FALSE(has("answered in 411 ms", "411"));
  CHECK(has("the one on port 8001", "8001"));
}
