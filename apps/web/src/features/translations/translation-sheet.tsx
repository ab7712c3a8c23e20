import { useQuery } from '@apollo/client/react';
import { Checkbox, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { languageTag, type Language } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import { Form } from '../../desk/form.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { isEditConflict, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import tone from '../../ui/tone.module.css';
import {
  SaveTranslationDocument,
  TranslationSheetDocument,
  type TranslationSheetFragment,
} from './translations.generated.ts';
import { useTextName } from './use-text-name.ts';

/** The code alone: a subject begins with the kind of its object. */
export const codeOf = (subject: string) => subject.replace(/^\w+ /, '');

/** All texts of one object in one language, or only those that are missing or older than their source. */
export function TranslationSheet({ subject, lang }: { subject: string; lang: Language }) {
  const { t } = useTranslation('desk');
  const mayEdit = can(useMe(), 'TRANSLATE') === 'ALLOWED' && lang !== 'en';
  const [openOnly, setOpenOnly] = useState(false);
  const { data, instead, notice } = answered(
    useQuery(TranslationSheetDocument, { variables: { subject } }),
  );
  if (!data) return instead;
  const sheet = data.translationSheet;
  if (!sheet) return <p>{t('framework.none')}</p>;
  const rows = sheet.texts.filter(({ texts }) => {
    const own = texts.find((one) => one.lang === lang);
    return !openOnly || own === undefined || own.stale;
  });
  return (
    <Stack component="section" aria-labelledby="translation-sheet">
      <h2 id="translation-sheet">
        {codeOf(subject)} · {t(`admin.lang.${lang}`)}
      </h2>
      {notice}
      {lang === 'en' && <p>{t('translations.source')}</p>}
      <Checkbox
        label={t('translations.openOnly')}
        checked={openOnly}
        onChange={(event) => setOpenOnly(event.currentTarget.checked)}
      />
      {rows.length === 0 && <p className="soft">{t('translations.nothingOpen')}</p>}
      <ul className={record.list}>
        {rows.map((text) => (
          <TranslationRow key={text.path} sheet={sheet} text={text} lang={lang} mayEdit={mayEdit} />
        ))}
      </ul>
    </Stack>
  );
}

/** One text: its source and the translation beside it, which is saved on its own. */
function TranslationRow(props: {
  sheet: TranslationSheetFragment;
  text: TranslationSheetFragment['texts'][number];
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
  const stale = known?.stale ?? false;
  const save = async () => {
    const { subject, version: expectedVersion } = sheet;
    const input = { subject, path: text.path, lang, text: draft, expectedVersion };
    // a refusal returns the text that somebody else saved; this one can be sent again over it
    const { done } = await change(SaveTranslationDocument, input);
    setSaved(done);
    if (done) forget();
  };
  return (
    <SimpleGrid component="li" cols={{ base: 1, md: 3 }}>
      <h3>{name}</h3>
      <Text lang="en" style={{ whiteSpace: 'pre-line' }}>
        {source}
      </Text>
      <Form
        minor
        gap="xs"
        problems={problems}
        button={
          mayEdit &&
          (changed || stale) && (
            <>
              {changed ? t('admin.save') : t('translations.confirm')}
              <span className="visually-hidden"> {name}</span>
            </>
          )
        }
        disabled={busy}
        send={save}
      >
        {(known === undefined || stale) && (
          <div>
            <span className={`${admin.badge} ${tone.late}`}>
              {t(stale ? 'translations.changed' : 'translations.missing')}
            </span>
          </div>
        )}
        <Textarea
          aria-label={`${name}, ${t(`admin.lang.${lang}`)}`}
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
        <span role="status">{isSaved && !changed ? t('admin.saved') : ''}</span>
        {isEditConflict(problems) && known !== undefined && changed && (
          <p>
            {t('conflict.theirs')} <q lang={languageTag(lang)}>{known.text}</q>
          </p>
        )}
      </Form>
    </SimpleGrid>
  );
}
