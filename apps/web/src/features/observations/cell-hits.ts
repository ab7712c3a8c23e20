import { checkSubmission, type CellContent, type CellHit } from '@qadam/domain';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';
import type { Content } from './cell-draft.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** Facts of a problem as the server tells them. */
export const paramsOf = (facts: Readonly<Record<string, string>>): RuleHitFragment['params'] =>
  Object.entries(facts).map(([name, value]) => ({ name, value }));

/** As the server tells it. */
export const asRuleHit = ({ rule, code, severity, params }: CellHit): RuleHitFragment => ({
  rule,
  code,
  severity,
  params: paramsOf(params),
});

/** What the server would find at submission, by the same rules, at once. */
export function hitsOf(
  content: CellContent & Pick<Content, 'sourceText' | 'comment' | 'factDate' | 'provision'>,
  cell: FormCellFragment,
  year: number,
): RuleHitFragment[] {
  const { kind, unit, min, max, decimals, whole, multiplier, baselineYear, history } = cell;
  const { bodyNames, evidence, published } = cell;
  const { sourceText, factDate, provision } = content;
  const { hits } = checkSubmission(
    {
      ...content,
      fact: { factDate, provision },
      indicator: { kind, unit, min, max, decimals, integer: whole },
      multiplier,
      year,
      currentYear: new Date().getFullYear(),
      baselineYear,
      history,
    },
    { source: sourceText, body: bodyNames, evidence, published },
  );
  return hits.map(asRuleHit);
}
