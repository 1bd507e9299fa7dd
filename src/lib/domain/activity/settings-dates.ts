import { isCalendarDay, yearsAfter } from '../calendar-day.ts';

type Dates = { releaseDate: string; reviewDate: string; expiryDate: string };

/**
 * cme-rules.md §1.2: review at least every three years, and no longer offered without one. An activity that was released
 * long ago is reviewed with each version, so three years count from today then.
 */
export function dateProblems(
  { releaseDate, reviewDate, expiryDate }: Dates,
  today: string
): [keyof Dates, string | null][] {
  const day = (value: string) => (isCalendarDay(value) ? null : 'Enter a day, such as 2027-03-31');
  const threeYearsAfter = (value: string) => (isCalendarDay(value) ? yearsAfter(value, 3) : value);
  const reviewedOn = releaseDate > today ? releaseDate : today;
  const inOrder = (from: string, to: string, message: string) => (from <= to ? null : message);
  return [
    ['releaseDate', day(releaseDate)],
    [
      'reviewDate',
      day(reviewDate) ??
        inOrder(releaseDate, reviewDate, 'Choose a review after the release') ??
        inOrder(
          reviewDate,
          threeYearsAfter(reviewedOn),
          'Choose a review within three years of the release, or of today if that is later'
        )
    ],
    [
      'expiryDate',
      day(expiryDate) ??
        inOrder(reviewDate, expiryDate, 'Choose an end on or after the review') ??
        inOrder(expiryDate, threeYearsAfter(reviewDate), 'Choose an end within three years of the review')
    ]
  ];
}
