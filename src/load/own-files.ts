import type { SourceRead } from '../model/evidence.ts';
import { sha256Hex } from '../text/digest.ts';
import type { Config } from './config.ts';

/** The config and the editions that it names, as they were read: they decide the verdicts as much as the records do. */
export const ownFiles = ({ sources }: Config): SourceRead[] =>
  sources.map(({ file, role, bytes }) => ({ file, role, sha256: sha256Hex(bytes) }));
