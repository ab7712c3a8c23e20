import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './dialog.module.css';

/** The browser's own modal dialog: it traps the focus, closes on Esc and gives the focus back. */
export function Dialog(props: {
  title: string;
  /** Without it Esc does nothing: the dialog must be answered. */
  onClose?: () => void;
  sheet?: true;
  children: ReactNode;
}) {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // closed while it is still in the document: only then the browser gives the focus back
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
        // the state decides whether it is open
        event.preventDefault();
        props.onClose?.();
      }}
    >
      <h2 id={title}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
