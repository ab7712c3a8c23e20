// Brings an embedded database back to an earlier state, in 10 to 20 ms of processor time; starting another one from an image takes 300. All of
// PostgreSQL is in the memory of its WebAssembly and, for a database without a folder, in Emscripten's files, which are in memory, too.

const CHUNK = 64 * 1024; // a page of WebAssembly
const zeros = Buffer.alloc(CHUNK);

/**
 * The end of what was written: all bytes after it are zero. Reading untouched pages is cheap, but writing zeros to them would make the system
 * allocate them.
 */
function endOfWritten(memory) {
  let end = memory.length;
  while (end > 0 && zeros.equals(memory.subarray(end - CHUNK, end))) end -= CHUNK;
  return end;
}

/** All files and folders, including those that were deleted but are still open. */
function allNodes(FS) {
  const nodes = new Set(FS.streams.flatMap((stream) => stream?.node ?? []));
  for (let node of FS.nameTable) for (; node; node = node.name_next) nodes.add(node);
  return [...nodes];
}

/** The content of a folder is an object that changes, so it is copied too. */
const isFolder = ({ contents }) => contents?.constructor === Object;
const copyOf = (node) => ({
  ...node,
  ...(isFolder(node) ? { contents: { ...node.contents } } : {}),
});

/** From now on the bytes of these files are not changed: when a file is written to, it gets a copy first. */
function keepBytes(MEMFS, nodes) {
  const kept = new WeakSet(nodes.map((node) => node.contents).filter(ArrayBuffer.isView));
  const makeRoom = MEMFS.expandFileStorage;
  MEMFS.expandFileStorage = (node, size) => {
    if (kept.has(node.contents)) node.contents = node.contents.slice();
    makeRoom.call(MEMFS, node, size);
  };
}

// Libraries that PostgreSQL has loaded stay loaded even if its memory is rewound, so plpgsql is loaded beforehand. The same block reads each table
// once, because every session would have to collect what is known of them again.
const GATHER = `do $$
  declare one text;
  begin
    for one in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname <> 'information_schema' loop
      execute 'select from ' || one || ' limit 0';
    end loop;
  end $$`;
const librariesOf = async (db) =>
  (await db.query('select file_name from pg_get_loaded_modules()')).rows.length;

/**
 * Remembers the state of database `db`. `canRewind` must be asked while the database is in its last state; `rewind` brings the remembered one back.
 */
export async function remember(db) {
  await db.exec(GATHER);
  const libraries = await librariesOf(db);
  const { Module } = db;
  const { FS, MEMFS } = Module;
  const size = Module.HEAPU8.length;
  const end = endOfWritten(Module.HEAPU8);
  const memory = Module.HEAPU8.slice(0, end);
  const stack = Module.stackSave();
  const names = [...FS.nameTable];
  const nodes = allNodes(FS).map((node) => [node, copyOf(node)]);
  const streams = FS.streams.map(
    (stream) => stream && [stream, { ...stream }, { ...stream.shared }],
  );
  keepBytes(
    MEMFS,
    nodes.map(([node]) => node),
  );
  return {
    // memory that has grown never shrinks, and all following suites would have to carry it
    canRewind: async () => Module.HEAPU8.length === size && (await librariesOf(db)) === libraries,
    rewind: () => {
      const now = Module.HEAPU8;
      now.fill(0, end, Math.max(end, endOfWritten(now)));
      now.set(memory);
      Module.stackRestore(stack);
      FS.nameTable.splice(0, FS.nameTable.length, ...names);
      for (const [node, was] of nodes) Object.assign(node, copyOf(was));
      FS.streams.splice(0, FS.streams.length, ...streams.map((one) => one?.[0]));
      for (const [stream, was, shared] of streams.filter(Boolean))
        Object.assign(Object.assign(stream, was, { shared: stream.shared }).shared, shared);
    },
  };
}
