import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { bind, BoundSelect, BoundText, Fields } from './fields.tsx';
import styles from './framework.module.css';
import type { BenchmarkDraft, BreakDraft } from './indicator-draft.ts';

/** The parts of an indicator, each with its fields, and buttons to remove one, to add one and, if their order matters, to move one. */
export function Parts<T extends object>(props: {
  /** The path of the parts in the saved indicator. */
  field: string;
  parts: T[];
  nameOf: (part: T) => string;
  legendOf: (name: string) => string;
  children: (part: T, bound: ReturnType<typeof bind<T>>) => ReactNode;
  add: { label: string; part: () => T };
  isOrdered?: boolean;
  stays?: (part: T) => boolean;
  disabled: boolean;
  onChange: (parts: T[]) => void;
}) {
  const {
    field,
    parts,
    nameOf,
    legendOf,
    children,
    add,
    isOrdered = false,
    stays,
    ...rest
  } = props;
  const { disabled, onChange } = rest;
  const { t } = useTranslation('desk');
  const button = (label: string, act: () => void) => (
    <Button look="linklike" onClick={act}>
      {label}
    </Button>
  );
  return (
    <>
      {parts.map((part, index) => {
        const what = nameOf(part);
        const others = parts.toSpliced(index, 1);
        const change = (patch: Partial<T>) => onChange(parts.with(index, { ...part, ...patch }));
        const move = (to: number) => onChange(others.toSpliced(to, 0, part));
        const remove =
          stays?.(part) !== true && button(t('framework.remove', { what }), () => onChange(others));
        return (
          <Fields key={index} legend={legendOf(what)}>
            {children(part, bind(part, change, disabled, `${field}.${String(index)}.`))}
            {!disabled && !isOrdered && remove}
            {!disabled && isOrdered && (
              <div className={`${desk.row} ${styles.wide}`}>
                {index > 0 && button(t('framework.up', { what }), () => move(index - 1))}
                {index < others.length &&
                  button(t('framework.down', { what }), () => move(index + 1))}
                {remove}
              </div>
            )}
          </Fields>
        );
      })}
      {!disabled && (
        <div>
          <Button onClick={() => onChange([...parts, add.part()])}>{add.label}</Button>
        </div>
      )}
    </>
  );
}

/** External standards for an indicator, drawn as lines of their own. */
export function BenchmarkFields(props: {
  code: string;
  benchmarks: BenchmarkDraft[];
  lang: Language;
  disabled: boolean;
  onChange: (benchmarks: BenchmarkDraft[]) => void;
}) {
  const { code, benchmarks, lang, ...rest } = props;
  const { t } = useTranslation('desk');
  const blank = (): BenchmarkDraft => ({
    ...{ id: `${code}-${String(benchmarks.length + 1)}`, kind: 'SHARE', sense: 'AT_LEAST' },
    ...{ value: '', per: null, population: null, url: null, source: null },
    ...{ label: {}, citation: {} },
  });
  return (
    <section className={desk.stack}>
      <h2>{t('framework.benchmarks')}</h2>
      <Parts
        field="benchmarks"
        parts={benchmarks}
        nameOf={({ id }) => id}
        legendOf={(id) => t('framework.benchmark', { id })}
        add={{ label: t('framework.addBenchmark'), part: blank }}
        {...rest}
      >
        {(_, bound) => (
          <>
            <BoundText label={t('framework.id')} {...bound.text('id')} />
            <BoundSelect
              label={t('framework.benchmarkKind')}
              options={t('framework.benchmarkKinds', { returnObjects: true })}
              {...bound.is('kind')}
            />
            <BoundSelect
              label={t('framework.sense')}
              options={t('framework.senses', { returnObjects: true })}
              {...bound.is('sense')}
            />
            {(['value', 'per', 'url'] as const).map((key) => (
              <BoundText key={key} label={t(`framework.${key}`)} {...bound.text(key)} />
            ))}
            {(['label', 'citation'] as const).map((key) => (
              <div key={key} className={styles.wide}>
                <BoundText
                  label={`${t(`framework.${key}`)} (${lang})`}
                  {...bound.texts(key, lang)}
                />
              </div>
            ))}
          </>
        )}
      </Parts>
    </section>
  );
}

/** Where a series is cut: values before and after it are not comparable. */
export function BreakFields(props: {
  breaks: BreakDraft[];
  areas: ReadonlyMap<string, string>;
  lang: Language;
  disabled: boolean;
  onChange: (breaks: BreakDraft[]) => void;
}) {
  const { breaks, areas, lang, ...rest } = props;
  const { t } = useTranslation('desk');
  const blank = (): BreakDraft => ({
    ...{ area: [...areas.keys()][0] ?? '', year: new Date().getFullYear() - 1 },
    ...{ kind: 'definition', note: {}, source: null },
  });
  return (
    <section className={desk.stack}>
      <h2>{t('framework.breaks')}</h2>
      <Parts
        field="breaks"
        parts={breaks}
        nameOf={({ area, year }) => t('framework.break', { area, year })}
        legendOf={(name) => name}
        add={{ label: t('framework.addBreak'), part: blank }}
        {...rest}
      >
        {(_, bound) => (
          <>
            <BoundSelect
              label={t('framework.area')}
              options={Object.fromEntries(areas)}
              {...bound.is('area')}
            />
            <BoundText label={t('framework.year')} {...bound.whole('year')} />
            <BoundSelect
              label={t('framework.breakKind')}
              options={t('framework.breakKinds', { returnObjects: true })}
              {...bound.is('kind')}
            />
            <div className={styles.wide}>
              <BoundText
                label={`${t('framework.noteText')} (${lang})`}
                {...bound.texts('note', lang)}
              />
            </div>
          </>
        )}
      </Parts>
    </section>
  );
}
