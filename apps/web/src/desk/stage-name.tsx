import type { LocalTextFragment } from '../ui/local-text.generated.ts';
import { LocalText } from '../ui/local-text.tsx';
import { StageBar } from './stage-bar.tsx';
import styles from './stage-name.module.css';

/** A stage in its words, with its five steps. */
export function StageName(props: {
  stages: readonly LocalTextFragment[];
  value: string;
  pale?: boolean;
}) {
  const { stages, value, pale = false } = props;
  const stage = Number(value);
  const words = stages[stage];
  return (
    <span className={styles.stage}>
      <StageBar stage={stage} pale={pale} />
      <span>{words === undefined ? value : <LocalText of={words} />}</span>
    </span>
  );
}
