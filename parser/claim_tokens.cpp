// Reads the tokens of a passage.
#include "claim_numbers.hpp"
#include "claim_token.hpp"
#include "claim_token_grammar.hpp"
#include "document_reading.hpp"

#include <algorithm>

namespace abstat {

namespace rules = token_rules;
namespace p = tao::pegtl;

namespace {

class TokenReader {
 public:
  TokenReader(const Passage& passage, const Languages& languages)
      : text_(passage.text), languages_(languages), passage_(passage), cyrillic_(is_cyrillic(passage.text)) {}

  std::vector<Token> read() {
    while (at_ < text_.size()) {
      if (!skip_markup() && !take_number_like() && !take_word() && !take_mark() && !take_ideograph()) ++at_;
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  [[nodiscard]] Word last() const { return tokens_.empty() ? Word::stop : tokens_.back().kind; }
  [[nodiscard]] bool touches_last() const { return !tokens_.empty() && tokens_.back().end == at_; }

  template <typename Rule>
  [[nodiscard]] std::size_t length() const {
    return match_length<Rule>(rest()).value_or(0);
  }

  void push(Word kind, std::size_t size, const WordEntry* word = nullptr) {
    Token token;
    token.kind = kind;
    token.begin = at_;
    token.end = at_ + size;
    token.word = word;
    token.quiet = struck_;
    tokens_.push_back(std::move(token));
    at_ += size;
  }

  template <typename Rule>
  bool take(Word kind) {
    const std::size_t size = length<Rule>();
    if (size > 0) push(kind, size);
    return size > 0;
  }

  template <typename Rule>
  bool skip() {
    const std::size_t size = length<Rule>();
    at_ += size;
    return size > 0;
  }

  bool skip_markup() {
    switch (text_[at_]) {
      case ' ':
      case '\t':
        return skip<rules::blanks>();
      case '\n':
        return take<rules::line_feed>(Word::newline);
      case '<':
        return skip<rules::comment>() || skip<rules::tag>();
      case '`':
        return take_code();
      case '!':
        return skip<rules::image>();
      case ']':
        return close_link();
      case '[':
        return skip<rules::footnote>() || open_link();
      case '*':
      case '_':
        return skip<rules::emphasis>();
      case '~':
        if (!skip<rules::strike>()) return false;
        struck_ = !struck_;
        return true;
      default:
        return skip<rules::url>() || skip<rules::mention>();
    }
  }

  bool take_code() {
    const std::size_t size = length<rules::code_span>();
    if (size == 0) return false;
    const char first = text_[at_ + 1];
    if (first >= '0' && first <= '9') {
      ++at_;  // a number in code type
    } else {
      push(Word::code, size);
      name_count_in_code();
    }
    return true;
  }

  // `Failed requests`, `Non-2xx responses`: ab's own words for what it counts.
  void name_count_in_code() {
    Token& code = tokens_.back();
    const std::string_view inner = text_.substr(code.begin + 1, code.end - code.begin - 2);
    const WordEntry* word = find_word(inner);
    if (word == nullptr || word->text.size() != inner.size() || word->kind != Word::failed) return;
    code.kind = word->kind;
    code.word = word;
  }

  bool open_link() {
    link_begin_ = tokens_.size();
    if (!skip<rules::org_link>()) ++at_;
    return true;
  }

  bool close_link() {
    if (skip<rules::link_target>()) {
      for (std::size_t i = link_begin_; i < tokens_.size(); ++i) tokens_[i].quiet = true;
      link_begin_ = tokens_.size();
      return true;
    }
    ++at_;
    return true;
  }

  bool take_number_like() {
    const bool inside_word = touches_last() && last() == Word::other && (before() & 0x80) == 0;
    if (inside_word) return false;
    if (take_range_mark() || take_plus() || take_some_more()) return true;
    if (!touches_last() && (before() == ' ' || before() == '(' || before() == '\n') &&
        take<rules::option>(Word::option))
      return true;
    if (take_part() || take_tenths() || take<rules::identifier>(Word::identifier)) return true;
    if (!touches_last() && take<rules::status_name>(Word::other)) return true;
    if (!touches_last() && take<rules::port>(Word::identifier)) return true;
    if (take_level()) return true;
    return take_number();
  }

  // 50-60, 50 ~ 60: only behind a number or its unit.
  bool take_range_mark() {
    const bool behind_number = last() == Word::number || last() == Word::time_unit ||
                               last() == Word::rate_unit || last() == Word::percent;
    const char mark = text_[at_];
    if (!behind_number || (mark != '-' && mark != '~')) return false;
    const std::size_t next = text_.find_first_not_of(" -~", at_);
    if (next == std::string_view::npos || text_[next] < '0' || text_[next] > '9') return false;
    push(Word::range, next - at_);
    return true;
  }

  // 2500 多: some more than that
  bool take_some_more() {
    constexpr std::string_view more = "多";
    if (last() != Word::number || !rest().starts_with(more)) return false;
    push(Word::just_over, more.size());
    return true;
  }

  // 1800+, 5k+
  bool take_plus() {
    const bool behind_number = last() == Word::number || last() == Word::rate_unit ||
                               last() == Word::percent || last() == Word::times;
    if (text_[at_] != '+' || !behind_number || !touches_last()) return false;
    push(Word::plus, 1);
    return true;
  }

  // 1/3, 3分の1, 1秒あたり
  bool take_part() {
    const WordEntry* word = find_word(rest());
    const bool digit_leads = text_[at_] >= '0' && text_[at_] <= '9';
    if (word == nullptr || (word->kind != Word::part && !(digit_leads && word->kind == Word::metric)))
      return false;
    push(word->kind, word->text.size(), word);
    return true;
  }

  // 四成 is 40 %.
  bool take_tenths() {
    const bool inside_number = touches_last() && last() == Word::number;
    if (inside_number || length<rules::tenths>() == 0) return false;
    const std::string digit(rest().substr(0, length<rules::tenths_digit>()));
    push(Word::number, digit.size());
    tokens_.back().number.figure = whole_figure(tenths_value(digit));
    tokens_.back().number.scale_decimals = 1;
    finish_number(false);
    skip<rules::blanks>();
    push(Word::percent, length<rules::tenths_noun>());
    return true;
  }

  // p95, p99.9, p 95
  bool take_level() {
    const std::size_t lead = rest().starts_with("tp") ? 1 : 0;  // TP99
    if (at_ + lead + 2 >= text_.size() || text_[at_ + lead] != 'p') return false;
    const std::size_t gap = lead + (text_[at_ + lead + 1] == ' ' ? 1 : 0);
    const std::string_view digits = rest().substr(1 + gap);
    const std::size_t size = match_length<rules::level_digits>(digits).value_or(0);
    if (size < 2 || size > 5) return false;
    if (match_length<rules::letters>(digits.substr(size))) return false;
    const auto figure = parse_figure(digits.substr(0, size));
    if (!figure || figure->value() < 50) return false;
    push(Word::percentile, 1 + gap + size);
    tokens_.back().number.figure = *figure;
    return true;
  }

  bool take_number() {
    std::size_t sign = 0;
    const char first = text_[at_];
    if ((first == '-' || first == '+') &&
        (before() == ' ' || before() == '(' || before() == '\n' || at_ == 0 || before() == '*' ||
         before() == '|' || before() == ':' || (before() & 0x80) != 0))
      sign = 1;
    const std::string_view digits = rest().substr(sign);
    if (const std::size_t masked = match_length<rules::masked>(digits).value_or(0); masked > 0 && sign == 0) {
      return push_masked(masked);
    }
    const std::size_t size = match_length<rules::figure>(digits).value_or(0);
    if (size == 0) return false;
    if (glued(digits.substr(size))) {
      push(Word::identifier, sign + size + match_length<rules::letters>(digits.substr(size)).value_or(0));
      return true;
    }
    return push_number(sign, size);
  }

  // Letters behind the digits that are no unit: 4c8g, 14th.
  [[nodiscard]] bool glued(std::string_view behind) const {
    return match_length<rules::letters>(behind) && !match_length<rules::thousand>(behind) &&
           find_word(behind) == nullptr;
  }

  [[nodiscard]] const WordEntry* find_word(std::string_view text) const {
    return longest_word(text, languages_);
  }

  bool push_masked(std::size_t size) {
    const std::string_view digits = rest().substr(0, size);
    const std::size_t known = digits.find('x');
    const auto figure = parse_figure(digits.substr(0, known));
    if (!figure) return false;
    push(Word::number, size);
    tokens_.back().number.figure = *figure;
    tokens_.back().number.scale_decimals = static_cast<int>(size - known);
    finish_number(true);
    return true;
  }

  bool push_number(std::size_t sign, std::size_t size) {
    const std::string_view written = rest().substr(sign, size);
    const auto reading = read_digits(written);
    if (!reading) return false;
    const bool negative = sign == 1 && text_[at_] == '-';
    const std::string_view behind = rest().substr(sign + size);
    std::size_t suffix = match_length<rules::thousand>(behind).value_or(0);
    const int scale = suffix == 0 ? 0 : scale_of(behind.substr(0, suffix), suffix);
    if (scale == 0) suffix = 0;
    push(Word::number, sign + size + suffix);
    ClaimNumber& number = tokens_.back().number;
    number.figure = *reading;
    number.other_reading = other_reading(written);
    if (negative) {
      number.figure.digits = -number.figure.digits;
      number.figure.negative = true;
    }
    number.scale_decimals = scale;
    finish_number(false);
    return true;
  }

  void finish_number(bool masked) {
    Token& token = tokens_.back();
    token.number.text = passage_.written(token.begin, token.end);
    if (masked) token.number.other_reading = std::nullopt;
  }

  [[nodiscard]] int scale_of(std::string_view suffix, std::size_t size) const {
    const std::size_t end = at_ + static_cast<std::size_t>(suffix.data() - (text_.data() + at_)) + size;
    return decimals_of_suffix(trimmed(suffix), passage_.written(end - 1, end) == "M");
  }

  bool take_word() {
    if (text_[at_] == ':') return take_colon();
    if (const std::size_t status = length<rules::status_class>(); status > 0) {
      push(Word::other, status, nullptr);
      if (const WordEntry* word = find_word(text_.substr(tokens_.back().begin))) {
        tokens_.back().kind = word->kind;
        tokens_.back().word = word;
      }
      return true;
    }
    if (const WordEntry* word = find_word(rest()); word != nullptr && !joined_on(word->text.size())) {
      push(word->kind, word->text.size(), word);
      return true;
    }
    if (take<rules::ticket>(Word::identifier) || take<rules::month_day>(Word::identifier)) return true;
    return take<rules::plain_word>(Word::other);
  }

  // "rate-limited" does not speak of a rate.
  [[nodiscard]] bool joined_on(std::size_t size) const {
    const std::string_view behind = rest().substr(size);
    return behind.size() > 1 && behind[0] == '-' && behind[1] >= 'a' && behind[1] <= 'z' &&
           text_[at_] >= 'a' && text_[at_] <= 'z';
  }

  // Characters of scripts without blanks that begin no known word make one unknown word together.
  bool take_ideograph() {
    const std::size_t size = length<rules::ideograph>();
    if (size == 0) return false;
    const bool goes_on = touches_last() && last() == Word::other && tokens_.back().word == nullptr &&
                         (text_[tokens_.back().begin] & 0x80) != 0;
    if (!goes_on) {
      push(Word::other, size);
      return true;
    }
    at_ += size;
    tokens_.back().end = at_;
    return true;
  }

  bool take_colon() {
    push(Word::colon, 1);
    return true;
  }

  bool take_mark() {
    if (text_[at_] == '>') {
      push(Word::arrow, 1);
      return true;
    }
    if (text_[at_] == '(' || text_[at_] == ')') {
      push(text_[at_] == '(' ? Word::open : Word::close, 1);
      return true;
    }
    if (take_russian_dash()) return true;
    return take<rules::full_stop>(Word::stop) || take<rules::question>(Word::question) ||
           take<rules::clause_mark>(Word::clause) || take<rules::enumeration>(Word::enumeration);
  }

  // "Быстрее всех — sync": the verb that Russian leaves away.
  bool take_russian_dash() {
    constexpr std::string_view dash = "—";
    if (!cyrillic_ || tokens_.empty() || !rest().starts_with(dash)) return false;
    push(Word::copula, dash.size());
    return true;
  }

  static bool is_cyrillic(std::string_view text) {
    constexpr unsigned char first = 0xD0;
    constexpr unsigned char last = 0xD4;
    return std::any_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
    });
  }

  std::string_view text_;
  const Languages& languages_;
  const Passage& passage_;
  bool cyrillic_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t link_begin_ = 0;
  bool struck_ = false;
};

}  // namespace

std::vector<Token> read_tokens(const Passage& passage, const Languages& languages) {
  return TokenReader(passage, languages).read();
}

}  // namespace abstat
