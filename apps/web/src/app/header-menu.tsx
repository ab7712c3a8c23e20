import type { ReactNode, RefObject } from 'react';
import { DropDown } from '../ui/drop-down.tsx';
import styles from './header-menu.module.css';

/** A menu of the header. */
export function HeaderMenu(props: {
  menu: RefObject<HTMLDetailsElement | null>;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <DropDown
      name="header"
      menu={props.menu}
      className={`${styles.menu ?? ''} ${props.className ?? ''}`}
    >
      {props.children}
    </DropDown>
  );
}
