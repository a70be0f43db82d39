#include "claims_beside.hpp"

#include "claims_sides.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace abstat {

namespace {

// Claims farther away than this are not looked at.
constexpr std::size_t reach = 16;

class SettledBeside {
 public:
  SettledBeside(const Binder& binder, const std::vector<Claim>& claims, const std::vector<Ruling>& judged,
                std::size_t relation)
      : binder_(binder),
        claims_(claims),
        judged_(judged),
        claim_(claims[relation]),
        begin_(relation > reach ? relation - reach : 0),
        end_(std::min(relation + reach, claims.size())) {}

  [[nodiscard]] std::optional<Ruling> ruling() const {
    for (const Within within : {Within::sentence, Within::paragraph}) {
      if (auto found = by_relation(within)) return found;
      if (auto found = by_name_and_figure(within)) return found;
    }
    return std::nullopt;
  }

 private:
  enum class Within : std::uint8_t { sentence, paragraph };

  [[nodiscard]] bool is_beside(std::size_t i, Within within) const {
    return claims_[i].block == claim_.block &&
           (within == Within::paragraph || claims_[i].text == claim_.text) && &claims_[i] != &claim_ &&
           judged_[i].verdict == Verdict::confirmed;
  }

  // "At 128 connections the mean is 17 times what it is at 8, while the throughput is 8% lower": the same
  // sides.
  [[nodiscard]] std::optional<Ruling> by_relation(Within within) const {
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool sides =
          is_beside(i, within) && claims_[i].kind == ClaimKind::ratio && judged_[i].reports.size() == 2;
      if (!sides) continue;
      auto judged =
          judge_between(binder_, claim_, judged_[i].reports[0].report, judged_[i].reports[1].report);
      if (judged && (judged->verdict == Verdict::confirmed || (within == Within::sentence && says_it_anew())))
        return judged;
    }
    return std::nullopt;
  }

  // "3.9 times as much, in other words 390 % more"
  [[nodiscard]] bool says_it_anew() const {
    constexpr std::array<std::string_view, 10> marks{"in other words", "i.e.",        "that is", "换句话说",
                                                     "也就是",         "相当于",      "soit",    "es decir",
                                                     "das heißt",      "c'est-à-dire"};
    return !claim_.subject.empty() && claim_.comparand.empty() &&
           std::any_of(marks.begin(), marks.end(),
                       [this](std::string_view mark) { return claim_.subject.front().starts_with(mark); });
  }

  // "The mean is 52.1 ms with gevent; sync needs 20.5 ms less": the report of the figure, and the one that
  // the relation names.
  [[nodiscard]] std::optional<Ruling> by_name_and_figure(Within within) const {
    const auto named = report_named();
    if (!named) return std::nullopt;
    std::set<std::size_t> others;
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool figure = is_beside(i, within) && claims_[i].relation == Relation::none &&
                          claims_[i].metric == claim_.metric && judged_[i].reports.size() == 1;
      if (figure) others.insert(judged_[i].reports.front().report);
    }
    others.erase(*named);
    if (others.size() != 1) return std::nullopt;
    auto judged = judge_between(binder_, claim_, *named, *others.begin());
    return judged && judged->verdict == Verdict::confirmed ? judged : std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> report_named() const {
    const ClaimLabel label = binder_.read(claim_.comparand.empty() ? claim_.subject : claim_.comparand);
    return label.informative ? only_report(binder_, label, claim_.block) : std::nullopt;
  }

  const Binder& binder_;
  const std::vector<Claim>& claims_;
  const std::vector<Ruling>& judged_;
  const Claim& claim_;
  std::size_t begin_;
  std::size_t end_;
};

}  // namespace

void settle_beside(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool open = claims[i].kind == ClaimKind::ratio && claims[i].in_prose &&
                      judged[i].verdict == Verdict::unsupported && claims[i].doubt.empty();
    if (!open) continue;
    if (auto ruling = SettledBeside(binder, claims, judged, i).ruling()) judged[i] = std::move(*ruling);
  }
}

}  // namespace abstat
