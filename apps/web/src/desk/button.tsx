import { Button as MantineButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import desk from './desk.module.css';

/** A button of a desk. `of`: what it acts on, said in its name where several buttons read the same. */
export function Button({
  look = 'quiet',
  of,
  small = false,
  disabled = false,
  ...rest
}: Omit<ComponentProps<'button'>, 'style' | 'color'> & {
  look?: 'quiet' | 'primary' | 'linklike';
  of?: string | undefined;
  /** In a row of a table, where others stand above and below. */
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
