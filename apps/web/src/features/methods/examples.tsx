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
import { Hidden } from '../../ui/hidden.tsx';
import { LevelMark } from '../../ui/level-mark.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Table } from '../../ui/table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useLevelText } from '../../ui/use-level-text.ts';

// The examples are computed by the functions that assess every published figure, so that the page cannot differ from
// the code.

function useWords() {
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  return {
    t,
    format,
    number: (value: number | null | undefined) =>
      value == null ? '–' : format.number(String(Math.round(value * 100) / 100)),
    percent: (part: number | null, digits = 0) =>
      part === null
        ? ''
        : format.percent(String(Math.round(part * 100 * 10 ** digits) / 10 ** digits)),
  };
}

export function ActionExample() {
  const { t, percent } = useWords();
  const text = useLevelText();
  const law = 0.8;
  const {
    word,
    known,
    total,
    percent: { level, low, high },
  } = actionLevel({
    indicators: [
      { code: 'law', level: String(law), known: 4, total: 4, movement: 'NONE' },
      { code: 'number', level: null, known: 0, total: 1, movement: 'UNKNOWN', reason: 'NO_DATA' },
    ],
  });
  const range = { percent: level, low: low ?? 0, high: high ?? 100 };
  const shown = { ...range, word, known, total, movement: 'NONE' as const, points: null };
  return (
    <p>
      {t('methods.actionExample', { law: percent(law) })} <LevelMark level={shown} />{' '}
      {text.percent(shown)} {text.word(word)}; {text.range(shown)}.
    </p>
  );
}

/** Every status word with its shape, colour and meaning. */
export function StatusTable() {
  const { t } = useWords();
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
  const { t } = useWords();
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

/** Invented facts about four parts: one in force, one a draft, two not known. */
export function LawExample() {
  const { t, percent } = useWords();
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
  const said = { level: percent(level), low: percent(low), high: percent(high) };
  return <p>{t('methods.lawExample', said)}</p>;
}

/** Shows that learning more facts is never read as a step back. */
export function ChangeExample() {
  const { t, format, percent } = useWords();
  const parts = (...levels: number[]) => ({
    methodVersion: METHOD_VERSION,
    parts: levels.map((level, i) => ({ key: String(i + 1), level: String(level) })),
  });
  const [draft, inForce] = [0.4, 0.8];
  const { points } = levelChange({ from: parts(draft), to: parts(inForce, 0, 0) });
  const by = points === null ? '' : format.signed(String(points), 0);
  return (
    <p>{t('methods.moveExample', { from: percent(draft), to: percent(inForce), points: by })}</p>
  );
}

export function PaceExamples() {
  const { t, format, percent } = useWords();
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
      rows={['360', '312', '180', '96'].map((value) => {
        const { progress, expectedShare, pace, status } = assessIndicator({
          direction: 'INCREASE',
          baselineValue: '120',
          baselineYear: 2022,
          targetValue: '600',
          targetYear: 2030,
          observations: [{ year: 2026, value }],
          asOf: 2026,
        });
        return [
          format.number(value),
          percent(progress, 1),
          percent(expectedShare, 1),
          pace === null ? '' : format.number(String(pace)),
          status !== 'BY_LEVEL' && <StatusBadge key="status" status={status} />,
        ];
      })}
    />
  );
}

export function ProjectionExample() {
  const { t, number } = useWords();
  const values = ['40', '43', '45', '48', '50'];
  const { requiredPerYear, actualPerYear, projection } = project({
    direction: 'INCREASE',
    baseline: { year: 2020, value: '40' },
    target: { year: 2030, value: '70' },
    observations: values.map((value, i) => ({ year: 2020 + i, value })),
    asOf: 2024,
    decimals: 1,
  });
  return (
    <p>
      {t('methods.projectionExample', {
        values: values.join(', '),
        required: number(requiredPerYear),
        actual: number(actualPerYear),
        central: number(projection?.central),
        low: number(projection?.low),
        high: number(projection?.high),
      })}
    </p>
  );
}

export function BenchmarkExample() {
  const { t, format, number } = useWords();
  const [population, reported] = ['7073522', '205'];
  const gap = benchmarkGap({
    benchmark: { value: 1, per: 10_000 },
    population: { value: population, year: 2023 },
    reported: { units: reported, year: 2023 },
  });
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

/** An example with invented numbers. */
export function DisclosureExample() {
  const { t } = useWords();
  const total = 60;
  const parts = [3, 17, 40].map((value, i) => ({ id: `R${i + 1}`, value }));
  const { hidden } = suppress1D({ parts, total, threshold: 5 });
  const all = [...parts, { id: '_T', value: total }];
  return (
    <Table
      caption={t('methods.disclosureCaption')}
      head={[
        t('methods.figures'),
        ...parts.map((_, i) => t('methods.regionN', { n: i + 1 })),
        t('methods.total'),
      ]}
      rows={[
        [t('methods.counted'), ...all.map(({ value }) => value)],
        [
          t('methods.published'),
          ...all.map(({ id, value }) => (hidden.includes(id) ? <Hidden key={id} /> : value)),
        ],
      ]}
    />
  );
}
