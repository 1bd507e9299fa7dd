import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import {
  offerRows,
  whatYouGet,
  type OfferRow,
  type WhatYouGet
} from '#lib/domain/certificate/what-you-get.ts';
import { professionLabel } from '#lib/domain/identity/profession.ts';
import { readCreditOffer, readOfferToAll } from '#lib/server/activity/read-credit-offer.ts';
import { readProfile } from '#lib/server/identity/read-profile.ts';

type OfferView = {
  /** For whoever is signed in and told a profession; null: the table is for everybody. */
  own: WhatYouGet | null;
  profession: string;
  rows: OfferRow[];
  designations: string[];
};

/** What the activity page says of credit: a person's own, or for visitors that of each profession. */
export async function offerView(
  { db, person, now }: App.Locals,
  input: { activityVersionId: string; releaseDate: string; completedOn: string | null }
): Promise<OfferView> {
  const { activityVersionId, releaseDate, completedOn } = input;
  const today = calendarDayOf(now);
  // Before it opens, people are told what they will get when it has.
  const day = completedOn ?? (today < releaseDate ? releaseDate : today);
  const { offers, designations } = await readOfferToAll(db, { activityVersionId, day });
  const profile = person && (await readProfile(db, person.id));
  if (!profile?.profession) return { own: null, profession: '', rows: offerRows(offers), designations };
  const { profession, country } = profile;
  const own = whatYouGet(await readCreditOffer(db, { activityVersionId, profession, country, day }));
  return { own, profession: professionLabel(profession), rows: [], designations };
}
