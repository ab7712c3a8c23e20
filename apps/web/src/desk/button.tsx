import type { ComponentProps } from 'react';
import desk from './desk.module.css';

/** A button of a desk. `of`: what it acts on, said in its name where several buttons read the same. */
export function Button({
  look = 'quiet',
  of,
  className = '',
  ...rest
}: ComponentProps<'button'> & {
  look?: 'quiet' | 'primary' | 'linklike';
  of?: string | undefined;
}) {
  const { children } = rest;
  const label = typeof children === 'string' && of !== undefined ? `${children}: ${of}` : undefined;
  return (
    <button
      type="button"
      className={`${desk[look] ?? ''} ${className}`}
      aria-label={label}
      {...rest}
    />
  );
}
