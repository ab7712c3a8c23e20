import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { bind, Fields } from './fields.tsx';
import styles from './framework.module.css';

/** Parts of an indicator, each with its fields, and buttons to take one away, to add one and, where their order counts, to move one. */
export function Parts<T extends object>(props: {
  parts: T[];
  nameOf: (part: T) => string;
  legendOf: (name: string) => string;
  children: (part: T, bound: ReturnType<typeof bind<T>>) => ReactNode;
  add: { label: string; part: () => T };
  isOrdered?: boolean;
  stays?: (part: T) => boolean;
  disabled: boolean;
  onChange: (parts: T[]) => void;
}) {
  const { parts, nameOf, legendOf, children, add, isOrdered = false, stays, ...rest } = props;
  const { disabled, onChange } = rest;
  const { t } = useTranslation('desk');
  const button = (label: string, act: () => void) => (
    <button type="button" className={desk.linklike} onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      {parts.map((part, index) => {
        const what = nameOf(part);
        const others = parts.toSpliced(index, 1);
        const change = (patch: Partial<T>) => onChange(parts.with(index, { ...part, ...patch }));
        const move = (to: number) => onChange(others.toSpliced(to, 0, part));
        const remove =
          stays?.(part) !== true && button(t('framework.remove', { what }), () => onChange(others));
        return (
          <Fields key={index} legend={legendOf(what)}>
            {children(part, bind(part, change, disabled))}
            {!disabled && !isOrdered && remove}
            {!disabled && isOrdered && (
              <div className={`${desk.row} ${styles.wide}`}>
                {index > 0 && button(t('framework.up', { what }), () => move(index - 1))}
                {index < others.length &&
                  button(t('framework.down', { what }), () => move(index + 1))}
                {remove}
              </div>
            )}
          </Fields>
        );
      })}
      {!disabled && (
        <div>
          <button
            type="button"
            className={desk.quiet}
            onClick={() => onChange([...parts, add.part()])}
          >
            {add.label}
          </button>
        </div>
      )}
    </>
  );
}
