// @ts-check

/**
 * Says what is going on, and every ten seconds that it still is.
 * @param {string} title
 */
export function reportProgress(title) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(`${title} …`);
  const timer = setInterval(() => console.log(`  … ${seconds()} s`), 10_000);
  return {
    finish: (/** @type {string} */ done) => console.log(`${done} in ${seconds()} s.`),
    stop: () => clearInterval(timer),
  };
}
