/**
 * Loads the framework when a person does something for the first time, so that looking at the page costs nothing: a touch,
 * a key, the focus, or a browser that fills the form in. What is typed until it runs stays in the fields. Whatever could
 * not be loaded is tried again with the next thing that the person does.
 *
 * Sent to the browser as its source, see early-script.ts. A page that Next answers itself has its scripts already, and
 * no `data-start`.
 */
export function startOnFirstTouch(): void {
  const first = document.getElementById('early')?.dataset.start;
  if (!first) return;
  const signs = ['pointerdown', 'keydown', 'focusin', 'input', 'change'];
  let missing = [first];

  const load = (sources: string[]) => {
    for (const source of sources) {
      const script = document.createElement('script');
      // In the order in which they are named, as the page had them.
      script.async = false;
      script.src = source;
      script.onerror = () => {
        script.remove();
        missing.push(source);
        listen();
      };
      document.head.append(script);
    }
  };
  const start = () => {
    for (const sign of signs) removeEventListener(sign, start, true);
    const sources = missing;
    missing = [];
    load(sources);
  };
  const listen = () => {
    for (const sign of signs) addEventListener(sign, start, true);
  };

  // The first script names the others when it runs.
  Object.assign(window, { loadScripts: load });
  listen();
  // Somebody was faster than the end of the page.
  if (document.activeElement !== document.body) start();
}
