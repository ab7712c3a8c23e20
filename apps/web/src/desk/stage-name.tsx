import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { LocalText } from '../ui/local-text.tsx';
import styles from './stage-name.module.css';

/** The five steps of the ladder; the words stand beside it. `pale`: carried over from before, not confirmed for this year. */
export function StageBar({ stage, pale = false }: { stage: number; pale?: boolean }) {
  return (
    <span className={styles.bar} data-pale={pale || undefined} aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} data-reached={step <= stage || undefined} />
      ))}
    </span>
  );
}

/** A stage in its words, with its five steps. */
export function StageName(props: {
  stages: readonly LocalTextFragment[];
  value: string;
  /** Where there is no room for words: they are read out and shown on hovering. */
  short?: boolean;
}) {
  const { stages, value, short = false } = props;
  const stage = Number(value);
  const words = stages[stage];
  return (
    <span className={styles.stage} title={short ? words?.text : undefined}>
      <StageBar stage={stage} />
      {short && <span aria-hidden="true">{value}</span>}
      <span className={short ? 'visually-hidden' : undefined}>
        {words === undefined ? value : <LocalText of={words} />}
      </span>
    </span>
  );
}
