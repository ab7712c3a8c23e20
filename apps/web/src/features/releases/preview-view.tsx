import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberTiles } from '../../desk/number-tiles.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { Arrow } from '../../ui/arrow.tsx';
import { figureText } from '../../ui/figure-text.ts';
import { groupBy } from '../../ui/group-by.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { LevelMoved } from '../../ui/level-moved.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { NotListed } from '../../ui/not-listed.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MissingLinks } from './missing-links.tsx';
import { DisclosureReport, Lines, OtherContents, type Preview } from './preview-lines.tsx';
import type { PreviewItemFragment } from './release-preview.generated.ts';

/** The next release in numbers, its changes, and what stays hidden and why. */
export function PreviewView(props: {
  preview: Preview;
  areaNames: ReadonlyMap<string, string>;
  mayPublish: boolean;
}) {
  const { preview, areaNames, mayPublish } = props;
  const { number, previous, problems, keptBack, confirmed } = preview;
  const { t } = useTranslation('desk');
  const { t: word } = useTranslation('public');
  const format = useFormat();
  const facts = [
    { name: t('publish.newlyApproved'), count: preview.newlyApproved },
    ...(keptBack > 0 ? [{ name: t('publish.keptBack'), count: keptBack }] : []),
    { name: t('publish.changes'), count: preview.items.length + othersOf(preview) },
    { name: t('publish.values'), count: preview.values },
    { name: t('publish.hidden'), count: preview.hidden.length },
  ];
  const others = problems.filter(({ code }) => code !== 'LINK_MISSING');
  return (
    <Stack gap="lg">
      <h2>{t('publish.next', { number })}</h2>
      <p>{previous === null ? t('publish.first') : t('publish.since', { number: previous })}</p>
      <NumberTiles
        of={facts.map(({ name, count }) => ({ name, number: format.number(String(count)) }))}
      />
      {preview.methodChanged && <p>{word('changes.methodChanged')}</p>}
      {confirmed > 0 && <p>{t('publish.confirmed', { count: confirmed })}</p>}
      <ProblemList problems={mayPublish ? others : problems} />
      {mayPublish && <MissingLinks problems={problems} />}
      <PreviewItems items={preview.items} areaNames={areaNames} />
      <NotListed count={othersOf(preview)} />
      <DisclosureReport preview={preview} areaNames={areaNames} />
      <OtherContents preview={preview} areaNames={areaNames} />
    </Stack>
  );
}

/** How many changes are not listed. */
const othersOf = ({ unlisted }: Preview): number =>
  unlisted.reduce((sum, { count }) => sum + count, 0);

/** Changes by class in the order of the domain, statuses before values. */
function PreviewItems(props: {
  items: readonly PreviewItemFragment[];
  areaNames: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('public');
  const sorted = props.items.toSorted((a, b) => a.kind.localeCompare(b.kind));
  return [...groupBy(sorted, (item) => item.class)].map(([name, items]) => (
    <Lines
      key={name}
      title={t(`change.${name as 'STATUS_UP'}`)}
      open={items.length <= 25}
      lines={items.map((item) => ({
        key: [item.level, item.subject, item.area, item.year, item.face].join('|'),
        text: (
          <>
            <LocalText of={item.name} />
            <br />
            <span className="note">
              {item.subject} · {props.areaNames.get(item.area) ?? item.area}
              {item.year !== null && `, ${item.year}`}
              {item.face !== null && ` · ${item.partNames[0]?.text ?? t('changes.part')}`}
            </span>
          </>
        ),
        about: <Change item={item} />,
      }))}
    />
  ));
}

function Change({ item }: { item: PreviewItemFragment }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { fromStatus, toStatus, fromValue, toValue, unit, decimals, reason } = item;
  if (item.hidden || item.class === 'NOW_HIDDEN') return <Hidden />;
  if (item.level === 'ACTION') return <LevelMoved move={item} />;
  const kind = unit === 'STAGE' ? 'MILESTONE' : unit === 'BOOL' ? 'BINARY' : 'NUMERIC';
  const figure = (value: string) =>
    figureText(t, format, { kind, unit: unit ?? '', decimals: decimals ?? 0 }, value);
  return (
    <Group component="span" gap="xs" c="var(--ink)" fz="md">
      {fromStatus !== null && <StatusBadge status={fromStatus} />}
      {fromValue !== null && figure(fromValue)}
      {(fromStatus ?? fromValue) !== null && (toStatus ?? toValue) !== null && <Arrow />}
      {toStatus !== null && <StatusBadge status={toStatus} />}
      {toValue !== null && <strong>{figure(toValue)}</strong>}
      {reason !== null && <span>{t(`reason.${reason as 'CORRECTION'}`)}</span>}
    </Group>
  );
}
