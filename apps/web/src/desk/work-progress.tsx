import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** The progress of long work: a bar with a name, and a sentence that screen readers read out when they pause. */
export function WorkProgress(props: {
  name: string;
  done: number;
  /** Null while the total is not known: then the bar only shows that something happens. */
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
