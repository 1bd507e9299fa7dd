import { Gauge, type Registry } from 'prom-client';

/** What a pool of connections says of itself. */
export type PoolLoad = { size: number; inUse: number; waiting: number };

/** Pools say their load when they are asked; the last one of a name counts. */
export function makePoolMeter(register: Registry) {
  const pools = new Map<string, () => PoolLoad>();
  const gauge = (name: string, help: string, figure: keyof PoolLoad) =>
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers: [register],
      collect() {
        for (const [pool, load] of pools) this.set({ pool }, load()[figure]);
      }
    });
  gauge('footnote_pool_connections', 'Connections to the database that this process may have.', 'size');
  gauge('footnote_pool_connections_in_use', 'Connections that are answering at this moment.', 'inUse');
  gauge('footnote_pool_waiting', 'Statements and transactions that wait for a connection.', 'waiting');
  return { add: (name: string, load: () => PoolLoad) => pools.set(name, load) };
}
