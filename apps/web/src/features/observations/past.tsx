import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can, usualRange, yearOnYear } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { useMe } from '../../desk/session.ts';
import { StageName } from '../../desk/reported-figure.tsx';
import { Figure } from '../../ui/figure.tsx';
import { figureText } from '../../ui/figure-text.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { useReturn } from './open-return.ts';

/** What the earlier years say: the values as a small line and as numbers, the usual range, the change since last year. */
export function CellHistory({ entry }: { entry: EntryState }) {
  const { t } = useTranslation('desk');
  const { t: inPublic } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { cycle } = useReturn().form;
  const { cell, reading } = entry;
  const past = cell.history.filter(({ year }) => year < cycle);
  if (past.length === 0) return <p className={desk.soft}>{t('outlook.none')}</p>;
  const value = reading.holds?.value ?? null;
  const points = value === null ? past : [...past, { year: cycle, value }];
  const isNumber = cell.kind === 'NUMERIC';
  const { lower, upper } = usualRange({ history: isNumber ? past.map((one) => one.value) : [] });
  const text = (figure: number) => figureText(inPublic, format, cell, String(figure));
  const last = past.find(({ year }) => year === cycle - 1)?.value ?? null;
  const { change } = yearOnYear({ value: isNumber ? value : null, previous: last });
  return (
    <div className={desk.tight}>
      {isNumber && <Sparkline points={points} color="var(--brand)" />}
      <dl className={desk.facts}>
        {past.slice(-6).map((one) => (
          <div key={one.year}>
            <dt>{yearOf(one.year)}</dt>
            <dd>
              <PastValue cell={cell} value={one.value} status={one.status} />
            </dd>
          </div>
        ))}
      </dl>
      {lower !== null && upper !== null && (
        <p>{t('outlook.usual', { lower: text(lower), upper: text(upper) })}</p>
      )}
      {change !== null && value !== null && <p>{changeText(change)}</p>}
    </div>
  );

  /** For the ministry that may correct it, the year is a link to the return with that value. */
  function yearOf(year: number) {
    if (me.area === null || can(me, 'CORRECT_VALUE', { area: me.area }) !== 'ALLOWED') return year;
    return (
      <Link
        to="/$lang/report/$iso3/$cycle"
        params={{ lang: format.lang, iso3: me.area, cycle: String(year) }}
        search={{ cell: cell.indicator }}
        preload={false}
        aria-label={t('outlook.correct', { year })}
      >
        {year}
      </Link>
    );
  }

  function changeText(share: number): string {
    if (share === 0) return t('outlook.same');
    const percent = format.percent(String(Math.abs(share) * 100), 0);
    return t(share > 0 ? 'outlook.above' : 'outlook.below', { percent });
  }
}

type Past = FormCellFragment['history'][number];

/** What was published for a year. An element keeps its stage until a later one is published. */
export function pastOf(
  { history, element }: Pick<FormCellFragment, 'history' | 'element'>,
  year: number,
): Past | undefined {
  if (element === null) return history.find((one) => one.year === year);
  return history.findLast((one) => one.year <= year);
}

export function PastValue(props: {
  cell: FormCellFragment;
  value: string | null;
  status: string;
  short?: boolean;
}) {
  const { cell, value, status, short } = props;
  if (cell.element !== null && cell.stages !== null && value !== null) {
    return <StageName stages={cell.stages} value={value} short={short ?? false} />;
  }
  return <Figure indicator={cell} value={value} status={status} />;
}
