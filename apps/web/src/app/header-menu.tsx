import type { FocusEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './language-menu.module.css';

/**
 * A menu of the header: a disclosure that opens without JavaScript, one at a time. Esc closes it, and nothing under it,
 * and gives the focus back; it closes when the focus moves on, so that it covers nothing that has the focus (WCAG 2.4.11).
 */
export function HeaderMenu(props: {
  menu: RefObject<HTMLDetailsElement | null>;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { menu } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.nativeEvent.stopImmediatePropagation();
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // nowhere: a press on a link that takes no focus
    if (menu.current && relatedTarget && !menu.current.contains(relatedTarget))
      menu.current.open = false;
  };
  return (
    <details
      className={`${styles.menu ?? ''} ${props.className ?? ''}`}
      name="header"
      ref={menu}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {props.children}
    </details>
  );
}
