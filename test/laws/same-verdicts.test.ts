import { holdLaws } from './holds.ts';
import { sameVerdicts } from './same-verdicts.ts';

holdLaws(sameVerdicts, 1);
