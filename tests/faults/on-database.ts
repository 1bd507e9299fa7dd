import type { Finding } from './fault.ts';
import { startDurableCluster, type DurableCluster } from './durable-cluster.ts';
import { embeddedPlace, serverPlace, type Place } from './place.ts';

/** Works on a PostgreSQL of its own, with settings that differ from the usual ones, and removes it. */
export async function onCluster(
  settings: string[],
  work: (on: { cluster: DurableCluster; place: Place }) => Promise<Finding>
): Promise<Finding> {
  const cluster = await startDurableCluster({ settings });
  try {
    return await work({ cluster, place: await serverPlace(cluster.url) });
  } finally {
    cluster.remove();
  }
}

/** Works on an embedded database of its own, and removes it. */
export async function onFolder(work: (place: Place) => Promise<Finding>): Promise<Finding> {
  const place = await embeddedPlace();
  try {
    return await work(place);
  } finally {
    await place.remove();
  }
}
