// @ts-check

/** @type {NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Passes signals that would end this process to a child instead, and leaves no child behind.
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} ownGroup it leads a process group, and all of that is to end
 */
export function passSignals(child, ownGroup) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  const send = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  };
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    received = signal;
    send(signal);
    // npm takes ten seconds to take back half an installation, which the next start does anyway.
    if (ownGroup) setTimeout(() => send('SIGKILL'), 2000).unref();
  };
  const kill = () => send('SIGKILL');
  for (const signal of endings) process.on(signal, pass);
  process.on('exit', kill);
  return {
    send,
    /** The last signal that asked this process to end. */
    received: () => received,
    stop() {
      for (const signal of endings) process.off(signal, pass);
      process.off('exit', kill);
    },
  };
}
