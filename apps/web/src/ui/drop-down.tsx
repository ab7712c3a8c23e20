import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

/**
 * A disclosure that lies over the page and opens without JavaScript; only one of the same name is open at a time. Esc
 * closes this one alone and gives the focus back. It also closes when the focus moves on, so that it covers nothing
 * that has the focus (WCAG 2.4.11).
 */
export function DropDown(props: {
  name: string;
  menu?: RefObject<HTMLDetailsElement | null>;
  className?: string | undefined;
  children: ReactNode;
}) {
  const own = useRef<HTMLDetailsElement>(null);
  const menu = props.menu ?? own;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.nativeEvent.stopImmediatePropagation();
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // without a new target the focus has not moved on: a link was pressed that takes no focus
    if (menu.current && relatedTarget && !menu.current.contains(relatedTarget))
      menu.current.open = false;
  };
  return (
    <details
      className={props.className}
      name={props.name}
      ref={menu}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {props.children}
    </details>
  );
}
