// Runs the shared test vectors against the built domain library, with the shared auditors. If they are neither beside
// the repository nor at QADAM_SHARED, the run is counted as skipped.
// Every vector runs twice: with JSON numbers, and with the same numbers as decimal strings.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { sharedFolder } from './shared-folder.mjs';

const root = path.join(import.meta.dirname, '..');
const vectorsFolder = sharedFolder('vectors');
const report = { passed: 0, failed: 0, skipped: 0 };

if (vectorsFolder !== undefined) {
  const domain = await import(pathToFileURL(path.join(root, 'libs/domain/dist/index.js')).href);
  const { checkResult, checkRelease } = await import(
    pathToFileURL(path.join(vectorsFolder, 'audit2.mjs')).href
  );
  for (const file of readdirSync(vectorsFolder).filter((name) => name.endsWith('.json'))) {
    const { vectors } = JSON.parse(readFileSync(path.join(vectorsFolder, file), 'utf8'));
    for (const vector of vectors) {
      for (const asText of [false, true]) {
        const problem = check(domain, vector, asText, { checkResult, checkRelease });
        if (problem === null) report.passed += 1;
        else {
          report.failed += 1;
          console.log(`${vector.id}${asText ? ' (as text)' : ''} ${vector.fn}: ${problem}`);
        }
      }
    }
  }
} else {
  report.skipped = 1;
  console.log('conformance: the shared vectors are not here, skipped');
}
mkdirSync(path.join(root, '.cache/reports'), { recursive: true });
writeFileSync(path.join(root, '.cache/reports/conformance.json'), JSON.stringify(report));
console.log(
  `conformance: ${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`,
);
process.exit(report.failed > 0 ? 1 : 0);

function check(domain, vector, asText, auditors) {
  const input =
    vector.fn === 'readCsv'
      ? { bytes: Uint8Array.from(Buffer.from(vector.input.hex, 'hex')) }
      : asText
        ? withText(vector.input, vector.fn)
        : vector.input;
  let result;
  try {
    result = domain[vector.fn](input);
  } catch (error) {
    return error.message;
  }
  if (vector.fn === 'planRelease') return auditors.checkRelease(vector, result).join('; ') || null;
  if (vector.fn === 'suppress1D' || vector.fn === 'suppress2D')
    return auditors.checkResult(vector, result.hidden).join('; ') || null;
  return difference(result, vector.expected);
}

/** The keys that a vector names must be equal; a result may carry more. */
function difference(result, expected) {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    return isDeepStrictEqual(result, expected) ? null : JSON.stringify(result);
  }
  const wrong = Object.keys(expected).filter(
    (key) => !isDeepStrictEqual(result[key], expected[key]),
  );
  return wrong.length === 0
    ? null
    : wrong
        .map((k) => `${k} ${JSON.stringify(result[k])} for ${JSON.stringify(expected[k])}`)
        .join('; ');
}

/** Values become text; years, counts of decimals and thresholds stay numbers. */
function withText(value, fn, key = '') {
  if (typeof value === 'number')
    return fn === 'exportCsvCell' ||
      /year|asOf|decimals|window|threshold|due|version|base$|detailed/i.test(key)
      ? value
      : String(value);
  if (Array.isArray(value)) return value.map((v) => (key === 'breaks' ? v : withText(v, fn, key)));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withText(v, fn, k)]));
  return value;
}
