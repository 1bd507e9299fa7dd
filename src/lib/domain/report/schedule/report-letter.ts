/** What the letter about a scheduled file says; `link` leads to its page, which asks for an account. */
type Letter = { name: string; link: string };

/** A file is ready: where, how many rows, until when. Nothing of what is in it stands in the letter. */
export function reportLetter({ name, link, rows, keptUntil }: Letter & { rows: number; keptUntil: string }): {
  subject: string;
  body: string;
} {
  const amount = rows === 1 ? 'one completion' : `${new Intl.NumberFormat('en-US').format(rows)} completions`;
  return {
    subject: `Report ready: ${name}`,
    body: [
      'Good day,',
      `The scheduled report “${name}” is ready. It holds ${amount}.`,
      `Sign in as an admin to download it:\n${link}`,
      `The file is kept until ${keptUntil}. After that the page says so, and the report can be made again.`
    ].join('\n\n')
  };
}

/** A file could not be made: for who set the schedule up. */
export function reportFailedLetter({ name, link, failure }: Letter & { failure: string }): {
  subject: string;
  body: string;
} {
  return {
    subject: `Report failed: ${name}`,
    body: [
      'Good day,',
      `The scheduled report “${name}” could not be made. ${failure}`,
      `Nothing was sent. What happened, and a way to run it again:\n${link}`
    ].join('\n\n')
  };
}
