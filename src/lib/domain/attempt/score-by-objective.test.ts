import { describe, expect, it } from 'vitest';
import { scoreByObjective } from './score-by-objective.ts';

describe('scoreByObjective', () => {
  it('counts right items of all items, in the order of the objectives', () => {
    const items = [
      { objectiveId: 'LO2', correct: true },
      { objectiveId: 'LO1', correct: false },
      { objectiveId: 'LO2', correct: false }
    ];
    expect(scoreByObjective(['LO1', 'LO2'], items)).toEqual([
      { objectiveId: 'LO1', correct: 0, total: 1 },
      { objectiveId: 'LO2', correct: 1, total: 2 }
    ]);
  });

  it('leaves out an objective that no item of the form has', () => {
    expect(scoreByObjective(['LO1', 'LO2'], [{ objectiveId: 'LO2', correct: true }])).toEqual([
      { objectiveId: 'LO2', correct: 1, total: 1 }
    ]);
  });
});
