import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FileReader, startFileReader } from '../../testing/read-files.ts';
import { cp1251 } from '../../testing/cp1251.ts';

// PC-Axis tables, by the file format of 2013: what is stored from them, and why some are refused.
let reader: FileReader;
const readAs = (file: string | Uint8Array) => reader.readAs(file, 'table.px');

beforeAll(async () => {
  reader = await startFileReader();
});
afterAll(() => reader.stop());

const UNECE = `CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="utf-8";
LANGUAGE="en";
CREATION-DATE="20250114 09:00";
DECIMALS=1;
MATRIX="GE_01";
SUBJECT-CODE="GE";
SUBJECT-AREA="Crime; and violence";
CONTENTS="Women among "
"police officers";
UNITS="per cent";
STUB="Country";
HEADING="Sex","Year";
VALUES("Country")="Kazakhstan","Kyrgyzstan","Tajikistan";
VALUES("Sex")="Both sexes","Female";
VALUES("Year")="2016","2017",
"2018";
TIMEVAL("Year")=TLIST(A1),"2016","2017","2018";
CODES("Country")="398","417","762";
CODES("Sex")="0","1";
ELIMINATION("Sex")="Both sexes";
DATASYMBOL2="not available";
DATA=
".." 9.1 9.2 ".." ".." ".."
6.5 7.25 "-" "." "..." "......"
".." ".." ".." ".." ".." "..";
`;

const changed = (file: string, ...changes: [from: string | RegExp, to: string][]) =>
  changes.reduce((text, [from, to]) => text.replace(from, to), file);

/** A table with several measures, each in its own unit. `said`: statements about the whole table. */
const ofContents = (said: string, measures: Readonly<Record<string, string>>, cells: string) => {
  const names = Object.keys(measures).map((name) => `"${name}"`);
  const units = Object.entries(measures).map(([name, unit]) => `UNITS("${name}")="${unit}";`);
  return changed(
    UNECE,
    [/CONTENTS=[^]*UNITS="per cent";/, `${said}\nCONTVARIABLE="Measure";`],
    ['HEADING="Sex","Year"', 'HEADING="Measure","Year"'],
    [/VALUES\("Sex"\).*/, [`VALUES("Measure")=${names.join(',')};`, ...units].join('\n')],
    ['CODES("Sex")="0","1";\nELIMINATION("Sex")="Both sexes";', ''],
    [/DATA=[^]*/, `DATA=${cells};`],
  );
};

describe('a table of PC-Axis', () => {
  it('is stored by its country, year and contents; dots are nothing, and a dash is nobody’s zero', async () => {
    const { rows, codes } = await readAs(UNECE);
    expect(rows).toEqual(['A5.9 2016 = 6.5', 'A5.9 2017 = 7.25']);
    expect(codes).toEqual(expect.arrayContaining(['OTHER_COUNTRIES', 'AMBIGUOUS_DASH']));
  });

  const national = `CHARSET="ANSI";
AXIS-VERSION="2010";
CODEPAGE="windows-1251";
LANGUAGE="ru";
LANGUAGES="ru","en";
CONTENTS="Выданные охранные ордера";
CONTENTS[en]="Protection orders issued";
UNITS="тысяч единиц";
STUB="Территория","Пол";
STUB[en]="Area","Sex";
HEADING="Годы";
HEADING[en]="Years";
VALUES("Территория")="Кыргызская Республика","Баткенская область";
VALUES[en]("Area")="Kyrgyz Republic","Batken region";
VALUES("Пол")="Всего","Женщины";
VALUES[en]("Sex")="Total","Women";
VALUES("Годы")="2019","2020";
VALUES[en]("Years")="2019","2020";
TIMEVAL("Годы")=TLIST(A1,"2019"-"2020");
DATA=
6.1 7 5 6
0.5 0.6 0.4 0.5;`;

  it('in Windows-1251 and in thousands is stored with its sexes; of regions its table does not ask', async () => {
    const { rows } = await readAs(cp1251(national));
    expect(rows).toEqual([
      ...['A5.8 2019 = 6100', 'A5.8 2020 = 7000', 'A5.8 2019 F = 5000', 'A5.8 2020 F = 6000'],
    ]);
  });

  it.each([
    ['of no code page', 'CODEPAGE="windows-1251";\n', ''],
    ['of the code page that the program set by itself', 'windows-1251', 'iso-8859-15'],
    ['of a code page that nobody knows', 'windows-1251', 'x-office'],
  ])('%s is read as Windows-1251, which is said', async (_what, from, to) => {
    const { rows, codes } = await readAs(cp1251(national.replace(from, to)));
    expect([rows.length, codes]).toEqual([4, expect.arrayContaining(['GUESSED_ENCODING'])]);
  });

  it('is read in the language in which its variables are known', async () => {
    const file = changed(
      national,
      ['"Территория","Пол"', '"Xudud","Jinslar"'],
      ['"Годы"', '"Davrlar"'],
    )
      .replace('VALUES("Территория")', 'VALUES("Xudud")')
      .replace('VALUES("Пол")', 'VALUES("Jinslar")')
      .replace('VALUES("Годы")', 'VALUES("Davrlar")');
    expect((await readAs(file)).rows).toHaveLength(4);
  });

  it('with keys has the rows that are not all zeros, and of the others nothing is said', async () => {
    const file = changed(
      UNECE,
      ['HEADING="Sex","Year"', 'HEADING="Year"'],
      ['STUB="Country"', 'STUB="Country","Sex"'],
      ['DATASYMBOL2', 'KEYS("Country")="CODES";\nKEYS("Sex")=VALUES;\nDATASYMBOL2'],
      [/DATA=[^]*/, 'DATA=\n"417","Both sexes", 6.5 7.25 0\n"762","Female",1 2 3\n;'],
    );
    const { rows } = await readAs(file);
    expect(rows).toEqual(['A5.9 2016 = 6.5', 'A5.9 2017 = 7.25', 'A5.9 2018 = 0']);
  });

  it('of several contents has a series and a unit of each', async () => {
    const file = ofContents(
      'CONTENTS="Police";',
      { 'Protection orders issued': 'thousands', 'Women among police officers': '%' },
      '1 2 3 4 5 6 1.5 2.5 3.5 10 11 12 0 0 0 0 0 0',
    );
    expect((await readAs(file)).rows).toEqual([
      ...['A5.8 2016 = 1500', 'A5.8 2017 = 2500', 'A5.8 2018 = 3500'],
      ...['A5.9 2016 = 10', 'A5.9 2017 = 11', 'A5.9 2018 = 12'],
    ]);
  });

  it('of contents with a unit of its own is in that, whatever the unit of all is', async () => {
    const file = ofContents(
      'UNITS="number";',
      { 'Protection orders issued': 'thousands' },
      '1 2 3 4 5 6 7 8 9',
    );
    expect((await readAs(file)).rows).toEqual([
      'A5.8 2016 = 4000',
      'A5.8 2017 = 5000',
      'A5.8 2018 = 6000',
    ]);
  });

  it.each([
    ['quarters', 'Quarter', '"I","II"'],
    ['periods', 'Period', '"I полугодие","II полугодие"'],
  ])('of %s beside years has no figure of a year', async (_what, name, texts) => {
    const file = changed(
      UNECE,
      ['HEADING="Sex","Year"', `HEADING="${name}","Year"`],
      ['VALUES("Sex")="Both sexes","Female"', `VALUES("${name}")=${texts}`],
      ['CODES("Sex")="0","1";\nELIMINATION("Sex")="Both sexes";', ''],
    );
    expect((await readAs(file)).rows).toEqual([]);
    const turned = changed(file, [`"${name}","Year"`, `"Year","${name}"`]);
    expect((await readAs(turned)).rows).toEqual([]);
  });

  it('whose values are YES and NO has none for the whole that is not named', async () => {
    const file = changed(
      UNECE,
      ['HEADING="Sex","Year"', 'HEADING="Reported","Year"'],
      ['VALUES("Sex")="Both sexes","Female"', 'VALUES("Reported")="YES","NO"'],
      ['CODES("Sex")="0","1";\nELIMINATION("Sex")="Both sexes"', 'ELIMINATION("Reported")=YES'],
    );
    expect((await readAs(file)).rows).toEqual([]);
    const named = await readAs(file.replace('=YES;', '="YES";'));
    expect(named.rows).toEqual(['A5.9 2016 = 6.5', 'A5.9 2017 = 7.25']);
  });

  it('of a program of DOS is read in its letters and to its end mark', async () => {
    const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
    const codeOf = (letter: string): number => {
      const at = letters.indexOf(letter.toLowerCase());
      if (at === -1) return letter.charCodeAt(0);
      if (letter !== letter.toLowerCase()) return 0x80 + at;
      return at < 16 ? 0xa0 + at : 0xd0 + at;
    };
    const text = `${national.replace('windows-1251', 'cp866')}\r\n\u001A`;
    const { rows, codes } = await readAs(Uint8Array.from(text, codeOf));
    expect([rows.length, codes.includes('GUESSED_ENCODING')]).toEqual([4, false]);
  });

  it('of quarters has no figure of a year', async () => {
    const { rows, codes } = await readAs(changed(UNECE, ['TLIST(A1)', 'TLIST(Q1)']));
    expect([rows, codes]).toEqual([[], expect.arrayContaining(['NOT_ANNUAL'])]);
  });

  it('in another unit is left out', async () => {
    const { rows, codes } = await readAs(changed(UNECE, ['"per cent"', '"per 100000 population"']));
    expect([rows, codes]).toEqual([[], expect.arrayContaining(['OTHER_UNIT'])]);
  });

  it('of thousands of figures is read', async () => {
    const regions = Array.from({ length: 900 }, (_, at) => `"Village ${String(at)}"`);
    const cells = Array.from({ length: 903 * 6 }, (_, at) => String(at % 90)).join(' ');
    const file = changed(
      UNECE,
      ['"Tajikistan";', `"Tajikistan",${regions.join(',')};`],
      ['CODES("Country")="398","417","762";\n', ''],
      [/DATA=[^]*/, `DATA=${cells};`],
    );
    const { rows } = await readAs(file);
    expect(rows).toEqual(['A5.9 2016 = 6', 'A5.9 2017 = 7', 'A5.9 2018 = 8']);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['whose last text is not closed', '"police officers"', '"police officers', 'PX_BROKEN'],
    ['that has something else between its keywords', 'DECIMALS=1;', 'Decimals: 1;', 'PX_BROKEN'],
    ['with a stray quotation mark among its cells', '6.5 7.25', '6.5 " 7.25', 'PX_BROKEN'],
    ['without cells', /DATA=[^]*/, '', 'PX_KEYWORD'],
    ['without the values of a variable', /VALUES\("Sex"\).*\n/, '', 'PX_KEYWORD'],
    ['with more values than codes', '"398","417","762"', '"398","417"', 'PX_KEYWORD'],
    ['with a cell too few', '6.5 7.25', '6.5', 'PX_CELLS'],
    ['with decimal commas', '6.5 7.25', '6,5 7,25', 'PX_CELLS'],
    ['of variables without names', /STUB=.*\nHEADING=.*\n/, '', 'PX_KEYWORD'],
    [
      'of keys that it does not list',
      /DATA=[^]*/,
      'KEYS("Country")=VALUES;\nDATA="Kyrgyzia",1 2 3 4 5 6;',
      'PX_KEY',
    ],
  ])('%s is refused', async (_what, from, to, code) => {
    expect(await readAs(changed(UNECE, [from, to]))).toEqual({ rows: [], codes: [code] });
  });

  it('of more cells than a file may have is refused', async () => {
    const years = Array.from({ length: 400_000 }, () => '"a"').join(',');
    const { codes } = await readAs(
      changed(UNECE, [/VALUES\("Year"\)[^;]*;/, `VALUES("Year")=${years};`]),
    );
    expect(codes).toEqual(['TOO_MUCH_WORK']);
  });

  it('of more variables than a cube has is refused before they are read', async () => {
    // the table has one cell and short lists, so only the limit on variables can refuse it
    const file = changed(
      UNECE,
      [/STUB=.*\n/, ''],
      [/VALUES\("Year"\)[^;]*;/, 'VALUES("Year")="2016";'],
      ['"Sex","Year"', Array.from({ length: 61 }, () => '"Year"').join(',')],
      [/DATA=[^]*/, 'DATA=6.5;'],
    );
    expect((await readAs(file)).codes).toEqual(['TOO_MUCH_WORK']);
  });

  it('that opens a bracket of millions of letters is refused', async () => {
    const { codes } = await readAs(`CHARSET="ANSI";\nSTUB="a";\nA(${'a'.repeat(9_900_000)}`);
    expect(codes).toEqual(['PX_BROKEN']);
  });

  it('that opens a bracket or a text over and over is refused in time', async () => {
    const opened = ['("', '[', '"', 'A=', '=;', '(("'].map((piece) => piece.repeat(500_000));
    for (const end of opened)
      expect(await readAs(`CHARSET="ANSI";\nSTUB="a";\n${end}`)).toEqual({
        rows: [],
        codes: ['PX_BROKEN'],
      });
  });
});
