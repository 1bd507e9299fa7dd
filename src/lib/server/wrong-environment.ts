/** The environment holds values that Footnote cannot use. `problems`: a line each, that says what, why and how to mend it. */
export class WrongEnvironment extends Error {
  override name = 'WrongEnvironment';

  constructor(problems: string[]) {
    super(
      `The environment has values that Footnote cannot use:\n${problems.map((line) => `  ${line}`).join('\n')}`
    );
  }
}
