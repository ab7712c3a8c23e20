import { useQuery } from '@apollo/client/react';
import { Box, Stack, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames, languages, languageTag, type Language } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import table from '../../ui/facts-table.module.css';
import tone from '../../ui/tone.module.css';
import { useFormat } from '../../ui/use-format.ts';
import { codeOf, TranslationSheet } from './translation-sheet.tsx';
import { TranslationsDocument } from './translations.generated.ts';

/** The texts of the framework and the interface in six languages. Which object and language is open is kept in the address. */
export function TranslationDesk() {
  const { lang: reader } = useFormat();
  const { t } = useTranslation('desk');
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const asked = useQuery(TranslationsDocument);
  const { data, instead, notice } = answered(asked);
  if (!data) return instead;
  const { objects, catalogs } = data.translations;
  const { of: subject, in: chosen } = search;
  const open = subject !== undefined && isLanguage(chosen);
  return (
    <Stack gap="lg">
      <h1>{t('translations.title')}</h1>
      {notice}
      <p>{t('translations.text')}</p>
      {open && (
        <>
          <Link
            to="/$lang/admin/translations"
            params={{ lang: reader }}
            search={{}}
            activeOptions={{ exact: true }}
            preload={false}
            onClick={() => void asked.refetch()}
          >
            {t('translations.all')}
          </Link>
          <TranslationSheet key={`${subject} ${chosen}`} subject={subject} lang={chosen} />
        </>
      )}
      {!open && (
        <>
          <CompletenessTable
            caption={t('translations.framework')}
            first={t('translations.object')}
            rows={objects.map(({ subject: of, name, ...rest }) => ({
              ...rest,
              of,
              name: `${codeOf(of)} ${name}`,
            }))}
          />
          <CompletenessTable
            caption={t('translations.interface')}
            first={t('translations.part')}
            rows={catalogs.map(({ namespace: name, ...rest }) => ({ ...rest, name }))}
          />
        </>
      )}
    </Stack>
  );
}

interface Row {
  /** The object whose sheet the cells link to. */
  of?: string;
  name: string;
  total: number;
  languages: readonly { lang: Language; done: number; stale: number }[];
}

/** How complete each language is: complete, texts missing, or made from an older source; told in words, not by colour alone. */
function CompletenessTable(props: { caption: string; first: string; rows: readonly Row[] }) {
  const { lang: reader } = useFormat();
  const { t } = useTranslation('desk');
  const words = (done: number, total: number) =>
    done === total ? t('translations.complete') : t('translations.of', { done, total });
  return (
    <Box
      role="region"
      aria-label={props.caption}
      tabIndex={0}
      pos="relative"
      className={desk.scroll}
    >
      <table className={table.facts}>
        <Text component="caption" ta="left" fz="lg" fw={650} style={{ whiteSpace: 'nowrap' }}>
          {props.caption}
        </Text>
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            {languages.map((lang) => (
              <th scope="col" key={lang} lang={languageTag(lang)}>
                {languageNames[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ of, name, total, languages: inEach }) => (
            <tr key={of ?? name}>
              <th scope="row">{name}</th>
              {inEach.map(({ lang, done, stale }) => (
                <td
                  key={lang}
                  data-label={languageNames[lang]}
                  className={done < total ? tone.late : undefined}
                >
                  {of === undefined ? (
                    words(done, total)
                  ) : (
                    <Link
                      to="/$lang/admin/translations"
                      params={{ lang: reader }}
                      search={{ of, in: lang }}
                      preload={false}
                    >
                      <span className="visually-hidden">
                        {codeOf(of)}, {languageNames[lang]}:{' '}
                      </span>
                      {words(done, total)}
                    </Link>
                  )}
                  {stale > 0 && ' '}
                  {stale > 0 && (
                    <span className={`${admin.badge} ${tone.late}`}>
                      {t('translations.stale', { count: stale })}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
