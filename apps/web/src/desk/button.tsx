import { Button as MantineButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import desk from './desk.module.css';

/** A button of a desk. `of`: what it acts on, added to its accessible name if several buttons have the same text. */
export function Button({
  look = 'quiet',
  of,
  small = false,
  disabled = false,
  ...rest
}: Omit<ComponentProps<'button'>, 'style' | 'color'> & {
  look?: 'quiet' | 'primary' | 'linklike';
  of?: string | undefined;
  /** Smaller, for a row of a table with other buttons above and below. */
  small?: boolean;
}) {
  const { children } = rest;
  const label = typeof children === 'string' && of !== undefined ? `${children}: ${of}` : undefined;
  const named = { type: 'button' as const, 'aria-label': label, disabled, ...rest };
  if (look === 'linklike') {
    return <button {...named} className={`${desk.linklike ?? ''} ${rest.className ?? ''}`} />;
  }
  return (
    <MantineButton
      variant={look === 'primary' ? 'filled' : 'default'}
      size={small ? 'compact-sm' : 'sm'}
      {...named}
    />
  );
}
