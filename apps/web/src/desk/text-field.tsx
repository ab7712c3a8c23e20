import { TextInput } from '@mantine/core';

/** One line of text with its label. */
export function TextField(props: {
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'date' | 'search';
  lang?: string;
  value: string;
  required?: boolean;
  onChange: (value: string) => void;
}) {
  const { hint, onChange, ...rest } = props;
  return (
    <TextInput
      {...rest}
      description={hint}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
