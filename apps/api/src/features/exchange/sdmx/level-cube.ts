import { dec, decimalText } from '@qadam/domain';
import type { ReadRelease } from '../../publication/release.reader.ts';
import type { ReleaseContents, ReleasedLevel } from '../release-contents.ts';
import { areaId, areaIdIn } from './code-lists.ts';
import { type Observation } from './cube.ts';
import type { Choices } from './selection.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** Levels of a release as a cube: a few hundred, already in memory. */
export function levelObservations(
  { levels, areas }: ReleaseContents,
  { asOfYear, methodVersion }: ReadRelease,
  published: ReadonlyMap<number, string>,
): Observation[] {
  return levels.map((level) => {
    const status = statusOf(level);
    return {
      key: ['A', areaIdIn(areas, level.area), sdmxId(level.subject), String(asOfYear)],
      value: percent(level.level),
      attributes: [
        'PT',
        '0',
        status,
        status === 'Q' ? 'C' : 'F',
        // a hidden level has no range either
        status === 'Q' ? null : percent(level.low),
        status === 'Q' ? null : percent(level.high),
        level.word,
        level.movement,
        level.status,
        methodVersion,
      ],
      updated: published.get(level.since) ?? '',
      block: '',
    };
  });
}

function statusOf({ level, reason }: ReleasedLevel): 'A' | 'O' | 'Q' {
  if (reason === 'SUPPRESSED') return 'Q';
  return level === null ? 'O' : 'A';
}

const percent = (share: string | null): string | null =>
  share === null ? null : decimalText(dec(share).times(100));

export function levelChoices(
  { actions, indicators, areas }: ReleaseContents,
  { asOfYear }: ReadRelease,
): Choices {
  return new Map<string, readonly string[]>([
    ['FREQ', ['A']],
    ['REF_AREA', [...areas.values()].map(areaId)],
    ['SUBJECT', [...actions.keys(), ...indicators.keys()].map(sdmxId)],
    ['TIME_PERIOD', [String(asOfYear)]],
    ['OBS_STATUS', ['A', 'O', 'Q']],
    ['CONF_STATUS', ['F', 'C']],
  ]);
}
