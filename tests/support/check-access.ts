import { ASKERS, OWNERS, type Access, type Asker } from './access-verdicts.ts';
import type { Answer, Visitor } from './visitor.ts';

/** People of every kind, and the ids of what belongs to some of them. */
export type Askable = {
  askers: Record<Asker, Visitor>;
  /** Fills in `{name}` of an address. */
  pathOf: (path: string) => string;
};

/** A status, or where a redirect leads. */
export const outcomeOf = ({ status, location }: Answer) =>
  location === null ? status : `→ ${new URL(location, 'http://localhost').pathname}`;

/** The hidden fields of a question's form; no other form reads them. */
const ownFields = () => ({ sequence: '1', key: crypto.randomUUID() });

/** Sends the form of an action, or asks with the method that it names. */
function sendAction(visitor: Visitor, { action, path }: { action: string; path: string }): Promise<Answer> {
  if (action === 'DELETE') return visitor.ask(action, path);
  const suffix =
    action === 'default' || action === 'POST' ? '' : `${path.includes('?') ? '&' : '?'}/${action}`;
  return visitor.post(path + suffix, ownFields());
}

const LET_IN = [200, 303, 400, 404, 409];

/** Where an address names nothing of anybody's, one holder of a role stands for all. */
const askersOf = (path: string) => (path.includes('{') ? ASKERS : OWNERS);

const expectedOf = (verdict: number | string, { pathOf }: Askable) =>
  typeof verdict === 'string' ? pathOf(verdict) : verdict;

async function violationsOfGet({ route, path = route, get }: Access, world: Askable): Promise<string[]> {
  const found: string[] = [];
  for (const asker of get ? askersOf(path) : []) {
    const outcome = outcomeOf(await world.askers[asker].get(world.pathOf(path)));
    const expected = expectedOf(get?.[asker] ?? 200, world);
    if (outcome !== expected) found.push(`${asker} asks and gets ${outcome}, not ${expected}`);
  }
  return found;
}

async function violationsOfActions(access: Access, world: Askable): Promise<string[]> {
  const { route, path = route, actions = {} } = access;
  const found: string[] = [];
  for (const [action, verdicts] of Object.entries(actions)) {
    for (const asker of askersOf(path)) {
      const answer = await sendAction(world.askers[asker], { action, path: world.pathOf(path) });
      const outcome = outcomeOf(answer);
      const verdict = verdicts[asker];
      const isRight =
        verdict === 'let in' ? LET_IN.includes(answer.status) : outcome === expectedOf(verdict, world);
      if (!isRight) found.push(`${asker} sends ${action} and gets ${outcome}, not ${verdict}`);
    }
  }
  return found;
}

/** What a route answers to methods that it does not name. 204: the methods that it knows. */
const UNKNOWN = {
  POST: [404, 405],
  PUT: [404, 405],
  PATCH: [404, 405],
  DELETE: [404, 405],
  OPTIONS: [204, 404, 405]
};

/** Asks with every method that the route does not name, as the one whom most doors are open to. */
async function violationsOfMethods(access: Access, world: Askable): Promise<string[]> {
  const { route, path = route, get, actions = {} } = access;
  const named = Object.keys(actions).map((action) => (action === 'DELETE' ? action : 'POST'));
  const asker = OWNERS.findLast((one) => get?.[one] === 200) ?? 'admin';
  const found: string[] = [];
  for (const [method, expected] of Object.entries(UNKNOWN)) {
    if (named.some((one) => one === method)) continue;
    const { status } = await world.askers[asker].ask(method, world.pathOf(path));
    if (!expected.includes(status)) found.push(`${method} gets ${status}`);
  }
  // HEAD is GET without the body: to somebody who is let in, and to somebody who mostly is not.
  for (const one of get ? [asker, 'visitor' as const] : []) {
    const outcome = outcomeOf(await world.askers[one].ask('HEAD', world.pathOf(path)));
    const expected = expectedOf(get?.[one] ?? 200, world);
    if (outcome !== expected) found.push(`${one} asks with HEAD and gets ${outcome}, not ${expected}`);
  }
  return found;
}

/** All that a route answers otherwise than the matrix says; empty: nothing. */
export async function violationsOf(access: Access, world: Askable): Promise<string[]> {
  return [
    ...(await violationsOfMethods(access, world)),
    ...(await violationsOfGet(access, world)),
    ...(await violationsOfActions(access, world))
  ];
}

/** What belongs to the team of an activity, by the names in addresses. */
const OF_A_TEAM = /\{(?:activity|section|item|liveItem|itemVersion|bank)\}/;

/** Whether a route of the studio shows what a team can keep to itself. */
export const isOfTeam = ({ route, path = route }: Access): boolean =>
  route.startsWith('/author/') && OF_A_TEAM.test(path);

/** What somebody gets who has the right role, and does not belong to the team of the activity: 404 everywhere. */
export async function breachesOf(access: Access, world: Askable): Promise<string[]> {
  const { route, path = route, get, actions = {} } = access;
  const { 'other educator': stranger, educator } = world.askers;
  const address = world.pathOf(path);
  const found: string[] = [];
  const expectShut = (what: string, { status }: Answer) => {
    if (status !== 404) found.push(`a stranger ${what} and gets ${status}`);
  };
  if (get) {
    expectShut('asks', await stranger.get(address));
    const own = outcomeOf(await educator.get(address));
    const expected = expectedOf(get.educator, world);
    if (own !== expected) found.push(`a member asks and gets ${own}, not ${expected}`);
  }
  for (const action of Object.keys(actions))
    expectShut(`sends ${action}`, await sendAction(stranger, { action, path: address }));
  return found;
}
