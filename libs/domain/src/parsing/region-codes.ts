/** The codes of first-level units in the classification of their national office (its last two digits), by ISO 3166-2 code. */
const OFFICE_CODES: Readonly<Record<string, string>> = {
  'KG-Y': '02',
  'KG-J': '03',
  'KG-N': '04',
  'KG-B': '05',
  'KG-O': '06',
  'KG-T': '07',
  'KG-C': '08',
  'KG-GB': '11',
  'KG-GO': '21',
  'UZ-AN': '03',
  'UZ-BU': '06',
  'UZ-JI': '08',
  'UZ-QA': '10',
  'UZ-NW': '12',
  'UZ-NG': '14',
  'UZ-SA': '18',
  'UZ-SU': '22',
  'UZ-SI': '24',
  'UZ-TK': '26',
  'UZ-TO': '27',
  'UZ-FA': '30',
  'UZ-XO': '33',
  'UZ-QR': '35',
};

/** How the office of Tajikistan shortens the names of its regions. */
const TJ_SHORT: Readonly<Record<string, readonly string[]>> = {
  'TJ-GB': ['ГБАО', 'ВМКБ', 'GBAO'],
  'TJ-RA': ['РРП', 'НТҶ', 'НТМ', 'DRS'],
};

/**
 * The letters that ISO 3166-2 had for regions of Kazakhstan before its digits; its office still writes them. South Kazakhstan, since
 * divided into Turkistan and Shymkent, is left out.
 */
const KZ_LETTERS: Readonly<Record<string, string>> = {
  'KZ-11': 'AKM',
  'KZ-15': 'AKT',
  'KZ-19': 'ALM',
  'KZ-23': 'ATY',
  'KZ-27': 'ZAP',
  'KZ-31': 'ZHA',
  'KZ-35': 'KAR',
  'KZ-39': 'KUS',
  'KZ-43': 'KZY',
  'KZ-47': 'MAN',
  'KZ-55': 'PAV',
  'KZ-59': 'SEV',
  'KZ-63': 'VOS',
  'KZ-71': 'NS',
  'KZ-75': 'ALA',
  'KZ-79': 'SHY',
};

/**
 * The codes, other than ISO 3166-2, by which files call a region: the ISO code without its hyphen, and the
 * codes of the national offices. Kyrgyzstan: `KG02` of its SDG files, `41702` and the 14 digits of SOATE;
 * Uzbekistan: `1703` and the 10 digits of SOATO; Kazakhstan: the 9 digits of KATO, which begin with the
 * digits of ISO, and the letters `KZAKM` of its SDG files. Tajikistan: the letters by which its yearbooks shorten names.
 * Source: SDG_DSD.KG 1.8 (CL_AREA), GK 3.1.01 SOATE (KG), SOATO (UZ), NK RK 11 KATO and the
 * translations of kazstat/sdg-data-kazstat (KZ), ISO 3166-2.
 */
export function regionCodes(iso: string): string[] {
  const [country = '', unit = ''] = iso.split('-');
  const office = OFFICE_CODES[iso] ?? '';
  const own = [iso, `${country}${unit}`];
  if (country === 'KZ') {
    const letters = KZ_LETTERS[iso];
    const named = letters === undefined ? [] : [`KZ-${letters}`, `KZ${letters}`];
    return [...own, unit.padEnd(9, '0'), ...named];
  }
  if (country === 'KG' && office !== '') {
    const soate = `417${office}`;
    return [...own, `KG${office}`, soate, soate.padEnd(14, '0')];
  }
  if (country === 'UZ' && office !== '') {
    const soato = `17${office}`;
    return [...own, soato, `UZ${soato}`, soato.padEnd(10, '0')];
  }
  return [...own, ...(TJ_SHORT[iso] ?? [])];
}
