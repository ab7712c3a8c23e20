import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** How far long work is: a bar with a name, and a sentence that is read out politely. */
export function WorkProgress(props: {
  name: string;
  done: number;
  /** Null while it is not known: the bar then only moves. */
  all: number | null;
  children: ReactNode;
}) {
  const { name, done, all, children } = props;
  return (
    <Stack role="status" gap="xs" maw="36rem">
      <progress aria-label={name} {...(all !== null && { max: all, value: done })} />
      <p>{children}</p>
    </Stack>
  );
}
