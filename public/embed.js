// docs/embedding.md
{
  const quietly = (act) => (event) => {
    try {
      act(event);
    } catch {}
  };

  quietly(() => {
    const { src, dataset } = document.currentScript;
    const { origin } = new URL(src);
    const [label, closing] = /^es/.test(document.documentElement.lang)
      ? ['Contáctenos', 'Cerrar']
      : ['Contact us', 'Close'];

    let kept = {};
    quietly(() => {
      kept = sessionStorage;
    })();
    const names = /^(gc_)?(utm_\w+|(lead_)?source|src|ref|signature|expires|link|\w+(clk?id|braid|fat_id))$/;
    const said = new URLSearchParams(
      [...new URLSearchParams(location.search)].filter(([name]) => names.test(name)),
    );
    const { host } = new URL(document.referrer || location);
    if (host !== location.host && (`${said}` || !kept.guestcard)) said.set('gc_referrer', host);
    const campaign = `${said}` || kept.guestcard || '';

    const frames = () => [...document.querySelectorAll('iframe[data-guestcard]')];
    const greet = quietly(() => {
      for (const { contentWindow } of frames())
        contentWindow.postMessage({ type: 'guestcard:hello', v: 1 }, '*');
    });

    const hear = ({ data, origin: from, source }) => {
      const { type, v, ...detail } = data;
      const { height, lead } = detail;
      const frame = frames().find(({ contentWindow }) => contentWindow === source);
      if (from !== origin || !frame || kept[type + lead]) return;
      if (height > 0 && height < 2e4) Object.assign(frame.style, { height: `${height}px`, minHeight: 0 });
      if (type === 'guestcard:ready')
        source.postMessage(
          {
            type: 'guestcard:visit',
            v,
            query: `${campaign}&gc_page=${encodeURIComponent(location.host + location.pathname)}`,
            options: { ...frame.dataset },
          },
          origin,
        );
      if (type === 'guestcard:close') frame.parentNode.close();
      frame.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
      if (!lead) return;
      kept[type + lead] = 1;
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
          background: '#144',
          color: '#fff',
          font: '1rem sans-serif',
          ...style,
        },
        { textContent },
      );
    const makeDialog = (opener, src) => {
      const title = opener.ariaLabel || opener.textContent.trim() || label;
      const frame = make('iframe', { width: '100%', height: '40rem' }, { title });
      Object.assign(frame.dataset, opener.dataset, { guestcard: '' });
      frame.src = src;
      const dialog = make(
        'dialog',
        { width: '42rem', margin: 'auto', padding: 0, borderRadius: '1rem', boxShadow: '0 0 0 99rem #0009' },
        { ariaLabel: title, onclick: () => dialog.close() },
      );
      dialog.append(makeButton(closing, { position: 'sticky', top: '1rem', float: 'inline-end' }), frame);
      document.body.append(dialog);
      return dialog;
    };
    const dialogs = {};
    const open = (event) => {
      const opener = event.target.closest('[data-guestcard-open]');
      const { guestcardOpen, guestcardLang = '', guestcardTheme = '' } = opener.dataset;
      const [, , slug = guestcardOpen, preset = '', more = ''] =
        RegExp(`^${origin}/(p|embed)/([^?#]+)[?]?([^#]*)(.*)`).exec(opener.href) || [];
      if (!slug || slug === 'true' || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      const src = `${origin}/embed/${slug}?${preset}&lang=${guestcardLang}&theme=${guestcardTheme}${more}`;
      const dialog = dialogs[src]?.isConnected ? dialogs[src] : makeDialog(opener, src);
      dialogs[src] = dialog;
      const { style } = document.body;
      const { overflow } = style;
      dialog.onclose = () => {
        style.overflow = overflow;
        opener.focus();
      };
      dialog.showModal();
      style.overflow = 'hidden';
      event.preventDefault();
    };

    const { guestcardButton, guestcardLabel } = dataset;
    const float = () => {
      if (!document.body || document.querySelector('button[data-guestcard-button]')) return;
      const button = makeButton(guestcardLabel || label, {
        position: 'fixed',
        zIndex: 99,
        bottom: 'env(safe-area-inset-bottom)',
        insetInlineEnd: 0,
      });
      Object.assign(button.dataset, dataset, { guestcardOpen: guestcardButton });
      document.body.append(button);
    };
    if (guestcardButton) setInterval(float, 99);

    if (window[origin]) return;
    window[origin] = 1;
    addEventListener('message', quietly(hear));
    addEventListener('click', quietly(open));
    document.addEventListener('load', greet, true);
    greet();
    kept.guestcard = campaign;
  })();
}
