import { Button, Group, Stack, type StackProps } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { ProblemList } from './problem-list.tsx';
import type { Problem } from './problem-text.ts';

/** Fields, what stands in the way of sending them, and the button that sends them. */
export function Form(
  props: StackProps & {
    problems?: readonly Problem[];
    /** What the button says; without it nothing can be sent. */
    button: ReactNode;
    disabled?: boolean;
    /** One of several forms of a page: its button is not the one that the page is for. */
    minor?: boolean;
    /** What is missing is said by the form, not by the browser. */
    ownChecks?: boolean;
    /** Beside the button: a way out, or that it is done. */
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
  // an attribute of the form, which a stack has no prop for
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
