import { isAssessed, isHeadline, type Status } from '@qadam/domain';
import type { TFunction } from 'i18next';
import { figureText } from '../../ui/figure-text.ts';
import type { Format } from '../../ui/use-format.ts';
import type { Cell, Row } from './scorecard.types.ts';

export interface Fact {
  code: string;
  name: string;
  text: string;
  hidden: boolean;
  known: boolean;
}

/** The headline indicators behind a cell, each with its latest value: hidden is hidden and no report is none. */
export function factsOf(t: TFunction, format: Format, row: Row, cell: Cell): Fact[] {
  return row.indicators
    .filter(({ role, indicator }) => isHeadline({ ...indicator, role }))
    .map(({ indicator, cells }) => {
      const of = cells.find(({ area }) => area === cell.area);
      const hidden = of?.status === 'SUPPRESSED';
      const known = !hidden && of?.latestValue != null;
      return {
        code: indicator.code,
        name: indicator.name.text,
        hidden,
        known,
        text: hidden
          ? t('figure.hidden')
          : known
            ? `${figureText(t, format, indicator, of.latestValue ?? '')} (${of.latestYear ?? ''})`
            : t('figure.notReported'),
      };
    });
}

/** What became of a cell since the release, or the year, before. */
export interface Moved {
  /** Null: it was not there, or nothing may be said of it. */
  from: Status | null;
  changed: boolean;
  arrow: '↑' | '↓' | '';
  /** Percentage points of the share of the way. */
  points: number | null;
}

const arrows: Record<string, Moved['arrow']> = { STATUS_UP: '↑', STATUS_DOWN: '↓' };

export function movedOf({ move, status, coverage }: Cell): Moved | null {
  if (move === null) return null;
  const both = isAssessed(status) && coverage.central !== null && move.fromCentral !== null;
  const points = both ? (coverage.central ?? 0) - (move.fromCentral ?? 0) : null;
  return {
    from: move.from,
    changed: move.class !== 'UNCHANGED' || (points !== null && points !== 0),
    arrow: arrows[move.class] ?? '',
    points: points === 0 ? null : points,
  };
}

/** The same in words: "was delayed, +34 points"; nothing where nothing changed. */
export function movedText(t: TFunction, format: Format, cell: Cell): string | null {
  const moved = movedOf(cell);
  if (!moved?.changed) return null;
  const parts = [
    ...(moved.from !== null && moved.from !== cell.status
      ? [t('move.was', { status: t(`status.${moved.from}`) })]
      : []),
    ...(moved.points === null
      ? []
      : [t('indicator.points', { change: format.signed(String(moved.points), 0) })]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Places to break a long word on a narrow tile, before a consonant with its vowel and with two letters before it and three after: what browsers cannot do for these languages. */
export const softened = (text: string): string =>
  text.replace(
    /(?<=\p{L})([аеёиоуыэюяіәөүұӣӯaeiouʻ])(?=[бвгғджҷзйкқлмнңпрстфхҳцчшщbdfghjklmnpqrstvxz][аеёиоуыэюяіәөүұӣӯaeiou]\p{L})/giu,
    '$1\u00AD',
  );
