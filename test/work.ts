/** Of each, as many: what is new to the machine, or falls together with the collecting of garbage, is measured too long. */
const RUNS = 5;

/**
 * How many times the processor's work of `plain` that of `run` is. Each counts as the least of several runs, and by the
 * time that the processor spent on this process, so that neither what else the machine does nor its speed matters.
 */
export async function timesTheWork(run: () => unknown, plain: () => unknown): Promise<number> {
  const least = async (work: () => unknown) => {
    const spent: number[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      spent.push(user + system);
    }
    return Math.min(...spent);
  };
  const usual = await least(plain);
  return (await least(run)) / usual;
}
