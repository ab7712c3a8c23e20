import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { languages, type Language } from '@qadam/i18n';
import { answered } from '../../desk/answered.tsx';
import { Form } from '../../desk/form.tsx';
import { useMe } from '../../desk/session.ts';
import { isEditConflict, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useWhen } from '../../desk/use-when.ts';
import {
  ChangeHelpLineDocument,
  HelpLinesDocument,
  type HelpLinesQuery,
} from './help-lines.generated.ts';

/** The texts of one country at a time, in every language. */
export function HelpLineDesk({ areas }: { areas: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('desk');
  const [chosen, setChosen] = useState<string>();
  const { data, instead, notice } = answered(useQuery(HelpLinesDocument));
  const [first] = areas.keys();
  const area = chosen ?? first;
  if (!data || area === undefined) return instead;
  return (
    <Stack gap="lg">
      <h1>{t('helpLines.title')}</h1>
      {notice}
      <p>{t('helpLines.text')}</p>
      <p className="note">{t('helpLines.notPublic')}</p>
      <Group role="group" aria-label={t('helpLines.areas')} gap="sm">
        {[...areas].map(([code, name]) => (
          <Button
            key={code}
            variant={code === area ? 'filled' : 'default'}
            aria-pressed={code === area}
            onClick={() => setChosen(code)}
          >
            {name}
          </Button>
        ))}
      </Group>
      {languages.map((lang) => (
        <HelpLineForm
          key={`${area} ${lang}`}
          area={area}
          lang={lang}
          line={data.helpLines.find((one) => one.area === area && one.lang === lang)}
        />
      ))}
    </Stack>
  );
}

/** One text, which is saved on its own. */
function HelpLineForm(props: {
  area: string;
  lang: Language;
  line: HelpLinesQuery['helpLines'][number] | undefined;
}) {
  const { area, lang, line } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const mayChange = can(useMe(), 'MANAGE_HELP_LINES') === 'ALLOWED';
  const place = `help line ${area} ${lang}`;
  const { kept: text, keep, forget } = useStoredDraft(place, line?.text ?? '');
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange('HelpLines');
  const save = async () => {
    const input = { area, lang, text, expectedVersion: line?.version ?? 0 };
    const { done } = await change(ChangeHelpLineDocument, input);
    setSaved(done);
    if (done) forget();
  };
  return (
    <Form
      minor
      problems={problems}
      button={
        mayChange && (
          <>
            {t('admin.save')}
            <span className="visually-hidden"> {t(`admin.lang.${lang}`)}</span>
          </>
        )
      }
      disabled={busy || text.trim() === (line?.text ?? '')}
      beside={isSaved && <span role="status">{t('admin.saved')}</span>}
      send={save}
    >
      <Textarea
        label={t(`admin.lang.${lang}`)}
        description={
          line?.updatedAt != null && t('helpLines.updated', { when: when(line.updatedAt) })
        }
        rows={3}
        lang={lang}
        maxLength={4000}
        readOnly={!mayChange}
        value={text}
        onChange={(event) => {
          keep(event.target.value);
          setSaved(false);
        }}
      />
      {isEditConflict(problems) && line !== undefined && line.text !== text.trim() && (
        <p>
          {t('conflict.theirs')} <q lang={lang}>{line.text}</q>
        </p>
      )}
    </Form>
  );
}
