import type { Drawing } from '../../charts/picture/drawing.ts';
import { escaped } from '../../charts/picture/escaped.ts';
import { wrapped } from '../../charts/wrapped.ts';
import { light } from '../../theme/tokens.ts';
import { levelShape, levelTokens } from '../../ui/level-shape.ts';
import type { LevelText } from '../../ui/use-level-text.ts';
import type { Cell, Row, ScorecardData } from './steps.ts';

const [headHeight, rowHeight] = [38, 98];
const ink = light.ink;

/**
 * The table as a drawing, in the colours of a light page, as pictures are read on white. The regional action spans all countries. `titleWidth`: of the
 * column of titles, 0 for a picture whose only action is named above it.
 */
export function scorecardDrawing(
  text: LevelText,
  factText: (fact: Cell['fact']) => string,
  rows: readonly Row[],
  areas: ScorecardData['areas'],
  { titleWidth = 330, cellWidth = 200 } = {},
): Drawing {
  const width = titleWidth + areas.length * cellWidth;
  const texts: string[] = [];
  const write = (words: string, x: number, y: number, more: string) => {
    texts.push(words);
    return `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
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
    const words = titleWidth > 0 ? row.action.title.text : '';
    const title = wrapped(words, titleWidth - 24, (line) => line.length * 7.6)
      .slice(0, 3)
      .map((line, i) =>
        write(line, 0, top + 22 + i * 18, `font-size="15" font-weight="600" fill="${ink}"`),
      );
    const span = row.action.scope === 'REGION' ? areas.length : 1;
    const cells = row.cells.map((cell, c) =>
      tile(cell, titleWidth + c * cellWidth, top, cellWidth * span - 5),
    );
    return [...title, ...cells];
  });

  function tile({ level, fact }: Cell, left: number, top: number, wide: number): string {
    const colors = levelTokens(level.word);
    const [ground, dark] = [light[colors.ground], light[colors.ink]];
    const x = left + 10;
    const known = level.word !== 'NOT_KNOWN';
    const edge = level.word === 'NOT_BEGUN' ? ` stroke="${light['level-line']}"` : '';
    const inner = wide - 20;
    const lines = wrapped(factText(fact), inner, (words) => words.length * 6.9).slice(0, 2);
    const foot = [text.movement(level), text.known(level)].filter((part) => part !== '');
    return [
      `<rect x="${left}" y="${top + 2}" width="${wide}" height="${rowHeight - 6}" rx="6" fill="${ground}"${edge}/>`,
      known ? disc(level, x, top + 9, dark) : '',
      write(
        known ? `${text.percent(level)} ${text.word(level.word)}` : text.word(level.word),
        known ? x + 26 : x,
        top + 24,
        `font-size="14" font-weight="650" fill="${dark}"`,
      ),
      ...lines.map((line, i) => write(line, x, top + 43 + i * 16, `font-size="13" fill="${dark}"`)),
      known ? bar(level, x, top + 68, inner, dark) : '',
      known ? write(foot.join(' · '), x, top + 87, `font-size="11" fill="${dark}"`) : '',
    ].join('');
  }

  return {
    width,
    height: headHeight + rows.length * rowHeight,
    parts: [...head, ...body],
    text: texts.join(' '),
  };
}

function disc(level: Cell['level'], x: number, y: number, color: string): string {
  const { fill, lines, broken } = levelShape(level);
  return `<g transform="translate(${x} ${y}) scale(0.9)" fill="none" stroke="${color}" stroke-width="1.6"><circle cx="11" cy="11" r="9"${broken ? ' stroke-dasharray="3.4 2.2"' : ''}/>${lines === '' ? '' : `<path d="${lines}"/>`}${fill === '' ? '' : `<path d="${fill}" fill="${color}" stroke="none"/>`}</g>`;
}

function bar({ low, high }: Cell['level'], x: number, y: number, wide: number, ink: string) {
  const at = (percent: number) => x + (wide * percent) / 100;
  const track = `<rect x="${x}" y="${y}" width="${wide}" height="5" rx="2.5" fill="${light.paper}" fill-opacity="0.78" stroke="${ink}" stroke-opacity="0.22"/>`;
  const done =
    low > 0
      ? `<rect x="${x}" y="${y}" width="${(wide * low) / 100}" height="5" fill="${ink}"/>`
      : '';
  const tail =
    high > low
      ? `<path d="M${at(low)} ${y + 2.5}H${at(high)}" stroke="${ink}" stroke-width="5" stroke-opacity="0.65" stroke-dasharray="1.2 3.2"/>`
      : '';
  return track + done + tail;
}
