import { checkSubmission, type CellContent, type CellHit } from '@qadam/domain';
import type { FormCellFragment } from './form-cell.generated.ts';
import type { RuleHitFragment } from '../../desk/problem.generated.ts';

export type Hit = RuleHitFragment;

/** What the server says when it is handed in, by the same rules, at once. */
export function hitsOf(
  content: CellContent & { sourceText: string | null; comment: string | null },
  cell: FormCellFragment,
  year: number,
): Hit[] {
  const { kind, unit, min, max, decimals, whole, multiplier, baselineYear, history } = cell;
  const { bodyNames, evidence, published } = cell;
  const { hits } = checkSubmission(
    {
      ...content,
      indicator: { kind, unit, min, max, decimals, integer: whole },
      multiplier,
      year,
      currentYear: new Date().getFullYear(),
      baselineYear,
      history,
    },
    { source: content.sourceText, body: bodyNames, evidence, published },
  );
  return hits.map(asHit);
}

/** As the server tells it. */
export function asHit({ rule, code, severity, params }: CellHit): Hit {
  return {
    rule,
    code,
    severity,
    params: Object.entries(params).map(([name, value]) => ({ name, value })),
  };
}
