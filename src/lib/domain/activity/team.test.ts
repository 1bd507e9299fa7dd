import { describe, expect, it } from 'vitest';
import {
  decideAddition,
  decideRemoval,
  hasTeam,
  isTeamPart,
  mayChangeTeam,
  type TeamMember
} from './team.ts';

const ana: TeamMember = { personId: 'ana', part: 'author' };
const ben: TeamMember = { personId: 'ben', part: 'author' };
const reader: TeamMember = { personId: 'rea', part: 'reviewer' };
const asAna = { personId: 'ana', isEducator: true };

describe('the team of an activity', () => {
  it('is there once an author is named; reviewers alone shut nobody out', () => {
    expect([[], [reader], [ana], [reader, ana]].map(hasTeam)).toEqual([false, false, true, true]);
  });

  it('has the educator who names the first author in it, but no admin who is none', () => {
    expect(decideAddition([], { change: ben, actor: asAna })).toEqual({ ok: true, value: [ben, ana] });
    expect(decideAddition([], { change: ana, actor: asAna })).toEqual({ ok: true, value: [ana] });
    expect(decideAddition([reader], { change: ben, actor: asAna })).toEqual({ ok: true, value: [ben, ana] });
    const admin = { personId: 'ada', isEducator: false };
    expect(decideAddition([], { change: ben, actor: admin })).toEqual({ ok: true, value: [ben] });
    expect(decideAddition([], { change: reader, actor: asAna })).toEqual({ ok: true, value: [reader] });
  });

  it('takes nobody in twice, and changes what somebody does in it', () => {
    expect(decideAddition([ana], { change: ana, actor: asAna })).toEqual({
      ok: false,
      problem: 'there-already'
    });
    const raised: TeamMember = { ...reader, part: 'author' };
    expect(decideAddition([ana, reader], { change: raised, actor: asAna })).toEqual({
      ok: true,
      value: [raised]
    });
  });

  it('keeps its last author', () => {
    expect(decideRemoval([ana, reader], 'ana')).toEqual({ ok: false, problem: 'last-author' });
    const lowered: TeamMember = { ...ana, part: 'reviewer' };
    expect(decideAddition([ana], { change: lowered, actor: asAna })).toEqual({
      ok: false,
      problem: 'last-author'
    });
    expect(decideRemoval([ana, ben], 'ana')).toEqual({ ok: true, value: ana });
    expect(decideRemoval([ana, reader], 'rea')).toEqual({ ok: true, value: reader });
    expect(decideRemoval([ana], 'nobody')).toEqual({ ok: false, problem: 'not-there' });
  });

  it('is changed by its authors, by every educator while there is none, and by admins', () => {
    const educator = { personId: 'eva', isEducator: true, isAdmin: false };
    const admin = { personId: 'ada', isEducator: false, isAdmin: true };
    expect([[], [reader], [ana]].map((team) => mayChangeTeam(team, educator))).toEqual([true, true, false]);
    expect(mayChangeTeam([ana, reader], { ...educator, personId: 'ana' })).toBe(true);
    expect(mayChangeTeam([ana, reader], { ...educator, personId: 'rea' })).toBe(false);
    expect(mayChangeTeam([ana], { ...educator, personId: 'ana', isEducator: false })).toBe(false);
    expect(mayChangeTeam([ana], admin)).toBe(true);
  });

  it('knows its parts by name', () => {
    expect(['author', 'reviewer', 'owner', ''].map(isTeamPart)).toEqual([true, true, false, false]);
  });
});
