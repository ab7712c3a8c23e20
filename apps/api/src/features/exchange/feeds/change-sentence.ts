import {
  formatNumber,
  formatPercent,
  formatSigned,
  type Language,
  type Translate,
} from '@qadam/i18n';
import type { Area } from '../../publication/page-parts.type.ts';
import type { Change } from '../../publication/changes.type.ts';

/** Texts for a list of changes: `t` for what happened, `levels` for how far something is. */
export interface Words {
  t: Translate<'public'>;
  levels: Translate<'levels'>;
}
type T = Words['t'];

/** A change in one line. About a hidden value it says only that it is hidden (methods.md 1.11). */
export function changeSentence(
  { t, levels }: Words,
  lang: Language,
  change: Change,
  areas: readonly Area[],
): string {
  const area = areas.find(({ code }) => code === change.area)?.name.text ?? change.area;
  const part = change.face === null ? null : (change.partNames[0]?.text ?? t('changes.part'));
  const about = [`${change.name.text} (${change.subject})`, area, change.year, part]
    .filter((one) => one !== null)
    .join(', ');
  const what = t(`change.${change.class as 'NEW'}`);
  const facts =
    change.kind !== 'ASSESSMENT'
      ? values(t, lang, change)
      : change.level === 'ACTION'
        ? howFar(levels, lang, change)
        : statuses(t, change);
  return facts === '' ? `${about}. ${what}.` : `${about}. ${what}: ${facts}.`;
}

/** “under way 40% → mostly done 70%, +30 points”, or what is newly known. */
function howFar(t: Words['levels'], lang: Language, change: Change): string {
  const { fromWord, toWord, fromPercent, toPercent, points, partNames } = change;
  const side = (word: Change['fromWord'], percent: number | null) =>
    word &&
    [t(`word.${word}`), ...(percent === null ? [] : [formatPercent(lang, String(percent))])].join(
      ' ',
    );
  const sides = [side(fromWord, fromPercent), side(toWord, toPercent)].filter(
    (one) => one !== null,
  );
  const moved = points === null ? [] : [t('points', { points: formatSigned(lang, points) })];
  return [[sides.join(' → '), ...moved].join(', '), ...partNames.map(({ text }) => text)].join(
    '; ',
  );
}

function statuses(t: T, { fromStatus, toStatus, changed, cause }: Change): string {
  const words = [fromStatus, toStatus].filter((status) => status !== null);
  const facts = [
    words.map((status) => t(`status.${status}`)).join(' → '),
    changed.length > 0 ? t('changes.goal') : '',
    cause === 'METHOD' ? t('changes.method') : '',
  ];
  return facts.flatMap((text) => (text === '' ? [] : [text.replace(/\.$/, '')])).join('; ');
}

function values(t: T, lang: Language, change: Change): string {
  if (change.hidden || change.class === 'NOW_HIDDEN') return t('figure.hidden');
  const { fromValue, toValue, reason } = change;
  const figures = [fromValue, toValue]
    .filter((value) => value !== null)
    .map((value) => valueText(t, lang, change, value));
  return [
    `${figures.join(' → ')}${change.change === null ? '' : ` (${formatSigned(lang, change.change, change.decimals ?? undefined)})`}`,
    ...(reason === null ? [] : [t(`reason.${reason as 'CORRECTION'}`)]),
  ].join('; ');
}

function valueText(t: T, lang: Language, { unit, decimals }: Change, value: string): string {
  if (unit === 'STAGE') return t('figure.stage', { stage: formatNumber(lang, value, 0) });
  if (unit === 'BOOL') return t(/[1-9]/.test(value) ? 'figure.yes' : 'figure.no');
  return unit === 'PT'
    ? formatPercent(lang, value, decimals ?? undefined)
    : formatNumber(lang, value, decimals ?? undefined);
}
