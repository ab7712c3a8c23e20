import { Button, Group, Stack, type StackProps } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { ProblemList } from './problem-list.tsx';
import type { Problem } from './problem-text.ts';

/** A form: its fields, the problems that prevented sending it, and the button that sends it. */
export function Form(
  props: StackProps & {
    problems?: readonly Problem[];
    /** The text of the button; without it there is no button. */
    button: ReactNode;
    disabled?: boolean;
    /** Is this not the main form of the page? Then its button is less prominent. */
    minor?: boolean;
    /** Does the form itself say what is missing, instead of the browser? */
    ownChecks?: boolean;
    /** What comes after the button, such as a way out or a message that it is done. */
    beside?: ReactNode;
    send: () => Promise<unknown>;
  },
) {
  const {
    problems = [],
    button,
    disabled = false,
    minor,
    ownChecks,
    beside,
    send,
    children,
    ...rest
  } = props;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  // an attribute of the form for which Stack has no prop
  const checks = { noValidate: ownChecks };
  return (
    <Stack component="form" onSubmit={submit} {...checks} {...rest}>
      {children}
      <ProblemList problems={problems} />
      {button && (
        <Group>
          <Button type="submit" variant={minor ? 'default' : 'filled'} disabled={disabled}>
            {button}
          </Button>
          {beside}
        </Group>
      )}
    </Stack>
  );
}
