import { IN_FORCE } from '@qadam/domain';
import styles from './law-matrix.module.css';

const all = [1, 2, 3, 4, 5];

/** Five steps filled from the left; the word stands beside them. */
export function Steps({ stage }: { stage: number }) {
  return (
    <svg
      className={styles.steps}
      viewBox="0 0 132 9"
      width="132"
      height="9"
      aria-hidden="true"
      focusable="false"
    >
      {all.map((step) => (
        <rect
          key={step}
          x={(step - 1) * 27}
          width="24"
          height="9"
          rx="2"
          className={
            step > stage ? styles.ahead : step < IN_FORCE ? styles.reached : styles.inForce
          }
        />
      ))}
    </svg>
  );
}
