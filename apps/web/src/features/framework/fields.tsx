import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { createContext, useContext, type ReactNode } from 'react';
import { languageTag, type Language } from '@qadam/i18n';
import { useProblemText, type Problem as Facts } from '../../desk/problem-text.ts';
import { SelectField } from '../../desk/select-field.tsx';
import styles from './framework.module.css';
import type { Texts } from './texts.ts';

type Problem = Facts & { field?: string | null };

interface Bound<T> {
  /** The path of the value in the saved object: a problem with this path is shown beside the field. */
  field?: string | undefined;
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean | undefined;
}
interface Field<T> extends Bound<T> {
  label: string;
  hint?: string | undefined;
}
type KeyOf<D, T> = { [K in keyof D]-?: D[K] extends T ? K : never }[keyof D];

/** Binds fields to keys of what is edited: `<BoundText label="Unit" {...bound.text('unit')} />`. */
export function bind<D extends object>(
  draft: D,
  change: (patch: Partial<D>) => void,
  disabled = false,
  /** The path of the edited object within the saved one, with a dot at its end. */
  at = '',
) {
  const to = <K extends keyof D, T>(key: K, value: T, put: (value: T) => D[K]): Bound<T> => ({
    field: `${at}${String(key)}`,
    value,
    disabled,
    onChange: (next) => {
      const patch: Partial<D> = {};
      patch[key] = put(next);
      change(patch);
    },
  });
  return {
    is: <K extends keyof D>(key: K) => to(key, draft[key], (value) => value),
    text: (key: KeyOf<D, string | null>) =>
      to(key, (draft[key] as string | null) ?? '', (value) => value as D[typeof key]),
    whole: (key: KeyOf<D, number>) => ({
      ...to(key, String(draft[key]), (value) => Math.trunc(Number(value)) as D[typeof key]),
      type: 'number' as const,
    }),
    texts: (key: KeyOf<D, Texts>, lang: Language) => {
      const texts = draft[key] as Texts;
      const put = (text: string) => ({ ...texts, [lang]: text }) as D[typeof key];
      return { ...to(key, texts[lang] ?? '', put), lang };
    },
  };
}

/** The problems of the object that is edited, which its fields show. */
export const RefusedFields = createContext<readonly Problem[]>([]);

const isOf = (problem: Problem, field: string): boolean =>
  problem.field === field || problem.field?.startsWith(`${field}.`) === true;

function useRefusal(field: string | undefined): string | undefined {
  const problems = useContext(RefusedFields);
  const sentence = useProblemText();
  const own = field === undefined ? undefined : problems.find((one) => isOf(one, field));
  return own && sentence(own);
}

export function BoundText(
  props: Field<string> & {
    /** The language of the text, if it is not that of the page. */
    lang?: Language;
    rows?: number;
    type?: 'text' | 'date' | 'number';
  },
) {
  const { hint, onChange, lang, rows, type = 'text', field, disabled = false } = props;
  const refusal = useRefusal(field);
  const shared = {
    ...{ label: props.label, value: props.value, disabled },
    description: hint,
    error: refusal,
    lang: lang && languageTag(lang),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return rows === undefined ? (
    <TextInput type={type} {...shared} />
  ) : (
    <Textarea rows={rows} {...shared} />
  );
}

export function BoundSelect<T extends string>(
  props: Field<T> & { options: Readonly<Record<T, string>> },
) {
  const { label, hint, field, value, onChange, options, disabled = false } = props;
  const refusal = useRefusal(field);
  const names = Object.keys(options) as T[];
  return (
    <SelectField
      {...{ label, hint, value, disabled }}
      error={refusal}
      options={names.map((name) => [name, options[name]] as const)}
      onChange={(next) => onChange(names.find((one) => one === next) ?? value)}
    />
  );
}

export function CheckField({ label, value, onChange, disabled = false }: Field<boolean>) {
  return (
    <Checkbox
      size="md"
      label={label}
      checked={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
