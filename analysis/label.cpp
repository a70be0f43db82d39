#include "label.hpp"

#include "label_grammar.hpp"
#include "label_numbers.hpp"

#include <algorithm>
#include <optional>
#include <tao/pegtl/contrib/analyze.hpp>
#include <unordered_map>
#include <utf8proc.h>

namespace abstat {

namespace rules = label_rules;
namespace p = tao::pegtl;

namespace {

using Input = p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*>;

template <typename Rule>
struct label_action : p::nothing<Rule> {};
struct keep_text {
  template <typename ActionInput>
  static void apply(const ActionInput& in, std::string& kept) {
    kept = in.string();
  }
};
template <>
struct label_action<rules::case_mark> : keep_text {};
template <>
struct label_action<rules::letter_mark> : keep_text {};
template <>
struct label_action<rules::digits> : keep_text {};

struct Counted {
  std::size_t size;
  std::string number;
};

template <typename Rule>
std::optional<Counted> counted(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  Counted result{0, {}};
  if (!p::parse<Rule, label_action>(in, result.number)) return std::nullopt;
  result.size = static_cast<std::size_t>(in.current() - text.data());
  return result;
}

template <typename Rule>
std::size_t length(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return p::parse<Rule>(in) ? static_cast<std::size_t>(in.current() - text.data()) : 0;
}

// The component words by first byte, longest first.
const ComponentWord* component_at(std::string_view text) {
  using Bucket = std::vector<const ComponentWord*>;
  if (text.size() < 2) return nullptr;
  const auto key = [](std::string_view start) {
    return static_cast<unsigned>(static_cast<unsigned char>(start[0])) << 8U |
           static_cast<unsigned char>(start[1]);
  };
  static const std::unordered_map<unsigned, Bucket> by_first = [key] {
    std::unordered_map<unsigned, Bucket> buckets;
    for (const ComponentWord& word : component_words) buckets[key(word.text)].push_back(&word);
    for (auto& [first, bucket] : buckets) {
      std::stable_sort(bucket.begin(), bucket.end(), [](const ComponentWord* a, const ComponentWord* b) {
        return a->text.size() > b->text.size();
      });
    }
    return buckets;
  }();
  const auto found = by_first.find(key(text));
  if (found == by_first.end()) return nullptr;
  for (const ComponentWord* word : found->second) {
    const bool third_differs = word->text.size() > 2 && (text.size() < 3 || text[2] != word->text[2]);
    if (third_differs || text.substr(0, word->text.size()) != word->text) continue;
    const bool latin_end = joins_word(word->text.back());
    const bool ends = text.size() == word->text.size() || !latin_end || !joins_word(text[word->text.size()]);
    if (ends) return word;
  }
  return nullptr;
}

std::string lower(std::string_view text) {
  std::string result;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    std::int32_t code = 0;
    const auto size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size <= 0) {
      ++at;
      continue;
    }
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;  // full-width forms of ASCII
    if (code == 0x3000 || code == 0x00A0 || code == '\n') code = ' ';
    if (code == 0x2019) code = '\'';
    utf8proc_uint8_t encoded[4];
    const auto written = utf8proc_encode_char(utf8proc_tolower(code), encoded);
    result.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(written));
    at += static_cast<std::size_t>(size);
  }
  return result;
}

class LabelReader {
 public:
  LabelReader(std::string_view text, bool command) : text_(text), command_(command) {}

  Label read() {
    while (at_ < text_.size()) step();
    return std::move(label_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  // "round B" is the second.
  bool take_lettered_round() {
    const auto found = counted<rules::round_lettered>(rest());
    if (!found) return false;
    label_.add({ComponentKind::run, std::to_string(found->number.front() - 'a' + 1)});
    at_ += found->size;
    return true;
  }

  [[nodiscard]] bool at_word_start() const { return at_ == 0 || !joins_word(text_[at_ - 1]); }

  [[nodiscard]] bool starts_name() const {
    return at_word_start() || static_cast<unsigned char>(text_[at_]) >= 0xE0;
  }

  template <typename Rule>
  bool take_count(ComponentKind kind) {
    const auto found = counted<Rule>(rest());
    if (!found) return false;
    // nginx has workers of its own.
    const bool proxys = kind == ComponentKind::workers && !label_.components.empty() &&
                        label_.components.back().kind == ComponentKind::proxy && at_ - proxy_end_ <= 1;
    if (!proxys) label_.add({kind, found->number});
    at_ += found->size;
    return true;
  }

  void step() {
    if (at_word_start() && take_counts()) return;
    if (starts_name()) {
      if (const ComponentWord* word = component_at(rest())) {
        label_.add({word->kind, std::string(word->name)});
        at_ += word->text.size();
        if (word->kind == ComponentKind::proxy) proxy_end_ = at_;
        return;
      }
    }
    if (const auto named = counted<rules::case_named>(rest()); named && starts_name()) {
      label_.words.push_back("case " + named->number);
      at_ += named->size;
      return;
    }
    if (const std::size_t size = length<rules::item_letter>(rest()); size > 0) {
      label_.words.emplace_back(rest().substr(0, size));
      at_ += size;
      return;
    }
    if (const std::size_t size = length<rules::measured>(rest()); size > 0) {
      at_ += size;
      return;
    }
    if (const std::size_t size = length<rules::word>(rest()); size > 0) {
      const std::string_view named = rest().substr(0, size);
      add_word(named);
      at_ += size;
      add_parameter(named);
      return;
    }
    if (const std::size_t size = length<rules::ideograph>(rest()); size > 0) {
      add_pair(size);
      at_ += size;
      return;
    }
    ++at_;
  }

  bool take_counts() {
    const char first = text_[at_];
    const bool digit = first >= '0' && first <= '9';
    if (digit) {
      // "workers_counted" keeps the words between number and noun: "8 gevent workers".
      if (const auto found = counted<rules::workers_counted>(rest())) {
        label_.add({ComponentKind::workers, found->number});
        counted_until_ = at_ + found->size;
        at_ += found->number.size();
        return true;
      }
      if (const auto found = counted<rules::workers_of_class>(rest())) {
        label_.add({ComponentKind::workers, found->number});
        at_ += found->number.size();
        return true;
      }
      if (const auto found = counted<rules::connections_counted>(rest())) {
        label_.add({ComponentKind::concurrency, found->number});
        counted_until_ = at_ + found->size;
        at_ += found->number.size();
        return true;
      }
      if (take_count<rules::run_counted>(ComponentKind::run)) return true;
      if (const auto found = counted<rules::bare_counter>(rest())) {
        label_.bare_count = found->number.size() < 6 ? std::stoi(found->number) : 0;
        at_ += found->size;
        return true;
      }
      return false;
    }
    if (take_count<rules::workers_option>(ComponentKind::workers) ||
        take_count<rules::threads_option>(ComponentKind::threads))
      return true;
    if (take_count<rules::connections_option>(ComponentKind::concurrency) ||
        take_count<rules::requests_option>(ComponentKind::requests))
      return true;
    if (command_ || at_ < counted_until_) return false;
    return take_count<rules::workers_named>(ComponentKind::workers) ||
           take_count<rules::workers_short>(ComponentKind::workers) ||
           take_count<rules::connections_named>(ComponentKind::concurrency) ||
           take_count<rules::connections_short>(ComponentKind::concurrency) ||
           take_count<rules::run_named>(ComponentKind::run) ||
           take_count<rules::run_counted>(ComponentKind::run) || take_lettered_round();
  }

  void add_word(std::string_view word) {
    const bool number = word.find_first_not_of("0123456789.") == std::string_view::npos;
    if (word.ends_with("'s")) word.remove_suffix(2);                               // the canary's median
    const bool version = number && std::count(word.begin(), word.end(), '.') > 1;  // 1.7.4
    const bool release = number && !version && word.find('.') != std::string_view::npos && word.size() <= 4;
    if (number && !version && !release && (word.size() < 3 || word.find('.') != std::string_view::npos))
      return;
    if (word.size() >= 2 || (word[0] >= 'a' && word[0] <= 'z' && word != "a" && word != "i"))
      label_.words.emplace_back(word);
    add_parts(word);
    if (version)
      label_.words.emplace_back(word.substr(0, word.find('.', word.find('.') + 1)));  // 3.9 of 3.9.4
  }

  void add_parameter(std::string_view word) {
    constexpr std::size_t least = 3;
    const bool letters = word.find_first_of("0123456789") == std::string_view::npos;
    const auto found = word.size() >= least && letters ? counted<rules::parameter>(rest()) : std::nullopt;
    if (found) label_.words.push_back(std::string(word) + "=" + found->number);
  }

  // "AES128-GCM" is also called AES128, "small.html" small.
  void add_parts(std::string_view word) {
    constexpr std::size_t least = 3;
    const bool letters = word.find_first_not_of("0123456789.") != std::string_view::npos;
    if (word.find_first_of("-.") == std::string_view::npos || !letters) return;
    while (!word.empty()) {
      const std::string_view part = word.substr(0, word.find_first_of("-."));
      if (part.size() >= least) label_.words.emplace_back(part);
      word.remove_prefix(std::min(part.size() + 1, word.size()));
    }
  }

  // Scripts without blanks between words are compared by pairs of characters.
  void add_pair(std::size_t size) {
    const std::size_t next = length<rules::ideograph>(rest().substr(size));
    if (next > 0) label_.words.emplace_back(rest().substr(0, size + next));
  }

  std::string_view text_;
  bool command_;
  Label label_;
  std::size_t at_ = 0;
  std::size_t counted_until_ = 0;  // end of the noun whose number stood before it: "8 workers: 69 ms"
  std::size_t proxy_end_ = static_cast<std::size_t>(-2);
};

}  // namespace

const Component* Label::of(ComponentKind kind) const {
  const auto found = std::find_if(components.begin(), components.end(),
                                  [kind](const Component& c) { return c.kind == kind; });
  return found == components.end() ? nullptr : &*found;
}

bool Label::has(const Component& component) const {
  return std::find(components.begin(), components.end(), component) != components.end();
}

void Label::add(Component component) {
  if (!has(component)) components.push_back(std::move(component));
}

Label read_label(std::string_view text) {
  const std::string plain = with_spelled_numbers_as_digits(text);
  return LabelReader(plain, false).read();
}

std::string with_spelled_numbers_as_digits(std::string_view text) {
  std::string plain = with_digits(lower(text) + " ");
  plain.pop_back();
  return plain;
}

CommandLabel read_command_label(std::string_view command) {
  const std::string plain = lower(command);
  CommandLabel result;
  const bool ab = length<rules::ab_call>(plain) > 0;
  result.label = LabelReader(plain, true).read();
  result.label.words.clear();
  std::string_view rest = plain;
  while (!rest.empty()) {
    if (result.module.empty()) result.module = std::string(rest.substr(0, length<rules::module_name>(rest)));
    if (ab && length<rules::flag_k>(rest) > 0) result.label.add({ComponentKind::keep_alive, "on"});
    const std::size_t blank = rest.find(' ');
    rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
  }
  if (ab) {
    std::erase_if(result.label.components, [](const Component& c) {
      return c.kind == ComponentKind::framework || c.kind == ComponentKind::server ||
             c.kind == ComponentKind::proxy;
    });
    return result;
  }
  const Component* server = result.label.of(ComponentKind::server);
  if (server != nullptr && server->name == "gunicorn" &&
      result.label.of(ComponentKind::worker_class) == nullptr) {
    result.label.add({ComponentKind::worker_class, "sync"});
  }
  const bool flask_run = plain.find("flask") == 0 && plain.find(" run") != std::string::npos;
  if (flask_run && server == nullptr) result.label.add({ComponentKind::server, "built-in"});
  if (plain.find("manage.py") != std::string::npos) result.label.add({ComponentKind::framework, "django"});
  return result;
}

std::string_view to_string(ComponentKind kind) {
  constexpr std::array<std::string_view, 13> names{
      "server",     "worker class", "worker count", "thread count", "framework", "proxy", "language",
      "keep-alive", "TLS",          "concurrency",  "requests",     "run",       "stage"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace abstat
