import { describe, expect, it } from 'vitest';
import { attentionLines } from './attention-lines.ts';
import { changeWords, completionFinding, funnelFinding, minutesFinding } from './dashboard-words.ts';
import {
  medianOf,
  rateOf,
  summariseDashboard,
  type ActivityFigures,
  type DashboardFigures
} from './summarise-dashboard.ts';

const NOTHING: DashboardFigures = {
  day: '2026-11-25',
  active: 0,
  completions: { recent: 0, before: 0 },
  minutes: { median: 0, counted: 0 },
  bars: [],
  longer: 0,
  funnel: { begun: 0, assessed: 0, passed: 0, evaluated: 0, certified: 0 },
  activities: [],
  attention: {
    expiring: { rows: [], more: 0 },
    poorItems: { rows: [], more: 0 },
    bias: { rows: [], more: 0 },
    failedExports: { rows: [], more: 0 },
    failedSchedules: { rows: [], more: 0 },
    refusedMessages: 0
  }
};

const activity = (slug: string, completions: number, estimatedMinutes = 30): ActivityFigures => ({
  slug,
  title: slug,
  estimatedMinutes,
  days: [{ day: '2026-06-03', completions }],
  firstTries: { tries: completions, passed: completions / 2 },
  minutes: { median: 35.6, counted: completions }
});

describe('the dashboard', () => {
  it('says plainly that there is nothing yet', () => {
    const dashboard = summariseDashboard(NOTHING);
    expect(dashboard).toMatchObject({ active: 0, firstTries: null, median: null, estimates: null, total: 0 });
    expect(completionFinding(dashboard)).toBe('Nobody completed an activity in the last twelve months.');
    expect(funnelFinding(dashboard.funnel)).toBe('Nobody began an activity in the last twelve months.');
    expect(minutesFinding(dashboard)).toBe('Too few completions so far to say how long they take.');
    expect(attentionLines(dashboard.attention)).toEqual([]);
  });

  it('holds back every number of one to four, medians of fewer than five, shares of fewer than twenty', () => {
    const dashboard = summariseDashboard({
      ...NOTHING,
      active: 4,
      completions: { recent: 3, before: 0 },
      funnel: { begun: 4, assessed: 4, passed: 3, evaluated: 3, certified: 2 },
      activities: [activity('one', 3)]
    });
    expect(dashboard).toMatchObject({ active: null, completions: { recent: null, before: 0 }, total: null });
    expect(dashboard.funnel.map(({ people }) => people)).toEqual([null, null, null, null, null]);
    expect(dashboard.activities).toMatchObject([{ completions: null, firstTries: null, median: null }]);
    expect(funnelFinding(dashboard.funnel)).toBe('Too few learners so far to say where they leave.');
    expect([medianOf({ median: 35.6, counted: 4 }), medianOf({ median: 35.6, counted: 5 })]).toEqual([
      null,
      { minutes: 36, of: 5 }
    ]);
    expect([rateOf({ tries: 19, passed: 19 }), rateOf({ tries: 20, passed: 16 })]).toEqual([
      null,
      { percent: 80, of: 20 }
    ]);
  });

  it('says what one learns from it', () => {
    const dashboard = summariseDashboard({
      ...NOTHING,
      completions: { recent: 20, before: 8 },
      minutes: { median: 41.2, counted: 80 },
      funnel: { begun: 100, assessed: 96, passed: 60, evaluated: 58, certified: 57 },
      activities: [activity('small', 10, 15), activity('large', 1_990), activity('none', 0)]
    });
    expect(completionFinding(dashboard)).toBe(
      '2,000 completions in 52 weeks, most in the week of June 1, 2026: 2,000.'
    );
    expect(funnelFinding(dashboard.funnel)).toBe(
      '57% of those who began have a certificate. The greatest loss is before “Passed”.'
    );
    expect(minutesFinding(dashboard)).toBe(
      'Half of the learners need 41 minutes or less; the estimate is 15 to 30 min.'
    );
    expect(changeWords(dashboard.completions)).toBe('12 more than in the 30 days before');
    expect(dashboard.activities.map(({ slug }) => slug)).toEqual(['large', 'small']);
    expect(dashboard.firstTries).toEqual({ percent: 50, of: 2_000 });
  });

  it('draws bars from the first to the last that holds anybody, small ones held back', () => {
    const bars = [
      { from: 20, people: 30 },
      { from: 50, people: 6 }
    ];
    const { histogram, longer } = summariseDashboard({ ...NOTHING, bars, longer: 2 });
    expect(histogram).toEqual([
      { from: 20, to: 30, people: 30 },
      { from: 30, to: 40, people: 0 },
      { from: 40, to: 50, people: 0 },
      { from: 50, to: 60, people: null }
    ]);
    expect(longer).toBeNull();
  });

  it('lists what needs attention, each with a way to mend it, and how much more there is', () => {
    const at = '2026-11-20T06:00:00.000Z';
    const lines = attentionLines({
      expiring: { rows: [{ activityId: 'a', title: 'Old facts', day: '2026-12-31' }], more: 2 },
      poorItems: { rows: [{ itemId: 'i', name: 'A04', discrimination: 2.4, responses: 812 }], more: 0 },
      bias: { rows: [{ activityId: 'a', title: 'Old facts', evaluations: null }], more: 0 },
      failedExports: { rows: [{ exportId: 'e', name: 'completions.csv', at }], more: 0 },
      failedSchedules: { rows: [{ exportId: 's', name: 'Weekly to the board', at }], more: 0 },
      refusedMessages: 1
    });
    expect(lines.map(({ text, href }) => [text, href])).toEqual([
      ['1 letter was not taken by the mail server.', '/admin/outbox?state=failed'],
      ['The scheduled report “Weekly to the board” failed on November 20, 2026.', '/admin/reports/exports/s'],
      ['The export completions.csv failed on November 20, 2026.', '/admin/reports/exports/e'],
      ['Old facts: gives credit until December 31, 2026.', '/admin/activities/a/file'],
      ['And 2 more activities end soon.', null],
      ['Old facts: fewer than 5 evaluations report commercial bias, in 90 days.', '/admin/activities/a/file'],
      [
        'Item A04 hardly tells those who know from those who do not (discrimination 2% of 812 responses).',
        '/author/items/i/statistics'
      ]
    ]);
  });
});
