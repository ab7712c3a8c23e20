import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { LocalText } from '../ui/local-text.tsx';
import { StageBar } from './stage-bar.tsx';
import styles from './stage-name.module.css';

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
