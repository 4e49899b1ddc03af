import { mostNames } from '#lib/visits/visit-sums.ts';

/** Numbers without their limits are believed too much. */
export function CannotKnow() {
  return (
    <section
      aria-labelledby="limits"
      className="mt-10 rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <h2 id="limits" className="font-semibold text-xl">
        What these numbers cannot know
      </h2>
      <ul className="mt-3 max-w-prose list-disc space-y-2 ps-5">
        <li>
          <strong>Views are page loads, not people.</strong> Nothing is kept on a device to know it by, so
          somebody who opens the form three times is three views.
        </li>
        <li>
          <strong>Bots that do not say so are counted.</strong> Search engines, link previews, monitors and
          pages that a browser loads in advance say what they are and are left out. A program that claims to
          be a browser looks like one.
        </li>
        <li>
          <strong>A start is missed where pictures are blocked:</strong> the page asks for an empty one when a
          field first gets the focus. That needs no JavaScript, but some blockers and readers load none.
        </li>
        <li>
          <strong>In a website, a view is a form that was loaded,</strong> perhaps further down than anybody
          looked. Without the script beside the frame, its visits have only the source in the frame’s address.
        </li>
        <li>
          <strong>Leads from another form have no views.</strong> Submits, and what became of them, come from
          the leads themselves and are exact; where there are more of them than views, no share is shown.
        </li>
        <li>
          <strong>A source is what the link said.</strong> Whoever passes a link on passes its source on, and
          anybody can write one. Of each property and day, {mostNames} names are counted apart; what comes
          after is under “Further names”.
        </li>
        <li>
          <strong>The last seconds may be missing,</strong> and are lost if the program is cut off. Days are
          those at the property. Counts are kept for good: none of them is about a person.
        </li>
      </ul>
    </section>
  );
}
