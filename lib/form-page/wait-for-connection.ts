/**
 * Before the framework runs the browser sends the form by itself, and offline it would replace the page with one of its
 * own. While it says that it is offline (then it is), the form stays, and is sent when the connection is back.
 *
 * Sent to the browser as its source, see early-script.ts. Once the framework has started, use-sending.ts does this.
 */
export function waitForConnection(): void {
  let form: HTMLFormElement;
  const say = (waiting: boolean) => {
    const notice = form.querySelector<HTMLElement>('[data-offline]');
    if (notice) notice.hidden = !waiting;
  };
  const send = () => {
    say(false);
    form.requestSubmit();
  };
  addEventListener(
    'submit',
    (event) => {
      form = event.target as HTMLFormElement;
      const { draft, started } = form.dataset;
      if (navigator.onLine || !draft || started) return;
      event.preventDefault();
      say(true);
      addEventListener('online', send, { once: true });
    },
    true,
  );
}
