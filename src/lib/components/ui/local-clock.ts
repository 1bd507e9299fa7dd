const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const isToday = (instant: Date): boolean => instant.toDateString() === new Date().toDateString();

/** Turns instants that the server wrote in the hour of the world into that of the reader; of another day, with its date. */
export function showLocalTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-clock]')) {
    const instant = new Date(time.dateTime);
    const day = isToday(instant) ? {} : ({ day: 'numeric', month: 'short' } as const);
    const second = time.dataset['clock'] === 'minutes' ? {} : ({ second: '2-digit' } as const);
    time.textContent = new Intl.DateTimeFormat(undefined, { ...CLOCK, ...second, ...day }).format(instant);
  }
}
