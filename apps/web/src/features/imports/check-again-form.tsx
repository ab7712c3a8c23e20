import type { ReactNode, SubmitEvent } from 'react';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { checkAgain } from './import-api.ts';
import styles from './imports.module.css';
import { useSend } from './use-send.ts';

/** Questions about the whole file; it is checked again with the answers. */
export function CheckAgainForm(props: {
  job: string;
  said: Parameters<typeof checkAgain>[1];
  reload: () => void;
  text: string;
  button: string;
  disabled: boolean;
  children: ReactNode;
}) {
  const { problem, send } = useSend(props.reload);
  const check = (event: SubmitEvent) => {
    event.preventDefault();
    send(checkAgain(props.job, props.said));
  };
  return (
    <form className={desk.stack} onSubmit={check}>
      <p className={styles.hint}>{props.text}</p>
      <div className={styles.meanings}>{props.children}</div>
      {problem && <ProblemList problems={[problem]} />}
      <div className={desk.row}>
        <button type="submit" className="button" disabled={props.disabled}>
          {props.button}
        </button>
      </div>
    </form>
  );
}
