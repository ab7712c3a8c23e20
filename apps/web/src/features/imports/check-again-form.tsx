import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
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
    <Stack component="form" onSubmit={check}>
      <p className={styles.hint}>{props.text}</p>
      <div className={styles.meanings}>{props.children}</div>
      <ProblemList problems={problems} />
      <Group>
        <Button type="submit" disabled={props.disabled}>
          {props.button}
        </Button>
      </Group>
    </Stack>
  );
}
