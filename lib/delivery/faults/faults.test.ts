import { answersToASend } from './answers-to-a-send.ts';
import { clocksAndDatabases } from './clocks-and-databases.ts';
import { jobs } from './jobs.ts';
import { outages } from './outages.ts';
import { testFault } from './play-fault.ts';

for (const fault of [...outages, ...answersToASend, ...jobs, ...clocksAndDatabases]) testFault(fault);
