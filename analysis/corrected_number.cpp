#include "corrected_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace abstat {

namespace {

// Full-width digits and marks: U+FF0B (+) to U+FF19 (9), three bytes each.
constexpr std::string_view full_width_lead = "\xEF\xBC";
constexpr unsigned char full_width_plus = 0x8B;
constexpr unsigned char full_width_nine = 0x99;

bool is_full_width(std::string_view text) {
  if (text.size() < 3 || text.substr(0, 2) != full_width_lead) return false;
  const auto last = static_cast<unsigned char>(text[2]);
  return last >= full_width_plus && last <= full_width_nine;
}

std::string to_ascii(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool wide = is_full_width(text.substr(at));
    plain +=
        wide ? static_cast<char>(static_cast<unsigned char>(text[at + 2]) - full_width_plus + '+') : text[at];
    at += wide ? 3 : 1;
  }
  return plain;
}

std::string to_full_width(std::string_view plain) {
  std::string wide;
  for (const char c : plain) {
    if (c < '+' || c > '9') {
      wide += c;
      continue;
    }
    wide += full_width_lead;
    wide += static_cast<char>(c - '+' + full_width_plus);
  }
  return wide;
}

// The parts of a written number: sign, digits with their marks, suffix such as k or 万.
struct Written {
  bool wide = false;
  char sign = 0;
  std::string digits;
  std::string suffix;
  bool decimal_comma = false;
};

std::optional<Written> take_apart(const ClaimNumber& number) {
  Written written;
  std::string text = to_ascii(number.text);
  written.wide = text.size() != number.text.size();
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    written.sign = text.front();
    text.erase(0, 1);
  }
  const std::size_t end = text.find_last_of("0123456789");
  const bool plain = end != std::string::npos && text.find_first_not_of("0123456789.,'_ ") > end;
  if (!plain) return std::nullopt;
  written.digits = text.substr(0, end + 1);
  written.suffix = text.substr(end + 1);
  // 33xxx: the digits that are not known are no suffix.
  if (!written.suffix.empty() && (written.suffix.front() == 'x' || written.suffix.front() == 'X'))
    return std::nullopt;
  written.decimal_comma = number.figure.decimals > 0 && written.digits.find('.') == std::string::npos &&
                          written.digits.find(',') != std::string::npos;
  return written;
}

// Groups of three before the point, with the mark the author used.
std::string grouped(std::string plain, const Written& like) {
  const std::size_t mark_at = like.decimal_comma ? std::string::npos : like.digits.find_first_of(",'_ ");
  if (mark_at == std::string::npos || like.digits.size() <= mark_at + 3) return plain;
  std::size_t at = std::min(plain.find('.'), plain.size());
  for (; at > 3; at -= 3) plain.insert(at - 3, 1, like.digits[mark_at]);
  return plain;
}

std::string put_together(double value, int decimals, const Written& like) {
  std::string digits = grouped(rounded_figure(std::abs(value), decimals).text(), like);
  if (like.decimal_comma) std::replace(digits.begin(), digits.end(), '.', ',');
  const char sign = value < 0 ? '-' : like.sign == '+' ? '+' : 0;
  if (sign != 0) digits.insert(digits.begin(), sign);
  return (like.wide ? to_full_width(digits) : digits) + like.suffix;
}

enum class Rounding : std::uint8_t { nearest, down, up };

Rounding rounding_of(Hedge hedge) {
  switch (hedge) {
    case Hedge::at_least:
    case Hedge::more_than:
    case Hedge::just_over:
      return Rounding::down;
    case Hedge::at_most:
    case Hedge::less_than:
    case Hedge::almost:
      return Rounding::up;
    default:
      return Rounding::nearest;
  }
}

double rounded(double value, double unit, Rounding rounding) {
  constexpr double slack = 1e-9;
  switch (rounding) {
    case Rounding::down:
      return std::floor(value / unit + slack) * unit;
    case Rounding::up:
      return std::ceil(value / unit - slack) * unit;
    case Rounding::nearest:
      break;
  }
  return std::round(value / unit) * unit;
}

bool is_factor(const Claim& claim) {
  return claim.relation == Relation::times_as || claim.relation == Relation::times_more;
}

// Whether the words around the number hold for the new one: docs/claims.md, the verdicts.
bool holds(const Claim& claim, double written, double measured) {
  if (is_factor(claim) && written < 10) return std::abs(measured / written - 1) <= 0.1;
  if (claim.hedge == Hedge::about) return written > 0 && std::abs(std::log(written / measured)) <= 0.05;
  if (claim.hedge == Hedge::just_over) return written > 0 && measured <= 1.1 * written;
  if (claim.hedge == Hedge::almost) return measured >= 0.9 * written;
  return true;
}

int trailing_zeros(const ClaimNumber& number) {
  std::int64_t digits = std::abs(number.figure.digits);
  int zeros = 0;
  for (; digits != 0 && digits % 10 == 0 && number.figure.decimals <= 0; digits /= 10) ++zeros;
  return zeros;
}

// Hedged numbers keep their round look as long as the hedge still holds.
std::string best_digits(const Claim& claim, const ClaimNumber& number, double value, Rounding rounding,
                        const Written& like) {
  const int decimals = std::max<int>(number.figure.decimals, 0);
  const int zeros = claim.hedge == Hedge::none && !claim.upper ? 0 : trailing_zeros(number);
  for (int dropped = zeros; dropped >= 0; --dropped) {
    const double candidate = rounded(value, std::pow(10.0, dropped - decimals), rounding);
    if (candidate != 0 && holds(claim, candidate, value)) return put_together(candidate, decimals, like);
  }
  const int finer = is_factor(claim) ? decimals + 1 : decimals;
  return put_together(rounded(value, std::pow(10.0, -finer), rounding), finer, like);
}

// "100 %" of successes is judged as 0 % of failures.
bool is_complement(const ClaimNumber& number, const Written& written) {
  const auto as_written = parse_figure(written.digits);
  return as_written && number.scale_decimals == 0 && number.figure.decimals == as_written->decimals &&
         std::abs(as_written->value() + number.figure.value() - 100) < 1e-9 &&
         as_written->digits != number.figure.digits;
}

std::optional<std::string> corrected_number(const Claim& claim, const ClaimNumber& number,
                                            const Figure& measured, Rounding rounding) {
  const auto written = take_apart(number);
  if (!written) return std::nullopt;
  double scale = std::pow(10.0, number.scale_decimals);
  const bool ratio = claim.relation != Relation::none && claim.relation != Relation::difference;
  if (!ratio) scale *= number.unit_factor;
  if (is_complement(number, *written))
    return put_together(100 - measured.value(), std::max<int>(number.figure.decimals, 0), *written);
  // Where the author wrote all digits ab printed, the printed ones stand as they are.
  if (claim.hedge == Hedge::none && scale == 1 && claim.relation == Relation::none && !claim.upper &&
      number.figure.decimals >= measured.decimals)
    return put_together(measured.value(), measured.decimals, *written);
  const bool turned = number.figure.negative && claim.direction != Direction::up;
  const double value = (turned ? -1 : 1) * measured.value() / scale;
  if (value < 0 && written->sign == 0) return std::nullopt;
  return best_digits(claim, number, value, rounding, *written);
}

std::optional<std::string> corrected_range(const Claim& claim, const Figure& measured) {
  const std::string& low = claim.number->text;
  const std::string& high = claim.upper->text;
  const std::string& whole = claim.carrier;
  const bool both = whole.size() > low.size() + high.size() && whole.substr(0, low.size()) == low &&
                    whole.substr(whole.size() - high.size()) == high;
  if (!both) return std::nullopt;
  const bool below = measured.value() < claim.number->value();
  const auto end = corrected_number(claim, below ? *claim.number : *claim.upper, measured,
                                    below ? Rounding::down : Rounding::up);
  if (!end) return std::nullopt;
  const std::string middle = whole.substr(low.size(), whole.size() - low.size() - high.size());
  return below ? *end + middle + high : low + middle + *end;
}

}  // namespace

std::optional<std::string> corrected_carrier(const Claim& claim, const Figure& measured) {
  if (!claim.number || !measured.finite()) return std::nullopt;
  if (claim.upper) return corrected_range(claim, measured);
  if (claim.number->text.empty() || claim.carrier != claim.number->text) return std::nullopt;
  return corrected_number(claim, *claim.number, measured, rounding_of(claim.hedge));
}

}  // namespace abstat
