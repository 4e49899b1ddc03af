import type { Endpoint, Fault, JobOutcome } from './scenario.ts';

type Waiting = { scenario: Fault | JobOutcome; left: number };

/** The scenarios still to be played, first in first out; an `always` one stays at its place until cleared. */
export class ScenarioQueue {
  #waiting: Waiting[] = [];

  add(scenario: Fault | JobOutcome) {
    const left = scenario.times === 'always' ? Number.POSITIVE_INFINITY : scenario.times;
    this.#waiting.push({ scenario, left });
  }

  takeFault(endpoint: Endpoint, path: string, text: string): Fault | null {
    const found = this.#waiting.find(
      ({ scenario }) =>
        scenario.kind !== 'job' &&
        (scenario.endpoint === 'any' || scenario.endpoint === endpoint) &&
        (scenario.match === undefined || path.includes(scenario.match) || text.includes(scenario.match)),
    );
    return this.#use(found) as Fault | null;
  }

  takeJobOutcome(body: unknown): JobOutcome | null {
    const text = JSON.stringify(body);
    const found = this.#waiting.find(
      ({ scenario }) =>
        scenario.kind === 'job' && (scenario.match === undefined || text.includes(scenario.match)),
    );
    return this.#use(found) as JobOutcome | null;
  }

  clear() {
    this.#waiting = [];
  }

  #use(found: Waiting | undefined): Fault | JobOutcome | null {
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== found);
    return found.scenario;
  }
}
