'use client';

export default function ErrorPage() {
  return (
    <main className="mx-auto max-w-xl px-5 pt-16 pb-16 sm:px-8 sm:pt-24">
      <title>Something went wrong</title>
      <h1 className="font-display text-4xl leading-tight">This page cannot be shown right now</h1>
      <p className="mt-4 text-lg text-muted">
        The fault is ours. An inquiry that you saw confirmed is safe. Please try again in a minute.
      </p>
      {/* A plain form: it has to work when little else does. */}
      <form className="mt-6">
        <button type="submit" className="font-semibold text-accent-ink underline underline-offset-4">
          Try again
        </button>
      </form>
    </main>
  );
}
