import { forgetFields, keepFields, readFields, type KeptFields } from './kept-fields.ts';
import type { SaveAnswer, SavePhase } from './save-answer.ts';

/** ux.md §8: what was typed is sent after this, in milliseconds. */
const SAVE_AFTER = 5000;

/** After nobody answered, it is tried again after this, and as soon as the browser is online. */
const TRY_AGAIN_AFTER = 15_000;

type Options = {
  form: () => HTMLFormElement | undefined;
  /** Sends the form, and shows what is wrong with it where it was refused. Never throws. */
  send: (fields: FormData) => Promise<SaveAnswer>;
  revision: number;
  /** The name under which unsaved text is kept in this browser: person, kind and id. */
  keptAs: string;
};

type Shown = { phase: SavePhase; revision: number; savedAt: string; kept: KeptFields | null };

type Timer = ReturnType<typeof setTimeout>;

/** `queue`: saves go one after the other. */
type Clock = { timer?: Timer; changes: number; isSending: boolean; queue: Promise<void> };

/** A conflict waits for the person; anything else is tried again by the next change. */
const waits = ({ phase }: Shown) => phase === 'conflict';

function takeAnswer(shown: Shown, answer: SaveAnswer): void {
  shown.phase = answer.kind;
  if (answer.kind !== 'saved') return;
  shown.revision = answer.revision;
  shown.savedAt = answer.savedAt;
}

async function sendOnce(options: Options, shown: Shown, clock: Clock): Promise<void> {
  clearTimeout(clock.timer);
  delete clock.timer;
  const form = options.form();
  if (!form || waits(shown)) return;
  clock.isSending = true;
  const sent = clock.changes;
  shown.phase = 'saving';
  const answer = await options.send(new FormData(form));
  clock.isSending = false;
  takeAnswer(shown, answer);
  if (answer.kind === 'saved' && sent === clock.changes) forgetFields(options.keptAs);
  if (answer.kind === 'saved' && sent !== clock.changes) {
    shown.phase = 'unsaved';
    later(options, shown, { clock, after: SAVE_AFTER });
  }
  if (answer.kind === 'unanswered') later(options, shown, { clock, after: TRY_AGAIN_AFTER });
}

/** Sends the form now; where a save is under way, what was typed since follows it at once. */
function save(options: Options, shown: Shown, clock: Clock): Promise<void> {
  const isFollowing = clock.isSending;
  const next = () => (isFollowing && shown.phase !== 'unsaved' ? undefined : sendOnce(options, shown, clock));
  clock.queue = clock.queue.then(next);
  return clock.queue;
}

function later(options: Options, shown: Shown, { clock, after }: { clock: Clock; after: number }): void {
  clock.timer ??= setTimeout(() => void save(options, shown, clock), after);
}

/** Notes a change: it is kept in this browser at once, and sent a few seconds later. */
function touch(options: Options, shown: Shown, clock: Clock): void {
  clock.changes += 1;
  const form = options.form();
  if (form) keepFields(options.keptAs, new FormData(form), Date.now());
  if (waits(shown)) return;
  if (!clock.isSending) shown.phase = 'unsaved';
  later(options, shown, { clock, after: SAVE_AFTER });
}

/** Sends what waits when the browser is online again, and when its tab goes out of sight. */
function watch(flush: () => void): () => void {
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') flush();
  };
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', whenHidden);
  return () => {
    removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', whenHidden);
    flush();
  };
}

/**
 * Saves a form while it is written. Call `start` in an effect and return what it gives; call `touch` at each change;
 * `saveNow` for the button. `shown.kept`: fields of an earlier visit that were never stored; after they were put into the
 * form or thrown away, call `settleKept`. `goOn` ends a conflict: the next save is based on the given revision.
 */
export function createAutosave(options: Options) {
  const shown: Shown = $state({ phase: 'untouched', revision: options.revision, savedAt: '', kept: null });
  const clock: Clock = { changes: 0, isSending: false, queue: Promise.resolve() };
  const saveNow = () => save(options, shown, clock);
  return {
    shown,
    saveNow,
    touch: () => touch(options, shown, clock),
    start: () => {
      shown.kept = readFields(options.keptAs);
      return watch(() => {
        if (clock.timer !== undefined) void saveNow();
      });
    },
    settleKept: () => {
      shown.kept = null;
      forgetFields(options.keptAs);
    },
    goOn: (revision: number) => {
      shown.revision = revision;
      shown.phase = 'unsaved';
    }
  };
}
