import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled } from './installed.js';

const machine = { platform: 'linux', arch: 'x64' };
const manifest = { name: 'guestcard', dependencies: { next: '16.4.6' } };
const packages = {
  'node_modules/next': { version: '16.4.6', integrity: 'sha512-next' },
  'node_modules/swc-linux': { version: '16.4.6', optional: true, os: ['linux'], cpu: ['x64'] },
};
const forMacs = { 'node_modules/swc-darwin': { version: '16.4.6', optional: true, os: ['darwin'] } };
const lock = { packages: { '': { dependencies: { next: '16.4.6' } }, ...packages, ...forMacs } };
const asInstalled = { manifest, lock, record: { packages } };

test('an installation of what is locked for this machine is complete', () => {
  assert.equal(isInstalled(asInstalled, machine), true);
});

const faults: Record<string, Parameters<typeof isInstalled>[0]> = {
  'no record, as after an interrupted installation': { ...asInstalled, record: undefined },
  'a package that is missing': {
    ...asInstalled,
    record: { packages: { 'node_modules/swc-linux': packages['node_modules/swc-linux'] } },
  },
  'another version': {
    ...asInstalled,
    record: { packages: { ...packages, 'node_modules/next': { version: '16.4.5' } } },
  },
  'the same version with other content': {
    ...asInstalled,
    record: {
      packages: { ...packages, 'node_modules/next': { version: '16.4.6', integrity: 'sha512-other' } },
    },
  },
  'binaries for another kind of machine': {
    ...asInstalled,
    record: { packages: { ...packages, ...forMacs } },
  },
  'a dependency that is not locked yet': {
    ...asInstalled,
    manifest: { dependencies: { ...manifest.dependencies, pg: '8.23.1' } },
  },
};

for (const [what, state] of Object.entries(faults)) {
  test(`${what} asks for an installation`, () => {
    assert.equal(isInstalled(state, machine), false);
  });
}
