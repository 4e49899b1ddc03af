import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Disk } from './disk.ts';
import { type DiskOperation, readLine, UnmodelledCall } from './strace-log.ts';

const hex = (text: string) =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const isDatabaseFile = (path: string) => path.startsWith('/d/guestcard.db');
const read = (line: string) => readLine(line, isDatabaseFile);
const file = '/d/guestcard.db-wal';

test('strace’s lines become what was done to the files', () => {
  assert.deepEqual(read(`10.5 pwrite64(22<${hex(file)}>, "${hex('abcd')}", 4, 32) = 4 <0.000025>`), {
    begun: 10_500,
    done: 10_500.025,
    kind: 'write',
    path: file,
    offset: 32,
    data: Buffer.from('abcd'),
  });
  assert.equal(read(`10.5 fdatasync(22<${hex(file)}>) = 0 <0.001000>`)?.kind, 'sync');
  assert.equal(read(`10.5 ftruncate(22<${hex(file)}>, 8192) = 0 <0.001000>`)?.kind, 'truncate');
  assert.equal(read(`10.5 unlink("${hex(file)}") = 0 <0.001000>`)?.path, file);
  const opened = `22<${hex(file)}>`;
  assert.deepEqual(
    read(
      `10.5 openat(AT_FDCWD<${hex('/w')}>, "${hex(file)}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = ${opened} <0.001000>`,
    ),
    { begun: 10_500, done: 10_501, kind: 'create', path: file },
  );
});

test('what failed, what was only read, and what went elsewhere did nothing to the files', () => {
  assert.equal(read(`10.5 fsync(22<${hex(file)}>) = -1 EIO (Input/output error) <0.001000>`), undefined);
  assert.equal(
    read(`10.5 openat(AT_FDCWD<${hex('/w')}>, "${hex(file)}", O_RDONLY) = 22<${hex(file)}> <0.001>`),
    undefined,
  );
  assert.equal(read(`10.5 write(1<${hex('/dev/null')}>, "${hex('x')}", 1) = 1 <0.001>`), undefined);
  assert.equal(read('10.5 +++ killed by SIGKILL +++'), undefined);
});

test('a way of writing that the model does not know is not passed over', () => {
  assert.throws(() => read(`10.5 write(22<${hex(file)}>, "${hex('x')}", 1) = 1 <0.001>`), UnmodelledCall);
  assert.throws(() => read(`10.5 rename("${hex('/d/x')}", "${hex(file)}") = 0 <0.001>`), UnmodelledCall);
});

const at = { begun: 0, done: 0, path: file };
const create: DiskOperation = { ...at, kind: 'create' };
const syncFolder: DiskOperation = { ...at, kind: 'sync', path: '/d' };
const sync: DiskOperation = { ...at, kind: 'sync' };
const write = (offset: number, text: string): DiskOperation => ({
  ...at,
  kind: 'write',
  offset,
  data: Buffer.from(text),
});

function diskAfter(...operations: DiskOperation[]): Disk {
  const disk = new Disk();
  for (const operation of operations) disk.apply(operation);
  return disk;
}
const nothing = () => false;
const left = (disk: Disk, reached: () => boolean) => disk.afterPowerCut(reached).get(file)?.toString();

test('what was synced survives a power cut, what was not is gone, or there by chance', () => {
  const disk = diskAfter(create, syncFolder, write(0, 'one'), sync, write(3, 'two'));
  assert.equal(left(disk, nothing), 'one');
  assert.equal(
    left(disk, () => true),
    'onetwo',
  );
});

test('each sector reaches the disk for itself', () => {
  const page = 'a'.repeat(500) + 'b'.repeat(512) + 'c'.repeat(10);
  const disk = diskAfter(create, syncFolder, write(12, page));
  // Sectors end at 512 and 1024: only the second of three is written.
  const fates = [false, true, false];
  const content = disk.afterPowerCut(() => fates.shift() === true).get(file);
  assert.deepEqual(fates, []);
  assert.equal(content?.length, 1024);
  assert.equal(content?.subarray(0, 512).toString(), '\0'.repeat(512));
  assert.equal(content?.subarray(512).toString(), 'b'.repeat(512));
});

test('a file whose folder was not synced may be missing; one that was removed may be back', () => {
  assert.equal(left(diskAfter(create, write(0, 'one'), sync), nothing), undefined);
  const removed: DiskOperation = { ...at, kind: 'remove' };
  assert.equal(left(diskAfter(create, write(0, 'one'), sync, syncFolder, removed), nothing), 'one');
  assert.equal(
    left(diskAfter(create, write(0, 'one'), sync, syncFolder, removed, syncFolder), nothing),
    undefined,
  );
});

test('a truncation is as uncertain as a write', () => {
  const shorter: DiskOperation = { ...at, kind: 'truncate', length: 1 };
  const disk = diskAfter(create, syncFolder, write(0, 'one'), sync, shorter);
  assert.equal(left(disk, nothing), 'one');
  assert.equal(
    left(disk, () => true),
    'o',
  );
});
