import { testFault } from './play-fault.ts';
import { processes } from './processes.ts';

for (const fault of processes) testFault(fault);
