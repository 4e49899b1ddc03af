import type { CoveredElsewhere } from './fault.ts';

const crash = 'e2e/crash.spec.ts';
const messages = 'lib/delivery/act-on-message.test.ts';
const webhookDoor = 'lib/app/receive-webhook.test.ts';
const staffLeads = 'e2e/staff-leads.spec.ts';
const thingsFail = 'e2e/when-things-fail.spec.ts';

/** Faults that need a browser, the whole program, the webhook door or the staff area. */
export const coveredElsewhere: CoveredElsewhere[] = [
  {
    fault: '400 naming a field',
    variant: 'staff edit, resend once, delivered',
    by: {
      file: staffLeads,
      title: 'a refused lead: why, the field corrected, sent, delivered, and once in ResMan',
    },
  },
  {
    fault: '50 MB answer',
    variant: 'memory flat',
    by: {
      file: 'lib/propexo/exchange.test.ts',
      title: 'of an endless answer hardly more than 1 MB is read, and it is incomplete',
    },
  },
  {
    fault: 'webhook before the POST answer is stored',
    by: {
      file: messages,
      title: 'a failure announced before the answer to the send was stored is asked about at once',
    },
  },
  {
    fault: 'webhook x50 in parallel',
    by: { file: webhookDoor, title: 'the same message fifty times at once is one row' },
  },
  {
    fault: 'forged webhook',
    by: {
      file: webhookDoor,
      title: 'a forged message leaves a count and a line without its words, and no row',
    },
  },
  {
    fault: 'old FAILURE replayed after success',
    by: { file: messages, title: 'an old failure, told again when it is ' },
  },
  {
    fault: 'disk full or database down at accept',
    variant: 'what the visitor sees',
    by: {
      file: thingsFail,
      title: 'the database cannot be written: nothing sent, whom to call, the text kept, 503',
    },
  },
  {
    fault: 'disk full or database down at accept',
    variant: 'PostgreSQL gone',
    by: {
      file: 'e2e/postgres.spec.ts',
      title:
        'on PostgreSQL a lead is delivered; with the server gone nothing is sent, and everything typed is kept',
    },
  },
  {
    fault: 'SIGKILL mid-POST',
    variant: 'the whole program',
    by: {
      file: crash,
      title: 'killed in the middle of sending: not sent again, found by its reference, one record',
    },
  },
  {
    fault: 'SIGTERM while accepting',
    by: {
      file: 'e2e/shut-down.spec.ts',
      title:
        'asked to end: a visitor who never finishes does not keep it, and a send under way is written down',
    },
  },
  {
    fault: 'staff retry clicked ten times in parallel',
    by: { file: staffLeads, title: 'ten clicks on “send again” at once are one send' },
  },
];
