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
  const others = preview.unlisted.reduce((sum, { count }) => sum + count, 0);
  const facts = [
    { name: t('publish.newlyApproved'), count: preview.newlyApproved },
    ...(keptBack > 0 ? [{ name: t('publish.keptBack'), count: keptBack }] : []),
    { name: t('publish.changes'), count: preview.items.length + others },
    { name: t('publish.values'), count: preview.values },
    { name: t('publish.hidden'), count: preview.totals.hidden },
  ];
  const otherProblems = problems.filter(({ code }) => code !== 'LINK_MISSING');
  return (
    <Stack gap="lg">
      <h2>{t('publish.next', { number })}</h2>
      <p>{previous === null ? t('publish.first') : t('publish.since', { number: previous })}</p>
      <NumberTiles
        of={facts.map(({ name, count }) => ({ name, number: format.number(String(count)) }))}
      />
      {preview.methodChanged && <p>{word('changes.methodChanged')}</p>}
      {confirmed > 0 && <p>{t('publish.confirmed', { count: confirmed })}</p>}
      <ProblemList problems={mayPublish ? otherProblems : problems} />
      {mayPublish && <MissingLinks problems={problems} />}
      <PreviewItems preview={preview} areaNames={areaNames} />
      <DisclosureReport preview={preview} areaNames={areaNames} />
      <OtherContents preview={preview} areaNames={areaNames} />
    </Stack>
  );
}

/** Changes by class in the order of the domain, statuses before values; at last new values by table, if they are too many. */
function PreviewItems(props: { preview: Preview; areaNames: ReadonlyMap<string, string> }) {
  const { items, unlisted, newTables } = props.preview;
  const { t } = useTranslation('public');
  const { t: inDesk } = useTranslation('desk');
  const areaName = (area: string) => props.areaNames.get(area) ?? area;
  const othersOf = (name: string) => unlisted.find((one) => one.class === name)?.count ?? 0;
  const sorted = items.toSorted((a, b) => a.kind.localeCompare(b.kind));
  return (
    <>
      {[...groupBy(sorted, (item) => item.class)].map(([name, listed]) => (
        <Lines
          key={name}
          title={t(`change.${name as 'STATUS_UP'}`)}
          open={listed.length <= 25}
          total={listed.length + othersOf(name)}
          lines={listed.map((item) => ({
            key: [item.level, item.subject, item.area, item.year, item.face].join('|'),
            text: named(item.name, [
              ...[item.subject, areaName(item.area), item.year],
              item.face === null ? null : (item.partNames[0]?.text ?? t('changes.part')),
            ]),
            about: <Change item={item} />,
          }))}
        />
      ))}
      <Lines
        title={t('change.NEW')}
        open={newTables.length <= 25}
        total={othersOf('NEW')}
        lines={newTables.map(({ name, indicator, area, year, values }) => ({
          key: [indicator, area, year].join('|'),
          text: named(name, [indicator, areaName(area), year]),
          about: inDesk('publish.tableValues', { count: values }),
          count: values,
        }))}
      />
    </>
  );
}

/** The name of what changed, and below it its code and place. */
const named = (name: PreviewItemFragment['name'], place: readonly (string | number | null)[]) => (
  <>
    <LocalText of={name} />
    <br />
    <span className="note">{place.filter((part) => part !== null).join(' · ')}</span>
  </>
);

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
