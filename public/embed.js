/* docs/embedding.md */
{
  // Never the website's trouble.
  const quietly = (act) => (event) => {
    try {
      act(event);
    } catch {}
  };

  quietly(() => {
    const { src, dataset } = document.currentScript;
    const { origin } = new URL(src);
    const root = document.documentElement;
    const spanish = /^es/.test(root.lang);

    // Until somebody comes anew.
    const said = new URLSearchParams(location.search);
    for (const name of [...said.keys()])
      if (!/^(gc_|utm_|(lead_)?source$|src$|ref$|li_fat)|(clid|braid)$/.test(name)) said.delete(name);
    const { host } = new URL(document.referrer || location);
    if (host !== location.host) said.set('gc_referrer', host);
    let campaign = `${said}`;
    quietly(() => {
      campaign = campaign || sessionStorage.guestcard || '';
      sessionStorage.guestcard = campaign;
    })();
    const query = () => `${campaign}&gc_page=${encodeURIComponent(location.host + location.pathname)}`;

    const frames = () => [...document.querySelectorAll('iframe[data-guestcard]')];
    // To any origin: it says nothing.
    const greet = (frame) => frame.contentWindow.postMessage({ type: 'guestcard:hello', v: 1 }, '*');

    const told = {};
    const hear = ({ data, origin: from, source }) => {
      const { type, v, ...detail } = data;
      const { height, lead } = data;
      const frame = frames().find(({ contentWindow }) => contentWindow === source);
      if (from !== origin || !frame || told[type + lead]) return;
      told[type + lead] = lead;
      if (height > 0 && height < 2e4) Object.assign(frame.style, { height: `${height}px`, minHeight: 0 });
      if (type === 'guestcard:ready')
        source.postMessage(
          { type: 'guestcard:visit', v, query: query(), options: { ...frame.dataset } },
          origin,
        );
      if (type === 'guestcard:close') frame.parentNode.close();
      frame.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
      if (type !== 'guestcard:submit') return;
      if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
      dataLayer.push({ event: 'generate_lead', ...detail });
    };

    const make = (tag, style, properties) => {
      const element = Object.assign(document.createElement(tag), properties);
      Object.assign(element.style, { border: 0, ...style });
      return element;
    };
    const makeButton = (textContent, style) =>
      make(
        'button',
        {
          margin: '1rem',
          padding: '1rem',
          borderRadius: '1rem',
          background: '#134e4a',
          color: '#fff',
          font: '1rem sans-serif',
          ...style,
        },
        { textContent },
      );
    const makeDialog = ({ dataset, href, textContent: title }) => {
      const { guestcardOpen, guestcardLang = '', guestcardTheme = '' } = dataset;
      const [, , slug = guestcardOpen, preset = '', more = ''] =
        RegExp(`^${origin}/(p|embed)/([^?#]+)[?]?([^#]*)(.*)`).exec(href) || [];
      const frame = make('iframe', { width: '100%', height: '40rem' }, { title });
      Object.assign(frame.dataset, dataset, { guestcard: '' });
      frame.src = `${origin}/embed/${slug}?${preset}&lang=${guestcardLang}&theme=${guestcardTheme}&${query()}${more}`;
      const dialog = make(
        'dialog',
        { width: '42rem', margin: 'auto', padding: 0, boxShadow: '0 0 0 99rem #0009' },
        { ariaLabel: title, onclick: () => dialog.close() },
      );
      const close = { position: 'sticky', top: '1rem', float: 'inline-end' };
      dialog.append(makeButton(spanish ? 'Cerrar' : 'Close', close), frame);
      document.body.append(dialog);
      return dialog;
    };
    const open = (event) => {
      const opener = event.target.closest('[data-guestcard-open]');
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      const dialog = opener.guestcard || makeDialog(opener);
      opener.guestcard = dialog;
      dialog.onclose = () => {
        root.style.overflow = '';
        opener.focus();
      };
      dialog.showModal();
      root.style.overflow = 'hidden';
      event.preventDefault();
    };

    const { guestcardButton, guestcardLabel } = dataset;
    const float = () => {
      if (!document.body) return setTimeout(float);
      const button = makeButton(guestcardLabel || (spanish ? 'Contáctenos' : 'Contact us'), {
        position: 'fixed',
        zIndex: 99,
        bottom: 'env(safe-area-inset-bottom)',
        insetInlineEnd: 0,
      });
      Object.assign(button.dataset, dataset, { guestcardOpen: guestcardButton });
      document.body.append(button);
    };

    const once = (name, act) => {
      if (!window[origin + name]) act();
      window[origin + name] = true;
    };
    once('', () => {
      addEventListener('message', quietly(hear));
      addEventListener('click', quietly(open));
      document.addEventListener(
        'load',
        quietly(({ target }) => frames().includes(target) && greet(target)),
        true,
      );
      frames().forEach(greet);
    });
    if (guestcardButton) once(guestcardButton, float);
  })();
}
