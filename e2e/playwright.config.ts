import { defineConfig } from 'playwright/test';
import { testBrowser } from './setup/test-browser.ts';
import { browserArguments } from './setup/try-browser.ts';

const { path, sandbox } = await testBrowser();

/** Every journey runs twice, with and without JavaScript, unless its tags say that it belongs to one of them. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    // Traces take a seventh of the time: `npm test -- e2e --trace retain-on-failure` records them.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: path, chromiumSandbox: sandbox, args: browserArguments },
  },
  projects: [
    { name: 'javascript', grepInvert: /@no-javascript/ },
    { name: 'no-javascript', grepInvert: /@javascript/, use: { javaScriptEnabled: false } },
  ],
});
