// Brings an embedded database back to where it was when it was remembered, in 10 to 20 ms of the processor; another one takes 300 to start from an image. All that
// PostgreSQL is lies in the memory of its WebAssembly and, for a database without a folder, in Emscripten's files, which are in memory, too.

const CHUNK = 64 * 1024; // a page of WebAssembly
const zeros = Buffer.alloc(CHUNK);

/** From there on all is zero. Reading pages that were never touched is cheap; writing zeros to them would make the system give them out. */
function endOfWritten(memory) {
  let end = memory.length;
  while (end > 0 && zeros.equals(memory.subarray(end - CHUNK, end))) end -= CHUNK;
  return end;
}

/** All files and folders, also those that were deleted and are still open. */
function allNodes(FS) {
  const nodes = new Set(FS.streams.flatMap((stream) => stream?.node ?? []));
  for (let node of FS.nameTable) for (; node; node = node.name_next) nodes.add(node);
  return [...nodes];
}

/** What a folder holds is an object of its own, which changes. */
const isFolder = ({ contents }) => contents?.constructor === Object;
const copyOf = (node) => ({
  ...node,
  ...(isFolder(node) ? { contents: { ...node.contents } } : {}),
});

/** From here on the bytes of these files stay as they are: a file that is written to gets a copy first. */
function keepBytes(MEMFS, nodes) {
  const kept = new WeakSet(nodes.map((node) => node.contents).filter(ArrayBuffer.isView));
  const makeRoom = MEMFS.expandFileStorage;
  MEMFS.expandFileStorage = (node, size) => {
    if (kept.has(node.contents)) node.contents = node.contents.slice();
    makeRoom.call(MEMFS, node, size);
  };
}

// Libraries that PostgreSQL loads stay loaded where it cannot see them, so plpgsql is loaded before. What is known of tables each
// session would gather anew.
const GATHER = `do $$
  declare one text;
  begin
    for one in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname <> 'information_schema' loop
      execute 'select from ' || one || ' limit 0';
    end loop;
  end $$`;
const librariesOf = async (db) =>
  (await db.query('select file_name from pg_get_loaded_modules()')).rows.length;

/** Remembers where the database `db` is; `canRewind` is asked while it is still where it was left, and `rewind` brings it back. */
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
    // memory that grew never shrinks, and would be carried through every suite that follows
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
