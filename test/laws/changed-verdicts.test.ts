import { changedVerdicts } from './changed-verdicts.ts';
import { holdLaws } from './holds.ts';

holdLaws(changedVerdicts, 4);
