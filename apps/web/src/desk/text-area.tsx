import { Textarea, type TextareaProps } from '@mantine/core';

/** A field for a longer text, with its label. `of`: what it is about, added only to the accessible name of the field. */
export function TextArea({
  label,
  of,
  hint,
  onChange,
  ...rest
}: Omit<TextareaProps, 'onChange'> & {
  label: string;
  of?: string;
  hint?: string;
  onChange: (text: string) => void;
}) {
  return (
    <Textarea
      label={label}
      description={hint}
      rows={2}
      aria-label={of === undefined ? undefined : `${label}: ${of}`}
      {...rest}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
