import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { CommandFailed } from './usage.ts';

/** The first bytes of a file that is encrypted with age (age-encryption.org). */
const AGE = Buffer.from('age-encryption.org/v1\n');
const GZIP = Buffer.from([0x1f, 0x8b]);

type Bytes = AsyncIterable<Uint8Array>;
const web = (bytes: Bytes) => Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;

/**
 * Writes lines as a gzip file, encrypted if a recipient (`age1…`) is given: `age -d` and `zcat` can read it without Qadam. The file gets its name
 * only when it is complete and on the disk.
 */
export async function writeLines(
  lines: AsyncIterable<string>,
  file: string,
  recipient: string | undefined,
): Promise<void> {
  const encrypter = recipient === undefined ? null : encrypterFor(recipient);
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await pipeline(
      async function* () {
        for await (const line of lines) yield `${line}\n`;
      },
      createGzip(),
      async function* (bytes: Bytes) {
        yield* encrypter === null ? bytes : await encrypter.encrypt(web(bytes));
      },
      handle.createWriteStream({ flush: true }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Passes the lines of such a file to `use`, and waits for it. `identity`: the file that `age-keygen` wrote, with the line `AGE-SECRET-KEY-…`. */
export async function readLines<T>(
  file: string,
  identity: string | undefined,
  use: (lines: AsyncGenerator<string>) => Promise<T>,
): Promise<T> {
  const encrypted = await isEncrypted(file);
  if (encrypted && identity === undefined)
    throw new CommandFailed(`${file} is encrypted: name its key with --identity.`);
  const decrypter = encrypted && identity !== undefined ? decrypterFor(identity) : null;
  return pipeline(
    createReadStream(file),
    async function* (bytes: Bytes) {
      if (decrypter === null) yield* bytes;
      else
        try {
          yield* await decrypter.decrypt(web(bytes));
        } catch {
          throw new CommandFailed(`${file} was encrypted for another key, or is not whole.`);
        }
    },
    createGunzip().setEncoding('utf8'),
    (text: AsyncIterable<string>) => use(split(text)),
  );
}

async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => {
    throw new CommandFailed(`${file} cannot be read.`);
  });
  const { buffer } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
  await handle.close();
  if (buffer.equals(AGE)) return true;
  if (buffer.subarray(0, GZIP.length).equals(GZIP)) return false;
  throw new CommandFailed(`${file} is not a backup of Qadam.`);
}

async function* split(text: AsyncIterable<string>): AsyncGenerator<string> {
  let line = '';
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    line += first;
    for (const other of others) {
      yield line;
      line = other;
    }
  }
  if (line !== '') yield line;
}

function encrypterFor(recipient: string): Encrypter {
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return encrypter;
  } catch {
    throw new CommandFailed('--recipient is not a public key of age: age1 and 58 more characters.');
  }
}

function decrypterFor(identity: string): Decrypter {
  try {
    const decrypter = new Decrypter();
    for (const line of identity.split(/\r?\n/).filter((text) => text.startsWith('AGE-SECRET-KEY-')))
      decrypter.addIdentity(line);
    return decrypter;
  } catch {
    throw new CommandFailed('The file of --identity holds no key of age.');
  }
}
