import { useId, type SubmitEvent } from 'react';
import { useRouteContext, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormOf } from './use-form-of.ts';
import styles from './search-form.module.css';

/** The search field. Without JavaScript, and on a desk (`away`), the form is a plain GET of the search page. */
export function SearchForm(props: { asked?: string; wide?: boolean; away?: boolean }) {
  const { asked = '', wide = false, away = false } = props;
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const router = useRouter();
  const id = useId();
  const form = useFormOf(asked);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const q = new FormData(event.currentTarget).get('q');
    void router.navigate({
      to: '/$lang/search',
      params: { lang },
      search: typeof q === 'string' && q.trim() !== '' ? { q: q.trim() } : {},
    });
  }

  return (
    <form
      ref={form}
      role="search"
      aria-label={wide ? t('search.label') : t('search.title')}
      action={`/${lang}/search`}
      className={wide ? styles.wide : styles.form}
      onSubmit={away ? undefined : submit}
    >
      <label htmlFor={id} className={wide ? styles.label : 'visually-hidden'}>
        {t('search.label')}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        maxLength={100}
        defaultValue={asked}
        placeholder={wide ? undefined : t('search.title')}
        className={styles.input}
      />
      <button type="submit" className={styles.button}>
        {t('search.go')}
      </button>
    </form>
  );
}
