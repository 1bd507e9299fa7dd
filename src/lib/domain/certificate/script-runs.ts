/** A stretch of text that one typeface can draw. */
export type ScriptRun = { face: 'serif' | 'cjk'; text: string };

/** What a Chinese face draws and a Latin one does not: Han, kana, Bopomofo, their punctuation and wide forms. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u;

/**
 * Splits text where the typeface has to change. Joined again, the runs are the text. A combining mark stays with the
 * character that it belongs to.
 */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const face = last && /\p{M}/u.test(sign) ? last.face : CJK.test(sign) ? 'cjk' : 'serif';
    if (last && last.face === face) last.text += sign;
    else runs.push({ face, text: sign });
  }
  return runs;
}
