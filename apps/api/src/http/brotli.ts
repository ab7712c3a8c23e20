import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Compresses at a middle quality: the best would take many times as long to save a few per cent. */
export const brotli = (text: string | Buffer): Promise<Buffer> =>
  compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

export const unbrotli = promisify(brotliDecompress);

export const takesBrotli = (acceptEncoding: string | string[] | undefined): boolean =>
  /\bbr\b/.test(String(acceptEncoding ?? ''));
