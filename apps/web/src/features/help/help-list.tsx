import type { LocalTextFragment } from '../../ui/local-text.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import type { HelpQuery } from './help.generated.ts';
import styles from './help.module.css';

export function HelpList({ lines }: { lines: NonNullable<HelpQuery['helpLines']> }) {
  return (
    <div className={styles.list}>
      {lines.map(({ area, text }) => (
        <section key={area.code} id={area.code} aria-labelledby={`help-${area.code}`}>
          <h2 id={`help-${area.code}`}>
            <LocalText of={area.name} />
          </h2>
          <HelpText of={text} />
        </section>
      ))}
    </div>
  );
}

/** A help line as the administrator wrote it, line by line. */
export function HelpText({ of }: { of: LocalTextFragment }) {
  return (
    <p className={styles.text}>
      <LocalText of={of} />
    </p>
  );
}
