/**
 * A website can put the frame into a sandbox in which forms cannot be sent. The browser then does nothing when the button
 * is pressed, and says so to nobody but the developer: here it is said to the person.
 *
 * Sent to the browser as its source, see early-script.ts.
 */
export function sayWhenBlocked(): void {
  let wasHeard = false;
  const hear = () => {
    wasHeard = true;
  };
  addEventListener('submit', hear, true);
  addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('[type=submit]')) return;
    wasHeard = false;
    // Where it can be sent, the browser announces it before anything else happens.
    setTimeout(() => {
      const notice = document.querySelector<HTMLElement>('[data-blocked]');
      if (notice && !wasHeard) notice.hidden = false;
    });
  });
}
