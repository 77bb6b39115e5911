#include "disclosure/integer_program.h"

#include <cmath>
#include <memory>

#include <glpk.h>

namespace signpost {
namespace {

struct ProblemDeleter {
  void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};
using Problem = std::unique_ptr<glp_prob, ProblemDeleter>;

void add_variables(glp_prob* problem, const IntegerProgram& program) {
  if (program.variables.empty()) return;
  glp_add_cols(problem, static_cast<int>(program.variables.size()));
  for (std::size_t i = 0; i < program.variables.size(); ++i) {
    const WholeNumber& number = program.variables[i];
    const int column = static_cast<int>(i) + 1;
    glp_set_col_bnds(problem, column, number.low == number.high ? GLP_FX : GLP_DB,
                     static_cast<double>(number.low), static_cast<double>(number.high));
    glp_set_col_kind(problem, column, GLP_IV);
  }
}

void add_sums(glp_prob* problem, const IntegerProgram& program) {
  for (const KnownSum& sum : program.sums) {
    const int row = glp_add_rows(problem, 1);
    const double total = static_cast<double>(sum.total);
    glp_set_row_bnds(problem, row, sum.slack == 0 ? GLP_FX : GLP_DB, total,
                     total + static_cast<double>(sum.slack));
    // GLPK counts from 1; the first element is not looked at.
    std::vector<int> columns = {0};
    std::vector<double> factors = {0.0};
    for (const SignedTerm& term : sum.terms) {
      columns.push_back(static_cast<int>(term.variable) + 1);
      factors.push_back(term.sign);
    }
    glp_set_mat_row(problem, row, static_cast<int>(sum.terms.size()), columns.data(),
                    factors.data());
  }
}

}  // namespace

std::optional<std::int64_t> find_extreme(const IntegerProgram& program,
                                         std::span<const std::size_t> wanted, Goal goal) {
  const Problem problem(glp_create_prob());
  glp_set_obj_dir(problem.get(), goal == Goal::kLeast ? GLP_MIN : GLP_MAX);
  add_variables(problem.get(), program);
  add_sums(problem.get(), program);
  for (const std::size_t variable : wanted) {
    glp_set_obj_coef(problem.get(), static_cast<int>(variable) + 1, 1.0);
  }
  glp_iocp options;
  glp_init_iocp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.presolve = GLP_ON;
  if (glp_intopt(problem.get(), &options) != 0) return std::nullopt;
  if (glp_mip_status(problem.get()) != GLP_OPT) return std::nullopt;
  return std::llround(glp_mip_obj_val(problem.get()));
}

}  // namespace signpost
