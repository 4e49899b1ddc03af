/** What every page is loaded under: a phone with a slow connection and a quarter of this machine's speed. */
export const conditions = {
  width: 390,
  height: 844,
  /** Bits a second. */
  down: 1_600_000,
  up: 750_000,
  /** Milliseconds from a request to its answer; Chromium adds them to every request. */
  roundTrip: 150,
  /** Times slower. */
  cpu: 4,
};
