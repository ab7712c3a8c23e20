import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { type Language, languageTag } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import {
  SaveTranslationDocument,
  TranslationSheetDocument,
  type TranslationSheetFragment,
} from './translations.generated.ts';
import styles from './translations.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { isEditConflict, useChange } from '../../desk/use-change.ts';
import { useTextName } from './use-text-name.ts';

type Sheet = TranslationSheetFragment;

/** One text: the source, and beside it the translation, saved by itself. */
function TranslationRow(props: {
  sheet: Sheet;
  text: Sheet['texts'][number];
  lang: Language;
  mayEdit: boolean;
}) {
  const { sheet, text, lang, mayEdit } = props;
  const { t } = useTranslation('desk');
  const name = useTextName()(text.path);
  const source = text.texts.find((one) => one.lang === 'en')?.text ?? '';
  const known = text.texts.find((one) => one.lang === lang);
  const place = `translation ${sheet.subject} ${text.path} ${lang}`;
  const { kept: draft, keep, forget } = useStoredDraft(place, known?.text ?? '');
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange();
  const changed = draft.trim() !== (known?.text ?? '');
  const save = async () => {
    const { subject, version: expectedVersion } = sheet;
    const input = { subject, path: text.path, lang, text: draft, expectedVersion };
    // a refusal answers with the text that somebody else saved, over which this one can be sent again
    const { done } = await change(SaveTranslationDocument, input);
    setSaved(done);
    if (done) forget();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  const state = known === undefined ? 'missing' : known.stale ? 'stale' : 'good';
  return (
    <li className={styles.text} data-state={state}>
      <h3>{name}</h3>
      <p lang="en" className={styles.source}>
        {source}
      </p>
      <form onSubmit={submit} className={styles.form}>
        <textarea
          aria-label={`${name}, ${t(`admin.lang.${lang}`)}`}
          className={desk.input}
          lang={languageTag(lang)}
          rows={Math.min(8, Math.max(2, Math.ceil(source.length / 55)))}
          maxLength={4000}
          readOnly={!mayEdit}
          value={draft}
          onChange={(event) => {
            keep(event.target.value);
            setSaved(false);
          }}
        />
        <Group>
          {state !== 'good' && (
            <span className={styles.stale}>
              {state === 'missing' ? t('translations.missing') : t('translations.changed')}
            </span>
          )}
          {mayEdit && (changed || state === 'stale') && (
            <Button type="submit" variant="default" disabled={busy}>
              {changed ? t('admin.save') : t('translations.confirm')}
              <span className="visually-hidden"> {name}</span>
            </Button>
          )}
          <span role="status">{isSaved && !changed ? t('admin.saved') : ''}</span>
        </Group>
        <ProblemList problems={problems} />
        {isEditConflict(problems) && known !== undefined && changed && (
          <p>
            {t('conflict.theirs')} <q lang={languageTag(lang)}>{known.text}</q>
          </p>
        )}
      </form>
    </li>
  );
}

/** All texts of one object in one language; what is missing or older than its source can be shown alone. */
export function TranslationSheet({ subject, lang }: { subject: string; lang: Language }) {
  const { t } = useTranslation('desk');
  const mayEdit = can(useMe(), 'TRANSLATE') === 'ALLOWED' && lang !== 'en';
  const [openOnly, setOpenOnly] = useState(false);
  const { data, error, refetch } = useQuery(TranslationSheetDocument, { variables: { subject } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const sheet = data.translationSheet;
  if (!sheet) return <p>{t('framework.none')}</p>;
  const rows = sheet.texts.filter(({ texts }) => {
    const own = texts.find((one) => one.lang === lang);
    return !openOnly || own === undefined || own.stale;
  });
  return (
    <section aria-labelledby="translation-sheet">
      <h2 id="translation-sheet">
        {subject.replace(/^\w+ /, '')} · {t(`admin.lang.${lang}`)}
      </h2>
      {error && <PartFailed error={error} retry={refetch} />}
      {lang === 'en' && <p>{t('translations.source')}</p>}
      <Checkbox
        label={t('translations.openOnly')}
        checked={openOnly}
        onChange={(event) => setOpenOnly(event.currentTarget.checked)}
      />
      {rows.length === 0 && <p className="soft">{t('translations.nothingOpen')}</p>}
      <ul className={styles.texts}>
        {rows.map((text) => (
          <TranslationRow key={text.path} sheet={sheet} text={text} lang={lang} mayEdit={mayEdit} />
        ))}
      </ul>
    </section>
  );
}
