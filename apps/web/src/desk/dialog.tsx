import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './dialog.module.css';

/** The browser's own modal dialog: it traps the focus, closes on Esc and gives the focus back. */
export function Dialog(props: {
  title: string;
  /** If absent, Esc does nothing: the dialog must be answered. */
  onClose?: () => void;
  sheet?: true;
  children: ReactNode;
}) {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // closes it while it is still in the document, because only then does the browser give the focus back
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog ?? ''} ${props.sheet ? (styles.sheet ?? '') : ''}`}
      aria-labelledby={title}
      onCancel={(event) => {
        // the state of the parent decides whether it is open, not the browser
        event.preventDefault();
        props.onClose?.();
      }}
    >
      <h2 id={title}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
