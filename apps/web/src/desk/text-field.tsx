import { TextInput, type TextInputProps } from '@mantine/core';

/** A field for one line of text, with its label. */
export function TextField({
  hint,
  onChange,
  ...rest
}: Omit<TextInputProps, 'onChange'> & {
  label: string;
  hint?: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      {...rest}
      description={hint}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
