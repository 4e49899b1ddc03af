export async function register(): Promise<void> {
  // Next also evaluates this file for its edge runtime, where nothing of ours runs.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startApp } = await import('#lib/app/start-app.ts');
  await startApp();
}
