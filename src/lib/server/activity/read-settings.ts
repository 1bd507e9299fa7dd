import type { ActivitySettings } from '#lib/domain/activity/activity-settings.ts';
import type { Executor } from '../db/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { selectAccreditation, selectSettings } from './settings-queries.ts';

/** What the page of settings shows; `base` names the state that it was filled in from. */
export type SettingsView = {
  settings: ActivitySettings;
  base: string;
  /** Learning format, e.g. `enduring-material`. */
  format: string;
  accreditation: { mode: string; label: string; statement: string; providerName: string | null };
};

/** The settings of an activity version for its authors. */
export async function readSettings(db: Executor, versionId: string): Promise<SettingsView> {
  const settings = await selectSettings(db, versionId);
  const { format, ...accreditation } = await selectAccreditation(db, versionId);
  return { settings, base: fingerprintOf(settings), format, accreditation };
}
