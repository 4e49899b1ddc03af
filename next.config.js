/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  devIndicators: false,
  experimental: { inlineCss: true },
};
