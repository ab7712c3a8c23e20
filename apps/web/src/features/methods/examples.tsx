import {
  actionLevel,
  assessIndicator,
  assessLevel,
  benchmarkGap,
  LEVEL_WORDS,
  levelChange,
  METHOD_VERSION,
  project,
  SINCE_YEAR,
  STATUSES_SORTED,
  suppress1D,
} from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LevelMark } from '../../ui/level-mark.tsx';
import { useLevelText } from '../../ui/use-level-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Table } from '../../ui/table.tsx';
import { Hidden } from '../../ui/hidden.tsx';

const law = '0.8';

export function ActionExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const text = useLevelText();
  const { word, percent, known, total } = actionLevel({
    indicators: [
      { code: 'law', level: law, known: 4, total: 4, movement: 'NONE' },
      { code: 'number', level: null, known: 0, total: 1, movement: 'UNKNOWN', reason: 'NO_DATA' },
    ],
  });
  const level = {
    ...{ word, known, total, percent: percent.level, low: percent.low ?? 0 },
    ...{ high: percent.high ?? 100, movement: 'NONE' as const, points: null },
  };
  return (
    <p>
      {t('methods.actionExample', { law: format.percent(String(Number(law) * 100)) })}{' '}
      <LevelMark level={level} /> {text.percent(level)} {text.word(word)}; {text.range(level)}.
    </p>
  );
}

/** Every status word with its shape, colour and meaning. */
export function StatusTable() {
  const { t } = useTranslation(['about', 'public']);
  return (
    <Table
      caption={t('methods.statusCaption')}
      head={[t('public:series.status'), t('methods.meaning')]}
      rows={STATUSES_SORTED.map((status) => [
        <StatusBadge key={status} status={status} />,
        t(`public:statusMeaning.${status}`),
      ])}
    />
  );
}

/** Every word of a level with its mark and meaning. */
export function WordTable() {
  const { t } = useTranslation('about');
  const text = useLevelText();
  return (
    <Table
      caption={t('methods.wordCaption')}
      head={[t('methods.word'), t('methods.meaning')]}
      rows={LEVEL_WORDS.map((word) => [
        <span key={word}>
          <LevelMark level={{ word, percent: word === 'PARTLY_KNOWN' ? 50 : null }} />{' '}
          {text.word(word)}
        </span>,
        t(`methods.wordMeaning.${word}`),
      ])}
    />
  );
}

/** Invented facts: one part in force, one a draft, of two nothing is known. */
export function LawExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const { level, low, high } = assessLevel({
    kind: 'MILESTONE',
    asOf: 2025,
    since: SINCE_YEAR,
    elements: [
      { code: '1', facts: [{ date: '2021', stage: 4, basis: 'OFFICIAL' }] },
      { code: '2', facts: [{ date: '2024', stage: 2, basis: 'OFFICIAL' }] },
      { code: '3', facts: [] },
      { code: '4', facts: [] },
    ],
  });
  const share = (part: number | null) =>
    part === null ? '' : format.percent(String(Math.round(part * 100)));
  return (
    <p>{t('methods.lawExample', { level: share(level), low: share(low), high: share(high) })}</p>
  );
}

const [draft, inForce] = ['0.4', '0.8'];

/** More facts never read as a step back. */
export function ChangeExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const { points } = levelChange({
    from: { methodVersion: METHOD_VERSION, parts: [{ key: '1', level: draft }] },
    to: {
      methodVersion: METHOD_VERSION,
      parts: [
        { key: '1', level: inForce },
        { key: '2', level: '0' },
        { key: '3', level: '0' },
      ],
    },
  });
  const share = (part: string) => format.percent(String(Number(part) * 100));
  return (
    <p>
      {t('methods.moveExample', {
        ...{ from: share(draft), to: share(inForce) },
        points: points === null ? '' : format.signed(String(points), 0),
      })}
    </p>
  );
}

const plan = {
  direction: 'INCREASE',
  baselineValue: '120',
  baselineYear: 2022,
  targetValue: '600',
  targetYear: 2030,
} as const;
const latest = ['360', '312', '180', '96'] as const;

/** Worked by the function that assesses every published figure, so that the page cannot say anything else than the code does. */
export function PaceExamples() {
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  return (
    <Table
      caption={t('methods.paceCaption')}
      head={[
        t('methods.valueIn2026'),
        t('methods.way'),
        t('methods.due'),
        t('methods.pace'),
        t('public:series.status'),
      ]}
      rows={latest.map((value) => {
        const result = assessIndicator({
          ...plan,
          observations: [{ year: 2026, value }],
          asOf: 2026,
        });
        const share = (part: number | null) =>
          part === null ? '' : format.percent(String(Math.round(part * 1000) / 10));
        return [
          format.number(value),
          share(result.progress),
          share(result.expectedShare),
          result.pace === null ? '' : format.number(String(result.pace)),
          result.status !== 'BY_LEVEL' && <StatusBadge key="status" status={result.status} />,
        ];
      })}
    />
  );
}

const values = ['40', '43', '45', '48', '50'];

export function ProjectionExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const result = project({
    direction: 'INCREASE',
    baseline: { year: 2020, value: '40' },
    target: { year: 2030, value: '70' },
    observations: values.map((value, i) => ({ year: 2020 + i, value })),
    asOf: 2024,
    decimals: 1,
  });
  const number = (value: number | null | undefined) =>
    value == null ? '–' : format.number(String(Math.round(value * 100) / 100));
  return (
    <p>
      {t('methods.projectionExample', {
        values: values.join(', '),
        required: number(result.requiredPerYear),
        actual: number(result.actualPerYear),
        central: number(result.projection?.central),
        low: number(result.projection?.low),
        high: number(result.projection?.high),
      })}
    </p>
  );
}

const population = '7073522';
const reported = '205';

export function BenchmarkExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const gap = benchmarkGap({
    benchmark: { value: 1, per: 10_000 },
    population: { value: population, year: 2023 },
    reported: { units: reported, year: 2023 },
  });
  const number = (value: number | null) => (value === null ? '–' : format.number(String(value)));
  return (
    <p>
      {t('methods.benchmarkExample', {
        population: format.number(population),
        needed: number(gap.needed),
        reported: format.number(reported),
        short: number(gap.shortBy),
      })}
    </p>
  );
}

const parts = [
  { id: 'R1', value: 3 },
  { id: 'R2', value: 17 },
  { id: 'R3', value: 40 },
];
const total = 60;

/** Invented numbers. */
export function DisclosureExample() {
  const { t } = useTranslation('about');
  const { hidden } = suppress1D({ parts, total, threshold: 5 });
  const shown = (id: string, value: number) => (hidden.includes(id) ? <Hidden key={id} /> : value);
  return (
    <Table
      caption={t('methods.disclosureCaption')}
      head={[
        t('methods.figures'),
        ...parts.map(({ id }) => t('methods.regionN', { n: id.slice(1) })),
        t('methods.total'),
      ]}
      rows={[
        [t('methods.counted'), ...parts.map(({ value }) => value), total],
        [
          t('methods.published'),
          ...parts.map(({ id, value }) => shown(id, value)),
          shown('_T', total),
        ],
      ]}
    />
  );
}
