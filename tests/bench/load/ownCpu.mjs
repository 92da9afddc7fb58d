/** The load must not be what is measured: answers how much of one core this process took since the call. */
export function ownCpu() {
  const before = process.cpuUsage();
  const from = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / (performance.now() - from);
  };
}
