import styles from './stage-bar.module.css';

const STEPS = [1, 2, 3, 4, 5];

/** The five steps of the ladder; the words stand beside it. `pale`: carried over from before, not confirmed for this year. */
export function StageBar({ stage, pale = false }: { stage: number; pale?: boolean }) {
  return (
    <span className={styles.bar} data-pale={pale || undefined} aria-hidden="true">
      {STEPS.map((step) => (
        <i key={step} data-reached={step <= stage || undefined} />
      ))}
    </span>
  );
}
