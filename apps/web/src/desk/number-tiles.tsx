import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A few numbers that say how things stand, each with its name. */
export function NumberTiles(props: {
  of: readonly { name: string; number: ReactNode; alert?: boolean }[];
}) {
  return (
    <SimpleGrid component="dl" minColWidth="9rem" autoFlow="auto-fit" spacing="sm" m={0}>
      {props.of.map(({ name, number, alert = false }) => (
        <Paper key={name} p="sm" radius="md" bg={alert ? 'var(--bad-tint)' : 'var(--ground)'}>
          <Text component="dt" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fz="1.65rem" fw={650} lh={1.3}>
            {number}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
