import type { ReactNode } from 'react';
import styles from './choice-group.module.css';

/** A choice between several views of the same data. Its options are links, so that each view can be passed on and needs no script. */
export function ChoiceGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className={styles.group}>
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}

/** Props for the link of an option: marks it if it is the current one. */
export const chosen = (now: boolean) => ({
  activeProps: {},
  ...(now ? { 'aria-current': 'true' as const, className: styles.now } : {}),
});
