import type { ReactNode } from 'react';
import { Form } from '../../desk/form.tsx';
import { CheckImportDocument, type CheckImportInput } from './import-job.generated.ts';
import { useImportChange } from './use-import-change.ts';

/** Questions about the whole file; with the answers it is checked again. */
export function CheckAgainForm(props: {
  answers: CheckImportInput;
  text: string;
  button: string;
  disabled: boolean;
  children: ReactNode;
}) {
  const { answers, text, children, ...rest } = props;
  const { problems, change } = useImportChange();
  const check = () => change(CheckImportDocument, { input: answers });
  return (
    <Form problems={problems} send={check} {...rest}>
      <p>{text}</p>
      {children}
    </Form>
  );
}
