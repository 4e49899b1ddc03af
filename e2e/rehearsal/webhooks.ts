import { randomBytes } from 'node:crypto';
import { defaultToken, type Simulator } from '../../lib/propexo/simulator/contract.ts';
import { signPayload } from '../../lib/propexo/simulator/webhook-delivery.ts';

const path = '/api/webhooks/propexo';

/** Messages at the program's door for Propexo: true ones by the simulator, forged and repeated ones from here. */
export class Webhooks {
  readonly secret = randomBytes(16).toString('hex');
  readonly #addresses: string[] = [];

  /** Lets the simulator announce failures to the first replica. */
  async register(simulator: Simulator, addresses: string[]): Promise<void> {
    this.#addresses.push(...addresses);
    const answer = await fetch(`${simulator.url}/v1/webhooks/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${defaultToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        url: `${addresses[0]}${path}`,
        triggers: ['WRITE_OPERATION_FAILURE'],
        active: true,
        secret: this.secret,
      }),
    });
    if (!answer.ok) throw new Error(`The simulator takes no webhook: ${await answer.text()}`);
  }

  /** Says that jobs which succeeded have failed, signed with another secret. */
  async forge(simulator: Simulator): Promise<void> {
    const jobs = simulator.jobs.slice(-5);
    await this.#postAll(
      jobs.map((job) => failureOf(job)).map((text) => [text, signPayload('a secret of somebody else', text)]),
    );
  }

  /** An old failure that is no longer true, and one that is, so many times at once, signed well. */
  async replay(simulator: Simulator, times: number): Promise<void> {
    const jobs = simulator.jobs.filter(({ write_status }) => write_status === 'SUCCESS').slice(-1);
    const texts = [...jobs.map(failureOf), ...simulator.deliveries.slice(-1).map(({ text }) => text)];
    await this.#postAll(
      texts.flatMap((text) => Array(times / 2).fill([text, signPayload(this.secret, text)])),
    );
  }

  async #postAll(messages: [text: string, signature: string][]): Promise<void> {
    await Promise.all(
      messages.map(([text, signature], index) =>
        // Whether a replica is there to take it is not the question.
        fetch(`${this.#addresses[index % this.#addresses.length]}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'propexo-signature': signature },
          body: text,
          signal: AbortSignal.timeout(4_000),
        }).then(
          (answer) => answer.body?.cancel(),
          () => {},
        ),
      ),
    );
  }
}

function failureOf(job: Simulator['jobs'][number]): string {
  return JSON.stringify({
    trigger: 'WRITE_OPERATION_FAILURE',
    data: {
      event: 'WRITE_OPERATION_FAILURE',
      integration_id: job.body.integration_id,
      vendor: 'RESMAN',
      root_job_id: job.job_id,
      write_status: 'FAILURE',
      errors: ['an old one'],
    },
  });
}
