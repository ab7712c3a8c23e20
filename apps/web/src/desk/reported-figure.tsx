import { useTranslation } from 'react-i18next';
import { Figure } from '../ui/figure.tsx';
import type { FigureOf } from '../ui/figure-text.ts';
import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { LocalText } from '../ui/local-text.tsx';
import styles from './reported-figure.module.css';
import type { WorkRevisionFragment } from './work-revision.generated.ts';

type Reported = FigureOf & { stages?: readonly LocalTextFragment[] | null };

/**
 * A figure as it was reported, with all its digits, because people at a desk decide about the stored value and not a rounded one.
 * A share that is computed from two numbers is rounded as readers will see it. A stage of a law is shown in words.
 */
export function ReportedFigure(props: {
  indicator: Reported;
  value: string | null;
  status?: string;
  computed?: boolean;
}) {
  const { indicator, computed = false, ...figure } = props;
  if (indicator.kind === 'MILESTONE' && indicator.stages && props.value !== null) {
    return <StageName stages={indicator.stages} value={props.value} />;
  }
  const typed = props.value?.split('.')[1]?.length ?? 0;
  const decimals = computed ? indicator.decimals : Math.max(indicator.decimals, typed);
  return <Figure indicator={{ ...indicator, decimals }} {...figure} />;
}

/** The reported figure, or the reason why there is none. */
export function ReportedValue(props: {
  indicator: Reported;
  of: Pick<WorkRevisionFragment, 'value' | 'numerator' | 'missingReason'>;
  status?: string;
}) {
  const { of, ...figure } = props;
  const { t } = useTranslation('desk');
  if (of.missingReason !== null) return t(`missing.${of.missingReason}`);
  return <ReportedFigure {...figure} value={of.value} computed={of.numerator !== null} />;
}

/** When a stage was reached, what proves it, and whether only the press reports it. */
export function FactLine(props: {
  of: Pick<WorkRevisionFragment, 'factDate' | 'provision' | 'basis'>;
}) {
  const { t } = useTranslation('desk');
  const { factDate, provision, basis } = props.of;
  const texts = [factDate, provision, basis === 'MEDIA' ? t('law.press') : null];
  return <>{texts.filter((text) => text !== null).join(' · ')}</>;
}

/** The source of a value: a named public source, or the document that the reporting body names together with the body itself. */
export function sourceOf({
  sourceText,
  namedSource,
  body,
}: Pick<WorkRevisionFragment, 'sourceText' | 'namedSource' | 'body'>): string | null {
  const texts = namedSource === null ? [sourceText, body?.text] : [namedSource];
  const parts = texts.filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** A bar with the five steps of the ladder, for beside the words. `pale`: the stage is from an earlier year and not confirmed for this one. */
export function StageBar({ stage, pale = false }: { stage: number; pale?: boolean }) {
  return (
    <span className={styles.bar} data-pale={pale || undefined} aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} data-reached={step <= stage || undefined} />
      ))}
    </span>
  );
}

/** A stage in words, with the bar of five steps. */
export function StageName(props: {
  stages: readonly LocalTextFragment[];
  value: string;
  /** For places without room for words, which are then only read out and shown on hovering. */
  short?: boolean;
}) {
  const { stages, value, short = false } = props;
  const stage = Number(value);
  const words = stages[stage];
  return (
    <span className={styles.stage} title={short ? words?.text : undefined}>
      {!short && <StageBar stage={stage} />}
      {short && <span aria-hidden="true">{value}</span>}
      <span className={short ? 'visually-hidden' : undefined}>
        {words === undefined ? value : <LocalText of={words} />}
      </span>
    </span>
  );
}
