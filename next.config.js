const nobodysFrame = {
  key: 'Content-Security-Policy',
  value: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
};
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not no-referrer: browsers would then send `Origin: null`, and forms without JavaScript would be refused.
  { key: 'Referrer-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    'pino',
    'kysely',
    'libphonenumber-js',
    'prom-client',
    'better-auth',
    '@resvg/resvg-wasm',
  ],
  outputFileTracingExcludes: { '*': ['.data/**'] },
  experimental: {
    inlineCss: true,
    // Larger bodies are refused by proxy.ts with a page that says so; Next's own refusal is a bare 500.
    serverActions: { bodySizeLimit: '1mb' },
  },
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // Who may frame an answer is said by lib/embed/frame-door.ts, except to whoever comes before it is open.
    { source: '/:path*', missing: [{ type: 'header', key: 'x-guestcard-door' }], headers: [nobodysFrame] },
    // The form behind a short link is told which website the person comes from.
    {
      source: '/l/:code',
      headers: [{ key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }],
    },
    {
      source: '/embed.js',
      headers: [
        { key: 'Cache-Control', value: 'public, max-age=3600, stale-while-revalidate=86400' },
        // For websites that demand it of everything they load.
        { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
      ],
    },
    { source: '/status/:receipt', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
    { source: '/embed/status/:receipt', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
    { source: '/api/status/:receipt', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
    { source: '/status/:receipt', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] },
    { source: '/embed/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] },
    { source: '/staff/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] },
  ],
};
