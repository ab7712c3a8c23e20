import type { ReactNode } from 'react';
import styles from './choice-group.module.css';

/** One of several ways to see the same. Its options are links, so that each can be passed on and needs no script. */
export function ChoiceGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className={styles.group}>
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}

/** What the link of an option says of itself. */
export const chosen = (now: boolean) => ({
  activeProps: {},
  ...(now ? { 'aria-current': 'true' as const, className: styles.now } : {}),
});
