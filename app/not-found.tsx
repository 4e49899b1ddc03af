import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-5 pt-16 pb-16 sm:px-8 sm:pt-24">
      <title>Page not found</title>
      <h1 className="font-display text-4xl leading-tight">There is nothing at this address</h1>
      <p className="mt-4 text-lg text-muted">
        The link may have been cut off, or the form was taken down. If you were looking for a community, try
        the one that sent you here, or see all of them.
      </p>
      <p className="mt-6">
        <Link
          href="/"
          prefetch={false}
          className="font-semibold text-accent-ink underline underline-offset-4"
        >
          See all communities
        </Link>
      </p>
    </main>
  );
}
