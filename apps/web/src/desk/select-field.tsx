import { NativeSelect } from '@mantine/core';

/** A field to choose one of a few options, with a label and a hint. */
export function SelectField(props: {
  label: string;
  hint?: string | undefined;
  none?: string;
  value: string;
  options: Iterable<readonly [string, string]>;
  required?: boolean;
  disabled?: boolean;
  error?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { hint, none, options, onChange, ...rest } = props;
  const choices = Array.from(options, ([value, label]) => ({ value, label }));
  return (
    <NativeSelect
      {...rest}
      description={hint}
      data={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
