import { deflateRawSync } from 'node:zlib';

/** A zip of these parts; its directory may claim another size for each. */
export function zip(parts: Readonly<Record<string, string>>, claimed?: number): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = deflateRawSync(text);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0);
    sizes.writeUInt32LE(content.length, 10);
    sizes.writeUInt32LE(claimed ?? text.length, 14);
    const length = Buffer.alloc(4);
    length.writeUInt16LE(name.length, 0);
    const local = [Buffer.from('PK\x03\x04\x14\0\0\0'), sizes, length, Buffer.from(name), content];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.from('PK\x01\x02\x14\0\x14\0\0\0'),
      sizes,
      length,
      place,
      Buffer.from(name),
    );
    body.push(...local);
    at += Buffer.concat(local).length;
  }
  const contents = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, contents, end]);
}
