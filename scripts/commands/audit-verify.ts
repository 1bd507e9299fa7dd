import { faultSentence } from '#lib/domain/identity/chain/chain-fault.ts';
import { readHeadFiles } from '#lib/server/identity/chain/head-files.ts';
import { verifyAudit, type Verification } from '#lib/server/identity/chain/verify-audit.ts';
import {
  counted,
  textFlag,
  wrongUsage,
  type Command,
  type CommandInput,
  type CommandOutcome
} from '../command.ts';

/** What whoever reads the outcome must know beside it. */
function notesOn({ erased, headsOutside, unsigned, otherKeys }: Verification): string[] {
  return [
    ...(headsOutside === 0
      ? [
          'No head from outside was compared: a tail that was cut off with its heads would not show. Use --heads.'
        ]
      : []),
    ...(erased > 0
      ? [`Reasons and networks of ${counted(erased, 'event')} have been erased; the events are whole.`]
      : []),
    ...(unsigned > 0
      ? [`Without a signature, since SIGNING_SECRET was not set: ${counted(unsigned, 'head')}.`]
      : []),
    ...otherKeys.map((kid) => `Heads were signed with key ${kid}, which is not that of SIGNING_SECRET.`)
  ];
}

function inWords({ fault, position, headsOutside, headsInside }: Verification, notes: string[]): string {
  const found =
    fault === null
      ? `The audit log is whole: ${counted(position, 'event')}, ${counted(headsOutside, 'head')} from outside and ${headsInside} in the database agree.`
      : `${faultSentence(fault)} Everything up to position ${position} was in order.`;
  return [found, ...notes].join('\n');
}

async function run({ db, flags, now, environment }: CommandInput): Promise<CommandOutcome> {
  const folder = textFlag(flags, 'heads') || environment.auditHeadDir;
  const files = folder === null ? [] : await readHeadFiles(folder);
  if (files === null) return wrongUsage(`There is no folder ${folder}.`);
  if (textFlag(flags, 'heads') !== '' && files.length === 0)
    return wrongUsage(`There is no head (audit-head-….json) in ${folder}.`);
  const found = await verifyAudit(db, { files, secret: environment.signingSecret, now });
  const notes = notesOn(found);
  const { fault } = found;
  const data = { ...found, fault: fault && { ...fault, message: faultSentence(fault) }, notes };
  return { exitCode: fault === null ? 0 : 1, text: inWords(found, notes), data };
}

/** Goes through the whole audit log and names the first event that is not as it was sealed. */
export const auditVerify: Command = {
  usage: 'audit verify [--heads DIR]',
  summary:
    'goes through the audit log and names the first event that was changed, removed, moved or put in; --heads: compares with the daily heads that were kept there (else in AUDIT_HEAD_DIR)',
  options: { heads: { type: 'string' } },
  words: 0,
  run
};
