/**
 * Runs a task one at a time: asked while it is under way, it runs once more afterwards, with what stands then. A task that
 * fails does not keep the next one from running.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let asked = 0;
  const work = async () => {
    try {
      for (let begun = 0; begun < asked;) {
        begun = asked;
        await task();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    asked = running === null ? 1 : asked + 1;
    running ??= work();
    return running;
  };
}
