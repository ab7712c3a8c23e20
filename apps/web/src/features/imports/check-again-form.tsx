import type { ReactNode, SubmitEvent } from 'react';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { CheckImportDocument, type CheckImportInput } from './import-job.generated.ts';
import styles from './imports.module.css';
import { useImportChange } from './use-import-change.ts';

/** Questions about the whole file; it is checked again with the answers. */
export function CheckAgainForm(props: {
  answers: CheckImportInput;
  text: string;
  button: string;
  disabled: boolean;
  children: ReactNode;
}) {
  const { problems, change } = useImportChange();
  const check = (event: SubmitEvent) => {
    event.preventDefault();
    void change(CheckImportDocument, { input: props.answers });
  };
  return (
    <form className={desk.stack} onSubmit={check}>
      <p className={styles.hint}>{props.text}</p>
      <div className={styles.meanings}>{props.children}</div>
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button type="submit" className="button" disabled={props.disabled}>
          {props.button}
        </button>
      </div>
    </form>
  );
}
