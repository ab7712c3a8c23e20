import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A few important numbers, each beside its name, or below it where its longest word leaves no room. */
export function NumberTiles(props: {
  of: readonly { name: string; number: ReactNode; alert?: boolean }[];
}) {
  return (
    <SimpleGrid component="dl" minColWidth="9rem" autoFlow="auto-fit" spacing="sm" m={0}>
      {props.of.map(({ name, number, alert = false }) => (
        <Paper
          key={name}
          px="sm"
          py={4}
          radius="md"
          display="flex"
          style={{ alignItems: 'baseline', flexWrap: 'wrap', gap: '0 0.75rem' }}
          bg={alert ? 'var(--bad-tint)' : 'var(--ground)'}
        >
          <Text component="dt" c="dimmed" style={{ flex: '1 1 min-content' }}>
            {name}
          </Text>
          <Text component="dd" m={0} fz="1.25rem" fw={650}>
            {number}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
