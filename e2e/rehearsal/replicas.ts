import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { end, freePort, type Guestcard, startGuestcard } from '../fixtures/guestcard.ts';

/** One process of the program, which a supervisor starts again at the same place. */
export class Replica {
  readonly url: string;
  readonly #port: number;
  readonly #settings: Record<string, string>;
  readonly #properties: object[];
  readonly #dataDir: string;
  #running: Guestcard | undefined;
  #largestKb = 0;
  /** What its processes printed. */
  output = '';

  private constructor(port: number, settings: Record<string, string>, properties: object[], dataDir: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#settings = settings;
    this.#properties = properties;
    this.#dataDir = dataDir;
  }

  static async start(
    settings: Record<string, string>,
    properties: object[],
    dataDir: string,
  ): Promise<Replica> {
    const replica = new Replica(await freePort(), settings, properties, dataDir);
    await replica.start();
    return replica;
  }

  /** As a supervisor would: again and again, while the database is away. */
  async start(): Promise<void> {
    for (let tries = 1; !this.#running; tries += 1) {
      try {
        this.#running = await startGuestcard(this.#settings, this.#properties, this.#dataDir, this.#port);
      } catch (error) {
        this.output += `${error}\n`;
        if (tries >= 60) throw error;
        await wait(500);
      }
    }
  }

  /** SIGKILL as a power cut of the process alone, SIGTERM as an operator. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.measure();
    this.#running = undefined;
    await end(running.process, signal);
    this.output += running.output();
  }

  freeze(): void {
    this.#running?.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#running?.process.kill('SIGCONT');
  }

  /** The most memory that one of its processes ever held, in MB; undefined where the system does not tell. */
  get largestMb(): number | undefined {
    return this.#largestKb > 0 ? Math.round(this.#largestKb / 1024) : undefined;
  }

  measure(): void {
    try {
      const status = readFileSync(`/proc/${this.#running?.process.pid}/status`, 'utf8');
      this.#largestKb = Math.max(this.#largestKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch (error) {
      // Only Linux tells, and only of a process that is there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
