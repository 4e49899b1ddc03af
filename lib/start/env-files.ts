import { createRequire } from 'node:module';

/** Next's own reader of .env files; as a bundled CommonJS module it has no named exports for Node. */
export const { loadEnvConfig, resetEnv, updateInitialEnv } = createRequire(import.meta.url)(
  '@next/env',
) as typeof import('@next/env');
