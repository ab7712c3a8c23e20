import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { draw } from './preview-picture.fixture.ts';
import { type Preview, wrapped } from './preview-picture.ts';

describe('the picture of a page', () => {
  it('has the size that messengers and networks expect', async () => {
    const { width, height, format } = await sharp(await draw()).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  });

  it('shows a drawing with its letters below the words', async () => {
    const drawing: NonNullable<Preview['drawing']> = {
      width: 688,
      height: 172,
      shapes:
        '<svg xmlns="http://www.w3.org/2000/svg" width="688" height="172" viewBox="0 0 688 172"><rect width="688" height="172" fill="#00FF00"/></svg>',
      letters: [
        {
          ...{ text: 'Қазақстан 7,0%', x: 20, y: 90, size: 13, weight: 400 },
          ...{ anchor: 'start', fill: '#FF0000', halo: null },
        },
      ],
    };
    const { data, info } = await sharp(await draw({ drawing }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const counted = { green: 0, red: 0 };
    for (let at = 0; at < data.length; at += info.channels) {
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
      if (r < 40 && g > 220 && b < 40) counted.green += 1;
      if (r > 220 && g < 60 && b < 40) counted.red += 1;
    }
    expect(counted.green).toBeGreaterThan(200_000);
    expect(counted.red).toBeGreaterThan(100);
  });

  it('cuts what has no room and says so', () => {
    const ten = (line: string) => line.length <= 10;
    expect(wrapped('one two three four five six', 2, ten)).toEqual(['one two', 'three …']);
    expect(wrapped('incomprehensibilities', 1, ten)).toEqual(['incompreh…']);
    expect(wrapped('', 3, ten)).toEqual([]);
  });
});
