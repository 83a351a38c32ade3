/** How Node.js runs what the tests try: in the workers of Vitest and in the processes of the command line that they keep. */
export const flags = [
  // Room for what checks make and drop: a twentieth of their time is collecting it otherwise.
  '--max-semi-space-size=64',
  // Less is optimised: most of what is tried runs too seldom to gain by it, and that took an eighth. Later releases have no
  // such option.
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=500000'] : []),
];
