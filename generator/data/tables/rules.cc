#include "data/tables/rules.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_map.h"
#include "data/numbers.h"

namespace signpost {
namespace {

constexpr char kCheckHelp[] = "write it like this: - {sum: [Boys, Girls, Not known], is: Total}";
constexpr char kClaimHelp[] =
    "write it like this: - {says: \"148%\", change: {from: 298, to: 739}}";

TableTerm read_term(const YamlNode& node) {
  TableTerm term{std::string(trimmed(node.text)), false, node.line, node.column};
  // "-Income" takes away; "-5" is a number.
  if (term.name.size() > 1 && term.name[0] == '-' && !parse_number(term.name)) {
    term.is_minus = true;
    term.name = std::string(trimmed(std::string_view(term.name).substr(1)));
  }
  return term;
}

// The names of a list, or of one text.
std::vector<TableTerm> read_terms(const YamlMap& reader, std::string_view key) {
  std::vector<TableTerm> terms;
  const YamlNode* node = reader.find(key);
  if (node == nullptr) return terms;
  if (node->type == YamlType::kScalar) {
    terms.push_back(read_term(*node));
    return terms;
  }
  for (const YamlNode& item : reader.list(key)) {
    if (item.type == YamlType::kScalar) {
      terms.push_back(read_term(item));
    } else {
      reader.wrong(key, fmt::format("\"{}\" must be a list of rows or columns", key), kCheckHelp);
    }
  }
  return terms;
}

std::optional<double> read_bound(const YamlMap& reader, std::string_view key) {
  const std::string text = reader.text(key);
  if (text.empty()) return std::nullopt;
  const std::optional<Number> number = parse_number(text);
  if (number) return number->value;
  reader.wrong(key, fmt::format("\"{}\" must be a number, but it is \"{}\"", key, text),
               "write digits, such as 1 or 0.5");
  return std::nullopt;
}

// Fills in the kind of the check, its terms and its result. Returns whether it has them.
bool read_check_kind(const YamlMap& reader, TableCheck& check) {
  const auto result = [&](std::string_view key) {
    const YamlNode* node = reader.find(key);
    if (node != nullptr && node->type == YamlType::kScalar) check.result = read_term(*node);
    return !check.result.name.empty();
  };
  if (reader.find("range") != nullptr) {
    check.kind = CheckKind::kRange;
    check.terms = read_terms(reader, "range");
    check.min = read_bound(reader, "min");
    check.max = read_bound(reader, "max");
    return !check.terms.empty() && (check.min || check.max);
  }
  if (reader.find("share") != nullptr) {
    check.kind = CheckKind::kShare;
    check.terms = read_terms(reader, "share");
    for (TableTerm& whole : read_terms(reader, "of")) check.terms.push_back(std::move(whole));
    return check.terms.size() == 2 && result("is");
  }
  const bool is_mean = reader.find("mean") != nullptr;
  check.kind = is_mean ? CheckKind::kMean : CheckKind::kSum;
  check.terms = read_terms(reader, is_mean ? "mean" : "sum");
  if (check.terms.empty()) return false;
  if (!is_mean && reader.find("at_most") != nullptr) {
    check.kind = CheckKind::kAtMost;
    return result("at_most");
  }
  if (!result("is")) return false;
  const std::optional<Number> number = parse_number(check.result.name);
  if (number && number->percent && is_same_number(number->value, 100)) {
    check.kind = CheckKind::kHundred;
  }
  return true;
}

ClaimFigure read_figure(const YamlNode* node, const YamlMapSource& source,
                        Diagnostics& diagnostics) {
  ClaimFigure figure;
  if (node == nullptr) return figure;
  const std::string_view text = trimmed(node->text);
  figure.place = {std::string(source.path), node->line, node->column,
                  static_cast<std::uint32_t>(node->text.size())};
  if (const std::optional<Number> number = parse_number(text)) {
    figure.value = number->value;
    return figure;
  }
  const std::size_t slash = text.rfind(" / ");
  if (slash != std::string_view::npos) {
    figure.row = trimmed(text.substr(0, slash));
    figure.column = trimmed(text.substr(slash + 3));
    return figure;
  }
  diagnostics.add("data-type", figure.place,
                  fmt::format("\"{}\" is neither a number nor a cell of the table", text),
                  "write a number, or the row and the column: \"Total / 2017-18\"");
  figure.place = {};
  return figure;
}

bool is_given(const ClaimFigure& figure) { return figure.value || !figure.row.empty(); }

// Fills in the kind of the claim and its figures. Returns whether it has them.
bool read_claim_kind(const YamlMap& reader, const YamlMapSource& source, TableClaim& claim,
                     Diagnostics& diagnostics) {
  static constexpr std::string_view kChangeKeys[] = {"from", "to"};
  if (const YamlNode* change = reader.find("change")) {
    const YamlMap values(*change, "a change", source, kChangeKeys, diagnostics);
    claim.kind = ClaimKind::kChange;
    claim.first = read_figure(values.required("from"), source, diagnostics);
    claim.second = read_figure(values.required("to"), source, diagnostics);
    return is_given(claim.first) && is_given(claim.second);
  }
  if (reader.find("ratio") != nullptr) {
    claim.kind = ClaimKind::kRatio;
    const std::span<const YamlNode> values = reader.list("ratio");
    if (values.size() != 2) {
      reader.wrong("ratio", "a ratio must be a list of two figures",
                   "write the part and then the whole: ratio: [413, 5518]");
      return false;
    }
    claim.first = read_figure(values.data(), source, diagnostics);
    claim.second = read_figure(values.data() + 1, source, diagnostics);
    return is_given(claim.first) && is_given(claim.second);
  }
  claim.kind = ClaimKind::kValue;
  claim.first = read_figure(reader.required("value"), source, diagnostics);
  return is_given(claim.first);
}

}  // namespace

std::vector<TableCheck> read_checks(std::span<const YamlNode> items, const std::string& path,
                                    Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"sum", "mean", "share", "range",  "of",     "is",
                                               "in",  "min",  "max",   "unless", "at_most"};
  std::vector<TableCheck> checks;
  for (const YamlNode& item : items) {
    const YamlMap reader(item, "a check", {path, kDataRules, kCheckHelp}, kKeys, diagnostics);
    if (item.type != YamlType::kMap) continue;
    TableCheck check;
    check.place = {path, item.line, item.column, 0};
    check.unless = reader.text("unless");
    check.only = read_terms(reader, "in");
    if (read_check_kind(reader, check)) {
      checks.push_back(std::move(check));
    } else {
      diagnostics.add("data-check", check.place, "the check does not say what must be what",
                      kCheckHelp);
    }
  }
  return checks;
}

std::vector<TableClaim> read_claims(std::span<const YamlNode> items, const std::string& path,
                                    Diagnostics& diagnostics) {
  static constexpr std::string_view kKeys[] = {"says", "change", "ratio", "value", "measure"};
  std::vector<TableClaim> claims;
  const YamlMapSource source{path, kDataRules, kClaimHelp};
  for (const YamlNode& item : items) {
    const YamlMap reader(item, "a claim", source, kKeys, diagnostics);
    if (item.type != YamlType::kMap) continue;
    TableClaim claim;
    claim.says = reader.required_text("says");
    claim.place = reader.place("says");
    claim.measure = reader.text("measure");
    if (read_claim_kind(reader, source, claim, diagnostics) && !claim.says.empty()) {
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

}  // namespace signpost
