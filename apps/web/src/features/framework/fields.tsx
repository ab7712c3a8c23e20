import { createContext, useContext, useId, type ReactNode } from 'react';
import { languageTag, type Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { useProblemText, type Problem as Facts } from '../../desk/problem-text.ts';
import styles from './framework.module.css';
import type { Texts } from './texts.ts';

type Problem = Facts & { field?: string | null };

interface Bound<T> {
  /** Where its value stands in what is saved: what is refused of it is told beside it. */
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

/** Binds fields to keys of what is edited: `<TextField label="Unit" {...bound.text('unit')} />`. */
export function bind<D extends object>(
  draft: D,
  change: (patch: Partial<D>) => void,
  disabled = false,
  /** Where what is edited stands in what is saved, with a dot at its end. */
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

/** What was refused of an object that is edited, for its fields. */
export const RefusedFields = createContext<readonly Problem[]>([]);

const isOf = (problem: Problem, field: string): boolean =>
  problem.field === field || problem.field?.startsWith(`${field}.`) === true;

function useRefusal(field: string | undefined): string | undefined {
  const problems = useContext(RefusedFields);
  const sentence = useProblemText();
  const own = field === undefined ? undefined : problems.find((one) => isOf(one, field));
  return own && sentence(own);
}

export function TextField(
  props: Field<string> & {
    /** Of the text, where it is not the page's. */
    lang?: Language;
    rows?: number;
    type?: 'text' | 'date' | 'number';
    invalid?: boolean | undefined;
  },
) {
  const { label, hint, onChange, lang, rows, type = 'text', invalid, field, ...rest } = props;
  const refusal = useRefusal(field);
  const why = useId();
  const shared = {
    ...rest,
    className: desk.input,
    lang: lang && languageTag(lang),
    'aria-invalid': invalid === true || refusal !== undefined ? true : undefined,
    'aria-describedby': refusal === undefined ? undefined : why,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div>
      <label className={desk.field}>
        {label}
        {hint !== undefined && <small>{hint}</small>}
        {rows === undefined ? (
          <input type={type} {...shared} />
        ) : (
          <textarea rows={rows} {...shared} />
        )}
      </label>
      <Refusal id={why} of={refusal} />
    </div>
  );
}

function Refusal({ id, of }: { id: string; of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <p id={id} className={desk.error}>
      {of}
    </p>
  );
}

export function SelectField<T extends string>(
  props: Field<T> & { options: Readonly<Record<T, string>> },
) {
  const { label, hint, field, value, onChange, disabled, options } = props;
  const refusal = useRefusal(field);
  const why = useId();
  const names = Object.keys(options) as T[];
  return (
    <div>
      <label className={desk.field}>
        {label}
        {hint !== undefined && <small>{hint}</small>}
        <select
          className={desk.input}
          value={value}
          disabled={disabled}
          aria-invalid={refusal !== undefined ? true : undefined}
          aria-describedby={refusal === undefined ? undefined : why}
          onChange={(event) => onChange(names.find((one) => one === event.target.value) ?? value)}
        >
          {names.map((one) => (
            <option key={one} value={one}>
              {options[one]}
            </option>
          ))}
        </select>
      </label>
      <Refusal id={why} of={refusal} />
    </div>
  );
}

export function CheckField({ label, value, onChange, disabled }: Field<boolean>) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
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
