/**
 * How many times the processor's work of `plain` that of `run` is. Each counts as the least of several runs, and by the
 * time that the processor spent on this process, so that neither what else the machine does nor its speed matters.
 */
export async function timesTheWork(run: () => unknown, plain: () => unknown): Promise<number> {
  const least = async (work: () => unknown, runs: number) => {
    const spent: number[] = [];
    for (let index = 0; index < runs; index += 1) {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      spent.push(user + system);
    }
    return Math.min(...spent);
  };
  // The plain one is short, and is to be measured when it is no longer new to the machine.
  const usual = await least(plain, 5);
  return (await least(run, 2)) / usual;
}
