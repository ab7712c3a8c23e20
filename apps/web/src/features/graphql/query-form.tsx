import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from './ask.ts';
import type { Query } from './example-queries.ts';
import styles from './query-form.module.css';
import { type Tools, useEditor } from './use-editor.ts';

type Answered = { kind: 'NONE' | 'BUSY' | 'FAILED' } | { kind: 'ANSWER'; text: string };

/** A query, its variables and its answer. Without JavaScript the browser sends the form by itself and shows the raw answer. */
export function QueryForm({ example, tools }: { example: Query; tools: Tools | null }) {
  const { t } = useTranslation('site');
  const [query, setQuery] = useState(example);
  const [answered, setAnswered] = useState<Answered>({ kind: 'NONE' });
  const form = useRef<HTMLFormElement>(null);
  const section = useRef<HTMLElement>(null);
  const newest = useRef(0);
  const editor = useEditor(tools, {
    text: query.text,
    label: t('graphql.query'),
    onChange: (text) => {
      setQuery((now) => ({ ...now, text }));
    },
    onRun: () => form.current?.requestSubmit(),
  });

  const address = addressOf(query);
  const run = async (at: string) => {
    const turn = (newest.current += 1);
    setAnswered({ kind: 'BUSY' });
    const found = await ask(query, at).then(
      (text): Answered => ({ kind: 'ANSWER', text }),
      (): Answered => ({ kind: 'FAILED' }),
    );
    // if another query was sent meanwhile, only its answer is shown
    if (turn !== newest.current) return;
    setAnswered(found);
    // on a phone the answer is below the fields
    const place = section.current;
    if (place && place.getBoundingClientRect().top > window.innerHeight / 2) place.scrollIntoView();
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (address !== null) void run(address);
  };
  return (
    <div className={styles.sides}>
      <form method="get" action="/graphql" ref={form} onSubmit={onSubmit} className={styles.form}>
        <label hidden={editor.isOpen}>
          {t('graphql.query')}
          <textarea
            name="query"
            rows={14}
            spellCheck={false}
            translate="no"
            value={query.text}
            onChange={({ target }) => {
              setQuery({ ...query, text: target.value });
            }}
          />
        </label>
        <div hidden={!editor.isOpen}>
          <span aria-hidden="true">{t('graphql.query')}</span>
          <div ref={editor.host} className={styles.editor} />
          <small>{t('graphql.help')}</small>
        </div>
        <label>
          {t('graphql.variables')}
          <textarea
            name="variables"
            rows={6}
            spellCheck={false}
            translate="no"
            value={query.variables}
            aria-invalid={address === null}
            onChange={({ target }) => {
              setQuery({ ...query, variables: target.value });
            }}
          />
        </label>
        {address === null && (
          <p role="alert" className={styles.trouble}>
            {t('graphql.badVariables')}
          </p>
        )}
        <p>
          <button type="submit" className="button">
            {t('graphql.run')}
          </button>{' '}
          {editor.isOpen && <span className="soft">{t('graphql.runKeys')}</span>}
        </p>
        {address !== null && (
          <p>
            <a href={address}>{t('graphql.address')}</a>
          </p>
        )}
      </form>
      <section ref={section} aria-label={t('graphql.answer')} className={styles.answer}>
        <h2>{t('graphql.answer')}</h2>
        <p role="status" className="soft">
          {answered.kind === 'BUSY' && t('graphql.running')}
          {answered.kind === 'NONE' && t('graphql.noAnswer')}
          {answered.kind === 'FAILED' && t('graphql.failed')}
        </p>
        {answered.kind === 'ANSWER' && (
          <pre role="region" aria-label={t('graphql.answer')} tabIndex={0}>
            <code translate="no">{answered.text}</code>
          </pre>
        )}
      </section>
    </div>
  );
}
