import type { RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { fillHoles, HOLES } from '#lib/server/drawn/page-pieces.ts';
import { ownerOf } from '../keep-on-device.ts';

type Drawing = {
  options: Pick<ResolveOptions, 'transformPageChunk'>;
  /** Call it with the answer as it is sent. */
  keep: (answer: Response) => Promise<Response>;
};

const AS_EVER: Drawing = { options: {}, keep: (answer) => Promise.resolve(answer) };

/** The headers as the answer has them; those that were drawn have holes. */
function withHeadersFilled(answer: Response, filling: Parameters<typeof fillHoles>[1]): Response {
  for (const [name, value] of answer.headers) {
    const filled = fillHoles(value, filling);
    if (filled !== value) answer.headers.set(name, filled);
  }
  return answer;
}

/**
 * How the framework draws a page that is to be kept: with holes for the person, which are filled in this answer as they will
 * be in all others. Call it when it is known who asks.
 */
export function drawToKeep({ platform, locals }: Pick<RequestEvent, 'platform' | 'locals'>): Drawing {
  const keep = platform?.req.footnoteKeep;
  const { person } = locals;
  if (keep === undefined || person === null) return AS_EVER;
  locals.holes = HOLES;
  const filling = { name: person.givenName, owner: ownerOf(person.id) };
  let drawn = '';
  return {
    options: {
      transformPageChunk: ({ html }) => {
        drawn += html;
        return fillHoles(html, filling);
      }
    },
    keep: async (answer) => {
      if (answer.status === 200) await keep(drawn, new Headers(answer.headers));
      return withHeadersFilled(answer, filling);
    }
  };
}
