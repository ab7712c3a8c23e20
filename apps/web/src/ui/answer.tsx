import { Fragment, type ReactNode } from 'react';
import styles from './answer.module.css';
import type { AnswerPart, StepFilter } from './answer-parts.ts';

/** The answer in sentences of counts; each number can lead to the steps it counts. */
export function Answer(props: {
  parts: readonly AnswerPart[];
  link?: (filter: StepFilter, text: string) => ReactNode;
}) {
  const { parts, link } = props;
  return (
    <p className={styles.answer}>
      {parts.map(({ text, filter }, i) => (
        <Fragment key={i}>
          {filter === undefined ? (
            text
          ) : (
            <span className={'moved' in filter ? styles[filter.moved] : undefined}>
              {link ? link(filter, text) : text}
            </span>
          )}
        </Fragment>
      ))}
    </p>
  );
}
