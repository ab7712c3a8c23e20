import { LocalText } from '../../ui/local-text.tsx';
import type { LocalTextFragment } from '../../ui/local-text.generated.ts';
import styles from './help.module.css';

/** A help line as the administrator wrote it, line by line. */
export function HelpText({ of }: { of: LocalTextFragment }) {
  return (
    <p className={styles.text}>
      <LocalText of={of} />
    </p>
  );
}
