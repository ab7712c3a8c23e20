import { useQuery } from '@apollo/client/react';
import { Button, Group, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../desk/confirm.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { instantOf, useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import { PlannedReleasesDocument, PlanReleaseDocument } from './planned-releases.generated.ts';
import { PlanningProgress } from './planning-progress.tsx';
import type { Preview } from './preview-lines.tsx';
import { PublishReleaseDocument } from './release-preview.generated.ts';

const languages = ['en', 'ru'] as const;
const LATEST = '2100-12-31T23:59';

const WAITS = { code: 'RELEASE_PLANNED', field: null, params: [] };

/** A release cannot be taken back, so what is published has to be confirmed once more. */
export function PublishForm(props: { preview: Preview; onPublished: (number: string) => void }) {
  const { preview, onPublished } = props;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { kept: notes, keep: setNotes, forget } = useStoredDraft('release', { en: '', ru: '' });
  const [asking, setAsking] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const { problems, busy, change } = useChange('PlannedReleases');
  const askAgain = useAskAgain('ReleasePreview');
  const [embargo, setEmbargo] = useState('');
  const time = useRef<HTMLInputElement>(null);
  const [isHalf, setHalf] = useState(false);
  const [planned, setPlanned] = useState(false);
  const when = useWhen();
  const { data } = useQuery(PlannedReleasesDocument, { variables: { lang } });
  // the server keeps the embargo; here it is said before anybody writes and confirms
  const waits = data?.plannedReleases.some(({ state }) => state === 'PLANNED') ?? false;
  const { asOfYear, annual, previewHash, number } = preview;

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  /** Is a part of the time still empty? Browsers give no value then, as for a field that was left empty. */
  const lookForHalf = () => {
    const found = time.current?.validity.badInput ?? false;
    setHalf(found);
    return found;
  };
  const isNow = embargo === '';
  const publishAt = embargo > LATEST ? null : instantOf(embargo);
  const isWrong = !isNow && publishAt === null;

  const send = async () => {
    const note = languages.map((lang) => ({ lang, text: notes[lang].trim() }));
    const input = { asOfYear, annual, note, previewHash };
    if (isNow) {
      const { answer } = await change(PublishReleaseDocument, input);
      if (answer?.number != null) {
        forget();
        onPublished(answer.number);
      }
    } else if (publishAt !== null) {
      const { done } = await change(PlanReleaseDocument, { ...input, publishAt });
      setPlanned(done);
      if (done) forget();
    }
    setAsking(false);
  };
  const ask = () => {
    if (lookForHalf()) {
      time.current?.focus();
      return;
    }
    const isComplete = Object.values(notes).every((text) => text.trim() !== '');
    setIncomplete(!isComplete);
    setAsking(isComplete);
  };
  const outdated = problems.some(({ code }) => code === 'PREVIEW_OUTDATED');
  return (
    <Stack component="section" aria-labelledby="publish" bg="var(--ground)" p="lg" bdrs="md">
      <h2 id="publish">{t('publish.noteTitle')}</h2>
      <p>{t('publish.noteText')}</p>
      <p className="soft">{t('publish.correction')}</p>
      <SimpleGrid minColWidth="min(20rem, 100%)" autoFlow="auto-fit">
        {languages.map((lang) => (
          <Textarea
            key={lang}
            label={t(`publish.note.${lang}`)}
            rows={3}
            lang={lang}
            error={incomplete && notes[lang].trim() === ''}
            value={notes[lang]}
            onChange={(event) => setNotes({ ...notes, [lang]: event.target.value })}
          />
        ))}
      </SimpleGrid>
      <TextInput
        label={t('publish.embargo')}
        description={t('publish.embargoHint', { zone })}
        type="datetime-local"
        max={LATEST}
        error={(isWrong || isHalf) && t('publish.embargoWrong')}
        ref={time}
        w="fit-content"
        maw="100%"
        value={embargo}
        onChange={(event) => {
          setEmbargo(event.target.value);
          setPlanned(false);
          setHalf(false);
        }}
        onBlur={lookForHalf}
      />
      {publishAt !== null && (
        // the same instant in two time zones, so that no release comes an hour early or late
        <p>
          {t('publish.embargoZone', {
            time: when(publishAt),
            zone,
            utc: publishAt.slice(0, 16).replace('T', ' '),
          })}
        </p>
      )}
      <p role="status">{planned && t('publish.plannedDone')}</p>
      {busy && <PlanningProgress />}
      {incomplete && (
        <p role="alert" className={desk.error}>
          {t('publish.noteNeeded')}
        </p>
      )}
      <ProblemList problems={waits && !planned ? [WAITS, ...problems] : problems} />
      <Group>
        <Button disabled={waits || preview.problems.length > 0 || busy || isWrong} onClick={ask}>
          {t(isNow ? 'publish.publish' : 'publish.plan')}
        </Button>
        {outdated && (
          <Button variant="default" onClick={() => void askAgain()}>
            {t('publish.refresh')}
          </Button>
        )}
      </Group>
      {asking && (
        <Confirm
          title={t('publish.sure', { number })}
          yes={t(isNow ? 'publish.yes' : 'publish.yesPlan', { number })}
          busy={busy}
          onYes={() => void send()}
          onClose={() => setAsking(false)}
        >
          <p>{t('publish.sureText', { year: asOfYear, count: preview.newlyApproved })}</p>
          {publishAt !== null && <p>{t('publish.surePlan', { time: when(publishAt) })}</p>}
        </Confirm>
      )}
    </Stack>
  );
}
