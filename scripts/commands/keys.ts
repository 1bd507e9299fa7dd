import { listKeys, type ListedKey } from '#lib/server/badge/list-keys.ts';
import { rotateSigningKey } from '#lib/server/badge/rotate-signing-key.ts';
import { wrongUsage, type Command } from '../command.ts';

const NO_SECRET =
  'Set SIGNING_SECRET (32 characters or more) to the value that the server uses, then try again.';

const inWords = ({ kid, createdAt, retiredAt }: ListedKey) =>
  `${kid}  made ${createdAt.toISOString()}  ${retiredAt === null ? 'in use' : `retired ${retiredAt.toISOString()}`}`;

/** Lists the keys that sign badges, without anything secret. */
export const keysList: Command = {
  usage: 'keys list',
  summary: 'lists the keys that sign badges: which one is in use, and which are retired but still published',
  options: {},
  words: 0,
  run: async ({ db }) => {
    const keys = await listKeys(db);
    const text = keys.length > 0 ? keys.map(inWords).join('\n') : 'No key yet: the first badge makes one.';
    return { exitCode: 0, text, data: { keys } };
  }
};

/** Retires the key that signs badges and makes a new one. */
export const keysRotate: Command = {
  usage: 'keys rotate',
  summary: 'retires the key that signs badges and makes a new one; badges signed before still verify',
  options: {},
  words: 0,
  run: async ({ db, now, environment }) => {
    if (environment.signingSecret === null) return wrongUsage(NO_SECRET);
    const rotation = await rotateSigningKey(db, { secret: environment.signingSecret, now });
    return { exitCode: 0, text: `Badges are signed with ${rotation.kid} from now on`, data: rotation };
  }
};
