import { actionLevel, countParts } from '@qadam/domain';
import { exactText, type AssessmentRow } from './assessment-row.ts';
import type { ActionFacts } from './facts.ts';

/** How far every action is, in each country or once for the group, computed from its indicators. Source: methods.md 1.5. */
export function actionRows(
  indicators: readonly AssessmentRow[],
  actions: readonly ActionFacts[],
  areas: readonly { code: string; kind: string }[],
): AssessmentRow[] {
  const found = new Map(indicators.map((row) => [`${row.subject} ${row.area}`, row]));
  const codes = (kind: string) =>
    areas.filter((area) => area.kind === kind).map(({ code }) => code);
  const group = codes('GROUP')[0];
  return actions.flatMap((action) =>
    codes(action.scope === 'COUNTRY' ? 'COUNTRY' : 'GROUP').map((area) => {
      // An indicator with one value for all countries counts with that value.
      const rowOf = ({ code, scope }: ActionFacts['indicators'][number]) =>
        found.get(`${code} ${scope === 'REGION' ? (group ?? area) : area}`);
      return actionRow(action, area, rowOf);
    }),
  );
}

function actionRow(
  action: ActionFacts,
  area: string,
  rowOf: (indicator: ActionFacts['indicators'][number]) => AssessmentRow | undefined,
): AssessmentRow {
  const indicators = action.indicators.map((indicator) => {
    const row = rowOf(indicator);
    const { level = null, known = 0, total = 1, movement = 'UNKNOWN' } = row ?? {};
    const { reason = null, flags = [] } = row?.detail ?? {};
    return { ...indicator, level, known, total, movement, reason, flags };
  });
  const result = actionLevel({ indicators });
  const { word: movement, ...moved } = result.movement;
  const { level, low, high } = result.percent;
  return {
    kind: 'ACTION',
    subject: action.code,
    area,
    word: result.word,
    level: exactText(result.level),
    low: String(result.low ?? 0),
    high: String(result.high ?? 1),
    ...countParts(indicators),
    movement,
    points: null,
    status: null,
    progress: null,
    pace: null,
    latestYear: null,
    latestValue: null,
    detail: {
      reason: reasonOf(result),
      flags: result.flags,
      coverage: result.coverage,
      percent: { level, low: low ?? 0, high: high ?? 100 },
      movement: moved,
    },
  };
}

function reasonOf({ total, notApplicable }: ReturnType<typeof actionLevel>): string | null {
  if (total > 0) return null;
  return notApplicable > 0 ? 'NOT_APPLICABLE' : 'NO_INDICATORS';
}
