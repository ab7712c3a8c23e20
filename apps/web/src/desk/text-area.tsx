import { Textarea, type TextareaProps } from '@mantine/core';

/** A longer text with its label. `of`: what it is about, said in the name of the field alone. */
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
