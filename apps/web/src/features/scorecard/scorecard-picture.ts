import { isAssessed, type Status } from '@qadam/domain';
import type { TFunction } from 'i18next';
import type { Drawing } from '../../charts/picture/drawing.ts';
import { wrapped } from '../../charts/wrapped.ts';
import { statusLook, type Tone } from '../../theme/status.ts';
import { glyphPaths } from '../../ui/glyph-paths.ts';
import type { Format } from '../../ui/use-format.ts';
import { factsOf, movedText } from './cell-text.ts';
import type { CellView, Row, ScorecardData } from './scorecard.types.ts';

const [titleWidth, cellWidth, headHeight] = [330, 200, 38];
const rowHeights: Record<CellView, number> = { status: 74, value: 124, change: 91 };
const linesInCell = 4;
const ink = '#17212B';
/** Tints and inks of a light page: a picture is read on white. */
const tones: Record<Tone, { tint: string; ink: string }> = {
  good: { tint: '#D3E6F5', ink: '#14507D' },
  late: { tint: '#FBE8C2', ink: '#7A4F00' },
  bad: { tint: '#F6D0CB', ink: '#8F2A24' },
  none: { tint: '#EEF0F2', ink: '#565B64' },
};

/** The table as a drawing of its own: a cell is a tint with its word and figure, the regional action spans the countries. */
export function scorecardDrawing(
  t: TFunction,
  format: Format,
  rows: readonly Row[],
  areas: ScorecardData['areas'],
  view: CellView,
): Drawing {
  const rowHeight = rowHeights[view];
  const width = titleWidth + areas.length * cellWidth;
  const said: string[] = [];
  const write = (text: string, x: number, y: number, more: string) => {
    said.push(text);
    return `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;
  };
  const head = areas.map(({ name }, i) =>
    write(
      name.text,
      titleWidth + i * cellWidth + 12,
      24,
      `font-size="15" font-weight="650" fill="${ink}"`,
    ),
  );
  const body = rows.flatMap((row, r) => {
    const top = headHeight + r * rowHeight;
    const title = wrapped(row.action.title.text, titleWidth - 24, (text) => text.length * 7.6)
      .slice(0, 3)
      .map((line, i) =>
        write(line, 0, top + 22 + i * 18, `font-size="15" font-weight="600" fill="${ink}"`),
      );
    const span = row.action.scope === 'REGION' ? areas.length : 1;
    const cells = row.cells.map((cell, c) => {
      const { tint, ink: dark } = tones[statusLook(cell.status).tone];
      const left = titleWidth + c * cellWidth;
      const { assessed, total, central } = cell.coverage;
      const count = t('coverage.count', { assessed, total });
      const figure =
        isAssessed(cell.status) && central !== null
          ? `${format.percent(String(central))} · ${count}`
          : count;
      const lines = {
        status: () => [figure],
        value: () => factsOf(t, format, row, cell).map(({ code, text }) => `${code} ${text}`),
        change: () => [
          cell.move === null ? t('move.first') : (movedText(t, format, cell) ?? t('move.none')),
        ],
      }[view]();
      return [
        `<rect x="${left}" y="${top + 2}" width="${cellWidth * span - 3}" height="${rowHeight - 5}" fill="${tint}"/>`,
        glyph(cell.status, left + 12, top + 14, dark),
        write(
          t(`status.${cell.status}`),
          left + 33,
          top + 27,
          `font-size="15" font-weight="650" fill="${dark}"`,
        ),
        ...lines
          .flatMap((line) => wrapped(line, cellWidth - 24, (text) => text.length * 7.2))
          .slice(0, linesInCell)
          .map((line, i) =>
            write(line, left + 12, top + 49 + i * 17, `font-size="14" fill="${ink}"`),
          ),
      ].join('');
    });
    return [...title, ...cells];
  });
  return {
    width,
    height: headHeight + rows.length * rowHeight,
    parts: [...head, ...body],
    text: said.join(' '),
  };
}

/** The shape of a status as a path: no typeface has all of them. */
function glyph(status: Status, x: number, y: number, color: string): string {
  const { fill, strokes = [] } = glyphPaths[statusLook(status).glyph];
  const filled = fill === undefined ? '' : `<path d="${fill}" fill="${color}"/>`;
  const drawn = strokes.map(
    ({ d, width, dash }) =>
      `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash ?? 'none'}"/>`,
  );
  return `<g transform="translate(${x} ${y})">${filled}${drawn.join('')}</g>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
